package org.anamnesis.signals.ct;

/**
 * A straight piece of tube with round ends; its radius changes evenly from one end to the other.
 */
record Capsule(
        double x0, double y0, double z0, double r0, double x1, double y1, double z1, double r1) {

    /** How deep a point lies within, mm; negative outside. */
    double inside(double x, double y, double z) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double dz = z1 - z0;
        double length = dx * dx + dy * dy + dz * dz;
        double t = length == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy + (z - z0) * dz) / length;
        t = Math.max(0, Math.min(1, t));
        double ex = x - x0 - t * dx;
        double ey = y - y0 - t * dy;
        double ez = z - z0 - t * dz;
        return r0 + (r1 - r0) * t - Math.sqrt(ex * ex + ey * ey + ez * ez);
    }

    double low() {
        return Math.min(z0 - r0, z1 - r1);
    }

    double high() {
        return Math.max(z0 + r0, z1 + r1);
    }

    /** With other radii. */
    Capsule radii(double start, double end) {
        return new Capsule(x0, y0, z0, start, x1, y1, z1, end);
    }

    /** Moved. */
    Capsule by(double dx, double dy, double dz) {
        return new Capsule(x0 + dx, y0 + dy, z0 + dz, r0, x1 + dx, y1 + dy, z1 + dz, r1);
    }
}
