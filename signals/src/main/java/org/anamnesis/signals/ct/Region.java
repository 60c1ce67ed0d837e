package org.anamnesis.signals.ct;

import java.util.function.DoubleFunction;

/** Part of a body given by how deep each point lies in it, within outlines that bound it. */
@FunctionalInterface
interface Region {
    /** Depth in mm; negative outside. */
    double depth(double x, double y, double z);

    /** Paints a region of one tissue that belongs to a finding; -1 to none. */
    static Shade of(Region region, Tissue tissue, int finding) {
        return (c, row, from, to, cover) -> {
            int at = row * c.grid.n();
            double y = c.grid.x(row);
            double p = c.grid.pixel();
            for (int i = from; i <= to; i++) {
                if (cover[i] <= 0) {
                    continue;
                }
                double part = region.depth(c.grid.x(i), y, c.z) / p + 0.5;
                float share = Math.min(1, cover[i]) * (float) Math.max(0, Math.min(1, part));
                if (share > 0) {
                    c.blend(at + i, share, tissue.hu() + tissue.grain() * c.grain[at + i]);
                    if (finding >= 0) {
                        c.mark(finding, at + i, share);
                    }
                }
            }
        };
    }

    /** Volume in ml of the points of a box that lie in the region, by a lattice of this many mm. */
    static double volume(Region region, double[] low, double[] high, double step) {
        long in = 0;
        for (double z = low[2] + step / 2; z < high[2]; z += step) {
            for (double y = low[1] + step / 2; y < high[1]; y += step) {
                for (double x = low[0] + step / 2; x < high[0]; x += step) {
                    if (region.depth(x, y, z) > 0) {
                        in++;
                    }
                }
            }
        }
        return in * step * step * step / 1000;
    }

    /**
     * The size at which a family of regions, growing with it, has a volume; the largest if none is
     * large enough.
     */
    static double sizeFor(
            double ml,
            DoubleFunction<Region> family,
            double smallest,
            double largest,
            double[] low,
            double[] high,
            double step) {
        double a = smallest;
        double b = largest;
        for (int i = 0; i < 18; i++) {
            double mid = (a + b) / 2;
            if (volume(family.apply(mid), low, high, step) < ml) {
                a = mid;
            } else {
                b = mid;
            }
        }
        return (a + b) / 2;
    }
}
