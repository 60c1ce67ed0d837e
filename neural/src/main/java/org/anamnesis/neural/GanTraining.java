package org.anamnesis.neural;

import java.util.Locale;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;

/**
 * Plays generator against critic (WGAN with gradient penalty, one step each as CTGAN does) and
 * keeps the average of the generator's parameters. There is no loss on rows kept aside that says
 * when to stop, so the steps are fixed.
 */
final class GanTraining {
    private static final double RATE = 1e-3;
    private static final int BATCH = 500;

    /** CTGAN's 300 epochs of the table of the peers are 3,900 steps of this batch. */
    private static final int STEPS = 2_600;

    private static final int LOOKS = 40;

    /** Width of the critic's hidden layers; its first one has thousands of inputs already. */
    private static final int JUDGE = 128;

    /**
     * The critic sees fifty packs; halves of so few cost more in the kernel than a thread gains.
     */
    private static final int PARTS = 1;

    private final Generator generator;
    private final Critic critic;
    private final GanStep step;
    private final int packs;
    private final Training training;

    GanTraining(Generator generator, ModeRows table, int rows, Training training) {
        this.generator = generator;
        this.training = training;
        this.critic = new Critic(GanStep.inputs(generator.layout), JUDGE, Kernels.best());
        double drop = Math.min(0.7, 0.25 * training.smoothing());
        // A small table needs no large batches; rows are drawn with replacement.
        this.packs = Math.max(10, Math.min(BATCH, rows) / GanStep.PACK);
        this.step = new GanStep(generator, critic, table, drop);
    }

    /** The generator's average parameters. */
    float[] run() {
        float[] made = new float[generator.size];
        float[] judge = new float[critic.size];
        generator.mlp.start(made, Draws.of(training.seed(), "generator", 0), 1);
        critic.mlp.start(judge, Draws.of(training.seed(), "critic", 0), 1);
        Adam ofGenerator = new Adam(generator.size, 0.5, 0.9, 1e-3);
        Adam ofCritic = new Adam(critic.size, 0.5, 0.9, 0);
        Average average = new Average(made, 0.998);
        Shards criticParts = new Shards(critic.size, PARTS);
        Shards generatorParts = new Shards(generator.size, PARTS);
        int steps = (int) Math.max(LOOKS, STEPS * training.effort() / (1 + training.smoothing()));
        int each = steps / LOOKS;
        float weight = 1f / packs;
        long key = new SeedTree(training.seed()).purpose("play");
        double apart = 0;
        double surprise = 0;
        for (int s = 0; s < steps; s++) {
            long at = SeedTree.key(key, s);
            apart +=
                    criticParts.run(
                            packs,
                            (part, from, to, gradients) ->
                                    step.judge(
                                            made,
                                            judge,
                                            gradients,
                                            (to - from) * GanStep.PACK,
                                            weight,
                                            new Draws(SeedTree.key(at, part))));
            double rate = RATE * (1 - 0.9 * s / steps);
            ofCritic.step(judge, criticParts.sum(), rate);
            surprise +=
                    generatorParts.run(
                            packs,
                            (part, from, to, gradients) ->
                                    step.improve(
                                            made,
                                            judge,
                                            gradients,
                                            (to - from) * GanStep.PACK,
                                            weight,
                                            new Draws(SeedTree.key(at, PARTS + part))));
            ofGenerator.step(made, generatorParts.sum(), rate / 2);
            average.take(made);
            if ((s + 1) % each == 0) {
                String heard =
                        String.format(
                                Locale.ROOT,
                                "step %d of %d: critic tells apart by %.3f, conditions missed by %.3f",
                                s + 1,
                                steps,
                                apart / each / packs,
                                surprise / each / packs / GanStep.PACK);
                apart = 0;
                surprise = 0;
                if (!training.watch().heard(heard, (s + 1.0) / steps)) {
                    break;
                }
            }
        }
        return average.values();
    }
}
