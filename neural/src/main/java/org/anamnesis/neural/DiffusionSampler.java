package org.anamnesis.neural;

import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;

/**
 * Takes noise off step by step (DDIM, Song et al. 2021, arXiv:2010.02502), for rows side by side.
 */
final class DiffusionSampler {
    private static final int CHUNK = 256;

    /** Numbers stay where normal scores of ranks are. */
    private static final float LARGEST = (float) Scale.score(1);

    private final Denoiser net;
    private final float[] theta;
    private final double[] sigmas;
    private final Kernel kernel = Kernels.best();

    DiffusionSampler(Denoiser net, float[] theta, int steps) {
        this.net = net;
        this.theta = theta;
        this.sigmas = Steps.of(steps);
    }

    /** Receives a drawn row, from several threads: what is left of it when the noise is gone. */
    interface Receiver {
        /**
         * @param row of the draw
         * @param scores its numbers and shares of options, in row {@code i} of a matrix
         */
        void take(int row, Matrix scores, int i);
    }

    /** Writes the given columns of a row. */
    interface Giver {
        void give(int row, Matrix x, int i);
    }

    /**
     * Draws rows.
     *
     * @param given which columns {@code giver} writes, the same for all rows
     * @param first number of the first row
     */
    void draw(int count, boolean[] given, Giver giver, long first, long key, Receiver receiver) {
        boolean[] fixed = fixed(given);
        IntStream.range(0, (count + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(
                        part -> {
                            int from = part * CHUNK;
                            int rows = Math.min(CHUNK, count - from);
                            Matrix x = noise(rows, fixed, first + from, key);
                            for (int i = 0; i < rows; i++) {
                                giver.give(from + i, x, i);
                            }
                            Matrix clean = chunk(x, given, fixed);
                            for (int i = 0; i < rows; i++) {
                                receiver.take(from + i, clean, i);
                            }
                        });
    }

    /** What rows start from; given cells are not as noisy, for those that nothing is written to. */
    private Matrix noise(int rows, boolean[] fixed, long first, long key) {
        Matrix x = Matrix.zeros(rows, net.layout.width);
        for (int i = 0; i < rows; i++) {
            Draws draws = new Draws(SeedTree.key(key, first + i));
            for (int c = 0; c < net.layout.width; c++) {
                x.cells[x.at(i, c)] = (float) ((fixed[c] ? 1 : sigmas[0]) * draws.normal());
            }
        }
        return x;
    }

    /** Cells of the given columns. */
    private boolean[] fixed(boolean[] given) {
        boolean[] fixed = new boolean[net.layout.width];
        for (int j = 0; j < given.length; j++) {
            if (given[j] && net.layout.number[j] >= 0) {
                fixed[net.layout.number[j]] = true;
            }
            int first = net.layout.choice[j];
            for (int c = 0;
                    given[j] && first >= 0 && c < net.layout.columns.get(j).options();
                    c++) {
                fixed[first + c] = true;
            }
        }
        return fixed;
    }

    private Matrix chunk(Matrix x, boolean[] given, boolean[] fixed) {
        Matrix base = base(x, given, fixed);
        Matrix estimate = x;
        for (int k = 0; k < sigmas.length; k++) {
            estimate = estimate(x, base, given, fixed, sigmas[k]);
            float keep = k + 1 < sigmas.length ? (float) (sigmas[k + 1] / sigmas[k]) : 0;
            for (int i = 0; i < x.rows; i++) {
                for (int c = 0; c < x.columns; c++) {
                    int at = x.at(i, c);
                    float e = estimate.cells[at];
                    x.cells[at] = e + keep * (x.cells[at] - e);
                }
            }
        }
        return estimate;
    }

    /** What given columns add to the first layer's sums at every noise. */
    private Matrix base(Matrix x, boolean[] given, boolean[] fixed) {
        Dense dense = net.mlp.layer(0);
        int width = net.layout.width;
        Matrix base = Matrix.zeros(x.rows, dense.out());
        boolean any = false;
        for (boolean flag : given) {
            any |= flag;
        }
        if (any) {
            Matrix kept = Matrix.zeros(x.rows, width);
            for (int i = 0; i < x.rows; i++) {
                for (int c = 0; c < width; c++) {
                    kept.cells[kept.at(i, c)] = fixed[c] ? x.cells[x.at(i, c)] : 0;
                }
            }
            kernel.multiply(kept, dense.weights(theta).rows(width, width), base, false);
        }
        return base;
    }

    /** The rows without noise, as far as the network can tell; clipped to what a row can be. */
    private Matrix estimate(Matrix x, Matrix base, boolean[] given, boolean[] fixed, double sigma) {
        Matrix sums = first(x, base, given, fixed, sigma);
        Matrix out = net.mlp.finish(kernel, theta, sums);
        float skip = (float) (1 / (sigma * sigma + 1));
        float scale = (float) (sigma / Math.sqrt(sigma * sigma + 1));
        MixedLayout layout = net.layout;
        for (int i = 0; i < x.rows; i++) {
            for (int c = 0; c < layout.numbers; c++) {
                int at = out.at(i, c);
                float value = skip * x.cells[x.at(i, c)] + scale * out.cells[at];
                out.cells[at] = Math.max(-LARGEST, Math.min(LARGEST, value));
            }
            for (int j = 0; j < layout.size(); j++) {
                if (layout.choice[j] >= 0) {
                    Softmax.apply(
                            out.cells,
                            out.at(i, layout.choice[j]),
                            layout.columns.get(j).options());
                }
            }
        }
        return out;
    }

    /** Sums of the first layer; flags and noise are the same for all rows and are added once. */
    private Matrix first(Matrix x, Matrix base, boolean[] given, boolean[] fixed, double sigma) {
        int width = net.layout.width;
        Dense dense = net.mlp.layer(0);
        Matrix same = Matrix.zeros(1, net.inputs());
        net.put(Matrix.zeros(1, width), same, 0, given, sigma);
        Matrix bias = Matrix.zeros(1, dense.out());
        dense.forward(kernel, theta, same, bias);
        Matrix scaled = Matrix.zeros(x.rows, width);
        Matrix sums = Matrix.zeros(x.rows, dense.out());
        float scale = Denoiser.scale(sigma);
        for (int i = 0; i < x.rows; i++) {
            for (int c = 0; c < width; c++) {
                int at = x.at(i, c);
                scaled.cells[at] = fixed[c] ? 0 : x.cells[at] * scale;
            }
            for (int k = 0; k < dense.out(); k++) {
                sums.cells[sums.at(i, k)] = base.cells[base.at(i, k)] + bias.cells[k];
            }
        }
        kernel.multiply(scaled, dense.weights(theta).rows(0, width), sums, true);
        return sums;
    }
}
