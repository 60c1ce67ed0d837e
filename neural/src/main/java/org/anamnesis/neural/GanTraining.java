package org.anamnesis.neural;

import java.util.Locale;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Plays generator against critic (WGAN with gradient penalty, one step each as CTGAN does). Keeps
 * the average of the generator's parameters whose rows are nearest to rows kept aside, and stops
 * when they come no nearer: the losses of the play itself say nothing of that.
 */
final class GanTraining {
    private static final double RATE = 1e-3;
    private static final int BATCH = 500;

    /** CTGAN's 300 epochs of the table of the peers are 3,900 steps of this batch. */
    private static final int STEPS = 2_000;

    private static final int LOOKS = 40;

    /** Looks without nearer rows until the play ends: a quarter of the usual training. */
    private static final int PATIENCE = 10;

    /** Rows drawn, and at most as many kept aside, at a look. */
    private static final int SEEN = 1_000;

    /** Width of the critic's hidden layers. */
    private static final int JUDGE = 160;

    private static final int PARTS = Shards.PARTS;

    private final Generator generator;
    private final Critic critic;
    private final GanStep step;
    private final int packs;
    private final Training training;
    private final EnergyDistance aside;
    private final double[][] usual;

    GanTraining(Generator generator, Table people, Training training) {
        this.generator = generator;
        long seed = training.seed();
        Schedule kept = new Schedule(people, seed, BATCH, 1);
        int rows = kept.learned.length;
        ModeRows table = new ModeRows(generator.layout, people.rows(kept.learned), seed);
        Matrix others = Matrix.zeros(Math.min(SEEN, kept.aside.length), generator.layout.width);
        ModeRows drawnFrom = new ModeRows(generator.layout, people.rows(kept.aside), ~seed);
        for (int i = 0; i < others.rows; i++) {
            drawnFrom.put(i, others, i, 0);
        }
        this.aside = new EnergyDistance(Kernels.best(), others);
        this.usual = GanModel.usual(generator.layout);
        this.training = training;
        this.critic = new Critic(GanStep.inputs(generator.layout), JUDGE, Kernels.best());
        double drop = Math.min(0.7, 0.25 * training.smoothing());
        // A small table needs no large batches; rows are drawn with replacement.
        this.packs = Math.max(40, Math.min(BATCH, rows / 4)) / GanStep.PACK;
        this.step = new GanStep(generator, critic, table, drop);
    }

    /** The generator's average parameters that came nearest to the rows kept aside. */
    float[] run() {
        Shards criticParts = new Shards(critic.size, PARTS);
        Shards generatorParts = new Shards(generator.size, PARTS);
        int steps = (int) Math.max(LOOKS, STEPS * training.effort() / (1 + training.smoothing()));
        int each = steps / LOOKS;
        float weight = 1f / packs;
        long key = new SeedTree(training.seed()).purpose("play");
        GanState state = Resumption.of(training.watch(), this::start);
        double apart = 0;
        double surprise = 0;
        for (boolean on = true; on && state.taken < steps && state.since < PATIENCE; ) {
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
                double away = aside.to(drawn(state.average.values()));
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
                                away);
                apart = 0;
                surprise = 0;
                on = training.watch().heard(heard, (double) state.taken / steps);
            }
        }
        return state.best;
    }

    /** Rows of a generator, from the same noise at each look, so that looks can be compared. */
    private Matrix drawn(float[] theta) {
        ModeLayout layout = generator.layout;
        Matrix out = Matrix.zeros(SEEN, layout.width);
        long key = new SeedTree(training.seed()).purpose("look");
        new GanSampler(generator, theta, new float[layout.width])
                .draw(
                        SEEN,
                        0,
                        key,
                        row -> GanModel.named(layout, usual, SeedTree.key(~key, row)),
                        (row, options, places) -> {
                            for (int j = 0; j < layout.size(); j++) {
                                if (layout.place[j] >= 0) {
                                    out.cells[out.at(row, layout.place[j])] = places[j];
                                }
                                out.cells[out.at(row, layout.choice[j] + options[j])] = 1f;
                            }
                        });
        return out;
    }

    private GanState start() {
        float[] made = new float[generator.size];
        float[] judge = new float[critic.size];
        generator.mlp.start(made, Draws.of(training.seed(), "generator", 0), 1);
        critic.mlp.start(judge, Draws.of(training.seed(), "critic", 0), 1);
        return new GanState(made, judge);
    }
}
