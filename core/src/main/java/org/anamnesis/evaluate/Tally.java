package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * Counts of one numeric column of one population, weighted or not, in constant memory.
 *
 * <p>Mean and sum of squares: batches merged by Chan, Golub, LeVeque (1979), which stays accurate
 * for millions of rows.
 */
final class Tally {
    private final Cuts cuts;
    private final double[] slots;
    private final double[] bars;
    private long n;
    private long missing;
    private double weight;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    Tally(Cuts cuts) {
        this.cuts = cuts;
        slots = new double[cuts.slots()];
        bars = new double[cuts.axis().bars()];
    }

    /** Adds {@code values[0..count)} with these weights; NaN counts as missing. */
    void add(double[] values, double[] weights, int count) {
        double sumW = 0;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double x = values[i];
            double w = weights[i];
            if (Double.isNaN(x)) {
                missing++;
            } else {
                n++;
                sumW += w;
                sum += w * x;
                min = Math.min(min, x);
                max = Math.max(max, x);
                slots[cuts.slot(x)] += w;
                int bar = cuts.bar(x);
                if (bar >= 0) {
                    bars[bar] += w;
                }
            }
        }
        if (sumW > 0) {
            merge(values, weights, count, sumW, sum / sumW);
        }
    }

    private void merge(double[] values, double[] weights, int count, double sumW, double centre) {
        double around = 0;
        for (int i = 0; i < count; i++) {
            if (!Double.isNaN(values[i])) {
                double d = values[i] - centre;
                around += weights[i] * d * d;
            }
        }
        double all = weight + sumW;
        double shift = centre - mean;
        squares += around + shift * shift * weight * sumW / all;
        mean += shift * sumW / all;
        weight = all;
    }

    /** Another population, counted on the same cuts. */
    Tally alike(double[] values, double[] weights) {
        Tally other = new Tally(cuts);
        other.add(values, weights, values.length);
        return other;
    }

    Axis axis() {
        return cuts.axis();
    }

    long n() {
        return n;
    }

    double mean() {
        return n == 0 ? Double.NaN : mean;
    }

    double sd() {
        return n == 0 ? Double.NaN : Math.sqrt(squares / weight);
    }

    /**
     * Smallest x with F(x) ≥ p; exact when it falls on a point, else on the straight line between
     * its neighbours.
     */
    double quantile(double p) {
        if (n == 0) {
            return Double.NaN;
        }
        double wanted = p * weight - 1e-9 * weight; // so that sums of weights do not miss by an ulp
        double below = 0;
        for (int s = 0; s < slots.length; s++) {
            double here = slots[s];
            if (here > 0 && below + here >= wanted) {
                if ((s & 1) == 1) {
                    return cuts.point(s / 2);
                }
                double from = s == 0 ? min : Math.max(min, cuts.point(s / 2 - 1));
                double to = s == slots.length - 1 ? max : Math.min(max, cuts.point(s / 2));
                return from + (to - from) * Math.min(1, Math.max(0, (wanted - below) / here));
            }
            below += here;
        }
        return max;
    }

    /**
     * Share of the weight in the closed interval, 0 to 1; the limits must be points or infinite.
     */
    double within(double low, double high) {
        int from = low == Double.NEGATIVE_INFINITY ? 0 : cuts.slot(low);
        int to = high == Double.POSITIVE_INFINITY ? slots.length - 1 : cuts.slot(high);
        double sum = 0;
        for (int s = from; s <= to; s++) {
            sum += slots[s];
        }
        return n == 0 ? Double.NaN : sum / weight;
    }

    /**
     * Kolmogorov–Smirnov distance sup<sub>x</sub> |F(x) − G(x)| of two weighted populations counted
     * on the same cuts. Exact when every value of one of them is a point, because between two
     * points the other only rises; else too small by at most the share of either that lies between
     * two neighbouring points, about 1 / {@value Cuts#POINTS}.
     */
    double distance(Tally other) {
        if (other.cuts != cuts) {
            throw new IllegalArgumentException("other cuts");
        }
        double f = 0;
        double g = 0;
        double largest = 0;
        for (int s = 0; s < slots.length; s++) {
            f += slots[s] / weight;
            g += other.slots[s] / other.weight;
            largest = Math.max(largest, Math.abs(f - g));
        }
        return Math.min(1, largest);
    }

    Distribution distribution() {
        List<Double> shares =
                Arrays.stream(bars).map(b -> n == 0 ? 0 : b / weight).boxed().toList();
        return new Distribution(
                n,
                missing,
                mean(),
                sd(),
                n == 0 ? Double.NaN : min,
                n == 0 ? Double.NaN : max,
                quantile(0.05),
                quantile(0.25),
                quantile(0.5),
                quantile(0.75),
                quantile(0.95),
                shares);
    }
}
