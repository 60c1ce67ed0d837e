package org.anamnesis.signals.ct;

import java.util.List;

/**
 * Brain above its deep nuclei: a folded band of grey matter at the surface, white matter within.
 * The folds are the sheets on which a random field is zero: sulci of fluid near the surface, with
 * grey matter on both sides.
 */
final class BrainPaint implements Shade {
    private static final double FOLD = 15; // mm from one sulcus to the next, about
    private static final double CORTEX = 2.9; // mm
    private static final double DEPTH = 15; // mm to which sulci reach

    /** A disease that changes brain tissue in place. */
    interface Change {
        double hu(
                Canvas canvas,
                int pixel,
                float share,
                double x,
                double y,
                double z,
                double healthy);
    }

    private final Ellipsoid surface;
    private final double half;
    private final Noise folds;
    private final List<Change> changes;

    BrainPaint(Head head, long key, List<Change> changes) {
        this.surface = head.inner().grown(-head.gap());
        this.half = head.sulcus() / 2;
        this.folds = new Noise(key, "ct gyri", FOLD);
        this.changes = changes;
    }

    @Override
    public void paint(Canvas c, int row, int from, int to, float[] cover) {
        double y = c.grid.x(row);
        double mean = (surface.a() + surface.b() + surface.c()) / 3;
        for (int i = from; i <= to; i++) {
            float share = Math.min(1, cover[i]);
            if (share <= 0) {
                continue;
            }
            double x = c.grid.x(i);
            int pixel = row * c.grid.n() + i;
            double depth = (1 - Math.sqrt(surface.norm(x, y, c.z))) * mean;
            // Distance from the nearest sheet, by the usual slope of the field.
            double off = depth < DEPTH + 8 ? Math.abs(folds.at(x, y, c.z)) * FOLD * 0.8 : 99;
            double open = half * Math.max(0, 1 - depth / DEPTH) + 0.12;
            double fluid = depth < DEPTH ? clamp((open - off) / 0.8 + 0.5) : 0;
            double grey =
                    Math.max(
                            clamp((CORTEX - depth) / 1.2 + 0.5),
                            depth < DEPTH + 3 ? clamp((open + CORTEX - off) / 1.2 + 0.5) : 0);
            double hu = Tissue.WHITE.hu() + (Tissue.GREY.hu() - Tissue.WHITE.hu()) * grey;
            hu += (Tissue.CSF.hu() - hu) * fluid + c.grain[pixel] * 0.7;
            for (Change change : changes) {
                hu = change.hu(c, pixel, share, x, y, c.z, hu);
            }
            c.blendAndMark(pixel, share, hu);
        }
    }

    private static double clamp(double t) {
        return Math.max(0, Math.min(1, t));
    }

    /** An even tissue of the brain in which disease shows as elsewhere. */
    record Deep(Tissue tissue, List<Change> changes) implements Shade {
        Deep {
            changes = List.copyOf(changes);
        }

        @Override
        public void paint(Canvas c, int row, int from, int to, float[] cover) {
            double y = c.grid.x(row);
            for (int i = from; i <= to; i++) {
                float share = Math.min(1, cover[i]);
                if (share <= 0) {
                    continue;
                }
                int pixel = row * c.grid.n() + i;
                double hu = tissue.hu() + tissue.grain() * c.grain[pixel];
                for (Change change : changes) {
                    hu = change.hu(c, pixel, share, c.grid.x(i), y, c.z, hu);
                }
                c.blendAndMark(pixel, share, hu);
            }
        }
    }
}
