package org.anamnesis.population;

/** Solves symmetric equations, for a step of Newton's. */
final class Cholesky {
    private Cholesky() {}

    /**
     * Solves H d = g by Cholesky with a ridge that grows until H is positive; no move where none
     * can be found, as when targets that nobody can meet have driven the weights out of range.
     */
    static double[] solved(double[][] h, double[] g) {
        int k = g.length;
        for (double ridge = 1e-12; ridge < 1e6; ridge *= 100) {
            double[][] l = new double[k][k];
            boolean positive = true;
            for (int a = 0; a < k && positive; a++) {
                for (int b = 0; b <= a; b++) {
                    double sum = h[a][b] + (a == b ? ridge : 0);
                    for (int c = 0; c < b; c++) {
                        sum -= l[a][c] * l[b][c];
                    }
                    if (a == b) {
                        positive = sum > 0;
                        l[a][a] = Math.sqrt(Math.max(sum, 0));
                    } else {
                        l[a][b] = sum / l[b][b];
                    }
                }
            }
            if (positive) {
                return substitute(l, g);
            }
        }
        return new double[k];
    }

    private static double[] substitute(double[][] l, double[] g) {
        int k = g.length;
        double[] d = new double[k];
        for (int a = 0; a < k; a++) {
            double sum = g[a];
            for (int c = 0; c < a; c++) {
                sum -= l[a][c] * d[c];
            }
            d[a] = sum / l[a][a];
        }
        for (int a = k - 1; a >= 0; a--) {
            for (int c = a + 1; c < k; c++) {
                d[a] -= l[c][a] * d[c];
            }
            d[a] /= l[a][a];
        }
        return d;
    }
}
