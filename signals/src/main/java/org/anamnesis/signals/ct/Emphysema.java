package org.anamnesis.signals.ct;

import java.util.function.Function;
import org.anamnesis.signals.Draws;

/**
 * Centrilobular emphysema: small holes in the lung, most in its upper part. The low attenuation
 * area is what is read on the images, and pixels, slices and kernel blur the border of each hole
 * and each vessel beside it: so the holes are as large as it takes for that share of the lung to
 * lie below the threshold. The mask has the same share of the lung, the core of the holes.
 */
final class Emphysema implements LungPaint.Change {
    /** Lung without any hole. */
    static final LungPaint.Change NONE = (c, pixel, part, x, y, z, healthy) -> healthy;

    /** CT number of a hole, HU. */
    private static final double HOLE = -992;

    /** From healthy to hole, in units of the field: no wall is seen. */
    private static final double BORDER = 0.07;

    private final Region field;
    private final Lungs lungs;
    private final int mark;
    private final double share;

    /** Values of the field, sorted. */
    private final double[] sorted = new double[20_000];

    /** Mean weight of a point of the lungs. */
    private final double mean;

    /** By which the holes are larger than their share. */
    private final double larger;

    /**
     * @param share of the lungs that reads as destroyed, 0 to 1
     * @param mark finding
     * @param painted the body, by what is done to its lungs
     */
    Emphysema(
            TrunkBody body,
            long key,
            double share,
            int mark,
            Function<LungPaint.Change, Body> painted,
            Sight sight) {
        this.field = patches(key, Math.min(1, body.size.kx));
        this.lungs = body.lungs;
        this.mark = mark;
        this.share = share;
        Draws draws = Draws.of(key, "ct emphysema sample");
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] =
                    field.depth(
                            draws.uniform(-300, 300),
                            draws.uniform(-300, 300),
                            draws.uniform(-300, 300));
        }
        java.util.Arrays.sort(sorted);
        this.mean = mean(body);
        var reading =
                new LungReading(
                        sight,
                        lungs,
                        painted.apply(NONE),
                        painted.apply((c, pixel, part, x, y, z, healthy) -> HOLE),
                        field);
        double low = 0;
        double high = 4;
        for (int i = 0; i < 9; i++) {
            double mid = (low + high) / 2;
            if (reading.destroyed(z -> level(mid, z), Emphysema::hole) < share) {
                low = mid;
            } else {
                high = mid;
            }
        }
        this.larger = (low + high) / 2;
    }

    /** Two fields of unlike scale, one turned, so that no lattice shows. */
    private static Region patches(long key, double k) {
        Noise one = new Noise(key, "ct emphysema", 7.3 * k);
        Noise two = new Noise(key, "ct emphysema turned", 5.1 * k);
        return (x, y, z) ->
                one.at(x, y, z) + 0.9 * two.at(0.8 * x + 0.6 * y, 0.8 * y - 0.6 * x, z + 0.3 * x);
    }

    /** Lies mostly in the upper lobes; by how much is an assumption. */
    private double weight(double z) {
        return 0.45 + 1.1 * (z - lungs.bottom()) / (lungs.top() - lungs.bottom());
    }

    private double mean(TrunkBody body) {
        double sum = 0;
        int points = 0;
        double wide = 136 * body.size.kx;
        double deep = 92 * body.size.ky;
        for (double z = lungs.bottom() + 4; z < lungs.top(); z += 8) {
            for (double y = -deep; y < deep; y += 8) {
                for (double x = -wide; x < wide; x += 8) {
                    if (lungs.inside(x, y, z)) {
                        sum += weight(z);
                        points++;
                    }
                }
            }
        }
        return sum / points;
    }

    private static double hole(double depth, double level) {
        return Math.max(0, Math.min(1, (depth - level) / BORDER + 0.5));
    }

    /** Above which the field is hole, where holes are so many times their share. */
    private double level(double times, double z) {
        int i = (int) (sorted.length * (1 - times * share * weight(z) / mean));
        return sorted[Math.max(0, Math.min(sorted.length - 1, i))];
    }

    @Override
    public double hu(
            Canvas c, int pixel, float part, double x, double y, double z, double healthy) {
        double depth = field.depth(x, y, z);
        double core = hole(depth, level(1, z));
        if (core > 0) {
            c.markAfter(mark, pixel, part * (float) core);
        }
        return healthy + (HOLE - healthy) * hole(depth, level(larger, z));
    }
}
