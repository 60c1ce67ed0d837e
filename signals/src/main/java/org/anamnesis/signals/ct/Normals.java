package org.anamnesis.signals.ct;

import org.anamnesis.random.SeedTree;

/**
 * Many standard normal numbers, fast: sixteen bits choose one of 65,536 quantiles, so a value lies
 * within 4.33 of 0. Quantiles by Acklam's rational approximation (relative error below 1.2e-9).
 */
final class Normals {
    private static final float[] QUANTILE = quantiles();

    private Normals() {}

    /** Fills with draws of a key, beginning at its draw 0. */
    static void fill(float[] into, long key) {
        int i = 0;
        for (int k = 0; i < into.length; k++) {
            long bits = SeedTree.bits(key, k);
            for (int part = 0; part < 4 && i < into.length; part++) {
                into[i++] = QUANTILE[(int) (bits >>> (16 * part)) & 0xFFFF];
            }
        }
    }

    private static float[] quantiles() {
        float[] q = new float[65536];
        for (int i = 0; i < q.length / 2; i++) {
            double x = quantile((i + 0.5) / q.length);
            q[i] = (float) x;
            q[q.length - 1 - i] = (float) -x;
        }
        return q;
    }

    /** For p up to one half. */
    private static double quantile(double p) {
        if (p < 0.02425) {
            double q = Math.sqrt(-2 * StrictMath.log(p));
            return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838)
                                                                    * q
                                                            - 2.549732539343734)
                                                    * q
                                            + 4.374664141464968)
                                    * q
                            + 2.938163982698783)
                    / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q
                                                            + 2.445134137142996)
                                                    * q
                                            + 3.754408661907416)
                                    * q
                            + 1);
        }
        double q = p - 0.5;
        double r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02)
                                                                * r
                                                        + 1.383577518672690e+02)
                                                * r
                                        - 3.066479806614716e+01)
                                * r
                        + 2.506628277459239)
                * q
                / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r
                                                                        - 1.556989798598866e+02)
                                                                * r
                                                        + 6.680131188771972e+01)
                                                * r
                                        - 1.328068155288572e+01)
                                * r
                        + 1);
    }
}
