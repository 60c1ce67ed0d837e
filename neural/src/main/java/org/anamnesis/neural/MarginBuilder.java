package org.anamnesis.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.table.Variable;

/**
 * Makes a {@link Margin} from a column. A value stands in it only if {@value #FEW} people or more
 * share it; between such values lie groups of as many people, spread evenly, and the {@value #FEW}
 * most extreme people at each end count as the least extreme of them.
 */
final class MarginBuilder {
    /**
     * Fewest people behind anything that is kept: the rule of small cells of statistical offices.
     */
    static final int FEW = 5;

    /** A value is a step if this share has it; the reference trees keep the same (0.5 %). */
    private static final double SHARED = 0.005;

    /** Groups in a column without steps: finer than the bins of any engine here. */
    private static final int GROUPS = 400;

    private record Value(double value, int count, double weight) {}

    private final List<double[]> segments = new ArrayList<>(); // {low, high, weight}
    private final double half;
    private final int group;

    private MarginBuilder(double half, int group) {
        this.half = half;
        this.group = group;
    }

    /**
     * @param values NaN for missing
     * @param weights of the rows
     */
    static Margin of(Variable variable, double[] values, double[] weights) {
        int[] present =
                IntStream.range(0, values.length)
                        .filter(i -> Double.isFinite(values[i]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> values[i]))
                        .mapToInt(i -> i)
                        .toArray();
        int n = present.length;
        int decimals = Math.max(0, Math.min(variable.decimals(), 15));
        if (n == 0) {
            return new Margin(new double[] {0, 1}, new double[1], new double[1], decimals);
        }
        int cut = Math.min(FEW - 1, n / FEW); // a tiny table keeps its middle
        double least = values[present[cut]];
        double most = values[present[Math.max(cut, n - 1 - cut)]];
        double half = 0.5 * Math.pow(10, -decimals);
        var builder = new MarginBuilder(half, Math.max(FEW, n / GROUPS));
        double[] clipped =
                Arrays.stream(present)
                        .mapToDouble(i -> Math.max(least, Math.min(most, values[i])))
                        .toArray();
        builder.fill(distinct(clipped, present, weights), Math.max(FEW, (int) (SHARED * n)));
        return builder.margin(decimals);
    }

    private static List<Value> distinct(double[] sorted, int[] rows, double[] weights) {
        List<Value> out = new ArrayList<>();
        int from = 0;
        while (from < sorted.length) {
            int to = from;
            double weight = 0;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                weight += weights[rows[to++]];
            }
            out.add(new Value(sorted[from], to - from, weight));
            from = to;
        }
        return out;
    }

    private void fill(List<Value> values, int shared) {
        int from = 0;
        for (int k = 0; k < values.size(); k++) {
            if (values.get(k).count() >= shared) {
                between(values, from, k);
                Value v = values.get(k);
                segments.add(new double[] {v.value(), v.value(), v.weight()});
                from = k + 1;
            }
        }
        between(values, from, values.size());
    }

    /** Values {@code from} to {@code to − 1}, which few people share, in groups. */
    private void between(List<Value> values, int from, int to) {
        if (from == to) {
            return;
        }
        int people = values.subList(from, to).stream().mapToInt(Value::count).sum();
        double start = values.get(from).value() - half;
        double stop = values.get(to - 1).value() + half;
        if (people < FEW) { // too few to say where between the steps they are
            start = from > 0 ? values.get(from - 1).value() + half : start;
            stop = to < values.size() ? values.get(to).value() - half : stop;
        }
        int left = people;
        int k = from;
        while (k < to) {
            int count = 0;
            double weight = 0;
            int first = k;
            while (k < to && (count < group || left < group)) {
                count += values.get(k).count();
                left -= values.get(k).count();
                weight += values.get(k).weight();
                k++;
            }
            double low = first == from ? start : middle(values, first);
            double high = k == to ? stop : middle(values, k);
            segments.add(new double[] {low, Math.max(high, low), weight});
        }
    }

    private static double middle(List<Value> values, int k) {
        return values.get(k - 1).value() / 2 + values.get(k).value() / 2;
    }

    private Margin margin(int decimals) {
        double total = segments.stream().mapToDouble(s -> s[2]).sum();
        int n = segments.size();
        double[] ends = new double[n + 1];
        double below = 0;
        for (int s = 0; s < n; s++) {
            below += segments.get(s)[2];
            ends[s + 1] = total > 0 ? Math.min(1, below / total) : (s + 1.0) / n;
        }
        ends[n] = 1;
        double[] low = segments.stream().mapToDouble(s -> s[0]).toArray();
        double[] high = segments.stream().mapToDouble(s -> s[1]).toArray();
        return new Margin(ends, low, high, decimals);
    }
}
