package org.anamnesis.generate;

import java.util.List;

/**
 * A normal variable of which only some parts may come out; the parts are given as ranks of the
 * standard normal.
 */
final class CutNormal {
    private final double[] from;
    private final double[] to;

    CutNormal(List<CopulaColumn.Part> parts) {
        from = parts.stream().mapToDouble(p -> quantile(p.from())).toArray();
        to = parts.stream().mapToDouble(p -> quantile(p.to())).toArray();
    }

    private static double quantile(double rank) {
        return rank <= 0
                ? Double.NEGATIVE_INFINITY
                : rank >= 1 ? Double.POSITIVE_INFINITY : Normal.quantile(rank);
    }

    /** Chance that a normal variable of this mean and SD falls into the parts. */
    double share(double mean, double sd) {
        double sum = 0;
        for (int k = 0; k < from.length; k++) {
            sum += mass((from[k] - mean) / sd, (to[k] - mean) / sd);
        }
        return Math.min(1, sum);
    }

    /**
     * How many SD from the mean it comes out, given that it falls into the parts.
     *
     * @param u uniform on [0, 1)
     */
    double draw(double mean, double sd, double u) {
        double left = u * share(mean, sd);
        int k = 0;
        double a = (from[0] - mean) / sd;
        double b = (to[0] - mean) / sd;
        double mass = mass(a, b);
        while (left >= mass && k + 1 < from.length) {
            left -= mass;
            k++;
            a = (from[k] - mean) / sd;
            b = (to[k] - mean) / sd;
            mass = mass(a, b);
        }
        // in the upper tail ranks are too near 1 to tell apart: there the mirror image is drawn
        boolean mirrored = a > 0;
        double below = mirrored ? Normal.cumulative(-b) : Normal.cumulative(a);
        double into = mirrored ? mass - left : left;
        double z = Normal.quantile(Math.max(Double.MIN_NORMAL, Math.min(1, below + into)));
        double x = mirrored ? -z : z;
        return Math.max(a, Math.min(b, x));
    }

    private static double mass(double a, double b) {
        return a > 0
                ? Normal.cumulative(-a) - Normal.cumulative(-b)
                : Normal.cumulative(b) - Normal.cumulative(a);
    }
}
