package org.anamnesis.signals.ct;

import java.util.List;
import org.anamnesis.signals.Draws;

/**
 * Lung tissue: about -860 HU at full inspiration, denser towards the back on which the patient
 * lies, with thin fissures, and whatever disease lies in it.
 */
final class LungPaint implements Shade {
    /** A disease that changes lung tissue in place. */
    interface Change {
        /** CT number at a point, given what it would be without the disease. */
        double hu(
                Canvas canvas,
                int pixel,
                float share,
                double x,
                double y,
                double z,
                double healthy);
    }

    private final Lungs lungs;
    private final TrunkSize size;
    private final double base;
    private final List<Change> changes;

    LungPaint(Lungs lungs, TrunkSize size, long key, List<Change> changes) {
        this.lungs = lungs;
        this.size = size;
        this.base = base(key);
        this.changes = changes;
    }

    /** CT number of the healthy lung in the middle between front and back. */
    static double base(long key) {
        return -868 + 10 * Draws.of(key, "ct lung").normal();
    }

    /** Denser towards the back: -1 in front, 1 behind. */
    static double level(double base, double deep) {
        return base + 24 * deep + 14 * Math.max(0, deep);
    }

    @Override
    public void paint(Canvas c, int row, int from, int to, float[] cover) {
        double y = c.grid.x(row);
        double deep = (y - size.cavityCentre(c.z)) / size.cavityDepth(c.z);
        double level = level(base, deep);
        boolean horizontal = Math.abs(c.z - lungs.horizontal()) < 0.6;
        for (int i = from; i <= to; i++) {
            float share = Math.min(1, cover[i]);
            if (share <= 0) {
                continue;
            }
            int pixel = row * c.grid.n() + i;
            double x = c.grid.x(i);
            double hu = level + 11 * c.grain[pixel];
            double off = Math.abs(c.z - lungs.oblique(x, y));
            double thick = 0.9; // the plane is oblique: mm of height per half mm of fissure
            if (off < thick + c.grid.pixel()) {
                hu +=
                        190
                                * Math.max(
                                        0,
                                        Math.min(
                                                1,
                                                (thick + c.grid.pixel() - off)
                                                        / c.grid.pixel()
                                                        * 0.6));
            } else if (horizontal && x < 0 && c.z > lungs.oblique(x, y)) {
                hu += 60;
            }
            for (Change change : changes) {
                hu = change.hu(c, pixel, share, x, y, c.z, hu);
            }
            c.blendAndMark(pixel, share, hu);
        }
    }
}
