package org.anamnesis.neural;

import java.util.Arrays;

/**
 * For each column a small network that says how its codes are spread given the columns before it,
 * in any order of the columns (TabularARGN, arXiv:2501.12012). Each code has a vector, a number's
 * that of its rank; those of the columns that are known stand side by side, "not known" has a
 * vector of its own; a hidden layer and a softmax a column follow.
 */
final class OrderedNet {
    private static final float SLOPE = 0.01f;

    /** What a head says of a numeric column: "missing" and 16 waves. */
    private static final int SAID = 17;

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

    /** Of a number: how often each code is anyway; of a category its head's bias says it. */
    private final int[] usual;

    private final boolean[] ranked;
    private final Waves[] waves;
    final int size;

    /**
     * @param ranks by column: the middles of its codes' ranks, from code 1 on; empty for a category
     */
    OrderedNet(int[] counts, double[][] ranks, int hidden) {
        this.columns = counts.length;
        this.ranked = new boolean[columns];
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
            ranked[j] = ranks[j].length > 0;
            vectors[j] = layout.take((ranked[j] ? 2 : counts[j] + 1) * widths[j]);
        }
        this.input = at;
        this.inner = new Dense[columns];
        this.heads = new Dense[columns];
        this.usual = new int[columns];
        this.waves = new Waves[columns];
        for (int j = 0; j < columns; j++) {
            inner[j] = Dense.take(layout, input, hidden);
            int said = ranked[j] ? Math.min(SAID, counts[j]) : counts[j];
            heads[j] = Dense.take(layout, hidden, said);
            usual[j] = ranked[j] ? layout.take(counts[j]) : heads[j].bias();
            waves[j] = ranked[j] ? Waves.of(ranks[j], widths[j], said) : Waves.none();
        }
        this.size = layout.size();
    }

    /** 3 for yes/no, 16 for a hundred codes; half of it in a wide table, whose inputs are many. */
    private static int width(int codes, int columns) {
        int full = (int) Math.min(16, 2 + Math.rint(1.4 * Math.sqrt(codes)));
        return columns > 60 ? Math.max(2, full / 2) : full;
    }

    /** Parameters to start from: each column is spread as it is, whatever is known. */
    float[] start(double[][] shares, Draws draws) {
        float[] theta = new float[size];
        for (int j = 0; j < columns; j++) {
            inner[j].start(theta, draws, Math.sqrt(2));
            heads[j].start(theta, draws, 0.1);
            for (int c = 0; c < counts[j]; c++) {
                theta[usual[j] + c] = (float) Math.log(shares[j][c]);
            }
            int learned = ranked[j] ? 1 : counts[j]; // "not known" starts at 0
            for (int k = 0; k < learned * widths[j]; k++) {
                theta[vectors[j] + k] = (float) draws.normal();
            }
        }
        return theta;
    }

    /**
     * Where parameters go that no person speaks for: columns stay spread as they are, and all
     * dependence goes to zero.
     *
     * @param start of {@link #start}
     */
    float[] rest(float[] start) {
        float[] rest = start.clone();
        for (int j = 0; j < columns; j++) {
            inner[j].forget(rest);
            heads[j].forget(rest);
        }
        return rest;
    }

    /**
     * Parameters of which the heads say so many times as much about a column beside how it is
     * spread anyway.
     *
     * @param rest of {@link #rest}
     */
    float[] strengthened(float[] theta, float[] rest, double times) {
        float[] out = theta.clone();
        for (Dense head : heads) {
            for (int k = head.weights(); k < head.bias() + head.out(); k++) {
                out[k] = (float) (rest[k] + times * (theta[k] - rest[k]));
            }
        }
        return out;
    }

    /** Writes the vector of a code, or of "not known" if it is −1, into row i of the input. */
    void put(float[] theta, int column, int code, Matrix x, int i) {
        put(theta, column, code, x, i, places[column]);
    }

    /** The same, with the vector beginning at column {@code place} of the input. */
    void put(float[] theta, int column, int code, Matrix x, int i, int place) {
        int width = widths[column];
        if (ranked[column] && code > 0) {
            float[] still = waves[column].vectors;
            System.arraycopy(still, code * width, x.cells, x.at(i, place), width);
        } else {
            System.arraycopy(theta, vector(column, code), x.cells, x.at(i, place), width);
        }
    }

    /** Place of the vector of a code of a category, of "missing" (0) or of "not known" (−1). */
    private int vector(int column, int code) {
        int unknown = ranked[column] ? 1 : counts[column];
        return vectors[column] + (code < 0 ? unknown : code) * widths[column];
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
        for (int i = 0; i < h.rows; i++) {
            System.arraycopy(theta, usual[column], scores.cells, scores.at(i, 0), counts[column]);
        }
        kernel.multiply(said, waves[column].scores, scores, true);
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
            for (int i = 0; i < rows; i++) {
                int at = scores.at(i, 0);
                for (int c = 0; c < counts[column]; c++) {
                    gradients[usual[column] + c] += scores.cells[at + c];
                }
            }
            d = Matrix.zeros(rows, said.columns);
            kernel.multiply(scores, waves[column].scores.transposed(), d, false);
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
     * Adds the gradients of those vectors of a column that are learned.
     *
     * @param dx gradients of the input of one network
     * @param known whether that network knew the column
     * @param codes of the column, by row of the batch
     */
    void vectors(float[] gradients, int column, Matrix dx, boolean known, int[] codes) {
        int width = widths[column];
        for (int i = 0; i < dx.rows; i++) {
            if (known && ranked[column] && codes[i] > 0) {
                continue;
            }
            int to = vector(column, known ? codes[i] : -1);
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
