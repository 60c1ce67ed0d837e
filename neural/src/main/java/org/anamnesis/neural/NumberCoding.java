package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Variable;

/**
 * A numeric column cut by rank. A value that many share has a code of its own; the others are cut
 * into codes of about equal weight, and a value inside one follows the margin.
 */
final class NumberCoding implements Coding {
    private final Margin margin;

    /** Code k ≥ 1 holds the ranks breaks[k − 1] to breaks[k]. */
    private final double[] breaks;

    private final boolean gaps;

    private NumberCoding(Margin margin, double[] breaks, boolean gaps) {
        this.gaps = gaps;
        this.margin = margin;
        this.breaks = breaks;
    }

    static NumberCoding of(Variable variable, double[] values, double[] weights, int most) {
        Margin margin = MarginBuilder.of(variable, values, weights);
        boolean gaps = !Arrays.stream(values).allMatch(Double::isFinite);
        if (Arrays.stream(values).noneMatch(Double::isFinite)) {
            return new NumberCoding(margin, new double[] {0}, gaps); // no code but "missing"
        }
        return new NumberCoding(margin, breaks(margin, most), gaps);
    }

    /**
     * At most {@code most} codes: one for each of the most usual shared values, and as many for the
     * stretches between them as are left.
     */
    private static double[] breaks(Margin margin, int most) {
        int limit = Math.max(1, most * 6 / 10);
        double[] out = breaks(margin, most, limit);
        while (out.length - 1 > most && limit > 1) {
            limit = limit * 3 / 4;
            out = breaks(margin, most, limit);
        }
        return out;
    }

    private static double[] breaks(Margin margin, int most, int limit) {
        int[] steps =
                IntStream.range(0, margin.segments())
                        .filter(margin::shared)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                                (Integer s) -> margin.end(s) - margin.end(s + 1))
                                        .thenComparingInt(s -> s))
                        .limit(limit)
                        .sorted()
                        .mapToInt(s -> s)
                        .toArray();
        double own = Arrays.stream(steps).mapToDouble(s -> margin.end(s + 1) - margin.end(s)).sum();
        // A stretch between steps takes at least one code, so count the stretches beforehand.
        double perCode = Math.max(1 - own, 1e-12) / Math.max(1, most - 2 * steps.length);
        double[] out = new double[2 * most + 2 * steps.length + 2];
        int used = 0;
        out[used++] = 0;
        for (int k = 0; k <= steps.length; k++) {
            double from = out[used - 1];
            double to = k < steps.length ? margin.end(steps[k]) : 1;
            if (to > from) {
                int parts = (int) Math.max(1, Math.rint((to - from) / perCode));
                for (int p = 1; p <= parts; p++) {
                    out[used++] = p == parts ? to : from + (to - from) * p / parts;
                }
            }
            if (k < steps.length && margin.end(steps[k] + 1) > out[used - 1]) {
                out[used++] = margin.end(steps[k] + 1);
            }
        }
        return Arrays.copyOf(out, used);
    }

    @Override
    public int count() {
        return breaks.length;
    }

    @Override
    public int code(double value, double within) {
        if (!Double.isFinite(value) || breaks.length == 1) {
            return 0;
        }
        int at = Arrays.binarySearch(breaks, margin.rank(value, within));
        int code = at >= 0 ? at + 1 : -at - 1;
        return Math.max(1, Math.min(breaks.length - 1, code));
    }

    @Override
    public boolean gaps() {
        return gaps;
    }

    Margin margin() {
        return margin;
    }

    /** Middle of each code's ranks, in (0, 1); code 0, "missing", has 0. */
    double[] middles() {
        double[] out = new double[breaks.length];
        for (int code = 1; code < out.length; code++) {
            out[code] = (breaks[code - 1] + breaks[code]) / 2;
        }
        return out;
    }

    @Override
    public Restricted under(Allowance allowed) {
        boolean range = allowed instanceof Allowance.Range;
        double low = range ? ((Allowance.Range) allowed).low() : Double.NEGATIVE_INFINITY;
        double high = range ? ((Allowance.Range) allowed).high() : Double.POSITIVE_INFINITY;
        double[] ranks = range ? margin.ranks(low, high) : new double[] {0, 1};
        return new Restricted() {
            @Override
            public double share(int code) {
                if (code == 0) {
                    return gaps && allowed.allows(Double.NaN) ? 1 : 0;
                }
                if (!range) {
                    return present(allowed) ? 1 : 0;
                }
                double width = breaks[code] - breaks[code - 1];
                double left =
                        Math.min(ranks[1], breaks[code]) - Math.max(ranks[0], breaks[code - 1]);
                return Math.max(0, Math.min(1, left / width));
            }

            @Override
            public double value(int code, double u) {
                if (code == 0) {
                    return Double.NaN;
                }
                double from = Math.max(ranks[0], breaks[code - 1]);
                double to = Math.min(ranks[1], breaks[code]);
                double value = margin.value(from + u * Math.max(0, to - from));
                return range ? margin.inside(value, low, high) : value;
            }
        };
    }

    /** Whether a condition that is not a range lets a number stand. */
    private static boolean present(Allowance allowed) {
        return !(allowed instanceof Allowance.Levels) && allowed.allows(0);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        margin.write(out);
        Stored.write(out, breaks);
        out.writeBoolean(gaps);
    }

    static NumberCoding read(DataInput in) throws IOException {
        Margin margin = Margin.read(in);
        double[] breaks = Stored.doubles(in, 4 * MOST + 2);
        Stored.require(
                breaks.length > 0
                        && breaks[0] == 0
                        && (breaks.length == 1 || breaks[breaks.length - 1] == 1),
                "cuts");
        for (int k = 1; k < breaks.length; k++) {
            Stored.require(breaks[k] > breaks[k - 1], "rising cuts");
        }
        return new NumberCoding(margin, breaks, in.readBoolean());
    }
}
