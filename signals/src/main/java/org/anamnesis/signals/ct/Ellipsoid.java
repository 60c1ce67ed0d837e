package org.anamnesis.signals.ct;

import java.util.Optional;

/**
 * An ellipsoid with one axis along z, turned about it and sheared along it: organs that lean.
 *
 * @param turn of the cross-section, radians
 * @param leanX shift of the centre in x per mm of height
 * @param leanY shift of the centre in y per mm of height
 * @param power 2 an ellipse; above, a cross-section and profile nearer to a box
 */
record Ellipsoid(
        double cx,
        double cy,
        double cz,
        double a,
        double b,
        double c,
        double turn,
        double leanX,
        double leanY,
        double power)
        implements Solid.Shape {

    Ellipsoid(double cx, double cy, double cz, double a, double b, double c) {
        this(cx, cy, cz, a, b, c, 0, 0, 0, 2);
    }

    Ellipsoid turned(double angle) {
        return new Ellipsoid(cx, cy, cz, a, b, c, angle, leanX, leanY, power);
    }

    Ellipsoid leaning(double perX, double perY) {
        return new Ellipsoid(cx, cy, cz, a, b, c, turn, perX, perY, power);
    }

    Ellipsoid boxy(double p) {
        return new Ellipsoid(cx, cy, cz, a, b, c, turn, leanX, leanY, p);
    }

    /** Thicker by some mm on every side. */
    Ellipsoid grown(double by) {
        return new Ellipsoid(
                cx,
                cy,
                cz,
                Math.max(0.1, a + by),
                Math.max(0.1, b + by),
                Math.max(0.1, c + by),
                turn,
                leanX,
                leanY,
                power);
    }

    @Override
    public Optional<Outline> at(double z) {
        double h = (z - cz) / c;
        if (Math.abs(h) >= 1) {
            return Optional.empty();
        }
        double f =
                power == 2
                        ? Math.sqrt(1 - h * h)
                        : StrictMath.pow(1 - StrictMath.pow(Math.abs(h), power), 1 / power);
        return Optional.of(
                Outline.ellipse(
                        cx + leanX * (z - cz), cy + leanY * (z - cz), a * f, b * f, power, turn));
    }

    /** Squared distance from the centre in units of the axes: below 1 inside (for power 2). */
    double norm(double x, double y, double z) {
        double dx = x - cx - leanX * (z - cz);
        double dy = y - cy - leanY * (z - cz);
        double ct = StrictMath.cos(turn);
        double st = StrictMath.sin(turn);
        double u = (dx * ct + dy * st) / a;
        double v = (-dx * st + dy * ct) / b;
        double w = (z - cz) / c;
        return u * u + v * v + w * w;
    }

    /** How deep an upright one holds a point, mm, near its surface (to first order, power 2). */
    double depth(double x, double y, double z) {
        double dx = (x - cx) / (a * a);
        double dy = (y - cy) / (b * b);
        double dz = (z - cz) / (c * c);
        double r = Math.sqrt(norm(x, y, z));
        double slope = Math.sqrt(dx * dx + dy * dy + dz * dz);
        return slope <= 0 ? c : (1 - r) * r / slope;
    }

    boolean contains(double x, double y, double z) {
        return norm(x, y, z) < 1;
    }
}
