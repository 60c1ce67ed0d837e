package org.anamnesis.signals.ecg;

import org.anamnesis.signals.Draws;

/**
 * How a person's eight measured leads see the heart: an 8 × 3 matrix from a dipole (x to the left,
 * y to the feet, z to the back; mV) to the leads.
 *
 * <p>The mean is Dower's matrix (Dower, Machado, Osborne 1980, Clin Cardiol 3:87-95). One matrix
 * for everybody gives synthetic leads away at once, and measured against a person's own leads it
 * fails (correlations down to 0.2); so the place of the heart (three rotations), the distance of
 * each chest electrode and each coefficient vary. The spreads are assumptions.
 */
final class Torso {
    private static final double[][] DOWER = {
        {.632, -.235, .059},
        {.235, 1.066, -.132},
        {-.515, .157, -.917},
        {.044, .164, -1.387},
        {.882, .098, -1.277},
        {1.213, .127, -.601},
        {1.125, .127, -.086},
        {.831, .076, .230}
    };
    private static final double TURN = Math.toRadians(9);
    private static final double DISTANCE = .12;
    private static final double PLACE = .06;

    private final double[][] leads = new double[8][3];

    private Torso() {}

    static Torso of(long key) {
        var draws = Draws.of(key, "torso");
        double[][] turn = turn(draws);
        var torso = new Torso();
        for (int l = 0; l < 8; l++) {
            double gain = Math.exp(DISTANCE * draws.normal());
            for (int c = 0; c < 3; c++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += DOWER[l][k] * turn[k][c];
                }
                torso.leads[l][c] = gain * (sum + PLACE * draws.normal());
            }
        }
        return torso;
    }

    private static double[][] turn(Draws draws) {
        double a = TURN * draws.normal();
        double b = TURN * draws.normal();
        double c = TURN * draws.normal();
        double[][] x = {{1, 0, 0}, {0, Math.cos(a), -Math.sin(a)}, {0, Math.sin(a), Math.cos(a)}};
        double[][] y = {{Math.cos(b), 0, Math.sin(b)}, {0, 1, 0}, {-Math.sin(b), 0, Math.cos(b)}};
        double[][] z = {{Math.cos(c), -Math.sin(c), 0}, {Math.sin(c), Math.cos(c), 0}, {0, 0, 1}};
        return times(times(x, y), z);
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    /** What lead {@code l} of the eight shows of a dipole. */
    double see(int l, Dipole d) {
        return leads[l][0] * d.x() + leads[l][1] * d.y() + leads[l][2] * d.z();
    }
}
