package org.anamnesis.signals.eeg;

/**
 * A filter that makes white noise into noise whose power falls as 1/f<sup>β</sup> above a corner: a
 * leaky integrator (β = 2) and three pairs of a pole and a zero that bend it to β, two octaves
 * each. The aperiodic part of the EEG follows such a law (Donoghue et al. 2020,
 * doi:10.1038/s41593-020-00744-x).
 */
final class Aperiodic {
    private static final double CORNER = 0.7; // Hz; below, the law of real recordings bends too
    private static final double[] PAIRS = {1.4, 5.6, 22.4}; // Hz

    private final float leak;
    private final float[] poles = new float[PAIRS.length];
    private final float[] zeros = new float[PAIRS.length];
    private final float scale;
    private final double rate;

    /**
     * @param exponent β, 1 to 3
     * @param rate in Hz
     */
    Aperiodic(double exponent, double rate) {
        this.rate = rate;
        this.leak = pole(CORNER);
        double bend = StrictMath.pow(4, (exponent - 2) / 2);
        for (int i = 0; i < PAIRS.length; i++) {
            poles[i] = pole(PAIRS[i]);
            zeros[i] = pole(PAIRS[i] * bend);
        }
        double variance = 0;
        for (double f = 0.05; f < rate / 2; f += 0.1) {
            variance += 0.1 * 2 / rate * gain(f);
        }
        this.scale = (float) (1 / StrictMath.sqrt(variance));
    }

    private float pole(double hz) {
        return (float) StrictMath.exp(-2 * StrictMath.PI * hz / rate);
    }

    /** Numbers of a source's memory. */
    static int memory() {
        return 1 + PAIRS.length;
    }

    /**
     * In place; variance 1 in gives variance 1 out.
     *
     * @param floor share of the unfiltered noise that is added
     */
    void run(float[] x, int count, float[] memory, float floor) {
        float y0 = memory[0];
        float y1 = memory[1];
        float y2 = memory[2];
        float y3 = memory[3];
        float p1 = poles[0];
        float p2 = poles[1];
        float p3 = poles[2];
        float z1 = zeros[0];
        float z2 = zeros[1];
        float z3 = zeros[2];
        for (int i = 0; i < count; i++) {
            float before = y0;
            y0 = leak * y0 + scale * x[i];
            float a = y0 - z1 * before + p1 * y1;
            float b = a - z2 * y1 + p2 * y2;
            float c = b - z3 * y2 + p3 * y3;
            y1 = a;
            y2 = b;
            y3 = c;
            x[i] = c + floor * x[i];
        }
        memory[0] = y0;
        memory[1] = y1;
        memory[2] = y2;
        memory[3] = y3;
    }

    /** Power gain at a frequency in Hz, for white noise of variance 1 a sample. */
    private double gain(double hz) {
        double g = 1 / distance(hz, leak);
        for (int i = 0; i < PAIRS.length; i++) {
            g *= distance(hz, zeros[i]) / distance(hz, poles[i]);
        }
        return g;
    }

    /** Variance between two frequencies of what {@link #run} makes. */
    double variance(double low, double high) {
        double sum = 0;
        for (double f = low + 0.05; f < high; f += 0.1) {
            sum += 0.1 * 2 / rate * gain(f) * scale * scale;
        }
        return sum;
    }

    /** |1 − q e^(−iω)|² */
    private double distance(double hz, double q) {
        return 1 - 2 * q * StrictMath.cos(2 * StrictMath.PI * hz / rate) + q * q;
    }
}
