package org.anamnesis.neural;

import java.util.Locale;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Plays generator against critic (WGAN with gradient penalty, one step each as CTGAN does). Stops
 * when rows kept aside show that the drawn ones have moved away from them, and goes back to where
 * they were nearest: the losses of the play itself say nothing of that.
 */
final class GanTraining {
    private static final double RATE = 1e-3;
    private static final int BATCH = 500;

    /** CTGAN's 300 epochs of the table of the peers are 3,900 steps of this batch. */
    private static final int STEPS = 2_000;

    /**
     * How often a row is learned at most: as often as in a table of a few hundred rows and more,
     * whose batch is a quarter of it. Smaller ones would be known by heart.
     */
    private static final int EPOCHS = 500;

    private static final int LOOKS = 40;

    /** Looks without nearer rows before the play may end: a quarter of the usual training. */
    private static final int PATIENCE = 10;

    /** Width of the critic's hidden layers. */
    private static final int JUDGE = 160;

    private static final int PARTS = Shards.PARTS;

    private final Generator generator;
    private final Critic critic;
    private final GanStep step;
    private final int packs;
    private final int steps;
    private final Training training;
    private final RowsAside aside;

    GanTraining(Generator generator, Table people, Training training) {
        this.generator = generator;
        Schedule kept = new Schedule(people, training.seed(), BATCH, 1);
        int rows = kept.learned.length;
        ModeRows table = new ModeRows(generator.layout, people.rows(kept.learned), training.seed());
        this.aside = new RowsAside(generator.layout, people.rows(kept.aside), training.seed());
        this.training = training;
        this.critic = new Critic(GanStep.inputs(generator.layout), JUDGE, Kernels.best());
        double drop = Math.min(0.7, 0.25 * training.smoothing());
        // A small table needs no large batches; rows are drawn with replacement.
        this.packs = Math.max(40, Math.min(BATCH, rows / 4)) / GanStep.PACK;
        double most = Math.min(STEPS, (double) EPOCHS * rows / (packs * GanStep.PACK));
        double wanted = most * training.effort() / (1 + training.smoothing());
        this.steps = (int) Math.max(LOOKS, wanted);
        this.step = new GanStep(generator, critic, table, drop);
    }

    /** The generator's average parameters. */
    float[] run() {
        Shards criticParts = new Shards(critic.size, PARTS);
        Shards generatorParts = new Shards(generator.size, PARTS);
        int each = steps / LOOKS;
        float weight = 1f / packs;
        long key = new SeedTree(training.seed()).purpose("play");
        GanState state = Resumption.of(training.watch(), this::start);
        double apart = 0;
        double surprise = 0;
        for (boolean on = true; on && state.taken < steps && !state.over(PATIENCE); ) {
            long at = SeedTree.key(key, state.taken);
            double rate = RATE * (1 - 0.9 * state.taken / steps);
            apart +=
                    criticParts.run(
                            packs,
                            (part, from, to, gradients) ->
                                    step.judge(
                                            state.made,
                                            state.judge,
                                            gradients,
                                            (to - from) * GanStep.PACK,
                                            weight,
                                            new Draws(SeedTree.key(at, part))));
            state.judged(criticParts.sum(), rate);
            surprise +=
                    generatorParts.run(
                            packs,
                            (part, from, to, gradients) ->
                                    step.improve(
                                            state.made,
                                            state.judge,
                                            gradients,
                                            (to - from) * GanStep.PACK,
                                            weight,
                                            new Draws(SeedTree.key(at, PARTS + part))));
            state.improved(generatorParts.sum(), rate / 2);
            if (state.taken % each == 0) {
                double[] away = aside.parts(generator, state.average.values());
                state.look(away);
                Resumption.keep(training.watch(), state);
                String heard =
                        String.format(
                                Locale.ROOT,
                                "step %d of %d: critic tells apart by %.3f, conditions missed by %.3f, distance to rows kept aside %.4f",
                                state.taken,
                                steps,
                                apart / each / packs,
                                surprise / each / packs / GanStep.PACK,
                                EnergyDistance.mean(away));
                apart = 0;
                surprise = 0;
                on = training.watch().heard(heard, (double) state.taken / steps);
            }
        }
        return state.result();
    }

    private GanState start() {
        float[] made = new float[generator.size];
        float[] judge = new float[critic.size];
        generator.mlp.start(made, Draws.of(training.seed(), "generator", 0), 1);
        critic.mlp.start(judge, Draws.of(training.seed(), "critic", 0), 1);
        return new GanState(made, judge, aside.count());
    }
}
