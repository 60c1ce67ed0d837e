package org.anamnesis.learn.sample;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far the rows taken are from the pool that they were taken from: Σ (Σ<sub>taken</sub>
 * z<sub>a</sub>z<sub>b</sub> − n · mean of the pool)² over all pairs a, b of {@link Features}, so
 * over shares, means, spreads and what hangs together. What an exchange of two rows changes of it
 * costs one product with the matrix of differences D: with d = z<sub>in</sub> − z<sub>out</sub> and
 * s = z<sub>in</sub> + z<sub>out</sub> it is 2 dᵀDs + |z<sub>in</sub>|⁴ + |z<sub>out</sub>|⁴ − 2
 * (z<sub>in</sub> · z<sub>out</sub>)².
 */
final class Likeness {
    /** Multiplications that one piece of rows may cost, a second or two. */
    private static final double WORK = 3e9;

    private final float[][] z;
    private final int width;

    /** Differences of sums of products, width × width. */
    private final float[] off;

    /** |z|² by row. */
    private final double[] squares;

    private final long tries;

    private Likeness(float[][] z, long tries) {
        this.z = z;
        this.width = z[0].length;
        this.tries = tries;
        this.off = new float[width * width];
        this.squares = new double[z.length];
        Arrays.setAll(squares, i -> dot(z[i], z[i]));
    }

    /**
     * @param z features of the pool by row
     * @param count rows that are taken
     * @param each exchanges tried for each row taken, if they do not cost too much
     * @return empty if too few could be tried to be of use
     */
    static Optional<Likeness> of(float[][] z, int count, int each) {
        double product = (double) z[0].length * z[0].length;
        long tries = (long) Math.min((double) each * count, (WORK / product - z.length) / 2);
        return tries < count ? Optional.empty() : Optional.of(new Likeness(z, tries));
    }

    /** How many exchanges are to be tried. */
    long tries() {
        return tries;
    }

    /**
     * Looks at the rows that were taken.
     *
     * @param times how often each row was
     * @param weights of the pool's rows
     */
    void begin(int[] times, double[] weights) {
        Arrays.fill(off, 0);
        double scale = Arrays.stream(times).sum() / Arrays.stream(weights).sum();
        for (int i = 0; i < z.length; i++) {
            add((float) (times[i] - scale * weights[i]), z[i]);
        }
    }

    private void add(float weight, float[] row) {
        for (int a = 0; a < width; a++) {
            float left = weight * row[a];
            for (int b = 0; b < width; b++) {
                off[a * width + b] += left * row[b];
            }
        }
    }

    /** Whether the rows taken are nearer to the pool with one row in place of another. */
    boolean helps(int out, int in) {
        float[] before = z[out];
        float[] then = z[in];
        double product = 0;
        for (int a = 0; a < width; a++) {
            float more = then[a] - before[a];
            if (more != 0) { // most answers of two rows are the same
                float sum = 0;
                int base = a * width;
                for (int b = 0; b < width; b++) {
                    sum += off[base + b] * (then[b] + before[b]);
                }
                product += more * sum;
            }
        }
        double both = dot(before, then);
        double alone = squares[in] * squares[in] + squares[out] * squares[out];
        return 2 * product + alone - 2 * both * both < 0;
    }

    /** One row in place of another. */
    void exchange(int out, int in) {
        add(-1, z[out]);
        add(1, z[in]);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
