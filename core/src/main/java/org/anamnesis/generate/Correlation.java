package org.anamnesis.generate;

import java.util.stream.IntStream;

/** How normal scores hang together in pairs. */
final class Correlation {
    private Correlation() {}

    /**
     * Weighted Pearson correlations of normal scores over rows that have both; 0 if either is
     * constant. Below the diagonal and on it.
     *
     * @param z p × n normal scores, NaN if missing
     * @param w n weights
     */
    static double[][] of(double[][] z, double[] w) {
        int p = z.length;
        double[][] r = new double[p][p];
        IntStream.range(0, p)
                .parallel()
                .forEach(
                        a -> {
                            r[a][a] = 1;
                            for (int b = 0; b < a; b++) {
                                r[a][b] = correlation(z[a], z[b], w);
                            }
                        });
        return r;
    }

    private static double correlation(double[] x, double[] y, double[] w) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int i = 0; i < w.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                n += w[i];
                sx += w[i] * x[i];
                sy += w[i] * y[i];
                sxx += w[i] * x[i] * x[i];
                syy += w[i] * y[i] * y[i];
                sxy += w[i] * x[i] * y[i];
            }
        }
        double vx = sxx - sx * sx / n;
        double vy = syy - sy * sy / n;
        return vx > 1e-9 && vy > 1e-9 ? (sxy - sx * sy / n) / Math.sqrt(vx * vy) : 0;
    }

    /**
     * Cholesky factor of the correlations, drawn towards independence until they are positive
     * definite.
     */
    static double[][] factor(double[][] r) {
        for (double shrink = 0; ; shrink = shrink == 0 ? 1e-3 : shrink * 2) {
            double[][] l = new double[r.length][r.length];
            boolean positive = true;
            for (int a = 0; a < r.length && positive; a++) {
                for (int b = 0; b <= a; b++) {
                    double sum = a == b ? 1 : r[a][b] * (1 - shrink);
                    for (int c = 0; c < b; c++) {
                        sum -= l[a][c] * l[b][c];
                    }
                    if (a == b) {
                        positive = sum > 1e-6;
                        l[a][a] = Math.sqrt(Math.max(sum, 0));
                    } else {
                        l[a][b] = sum / l[b][b];
                    }
                }
            }
            if (positive) {
                return l;
            }
        }
    }
}
