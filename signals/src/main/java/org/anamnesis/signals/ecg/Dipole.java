package org.anamnesis.signals.ecg;

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
}
