package org.anamnesis.neural;

import java.util.Arrays;
import java.util.Locale;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/** Learns a {@link Denoiser}; keeps the average of its parameters, and stops by rows kept aside. */
final class DenoiserTraining {
    private static final double RATE = 1e-3;

    /** Steps of the usual training. */
    private static final int STEPS = 5_000;

    /** Pieces of the training after which the loss is looked at. */
    private static final int LOOKS = 40;

    /** Looks without a better loss until the training ends. */
    private static final int PATIENCE = 5;

    private final Denoiser net;
    private final Training training;
    private final Schedule schedule;
    private final DenoiserStep step;

    DenoiserTraining(Denoiser net, Table people, Training training) {
        this.net = net;
        this.training = training;
        this.schedule = new Schedule(people, training.seed(), 512, 4);
        this.step = new DenoiserStep(net, new MixedRows(net.layout, people));
    }

    /** Average parameters with the lowest loss on the rows kept aside. */
    float[] run() {
        Shards shards = new Shards(net.size, Shards.PARTS);
        double drop = Math.min(0.6, 0.15 * training.smoothing());
        long key = new SeedTree(training.seed()).purpose("noise");
        int steps = (int) Math.max(LOOKS, STEPS * training.effort() / (1 + training.smoothing()));
        int each = steps / LOOKS;
        DenoiserState state = Resumption.of(training.watch(), this::start);
        int[][] batches = {};
        double loss = 0;
        for (boolean on = true; on && state.taken < steps && state.since < PATIENCE; ) {
            int batch = state.taken % schedule.batches();
            if (batch == 0 || batches.length == 0) {
                batches = schedule.epoch(state.taken / schedule.batches());
            }
            int[] rows = batches[batch];
            long at = SeedTree.key(key, state.taken);
            loss +=
                    shards.run(
                                    rows.length,
                                    (part, from, to, gradients) ->
                                            step.gradients(
                                                    state.theta,
                                                    gradients,
                                                    Arrays.copyOfRange(rows, from, to),
                                                    1f / rows.length,
                                                    drop,
                                                    new Draws(SeedTree.key(at, part))))
                            / rows.length;
            state.step(shards.sum(), rate(state.taken, steps));
            if (state.taken % each == 0) {
                double onAside = aside(state.average.values());
                state.look(onAside);
                Resumption.keep(training.watch(), state);
                String heard =
                        String.format(
                                Locale.ROOT,
                                "step %d of %d: loss %.3f, on rows kept aside %.3f",
                                state.taken,
                                steps,
                                loss / each,
                                onAside);
                loss = 0;
                on = training.watch().heard(heard, (double) state.taken / steps);
            }
        }
        return state.best;
    }

    private DenoiserState start() {
        float[] theta = new float[net.size];
        net.mlp.start(theta, Draws.of(training.seed(), "start", 0), 0.1);
        return new DenoiserState(theta, new Adam(net.size, 0.9, 0.999, decay()));
    }

    /**
     * How strongly parameters are held back: next to nothing, and then 1, 3, 9, 27 with each step
     * of smoothing. Fewer steps alone, of which the best is kept anyway, left 120 people
     * recognisable at every smoothing.
     */
    private double decay() {
        return training.smoothing() == 0 ? 0.01 : Math.pow(3, training.smoothing() - 1);
    }

    /** A short rise, then half a cosine down to a hundredth. */
    private static double rate(int step, int steps) {
        double rise = Math.min(1, (step + 1) / 200.0);
        return RATE * rise * (0.505 + 0.495 * Math.cos(Math.PI * step / steps));
    }

    /**
     * The same noise at each look, so that looks can be compared; four times over for steadiness.
     */
    private double aside(float[] theta) {
        double sum = 0;
        for (int round = 0; round < 4; round++) {
            Draws draws = Draws.of(training.seed(), "look", round);
            sum += step.loss(theta, schedule.aside, draws, round % 2 == 1);
        }
        return sum / 4;
    }
}
