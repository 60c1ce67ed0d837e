package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.population.QuantileFunction;
import org.anamnesis.population.Shape;

/**
 * A published distribution of which asked shares lie in asked ranges: within each part between the
 * ends of the ranges it keeps its form, and the parts weigh as asked with the least change
 * (iterative proportional fitting, Deming and Stephan 1940, doi:10.1214/aoms/1177731829).
 */
final class SharedShape implements QuantileFunction {
    /**
     * An asked share.
     *
     * @param range whose values they have
     * @param percent of the cohort, 0 to 100
     */
    record Part(QuantityRange range, double percent) {}

    private static final int ROUNDS = 500;
    private static final double CLOSE = 1e-9;

    private final Shape shape;

    /** Ranks in the published distribution at which parts end. */
    private final double[] published;

    /** Ranks in the cohort at which they end. */
    private final double[] asked;

    private SharedShape(Shape shape, double[] published, double[] asked) {
        this.shape = shape;
        this.published = published;
        this.asked = asked;
    }

    /**
     * The distribution, or nothing if the shares exclude each other or the published figures.
     *
     * @param decimals digits after the point to which values are rounded
     * @param count patients; the shares are met to the patient
     */
    static Optional<SharedShape> of(Shape shape, List<Part> parts, int decimals, long count) {
        double half = Math.pow(10, -decimals) / 2; // a value is rounded into its range
        TreeSet<Double> ends = new TreeSet<>(List.of(0.0, 1.0));
        List<double[]> ranges = new ArrayList<>();
        for (Part p : parts) {
            double low = shape.rank(p.range().low() - half);
            double high = shape.rank(p.range().high() + half);
            ends.addAll(List.of(low, high));
            ranges.add(new double[] {low, high});
        }
        double[] published = ends.stream().mapToDouble(x -> x).toArray();
        double[] mass = new double[published.length - 1];
        for (int k = 0; k < mass.length; k++) {
            mass[k] = published[k + 1] - published[k];
        }
        boolean met =
                apart(ranges)
                        ? weighted(mass, published, ranges, parts)
                        : fitted(mass, published, ranges, parts);
        if (!met) {
            return Optional.empty();
        }
        double[] asked = new double[published.length];
        double sum = 0;
        for (int k = 0; k < mass.length; k++) {
            sum += mass[k];
            asked[k + 1] = (double) Math.round(sum * count) / count;
        }
        return Optional.of(new SharedShape(shape, published, asked));
    }

    /** Whether no two ranges meet, so that their shares add up. */
    private static boolean apart(List<double[]> ranges) {
        for (double[] a : ranges) {
            for (double[] b : ranges) {
                if (a != b && a[0] < b[1] && b[0] < a[1]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Each range has its share, all else the rest; whether that can be. */
    private static boolean weighted(
            double[] mass, double[] ends, List<double[]> ranges, List<Part> parts) {
        double rest = 1;
        double others = 1;
        double[] now = mass.clone();
        boolean there = true;
        for (int j = 0; j < ranges.size(); j++) {
            double share = parts.get(j).percent() / 100;
            double inside = inside(mass, ends, ranges.get(j));
            there &= share <= 0 || inside > 0;
            rest -= share;
            others -= inside;
            for (int k = 0; k < mass.length; k++) {
                now[k] = within(ends, k, ranges.get(j)) ? mass[k] * share / inside : now[k];
            }
        }
        for (int k = 0; k < mass.length; k++) {
            int at = k;
            boolean free = ranges.stream().noneMatch(r -> within(ends, at, r));
            mass[k] = free ? mass[k] * Math.max(0, rest) / Math.max(CLOSE, others) : now[k];
        }
        return there && rest > -CLOSE && (rest < CLOSE || others > CLOSE);
    }

    /** Moves the masses between ends until each range has its share; whether that can be. */
    private static boolean fitted(
            double[] mass, double[] ends, List<double[]> ranges, List<Part> parts) {
        double off = 1;
        for (int round = 0; round < ROUNDS && off > CLOSE; round++) {
            off = 0;
            for (int j = 0; j < ranges.size(); j++) {
                double share = parts.get(j).percent() / 100;
                double inside = inside(mass, ends, ranges.get(j));
                double outside = 1 - inside;
                if ((share > 0 && inside <= 0) || (share < 1 && outside <= CLOSE)) {
                    return false;
                }
                off = Math.max(off, Math.abs(inside - share));
                for (int k = 0; k < mass.length; k++) {
                    boolean in = within(ends, k, ranges.get(j));
                    mass[k] *=
                            in
                                    ? (inside > 0 ? share / inside : 0)
                                    : (outside > 0 ? (1 - share) / outside : 0);
                }
            }
        }
        return off <= CLOSE;
    }

    private static double inside(double[] mass, double[] ends, double[] range) {
        double sum = 0;
        for (int k = 0; k < mass.length; k++) {
            sum += within(ends, k, range) ? mass[k] : 0;
        }
        return sum;
    }

    private static boolean within(double[] ends, int k, double[] range) {
        return ends[k] >= range[0] && ends[k + 1] <= range[1];
    }

    @Override
    public double at(double rank) {
        int k = 0;
        while (k < asked.length - 2 && rank >= asked[k + 1]) {
            k++;
        }
        double width = asked[k + 1] - asked[k];
        double part = width > 0 ? Math.min(1, Math.max(0, (rank - asked[k]) / width)) : 0;
        return shape.at(published[k] + part * (published[k + 1] - published[k]));
    }

    @Override
    public boolean even() {
        return true;
    }
}
