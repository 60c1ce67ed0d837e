package org.anamnesis.signals.ct;

/**
 * How much of its contrast a small ball keeps in the images: a point spread and the thickness of
 * the slice mix it with what lies around. A lesion is painted with that much more contrast, so that
 * in its middle the images show the CT number that its record tells.
 */
final class Recovery {
    /** Of a ball thinner than its slices the mixing is left as it is: no reader undoes that. */
    private static final double LEAST = 0.65;

    private static final int PLANES = 8;
    private static final int STEPS = 24;

    private final Sight sight;

    Recovery(Sight sight) {
        this.sight = sight;
    }

    /**
     * CT number to paint.
     *
     * @param told what is to be seen, HU
     * @param around CT number of the tissue about the ball, HU
     * @param radius mm
     */
    double paint(double told, double around, double radius) {
        return around + (told - around) / Math.max(LEAST, share(radius));
    }

    /**
     * Of 1 for a large ball, what is left a pixel or less from its centre (0.8 of one: where the
     * middle value of a pixel and its neighbours lies) in the slice nearest to it (a quarter of its
     * thickness away, the mean).
     */
    double share(double radius) {
        double sum = 0;
        for (int p = 0; p < PLANES; p++) {
            double z = ((p + 0.5) / PLANES - 0.25) * sight.grid().step();
            sum += disc(Math.sqrt(Math.max(0, radius * radius - z * z))) / PLANES;
        }
        return sum;
    }

    /** A blurred disc, 0.8 pixels from its centre; whole pixels blur too, by a twelfth. */
    private double disc(double radius) {
        double pixel = sight.grid().pixel();
        double from = 0.8 * pixel;
        double width = 2 * (sight.sigma() * sight.sigma() + pixel * pixel / 12);
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double r = (i + 0.5) / STEPS * radius;
            for (int j = 0; j < STEPS; j++) {
                double t = (j + 0.5) / STEPS * Math.PI;
                double away = r * r + from * from - 2 * r * from * StrictMath.cos(t);
                sum += r * StrictMath.exp(-away / width);
            }
        }
        return sum * (radius / STEPS) * (2 * Math.PI / STEPS) / (Math.PI * width);
    }
}
