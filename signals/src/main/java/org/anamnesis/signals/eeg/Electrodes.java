package org.anamnesis.signals.eeg;

import java.util.List;

/**
 * The 21 electrodes of the international 10-20 system, with both earlobes, on a unit sphere: x to
 * the right, y to the nose, z up. Source: Jasper 1958, Electroencephalogr Clin Neurophysiol
 * 10:371–375; angles as in BESA's table for a sphere.
 */
final class Electrodes {
    /** In the order of the files. */
    static final List<String> NAMES =
            List.of(
                    "Fp1", "Fp2", "F3", "F4", "C3", "C4", "P3", "P4", "O1", "O2", "F7", "F8", "T3",
                    "T4", "T5", "T6", "Fz", "Cz", "Pz", "A1", "A2");

    /** Those on the scalp; the last two are the ears. */
    static final int SCALP = 19;

    static final int COUNT = 21;

    /** Inclination from the vertex and azimuth from the right ear, in degrees. */
    private static final double[][] ANGLES = {
        {90, 108}, {90, 72}, {60, 129}, {60, 51}, {45, 180}, {45, 0}, {60, -129}, {60, -51},
        {90, -108}, {90, -72}, {90, 144}, {90, 36}, {90, 180}, {90, 0}, {90, -144}, {90, -36},
        {45, 90}, {0, 0}, {45, -90}, {122, 172}, {122, 8}
    };

    private static final double[][] POSITIONS = positions();

    private Electrodes() {}

    static int index(String name) {
        return NAMES.indexOf(name);
    }

    /** A unit vector; not to be changed. */
    static double[] position(int electrode) {
        return POSITIONS[electrode];
    }

    static double[] position(String name) {
        return POSITIONS[index(name)];
    }

    private static double[][] positions() {
        double[][] all = new double[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            all[i] = Space.direction(ANGLES[i][0], ANGLES[i][1]);
        }
        return all;
    }
}
