package org.anamnesis.signals.eeg;

import org.anamnesis.signals.Draws;

/**
 * A rhythm of one source: a rotating, decaying vector pushed by noise, and a second one pushed by
 * the first, whose peak in the spectrum has tails that soon fall below the background; its size
 * waxes and wanes by itself. Times a slow log-normal envelope, times a gain.
 */
final class Rhythm {
    /** Steps of gains and envelopes within a second. */
    static final int STEPS = 8;

    private final float cos;
    private final float sin;
    private final float push;
    private final float[] weights;
    private final Noise noise;
    private final Draws slow;
    private final double keep;
    private final double swing;
    private final float size;
    private float x;
    private float y;
    private float firstX;
    private float firstY;
    private double log;
    private float gain;

    /**
     * @param hz centre
     * @param width half width at half height, in Hz
     * @param size root mean square of the source at its strongest electrode, in µV
     * @param swing standard deviation of the log of the envelope
     * @param seconds time constant of the envelope
     */
    Rhythm(
            double hz,
            double width,
            double size,
            double swing,
            double seconds,
            float[] weights,
            double rate,
            long key) {
        double each = width / StrictMath.sqrt(StrictMath.sqrt(2) - 1); // two poles halve sooner
        double shrink = StrictMath.exp(-2 * StrictMath.PI * each / rate);
        double left = 1 - shrink * shrink;
        double turn = 2 * StrictMath.PI * hz / rate;
        this.cos = (float) (shrink * StrictMath.cos(turn));
        this.sin = (float) (shrink * StrictMath.sin(turn));
        this.push =
                (float)
                        StrictMath.sqrt(
                                2 * left * left * left / (1 + shrink * shrink)); // x has variance 1
        this.size = (float) size;
        this.swing = swing;
        this.keep = StrictMath.exp(-1 / (seconds * STEPS));
        this.weights = weights;
        this.noise = new Noise(key);
        this.slow = Draws.of(key, "envelope");
        this.log = slow.normal();
    }

    float[] weights() {
        return weights;
    }

    /**
     * One second.
     *
     * @param gains at the end of each step
     * @return false if nothing is to be heard
     */
    boolean fill(float[] out, int count, float[] gains) {
        boolean silent = gain == 0;
        for (float g : gains) {
            silent &= g == 0;
        }
        if (silent) {
            return false;
        }
        noise.fill(out, count);
        float ux = firstX;
        float uy = firstY;
        float vx = x;
        float vy = y;
        for (int step = 0; step < STEPS; step++) {
            int from = count * step / STEPS;
            int to = count * (step + 1) / STEPS;
            log = keep * log + StrictMath.sqrt(1 - keep * keep) * slow.normal();
            float goal =
                    gains[step]
                            * size
                            * (float) StrictMath.exp(swing * log - swing * swing); // mean square 1
            float slope = (goal - gain) / Math.max(1, to - from);
            for (int i = from; i < to; i++) {
                float first = cos * ux - sin * uy + push * out[i];
                uy = sin * ux + cos * uy;
                ux = first;
                float turned = cos * vx - sin * vy + ux;
                vy = sin * vx + cos * vy + uy;
                vx = turned;
                gain += slope;
                out[i] = vx * gain;
            }
            gain = Math.abs(goal) < 1e-4f ? 0 : goal;
        }
        firstX = ux;
        firstY = uy;
        x = vx;
        y = vy;
        return true;
    }
}
