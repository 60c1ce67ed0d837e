package org.anamnesis.signals.ct;

import java.util.List;

/**
 * All that lies in the field of view of one scan, in the order of painting, and the slices that
 * show it.
 *
 * @param grid slices
 * @param solids back to front
 * @param findings how many are marked
 */
record Body(Grid grid, List<Solid> solids, int findings) {
    Body {
        solids = List.copyOf(solids);
    }

    /** Heights of the thin planes that a slice is the mean of. */
    static double[] planes(Grid grid, int k) {
        int planes = (int) Math.max(2, Math.min(5, Math.ceil(grid.step() / 0.9)));
        double[] z = new double[planes];
        for (int p = 0; p < planes; p++) {
            z[p] = grid.z(k) + ((p + 0.5) / planes - 0.5) * grid.step();
        }
        return z;
    }

    /**
     * Paints one slice: the mean of thin planes through its thickness.
     *
     * @param into CT numbers by pixel
     * @return by finding, share of each voxel; null where it is not in this slice
     */
    float[][] slice(int k, float[] into, Noise texture) {
        double middle = grid.z(k);
        double[] planes = planes(grid, k);
        List<Solid> here =
                solids.stream()
                        .filter(
                                s ->
                                        s.low() < middle + grid.step()
                                                && s.high() > middle - grid.step())
                        .toList();
        Canvas canvas = new Canvas(grid, texture.plane(grid, middle), findings);
        float[][] marks = new float[findings][];
        java.util.Arrays.fill(into, 0);
        for (double z : planes) {
            canvas.clear(z);
            for (Solid solid : here) {
                if (solid.low() <= canvas.z + 1 && solid.high() >= canvas.z - 1) {
                    solid.paint(canvas);
                }
            }
            add(canvas.hu, into, planes.length);
            for (int f = 0; f < findings; f++) {
                if (canvas.marks[f] != null) {
                    if (marks[f] == null) {
                        marks[f] = new float[into.length];
                    }
                    add(canvas.marks[f], marks[f], planes.length);
                }
            }
        }
        return marks;
    }

    private static void add(float[] from, float[] to, int planes) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i] / planes;
        }
    }
}
