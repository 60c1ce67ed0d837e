package org.anamnesis.signals.ecg;

import org.anamnesis.signals.Draws;

/**
 * A heart vector in mV, as Frank's leads have it.
 *
 * @param x to the left
 * @param y to the feet
 * @param z to the back
 */
record Dipole(double x, double y, double z) {
    Dipole times(double factor) {
        return new Dipole(x * factor, y * factor, z * factor);
    }

    Dipole plus(Dipole other) {
        return new Dipole(x + other.x, y + other.y, z + other.z);
    }

    private Dipole cross(Dipole other) {
        return new Dipole(
                y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double size() {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** The same vector turned by an angle (radians) to a side that is drawn. */
    Dipole turned(double angle, Draws draws) {
        // Two directions across this one, and one between them.
        var across = cross(Math.abs(x) < .7 * size() ? new Dipole(1, 0, 0) : new Dipole(0, 1, 0));
        var other = cross(across);
        double side = draws.uniform(0, 2 * Math.PI);
        var away =
                across.times(Math.cos(side) / across.size())
                        .plus(other.times(Math.sin(side) / other.size()));
        return times(Math.cos(angle)).plus(away.times(size() * Math.sin(angle)));
    }
}
