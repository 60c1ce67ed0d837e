package org.anamnesis.neural;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Learns an {@link OrderedNet}. Half of the batches take the columns in the table's order, in which
 * they are drawn without conditions; the others move some columns to the front, as conditions do.
 * Stops by the loss on rows kept aside.
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

    private final OrderedNet net;
    private final Training training;
    private final int[][] coded;
    private final Schedule schedule;
    private final double[][] shares;

    OrderedTraining(OrderedNet net, Codes codes, Table people, Training training) {
        this.net = net;
        this.training = training;
        this.coded = codes.of(people, training.seed());
        this.schedule = new Schedule(people, training.seed(), 256, 20);
        this.shares = shares(people);
    }

    /** Parameters with the lowest loss on the rows kept aside. */
    float[] run() {
        OrderedStep step = new OrderedStep(net, Kernels.best());
        float[] theta = net.start(shares, Draws.of(training.seed(), "start", 0));
        float[] gradients = new float[net.size];
        Adam adam = new Adam(net.rest(theta), 0.9, 0.999, decay());
        Average average = new Average(theta, 0.98);
        double drop = Math.min(0.7, 0.5 + 0.1 * training.smoothing());
        int[][] aside = OrderedNet.batch(coded, schedule.aside);
        int[] usual = IntStream.range(0, net.columns).toArray();
        int[] other = Draws.of(training.seed(), "other", 0).order(net.columns);
        float[] best = theta.clone();
        double least = step.loss(best, aside, usual) + step.loss(best, aside, other);
        double rate = RATE;
        int since = 0;
        int halved = 0;
        int epochs = epochs();
        long key = new SeedTree(training.seed()).purpose("steps");
        for (int epoch = 0; epoch < epochs; epoch++) {
            double loss = 0;
            int[][] batches = schedule.epoch(epoch);
            for (int b = 0; b < batches.length; b++) {
                long at = SeedTree.key(key, (long) epoch * batches.length + b);
                int[] order = order(new Draws(at));
                loss +=
                        step.gradients(
                                theta,
                                gradients,
                                OrderedNet.batch(coded, batches[b]),
                                order,
                                drop,
                                at);
                adam.step(theta, gradients, rate);
                average.take(theta);
            }
            double onAside =
                    step.loss(average.values(), aside, usual)
                            + step.loss(average.values(), aside, other);
            boolean better = onAside < least;
            if (better) {
                least = onAside;
                best = average.values().clone();
                since = 0;
            } else if (++since >= PATIENCE) {
                since = 0;
                rate /= 2;
                halved++;
            }
            String heard =
                    String.format(
                            Locale.ROOT,
                            "epoch %d of %d: loss %.3f, on rows kept aside %.3f",
                            epoch + 1,
                            epochs,
                            loss / batches.length,
                            onAside / 2);
            boolean on = training.watch().heard(heard, (epoch + 1.0) / epochs);
            if (!on || halved > HALVINGS) {
                break;
            }
        }
        return best;
    }

    /**
     * How strongly dependences are held back: the more columns to depend on and the fewer people to
     * learn it from, the more. The best of 0.1, 0.3, 1 and 2 by the loss on rows kept aside was 0.1
     * to 0.3 for 5 columns of 800 people and 30 of 6,400, 1 for 5 of 150, 2 for 30 of 800.
     */
    private double decay() {
        return Math.min(2, 25.0 * net.columns / (schedule.learned.length + schedule.aside.length));
    }

    private int epochs() {
        double most = Math.max(10, Math.min(300, VISITS / net.columns / schedule.learned.length));
        return (int) Math.max(1, Math.rint(most * training.effort() / (1 + training.smoothing())));
    }

    private int[] order(Draws draws) {
        int p = net.columns;
        if (draws.uniform() < 0.5) {
            return IntStream.range(0, p).toArray();
        }
        int[] mixed = draws.order(p);
        int front = 1 + draws.below(p);
        int[] rest = Arrays.copyOfRange(mixed, front, p);
        Arrays.sort(rest);
        System.arraycopy(rest, 0, mixed, front, rest.length);
        return mixed;
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
