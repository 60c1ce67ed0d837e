package org.anamnesis.neural;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Learns an {@link OrderedNet}. Half of the batches take the columns in the order in which they are
 * drawn without conditions; the others move some columns to the front, as conditions do. Stops by
 * the loss on rows kept aside.
 */
final class OrderedTraining {
    private static final double RATE = 2e-3;

    /** Epochs without a better loss until the step is halved, and how often it is. */
    private static final int PATIENCE = 4;

    private static final int HALVINGS = 3;

    /**
     * Values seen at most, in all epochs; more of them learn people rather than the population. On
     * the table of the peers this is 10 epochs, where 25 gave more of its people away.
     */
    private static final double VISITS = 1_800_000;

    /**
     * Chance that a hidden cell is dropped. On the table of the peers (three trainings of three
     * draws each; learned people, held-out people) this and the decay below came to membership
     * 0.5185 and a gap in prediction of 0.013, where 0.5 and a quarter of the decay came to 0.5210
     * and 0.012.
     */
    private static final double DROP = 0.6;

    /** Beyond it a table has next to no people for its columns; they are learned nearly apart. */
    private static final double MOST_DECAY = 8;

    private final OrderedNet net;
    private final Training training;
    private final int[][] coded;
    private final int[] usual;
    private final Schedule schedule;
    private final double[][] shares;

    /**
     * @param usual order in which the columns are drawn without conditions
     */
    OrderedTraining(OrderedNet net, int[] usual, Codes codes, Table people, Training training) {
        this.net = net;
        this.usual = usual.clone();
        this.training = training;
        this.coded = codes.of(people, training.seed());
        this.schedule = new Schedule(people, training.seed(), 256, 20);
        this.shares = shares(people);
    }

    /**
     * Parameters with the lowest loss on the rows kept aside, at the strength that these bear out.
     */
    float[] run() {
        OrderedStep step = new OrderedStep(net, Kernels.best());
        float[] gradients = new float[net.size];
        double drop = Math.min(0.7, DROP + 0.1 * training.smoothing());
        int[][] aside = OrderedNet.batch(coded, schedule.aside);
        int[] other = Draws.of(training.seed(), "other", 0).order(net.columns);
        OrderedState state =
                Resumption.of(
                        training.watch(),
                        () -> {
                            float[] start =
                                    net.start(shares, Draws.of(training.seed(), "start", 0));
                            var adam = new Adam(net.rest(start), 0.9, 0.999, decay());
                            double loss =
                                    step.loss(start, aside, usual) + step.loss(start, aside, other);
                            return new OrderedState(start, adam, loss, RATE);
                        });
        int epochs = epochs();
        long key = new SeedTree(training.seed()).purpose("steps");
        while (state.epoch < epochs && state.halved <= HALVINGS) {
            double loss = 0;
            int[][] batches = schedule.epoch(state.epoch);
            for (int b = 0; b < batches.length; b++) {
                long at = SeedTree.key(key, (long) state.epoch * batches.length + b);
                int[][] batch = OrderedNet.batch(coded, batches[b]);
                int[] order = order(new Draws(at));
                loss += step.gradients(state.theta, gradients, batch, order, drop, at);
                state.step(gradients);
            }
            float[] now = state.average.values();
            double onAside = step.loss(now, aside, usual) + step.loss(now, aside, other);
            state.look(onAside, PATIENCE);
            Resumption.keep(training.watch(), state);
            String heard =
                    String.format(
                            Locale.ROOT,
                            "epoch %d of %d: loss %.3f, on rows kept aside %.3f",
                            state.epoch,
                            epochs,
                            loss / batches.length,
                            onAside / 2);
            if (!training.watch().heard(heard, (double) state.epoch / epochs)) {
                break;
            }
        }
        return schedule.asideLearned() ? state.best : strengthened(state.best, step, aside);
    }

    private float[] strengthened(float[] best, OrderedStep step, int[][] aside) {
        float[] rest = net.rest(net.start(shares, Draws.of(training.seed(), "start", 0)));
        double times =
                Strength.of(
                        s ->
                                aside[0].length
                                        * step.loss(net.strengthened(best, rest, s), aside, usual));
        return net.strengthened(best, rest, times);
    }

    /**
     * How strongly dependences are held back: the more columns to depend on and the fewer people to
     * learn it from, the more. A quarter of it has the least loss on rows kept aside (5 columns of
     * 800 people, 30 of 6,400), and gives more people away. Each step of smoothing doubles it:
     * fewer epochs alone, of which the best is kept anyway, left 120 people of 25 columns
     * recognisable at every smoothing.
     */
    private double decay() {
        int people = schedule.learned.length + schedule.aside.length;
        double usual = Math.min(MOST_DECAY, 100.0 * net.columns / people);
        return usual * Math.pow(2, training.smoothing());
    }

    private int epochs() {
        double most = Math.max(10, Math.min(300, VISITS / net.columns / schedule.learned.length));
        return (int) Math.max(1, Math.rint(most * training.effort() / (1 + training.smoothing())));
    }

    private int[] order(Draws draws) {
        if (draws.uniform() < 0.5) {
            return usual;
        }
        int p = net.columns;
        int[] mixed = draws.order(p);
        int front = 1 + draws.below(p);
        boolean[] taken = new boolean[p];
        for (int q = 0; q < front; q++) {
            taken[mixed[q]] = true;
        }
        return IntStream.concat(
                        Arrays.stream(mixed, 0, front), Arrays.stream(usual).filter(j -> !taken[j]))
                .toArray();
    }

    /** By column: share of each code, as if half a person more had it. */
    private double[][] shares(Table people) {
        double[][] out = new double[net.columns][];
        double total = Arrays.stream(people.weights()).sum();
        double each = total / people.rows();
        for (int j = 0; j < net.columns; j++) {
            double[] share = new double[net.counts[j]];
            Arrays.fill(share, 0.5 * each);
            for (int i = 0; i < people.rows(); i++) {
                share[coded[j][i]] += people.weights()[i];
            }
            double sum = Arrays.stream(share).sum();
            out[j] = Arrays.stream(share).map(s -> s / sum).toArray();
        }
        return out;
    }
}
