package org.anamnesis.signals.ct;

/**
 * Sharpness of a reconstruction: a Gaussian point spread in the plane, which blurs the body and
 * windows the ramp filter alike. Never finer than the pixels can carry.
 */
enum Kernel {
    SOFT(0.75, 0.62),
    LUNG(0.50, 0.58),
    BONE(0.42, 0.55);

    private final double mm;
    private final double pixels;

    Kernel(double mm, double pixels) {
        this.mm = mm;
        this.pixels = pixels;
    }

    /** Standard deviation of the point spread, mm. */
    double sigma(double pixel) {
        return Math.max(mm, pixels * pixel);
    }

    static Kernel of(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
