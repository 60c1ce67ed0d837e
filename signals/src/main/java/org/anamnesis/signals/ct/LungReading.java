package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

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

    /** One slice, and its pixels where there is lung. */
    private static final class Slice {
        /** Without holes, HU. */
        float[] sound;

        /** Which pixels have any lung, and which of these lie within the lungs' outline. */
        int[] where;

        boolean[] inside;

        /** By how much a hole lowers it, HU: all of the way to a hole's, or in part. */
        float[] loss;

        /** Of each plane through the slice: height, mm, and the field. */
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
        float[] hole = new float[n * n];
        sound.slice(k, slice.sound, sight.texture());
        hollow.slice(k, hole, sight.texture());
        slice.where = IntStream.range(0, n * n).filter(i -> slice.sound[i] > hole[i]).toArray();
        slice.z = Body.planes(grid, k);
        slice.inside = new boolean[slice.where.length];
        slice.loss = new float[slice.where.length];
        slice.depth = new float[slice.z.length][slice.where.length];
        for (int w = 0; w < slice.where.length; w++) {
            int i = slice.where[w];
            double x = grid.x(i % n);
            int row = i / n;
            double y = grid.x(row);
            slice.inside[w] = lungs.inside(x, y, grid.z(k));
            slice.loss[w] = slice.sound[i] - hole[i];
            for (int p = 0; p < slice.z.length; p++) {
                slice.depth[p][w] = (float) field.depth(x, y, slice.z[p]);
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
                for (int w = 0; w < slice.where.length; w++) {
                    double lost = slice.loss[w] * hole.applyAsDouble(slice.depth[p][w], at);
                    image[slice.where[w]] -= (float) (lost / slice.z.length);
                }
            }
            Blur.gauss(image, sight.grid().n(), sight.sigma() / sight.grid().pixel());
            for (int w = 0; w < slice.where.length; w++) {
                float hu = image[slice.where[w]];
                if (slice.inside[w] && hu < LUNG) {
                    all++;
                    low += Math.round(hu) < DESTROYED ? 1 : 0;
                }
            }
        }
        return (double) low / all;
    }
}
