package org.anamnesis.signals.ct;

import org.anamnesis.random.SeedTree;

/**
 * A smooth random field in space: independent values at the corners of a cubic lattice, between
 * them a smooth blend (value noise; Perlin 1985, doi:10.1145/325334.325247). Values lie in [-1, 1],
 * mean 0.
 */
final class Noise {
    /**
     * Standard deviation of the blend, averaged over a cell: 3<sup>-1/2</sup> ·
     * (26/35)<sup>3/2</sup>.
     */
    static final double SD = 0.3697;

    private final long key;
    private final double scale;

    /**
     * @param scale side of a cell of the lattice, mm
     */
    Noise(long study, String purpose, double scale) {
        this.key = new SeedTree(study).purpose(purpose);
        this.scale = scale;
    }

    double at(double x, double y, double z) {
        double u = x / scale;
        double v = y / scale;
        double w = z / scale;
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        int k = (int) Math.floor(w);
        double a = ease(u - i);
        double b = ease(v - j);
        double c = ease(w - k);
        double low =
                blend(
                        blend(corner(i, j, k), corner(i + 1, j, k), a),
                        blend(corner(i, j + 1, k), corner(i + 1, j + 1, k), a),
                        b);
        double high =
                blend(
                        blend(corner(i, j, k + 1), corner(i + 1, j, k + 1), a),
                        blend(corner(i, j + 1, k + 1), corner(i + 1, j + 1, k + 1), a),
                        b);
        return blend(low, high, c);
    }

    /** The field on a slice, divided by its standard deviation. */
    float[] plane(Grid grid, double z) {
        int n = grid.n();
        double half = n * grid.pixel() / 2;
        int m = (int) Math.ceil(2 * half / scale) + 3;
        int first = (int) Math.floor(-half / scale) - 1;
        double w = z / scale;
        int k = (int) Math.floor(w);
        double c = ease(w - k);
        double[] lattice = new double[m * m];
        for (int j = 0; j < m; j++) {
            for (int i = 0; i < m; i++) {
                lattice[j * m + i] =
                        blend(
                                        corner(first + i, first + j, k),
                                        corner(first + i, first + j, k + 1),
                                        c)
                                / SD;
            }
        }
        int[] cell = new int[n];
        double[] part = new double[n];
        for (int i = 0; i < n; i++) {
            double u = grid.x(i) / scale - first;
            cell[i] = (int) u;
            part[i] = ease(u - cell[i]);
        }
        float[] out = new float[n * n];
        for (int j = 0; j < n; j++) {
            int row = cell[j] * m;
            double b = part[j];
            for (int i = 0; i < n; i++) {
                int p = row + cell[i];
                double top = blend(lattice[p], lattice[p + 1], part[i]);
                double under = blend(lattice[p + m], lattice[p + m + 1], part[i]);
                out[j * n + i] = (float) blend(top, under, b);
            }
        }
        return out;
    }

    private double corner(int i, int j, int k) {
        long at =
                ((long) i & 0x1FFFFF)
                        | (((long) j & 0x1FFFFF) << 21)
                        | (((long) k & 0x1FFFFF) << 42);
        return 2 * SeedTree.uniform(SeedTree.key(key, at), 0) - 1;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double blend(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
