package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Reads the low attenuation area off some slices before they are made: the body without holes and
 * the body whose lungs are nothing but hole are painted; every pattern of holes lies between them.
 */
final class LungReading {
    private static final int SLICES = 12;

    /** What counts as lung, HU. */
    private static final double LUNG = -500;

    /** What counts as destroyed: Gevenois 1996, doi:10.1164/ajrccm.154.1.8680679. */
    private static final int DESTROYED = -950;

    private final Sight sight;
    private final List<Slice> slices = new ArrayList<>();

    /** Pixels of the lungs in one slice. */
    private static final class Slice {
        /** Without holes, HU. */
        float[] sound;

        /** By how much a hole lowers it: at most its distance from a hole's CT number. */
        float[] loss;

        boolean[] lung;

        /** Of each plane through the slice: height, and the field by pixel. */
        double[] z;

        float[][] depth;
    }

    /**
     * @param field deep inside a hole where it is high
     */
    LungReading(Sight sight, Lungs lungs, Body sound, Body hollow, Region field) {
        this.sight = sight;
        Grid grid = sight.grid();
        int first = grid.slice(lungs.bottom());
        int last = Math.min(grid.count() - 1, grid.slice(lungs.top()));
        for (int s = 0; s < SLICES; s++) {
            int k = first + (int) ((s + 0.5) / SLICES * (last - first));
            if (Math.abs(grid.z(k) - lungs.horizontal()) < grid.step()) {
                k += 2; // a fissure fills one slice of many: taken, it would count as one of twelve
            }
            slices.add(slice(Math.max(0, Math.min(last, k)), lungs, sound, hollow, field));
        }
    }

    private Slice slice(int k, Lungs lungs, Body sound, Body hollow, Region field) {
        Grid grid = sight.grid();
        int n = grid.n();
        var slice = new Slice();
        slice.sound = new float[n * n];
        slice.loss = new float[n * n];
        sound.slice(k, slice.sound, sight.texture());
        hollow.slice(k, slice.loss, sight.texture());
        slice.lung = new boolean[n * n];
        slice.z = Body.planes(grid, k);
        slice.depth = new float[slice.z.length][n * n];
        for (int i = 0; i < n * n; i++) {
            double x = grid.x(i % n);
            double y = grid.x(i / n);
            slice.loss[i] = slice.sound[i] - slice.loss[i];
            slice.lung[i] = lungs.inside(x, y, grid.z(k));
            if (slice.loss[i] > 0) {
                for (int p = 0; p < slice.z.length; p++) {
                    slice.depth[p][i] = (float) field.depth(x, y, slice.z[p]);
                }
            }
        }
        return slice;
    }

    /**
     * Share of the lungs below the threshold.
     *
     * @param level of the field from which holes begin, by height
     * @param hole share of a hole at a point, by field and level
     */
    double destroyed(DoubleUnaryOperator level, DoubleBinaryOperator hole) {
        int all = 0;
        int low = 0;
        for (Slice slice : slices) {
            float[] image = slice.sound.clone();
            for (int p = 0; p < slice.z.length; p++) {
                double at = level.applyAsDouble(slice.z[p]);
                for (int i = 0; i < image.length; i++) {
                    if (slice.loss[i] > 0) {
                        image[i] -=
                                (float)
                                        (slice.loss[i]
                                                * hole.applyAsDouble(slice.depth[p][i], at)
                                                / slice.z.length);
                    }
                }
            }
            Blur.gauss(image, sight.grid().n(), sight.sigma() / sight.grid().pixel());
            for (int i = 0; i < image.length; i++) {
                if (slice.lung[i] && image[i] < LUNG) {
                    all++;
                    low += Math.round(image[i]) < DESTROYED ? 1 : 0;
                }
            }
        }
        return (double) low / all;
    }
}
