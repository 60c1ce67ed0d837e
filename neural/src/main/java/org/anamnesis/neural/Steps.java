package org.anamnesis.neural;

/** The noises through which a drawn row goes (Karras et al. 2022, arXiv:2206.00364, equation 5). */
final class Steps {
    /**
     * Beyond the first nothing is left of a row; below the last a number has its first two digits.
     */
    static final double MOST = 10;

    static final double LEAST = 0.02;

    private static final double BEND = 5;

    private Steps() {}

    /** Falling standard deviations, from {@link #MOST} to {@link #LEAST}. */
    static double[] of(int count) {
        double[] out = new double[count];
        double high = Math.pow(MOST, 1 / BEND);
        double low = Math.pow(LEAST, 1 / BEND);
        for (int k = 0; k < count; k++) {
            out[k] = Math.pow(high + (double) k / Math.max(1, count - 1) * (low - high), BEND);
        }
        return out;
    }
}
