package org.anamnesis.neural;

import java.util.Arrays;

/** Puts noise on rows and learns to take it off. */
final class DenoiserStep {
    /** ln σ is normal with this mean and standard deviation, cut to the range that is sampled. */
    private static final double MEAN = -0.7;

    private static final double SPREAD = 1.3;

    /** Share of rows that are learned without a given column, as free draws need them. */
    private static final double FREE = 0.4;

    private final Denoiser net;
    private final MixedRows table;
    private final Kernel kernel = Kernels.best();

    DenoiserStep(Denoiser net, MixedRows table) {
        this.net = net;
        this.table = table;
    }

    /** A batch with its noise: what the network sees and what it should say. */
    private final class Noisy {
        final Matrix clean;
        final Matrix noisy;
        final Matrix input;
        final boolean[][] given;
        final double[] sigmas;

        Noisy(int[] rows, Draws draws, boolean conditions) {
            int width = net.layout.width;
            clean = Matrix.zeros(rows.length, width);
            input = Matrix.zeros(rows.length, net.inputs());
            given = new boolean[rows.length][net.layout.size()];
            sigmas = new double[rows.length];
            table.put(rows, clean, draws);
            noisy = Matrix.in(clean.cells.clone(), 0, rows.length, width);
            for (int i = 0; i < rows.length; i++) {
                if (conditions && draws.uniform() >= FREE) {
                    give(given[i], draws);
                }
                double log = MEAN + SPREAD * draws.normal();
                sigmas[i] = Math.max(Steps.LEAST, Math.min(Steps.MOST, Math.exp(log)));
                for (int j = 0; j < given[i].length; j++) {
                    if (!given[i][j]) {
                        noise(i, j, draws);
                    }
                }
                net.put(noisy, input, i, given[i], sigmas[i]);
            }
        }

        /** Half of the time one column, as most conditions are; else any number. */
        private void give(boolean[] flags, Draws draws) {
            double u = draws.uniform();
            int count = 1 + (int) (Math.max(0, 2 * u - 1) * (flags.length - 1));
            int[] order = draws.order(flags.length);
            for (int k = 0; k < count; k++) {
                flags[order[k]] = true;
            }
        }

        private void noise(int i, int j, Draws draws) {
            int number = net.layout.number[j];
            if (number >= 0) {
                noisy.cells[noisy.at(i, number)] += (float) (sigmas[i] * draws.normal());
            }
            int first = net.layout.choice[j];
            int options = first < 0 ? 0 : net.layout.columns.get(j).options();
            for (int c = first; c < first + options; c++) {
                noisy.cells[noisy.at(i, c)] += (float) (sigmas[i] * draws.normal());
            }
        }
    }

    /**
     * Adds the gradients of the mean loss of some rows.
     *
     * @param weight 1 / rows of the whole batch
     * @return sum of the rows' losses
     */
    double gradients(
            float[] theta, float[] gradients, int[] rows, float weight, double drop, Draws draws) {
        Noisy batch = new Noisy(rows, draws, true);
        Mlp.Trace trace = net.mlp.forward(kernel, theta, batch.input, drop, draws);
        double loss = loss(batch, trace.output, rows, weight);
        net.mlp.back(kernel, theta, gradients, trace, trace.output);
        return loss;
    }

    /**
     * Mean loss of rows, with noise that depends on {@code draws} alone.
     *
     * @param conditions whether some columns are given, as in learning
     */
    double loss(float[] theta, int[] rows, Draws draws, boolean conditions) {
        double sum = 0;
        for (int from = 0; from < rows.length; from += 512) {
            int[] part = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + 512));
            Noisy batch = new Noisy(part, draws, conditions);
            Mlp.Trace trace = net.mlp.forward(kernel, theta, batch.input, 0, draws);
            sum += loss(batch, trace.output, part, 1);
        }
        return sum / rows.length;
    }

    private double loss(Noisy batch, Matrix output, int[] rows, float weight) {
        return net.loss(
                output, batch.noisy, batch.clean, table, rows, batch.given, batch.sigmas, weight);
    }
}
