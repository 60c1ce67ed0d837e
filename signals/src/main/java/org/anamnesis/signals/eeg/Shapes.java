package org.anamnesis.signals.eeg;

/** Shapes in time, of size 1. */
final class Shapes {
    private Shapes() {}

    /** A bell with its top at {@code top}; other widths before and after. */
    static double bell(double t, double top, double before, double after) {
        double z = (t - top) / (t < top ? before : after);
        return z * z > 40 ? 0 : StrictMath.exp(-z * z / 2);
    }

    /** Rises and falls once over a duration: a spindle's envelope. */
    static double arch(double t, double duration) {
        if (t <= 0 || t >= duration) {
            return 0;
        }
        double s = StrictMath.sin(StrictMath.PI * t / duration);
        return s * s;
    }

    /** 1 with ramps at both ends. */
    static double plateau(double t, double duration, double up, double down) {
        return ramp(t, 0, up) * ramp(duration - t, 0, down);
    }

    /** From 0 at {@code from} to 1 at {@code to}, smoothly. */
    static double ramp(double t, double from, double to) {
        double u = Math.max(0, Math.min(1, (t - from) / (to - from)));
        return u * u * (3 - 2 * u);
    }

    /** A spike or a sharp wave, negative, and the slow wave after it; the peak is at 0.1 s. */
    static double discharge(double t, double width, double slow) {
        double sharp = bell(t, 0.1, width * 0.8, width * 1.1);
        double back = 0.22 * bell(t, 0.1 + 3 * width, width * 1.2, width * 1.7);
        return -sharp + back - slow * bell(t, 0.1 + 4 * width + 0.12, 0.06, 0.08);
    }

    /** Sine of turns. */
    static double sine(double turns) {
        return StrictMath.sin(2 * StrictMath.PI * turns);
    }
}
