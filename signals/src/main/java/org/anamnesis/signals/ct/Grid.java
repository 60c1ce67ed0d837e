package org.anamnesis.signals.ct;

/**
 * Where voxels lie: x grows to the patient's left, y to the back, z to the head (DICOM's patient
 * coordinates), all in mm.
 *
 * @param n rows and columns
 * @param pixel side of a pixel, mm
 * @param step between slices and their thickness, mm
 * @param bottom z of the centre of the lowest slice, mm
 * @param count slices
 */
record Grid(int n, double pixel, double step, double bottom, int count) {
    Grid {
        if (n < 16 || !(pixel > 0) || !(step > 0) || count < 2) {
            throw new IllegalArgumentException("no grid: " + n + " x " + pixel + " x " + count);
        }
    }

    /** x of a column's and y of a row's centre. */
    double x(double i) {
        return (i - (n - 1) / 2.0) * pixel;
    }

    /** Column of an x, row of a y. */
    double index(double x) {
        return x / pixel + (n - 1) / 2.0;
    }

    double z(int slice) {
        return bottom + slice * step;
    }

    int slice(double z) {
        return (int) Math.round((z - bottom) / step);
    }
}
