package org.anamnesis.signals.eeg;

/** Vectors of three numbers. */
final class Space {
    private Space() {}

    /** A unit vector from inclination (from z) and azimuth (from x), in degrees. */
    static double[] direction(double inclination, double azimuth) {
        double i = StrictMath.toRadians(inclination);
        double a = StrictMath.toRadians(azimuth);
        return new double[] {
            StrictMath.sin(i) * StrictMath.cos(a),
            StrictMath.sin(i) * StrictMath.sin(a),
            StrictMath.cos(i)
        };
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    static double[] plus(double[] a, double[] b, double times) {
        return new double[] {a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times};
    }

    static double[] unit(double[] a) {
        double length = StrictMath.sqrt(dot(a, a));
        return new double[] {a[0] / length, a[1] / length, a[2] / length};
    }

    /** Angle between unit vectors, in radians. */
    static double angle(double[] a, double[] b) {
        return StrictMath.acos(Math.max(-1, Math.min(1, dot(a, b))));
    }
}
