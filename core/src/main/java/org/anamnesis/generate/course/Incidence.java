package org.anamnesis.generate.course;

import java.util.Arrays;

/**
 * When something begins that befalls a person once, by the hazards of spans one after the other,
 * for a person who is alive at the end of the last.
 *
 * <p>Of S who have been spared so far, S (1 − e<sup>−h</sup>) w begin within a span of hazard h and
 * are alive at the end, w being how much the event shortens life; S e<sup>−h</sup> go on. Times are
 * in years, their origin is the caller's; a span of no length is a moment.
 */
final class Incidence {
    private int count;
    private double[] from = new double[64];
    private double[] to = new double[64];
    private double[] sum = new double[64];
    private double total;
    private double spared = 1;

    Incidence clear() {
        count = 0;
        total = 0;
        spared = 1;
        return this;
    }

    /**
     * Adds the next span.
     *
     * @param hazard that gathers within it, at least 0
     * @param alive chance to be alive at the end after the event, over that without it
     */
    void add(double begin, double end, double hazard, double alive) {
        if (count == sum.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            sum = Arrays.copyOf(sum, 2 * count);
        }
        double goesOn = Math.exp(-hazard);
        total += spared * (1 - goesOn) * alive;
        spared *= goesOn;
        from[count] = begin;
        to[count] = end;
        sum[count++] = total;
    }

    /** The chance that it has begun, of whoever is alive at the end. */
    double chance() {
        return total / (total + spared);
    }

    /** The chance that it begins after a time, of whom it had not befallen by then. */
    double chanceAfter(double time) {
        double before = 0;
        for (int k = 0; k < count && from[k] < time; k++) {
            double start = k == 0 ? 0 : sum[k - 1];
            double part = to[k] > time ? (time - from[k]) / (to[k] - from[k]) : 1;
            before = start + part * (sum[k] - start);
        }
        return (total - before) / (total - before + spared);
    }

    /**
     * When it began for whom it has.
     *
     * @param u in [0, 1); even draws give times by the hazards
     */
    double at(double u) {
        double wanted = u * total;
        int k = 0;
        while (k < count - 1 && sum[k] <= wanted) {
            k++;
        }
        double before = k == 0 ? 0 : sum[k - 1];
        double step = sum[k] - before;
        return from[k] + (to[k] - from[k]) * (step > 0 ? (wanted - before) / step : 0);
    }
}
