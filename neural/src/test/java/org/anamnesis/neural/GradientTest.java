package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.junit.jupiter.api.Test;

/** Every gradient against central differences, and a wrong one that is caught. */
class GradientTest {
    private static final double BOUND = 2e-3;

    @Test
    void ofColumnsInAnOrder() {
        Draws draws = new Draws(5);
        int[] counts = {3, 5, 2, 4};
        double[][] ranks = {{}, {0, 0.1, 0.3, 0.6, 0.9}, {}, {0, 0.2, 0.5, 0.8}};
        OrderedNet net = new OrderedNet(counts, ranks, 6);
        float[] theta = noise(net.size, draws, 0.4);
        int[][] batch = new int[4][9];
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 9; i++) {
                batch[j][i] = draws.below(counts[j]);
            }
        }
        int[] order = {2, 0, 3, 1};
        for (Kernel kernel : List.of(new PlainKernel(), new VectorKernel())) {
            OrderedStep step = new OrderedStep(net, kernel);
            float[] gradients = new float[net.size];
            step.gradients(theta, gradients, batch, order, 0, 7);
            Differences.check(theta, gradients, BOUND, t -> step.loss(t, batch, order));
            float[] none = new float[net.size];
            assertTrue(
                    Differences.wrong(theta, none, BOUND, t -> step.loss(t, batch, order)) > 0.3);
        }
    }

    @Test
    void ofAPerceptronWithDropout() {
        Draws draws = new Draws(6);
        Layout layout = new Layout();
        Mlp mlp = new Mlp(layout, new int[] {5, 8, 7, 3}, 0.2f);
        float[] theta = noise(layout.size(), draws, 0.5);
        Matrix x = KernelTest.random(draws, 6, 5, false);
        Kernel kernel = new PlainKernel();
        Mlp.Trace trace = mlp.forward(kernel, theta, x, 0.3, new Draws(1));
        float[] gradients = new float[layout.size()];
        mlp.back(kernel, theta, gradients, trace, trace.output); // of half the sum of squares
        Differences.check(
                theta,
                gradients,
                5e-2, // the sum has no mean: losses are near 20
                t -> {
                    double sum = 0;
                    for (float y : mlp.forward(kernel, t, x, 0.3, new Draws(1)).output.cells) {
                        sum += 0.5 * y * y;
                    }
                    return sum;
                });
    }

    @Test
    void ofADenoiser() {
        Table people = SmallTables.mixed(60, 3);
        List<MixedColumn> columns =
                IntStream.range(0, people.variables().size())
                        .mapToObj(j -> MixedColumn.of(people, j))
                        .toList();
        Denoiser net = new Denoiser(new MixedLayout(columns), 8);
        DenoiserStep step = new DenoiserStep(net, new MixedRows(net.layout, people));
        float[] theta = noise(net.size, new Draws(8), 0.3);
        int[] rows = IntStream.range(0, 20).toArray();
        float[] gradients = new float[net.size];
        step.gradients(theta, gradients, rows, 1f / 20, 0, new Draws(2));
        ToDoubleFunction<float[]> loss =
                t -> step.gradients(t, new float[net.size], rows, 1f / 20, 0, new Draws(2)) / 20;
        Differences.check(theta, gradients, 4 * BOUND, loss);
        float[] wrong = gradients.clone();
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] *= 1.5f;
        }
        assertTrue(Differences.wrong(theta, wrong, 4 * BOUND, loss) > 0.2);
    }

    @Test
    void ofACriticsPenaltyWhichIsAGradientOfAGradient() {
        Draws draws = new Draws(9);
        Critic critic = new Critic(6, 8, new PlainKernel());
        float[] theta = noise(critic.size, draws, 0.4);
        Matrix x = KernelTest.random(draws, 5, 6, false);
        float[] gradients = new float[critic.size];
        critic.penalty(theta, gradients, x, 1, 0.3, new Draws(1));
        ToDoubleFunction<float[]> loss =
                t -> critic.penalty(t, new float[critic.size], x, 1, 0.3, new Draws(1));
        Differences.check(theta, gradients, 10 * BOUND, loss);
        float[] half = gradients.clone();
        for (int i = 0; i < half.length; i++) {
            half[i] *= 0.5f;
        }
        assertTrue(Differences.wrong(theta, half, 10 * BOUND, loss) > 0.1);
    }

    @Test
    void ofACriticAtItsInput() {
        Draws draws = new Draws(10);
        Critic critic = new Critic(7, 8, new VectorKernel());
        float[] theta = noise(critic.size, draws, 0.5);
        Matrix x = KernelTest.random(draws, 4, 7, false);
        double[] sum = new double[1];
        Matrix g = critic.atInput(theta, x, 1, 0, draws, sum);
        Differences.check(
                x.cells,
                g.cells,
                BOUND,
                cells ->
                        critic.score(
                                theta,
                                new float[critic.size],
                                Matrix.in(cells, 0, 4, 7),
                                1,
                                0,
                                draws));
    }

    @Test
    void ofAGeneratorThroughTheCriticAndItsConditions() {
        Table people = SmallTables.mixed(200, 4);
        ModeLayout layout =
                new ModeLayout(
                        IntStream.range(0, people.variables().size())
                                .mapToObj(j -> ModeColumn.of(people, j))
                                .toList());
        Generator generator = new Generator(layout, 8);
        Critic critic = new Critic(GanStep.inputs(layout), 8, new PlainKernel());
        GanStep step = new GanStep(generator, critic, new ModeRows(layout, people, 1), 0.2);
        float[] made = noise(generator.size, new Draws(11), 0.2);
        float[] judge = noise(critic.size, new Draws(12), 0.2);
        float[] gradients = new float[generator.size];
        step.improve(made, judge, gradients, 20, 0.5f, new Draws(3));
        Differences.check(
                made, gradients, 10 * BOUND, t -> step.goal(t, judge, 20, 0.5f, new Draws(3)));
    }

    static float[] noise(int size, Draws draws, double scale) {
        float[] out = new float[size];
        for (int i = 0; i < size; i++) {
            out[i] = (float) (scale * draws.normal());
        }
        return out;
    }

    @Test
    void adamStepsAgainstTheSignAtFirst() {
        // With both moments unbiased the first step is rate·g/|g| (Kingma, Ba 2015, section 2.1).
        float[] theta = {1f, -2f, 0.5f};
        new Adam(3, 0.9, 0.999, 0).step(theta, new float[] {4f, -0.001f, 30f}, 0.1);
        float[] expected = {0.9f, -1.9f, 0.4f};
        for (int i = 0; i < 3; i++) {
            assertTrue(Math.abs(theta[i] - expected[i]) < 2e-5, Arrays.toString(theta));
        }
    }
}
