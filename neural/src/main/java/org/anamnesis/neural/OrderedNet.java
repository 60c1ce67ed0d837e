package org.anamnesis.neural;

import java.util.Arrays;

/**
 * For each column a small network that says how its codes are spread given the columns before it,
 * in any order of the columns (TabularARGN, arXiv:2501.12012). Each code has a vector; those of the
 * columns that are known stand side by side, "not known" has a vector of its own; a hidden layer
 * and a softmax a column follow.
 */
final class OrderedNet {
    private static final float SLOPE = 0.01f;

    /** Waves by which a head shapes a numeric column, and one for "missing". */
    private static final int WAVES = 17;

    final int columns;

    /** By column: codes, width of its vectors, where they stand in the input. */
    final int[] counts;

    final int[] widths;
    final int[] places;

    /** Width of the whole input. */
    final int input;

    final int hidden;
    private final int[] vectors;
    private final Dense[] inner;
    private final Dense[] heads;

    /** From a head to the scores of codes; of a category its head gives the scores. */
    private final Dense[] waves;

    private final boolean[] ranked;
    final int size;

    OrderedNet(int[] counts, boolean[] ranked, int hidden) {
        this.columns = counts.length;
        this.ranked = ranked.clone();
        this.counts = counts.clone();
        this.hidden = hidden;
        this.widths = new int[columns];
        this.places = new int[columns];
        Layout layout = new Layout();
        this.vectors = new int[columns];
        int at = 0;
        for (int j = 0; j < columns; j++) {
            widths[j] = width(counts[j], columns);
            places[j] = at;
            at += widths[j];
            vectors[j] = layout.take((counts[j] + 1) * widths[j]);
        }
        this.input = at;
        this.inner = new Dense[columns];
        this.heads = new Dense[columns];
        this.waves = new Dense[columns];
        for (int j = 0; j < columns; j++) {
            inner[j] = Dense.take(layout, input, hidden);
            int wide = ranked[j] ? Math.min(WAVES, counts[j]) : counts[j];
            heads[j] = Dense.take(layout, hidden, wide);
            if (ranked[j]) {
                waves[j] = Dense.take(layout, wide, counts[j]);
            }
        }
        this.size = layout.size();
    }

    /** 3 for yes/no, 16 for a hundred codes; half of it in a wide table, whose inputs are many. */
    private static int width(int codes, int columns) {
        int full = (int) Math.min(16, 2 + Math.rint(1.4 * Math.sqrt(codes)));
        return columns > 60 ? Math.max(2, full / 2) : full;
    }

    /**
     * Parameters to start from. Codes that are near in rank r get near vectors and near scores, by
     * waves cos(πmr), m = 1, 2, ..., the slow ones stronger; each column starts at its own
     * distribution. So what is learned from few people is a smooth dependence.
     */
    float[] start(Codes codes, double[][] shares, Draws draws) {
        float[] theta = new float[size];
        for (int j = 0; j < columns; j++) {
            inner[j].start(theta, draws, Math.sqrt(2));
            heads[j].start(theta, draws, 0.1);
            int bias = ranked[j] ? waves[j].bias() : heads[j].bias();
            for (int c = 0; c < counts[j]; c++) {
                theta[bias + c] = (float) Math.log(shares[j][c]);
                for (int d = 0; d < widths[j]; d++) {
                    boolean wave = ranked[j] && c > 0;
                    theta[vectors[j] + c * widths[j] + d] =
                            (float) (wave ? wave(codes, j, c, d + 1) : draws.normal());
                }
                for (int k = 0; ranked[j] && k < waves[j].in(); k++) {
                    // The first score of a head is that of "missing" alone.
                    double start = k == 0 || c == 0 ? (k == c ? 1 : 0) : wave(codes, j, c, k);
                    theta[waves[j].weights() + k * counts[j] + c] = (float) start;
                }
            }
        }
        return theta;
    }

    private static double wave(Codes codes, int column, int code, int m) {
        double rank = ((NumberCoding) codes.columns().get(column)).middle(code);
        return Math.sqrt(2) / m * Math.cos(Math.PI * m * rank);
    }

    /** Writes the vector of a code, or of "not known" if it is −1, into row i of the input. */
    void put(float[] theta, int column, int code, Matrix x, int i) {
        put(theta, column, code, x, i, places[column]);
    }

