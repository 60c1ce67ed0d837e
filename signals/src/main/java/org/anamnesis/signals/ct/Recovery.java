package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of its contrast a small ball keeps in the images: the point spread and the thickness of
 * the slices mix it with what lies around, the more the less its centre falls on that of a voxel. A
 * lesion is painted with so much more contrast that in its middle the images show the CT number
 * that its record tells.
 */
final class Recovery {
    /** Of a ball thinner than its slices the mixing is left as it is: no reader undoes that. */
    private static final double LEAST = 0.65;

    /** Radius beyond which nothing is lost in the middle, mm. */
    private static final double LARGE = 6;

    private static final int PLANES = 8;
    private static final int STEPS = 24;

    private final Grid grid;
    private final double width;

    /**
     * @param sigma standard deviation of the point spread in the plane, mm
     */
    Recovery(Grid grid, double sigma) {
        this.grid = grid;
        // Whole pixels blur too: by a twelfth of their area.
        this.width = 2 * (sigma * sigma + grid.pixel() * grid.pixel() / 12);
    }

    /**
     * CT number to paint.
     *
     * @param told what is to be seen, HU
     * @param around CT number of the tissue about the ball, HU
     * @param at its centre, mm
     * @param radius mm
     */
    double paint(double told, double around, double[] at, double radius) {
        return radius > LARGE
                ? told
                : around + (told - around) / Math.max(LEAST, share(at, radius));
    }

    /** Median share of the ball in the voxels about its centre: a pixel or half its radius away. */
    private double share(double[] at, double radius) {
        double reach = Math.max(radius / 2, 1.01 * Math.min(grid.pixel(), grid.step()));
        List<Double> shares = new ArrayList<>();
        int wide = (int) Math.ceil(reach / grid.pixel());
        int high = (int) Math.ceil(reach / grid.step());
        int column = (int) Math.rint(grid.index(at[0]));
        int row = (int) Math.rint(grid.index(at[1]));
        int slice = grid.slice(at[2]);
        for (int k = slice - high; k <= slice + high; k++) {
            double dz = grid.z(k) - at[2];
            for (int j = row - wide; j <= row + wide; j++) {
                for (int i = column - wide; i <= column + wide; i++) {
                    double off = Math.hypot(grid.x(i) - at[0], grid.x(j) - at[1]);
                    if (Math.hypot(off, dz) <= reach) {
                        shares.add(voxel(off, dz, radius));
                    }
                }
            }
        }
        shares.sort(null);
        int n = shares.size();
        return n == 0 ? 1 : (shares.get((n - 1) / 2) + shares.get(n / 2)) / 2;
    }

    /** The mean of discs through a slice, so far from the axis of the ball. */
    private double voxel(double off, double dz, double radius) {
        double sum = 0;
        for (int p = 0; p < PLANES; p++) {
            double z = dz + ((p + 0.5) / PLANES - 0.5) * grid.step();
            sum += disc(Math.sqrt(Math.max(0, radius * radius - z * z)), off) / PLANES;
        }
        return sum;
    }

    /** A blurred disc, so far from its centre. */
    private double disc(double radius, double off) {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double r = (i + 0.5) / STEPS * radius;
            for (int j = 0; j < STEPS; j++) {
                double t = (j + 0.5) / STEPS * Math.PI;
                double away = r * r + off * off - 2 * r * off * StrictMath.cos(t);
                sum += r * StrictMath.exp(-away / width);
            }
        }
        return sum * (radius / STEPS) * (2 * Math.PI / STEPS) / (Math.PI * width);
    }
}
