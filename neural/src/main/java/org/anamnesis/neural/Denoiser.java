package org.anamnesis.neural;

/**
 * The network of a diffusion: from a row with noise of standard deviation σ to the row without.
 * Numbers are estimated, with the scaling of Karras et al. (2022, arXiv:2206.00364) for data of
 * variance 1; choices get a share an option. Columns whose values are given come without noise and
 * with a flag.
 */
final class Denoiser {
    /** Sines and cosines of ln σ that tell the network the noise. */
    private static final int TIMES = 8;

    private static final float SLOPE = 0.01f;

    final MixedLayout layout;
    final int hidden;
    final Mlp mlp;
    final int size;

    Denoiser(MixedLayout layout, int hidden) {
        this.layout = layout;
        this.hidden = hidden;
        Layout places = new Layout();
        this.mlp =
                new Mlp(places, new int[] {inputs(), hidden, hidden, hidden, layout.width}, SLOPE);
        this.size = places.size();
    }

    int inputs() {
        return 2 * layout.width + layout.size() + 2 * TIMES;
    }

    /**
     * The input of a row: columns with noise, then given ones in cells of their own, then flags of
     * the given and the noise.
     *
     * @param noisy the row with noise, whose given columns have none
     * @param given by column
     */
    void put(Matrix noisy, Matrix input, int i, boolean[] given, double sigma) {
        float scale = scale(sigma);
        for (int j = 0; j < layout.size(); j++) {
            int to = given[j] ? layout.width : 0;
            if (layout.number[j] >= 0) {
                copy(noisy, input, i, layout.number[j], 1, to, given[j] ? 1 : scale);
            }
            if (layout.choice[j] >= 0) {
                int options = layout.columns.get(j).options();
                copy(noisy, input, i, layout.choice[j], options, to, given[j] ? 1 : scale);
            }
            input.cells[input.at(i, 2 * layout.width + j)] = given[j] ? 1 : 0;
        }
        int at = input.at(i, 2 * layout.width + layout.size());
        for (int k = 0; k < TIMES; k++) {
            double angle = Math.log(sigma) * Math.PI * (k + 1) / 8; // ln σ spans about 8
            input.cells[at + 2 * k] = (float) Math.sin(angle);
            input.cells[at + 2 * k + 1] = (float) Math.cos(angle);
        }
    }

    private static void copy(
            Matrix from, Matrix input, int i, int cell, int count, int to, float scale) {
        for (int c = cell; c < cell + count; c++) {
            input.cells[input.at(i, to + c)] = from.cells[from.at(i, c)] * scale;
        }
    }

    /** What a noisy row is multiplied by before the network sees it: 1 / √(σ² + 1). */
    static float scale(double sigma) {
        return (float) (1 / Math.sqrt(sigma * sigma + 1));
    }

    /**
     * Losses of a batch, and their gradients in place of the network's output: mean squares of the
     * scaled numbers and surprise at the choices, of columns that are not given.
     *
     * @param output of the network, replaced
     * @param clean the rows without noise
     * @param rows of the table, by row of the batch
     * @return sum over the batch
     */
    double loss(
            Matrix output,
            Matrix noisy,
            Matrix clean,
            MixedRows table,
            int[] rows,
            boolean[][] given,
            double[] sigmas,
            float weight) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double s2 = sigmas[i] * sigmas[i];
            float skip = (float) (1 / (s2 + 1));
            float out = (float) (sigmas[i] / Math.sqrt(s2 + 1));
            for (int j = 0; j < layout.size(); j++) {
                boolean counts = !given[i][j];
                int cell = layout.number[j];
                if (cell >= 0) {
                    int at = output.at(i, cell);
                    float target =
                            (clean.cells[clean.at(i, cell)] - skip * noisy.cells[noisy.at(i, cell)])
                                    / out;
                    float error = output.cells[at] - target;
                    boolean present = counts && !table.missing(j, rows[i]);
                    sum += present ? 0.5 * error * error : 0;
                    output.cells[at] = present ? weight * error : 0;
                }
                int first = layout.choice[j];
                if (first >= 0) {
                    int options = layout.columns.get(j).options();
                    int truth = table.option(j, rows[i]);
                    int at = output.at(i, first);
                    double loss =
                            Softmax.loss(output.cells, at, options, truth, counts ? weight : 0f);
                    sum += counts ? loss : 0;
                }
            }
        }
        return sum;
    }
}