    /** The same, with the vector beginning at column {@code place} of the input. */
    void put(float[] theta, int column, int code, Matrix x, int i, int place) {
        int width = widths[column];
        int row = code < 0 ? counts[column] : code;
        System.arraycopy(theta, vectors[column] + row * width, x.cells, x.at(i, place), width);
    }

    /** A column's hidden layer. */
    Dense inner(int column) {
        return inner[column];
    }

    /** Scores of a column's codes from its hidden layer, which is rectified in place. */
    void head(Kernel kernel, float[] theta, int column, Matrix h, Matrix scores) {
        Rectifier.apply(h, SLOPE);
        scores(kernel, theta, column, h, scores);
    }

    /** Returns what the head says, from which the scores follow by waves. */
    private Matrix scores(Kernel kernel, float[] theta, int column, Matrix h, Matrix scores) {
        if (!ranked[column]) {
            heads[column].forward(kernel, theta, h, scores);
            return scores;
        }
        Matrix said = Matrix.zeros(h.rows, heads[column].out());
        heads[column].forward(kernel, theta, h, said);
        waves[column].forward(kernel, theta, said, scores);
        return said;
    }

    /**
     * Adds one column's gradients for a batch, and gives those of its input.
     *
     * @param x batch × input
     * @param codes of the column, by row of the batch
     * @param scale of each row's loss
     * @param dx batch × input, filled
     * @return sum of the losses, in nats
     */
    double learn(
            Kernel kernel,
            float[] theta,
            float[] gradients,
            int column,
            Matrix x,
            int[] codes,
            float scale,
            double drop,
            Draws draws,
            Matrix dx) {
        int rows = x.rows;
        Matrix h = Matrix.zeros(rows, hidden);
        Matrix masks = Matrix.zeros(rows, hidden);
        Matrix scores = Matrix.zeros(rows, counts[column]);
        inner[column].forward(kernel, theta, x, h);
        Rectifier.apply(h, masks, SLOPE);
        Rectifier.drop(h, masks, drop, draws);
        Matrix said = scores(kernel, theta, column, h, scores);
        double loss = 0;
        for (int i = 0; i < rows; i++) {
            loss += Softmax.loss(scores.cells, scores.at(i, 0), counts[column], codes[i], scale);
        }
        Matrix d = scores;
        if (ranked[column]) {
            waves[column].learn(kernel, gradients, said, scores);
            d = Matrix.zeros(rows, said.columns);
            waves[column].back(kernel, theta, scores, d);
        }
        heads[column].learn(kernel, gradients, h, d);
        Matrix dh = Matrix.zeros(rows, hidden);
        heads[column].back(kernel, theta, d, dh);
        Rectifier.back(dh, masks);
        inner[column].learn(kernel, gradients, x, dh);
        inner[column].back(kernel, theta, dh, dx);
        return loss;
    }

    /** Sum of the losses of one column over a batch, in nats. */
    double loss(Kernel kernel, float[] theta, int column, Matrix x, int[] codes) {
        Matrix h = Matrix.zeros(x.rows, hidden);
        Matrix scores = Matrix.zeros(x.rows, counts[column]);
        inner[column].forward(kernel, theta, x, h);
        head(kernel, theta, column, h, scores);
        double loss = 0;
        for (int i = 0; i < x.rows; i++) {
            loss += Softmax.loss(scores.cells, scores.at(i, 0), counts[column], codes[i], 1);
        }
        return loss;
    }

    /**
     * Adds the gradients of a column's vectors.
     *
     * @param dx gradients of the input of one network
     * @param known whether that network knew the column
     * @param codes of the column, by row of the batch
     */
    void vectors(float[] gradients, int column, Matrix dx, boolean known, int[] codes) {
        int width = widths[column];
        int first = vectors[column];
        for (int i = 0; i < dx.rows; i++) {
            int to = first + (known ? codes[i] : counts[column]) * width;
            int from = dx.at(i, places[column]);
            for (int d = 0; d < width; d++) {
                gradients[to + d] += dx.cells[from + d];
            }
        }
    }

    /** Codes by column of some rows. */
    static int[][] batch(int[][] codes, int[] rows) {
        return Arrays.stream(codes)
                .map(column -> Arrays.stream(rows).map(i -> column[i]).toArray())
                .toArray(int[][]::new);
    }
}
