package org.anamnesis.generate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which columns tell most of a target by themselves: those whose bins explain the most of its
 * variance or impurity.
 */
final class Screening {
    private Screening() {}

    /**
     * Columns that were chosen.
     *
     * @param sums what the root of a tree over these columns knows of its rows, see {@link
     *     NodeSums}; empty if nothing had to be looked at
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Chosen(int[] columns, double[] sums) {
        /** These and another column, if it is not among them; what the root knows is left out. */
        Chosen with(int column) {
            if (Arrays.stream(columns).anyMatch(c -> c == column)) {
                return this;
            }
            int[] all = Arrays.copyOf(columns, columns.length + 1);
            all[columns.length] = column;
            Arrays.sort(all);
            return new Chosen(all, new double[0]);
        }
    }

    /**
     * At most {@code most} of the columns, in their old order.
     *
     * @param scaled whether what bins explain by chance is reckoned with the target's own variance;
     *     if not, with 1, which is right for normal scores alone and costs finely cut columns the
     *     screening for a rare yes/no
     */
    static Chosen best(
            byte[][] codes,
            Bins[] bins,
            int[] columns,
            double[] weights,
            TreeGrower.Target target,
            int[] rows,
            int most,
            boolean scaled) {
        if (columns.length <= most) {
            return new Chosen(columns, new double[0]);
        }
        var sums = new NodeSums(codes, columns, bins, weights, target, rows);
        double[] known = sums.of(rows, 0, rows.length);
        int width = target.channels() + 2;
        double[] merit = new double[columns.length];
        for (int f = 0; f < columns.length; f++) {
            merit[f] =
                    merit(
                            known,
                            sums.offset(f),
                            bins[columns[f]].count(),
                            width,
                            weights,
                            target,
                            rows,
                            scaled);
        }
        int[] chosen =
                IntStream.range(0, columns.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(f -> -merit[f]))
                        .limit(most)
                        .mapToInt(f -> f)
                        .sorted()
                        .toArray();
        int[] best = Arrays.stream(chosen).map(f -> columns[f]).toArray();
        return new Chosen(best, sums.some(known, chosen));
    }

    /** Between-bin sum of squares, less what that many bins would explain by chance. */
    private static double merit(
            double[] known,
            int base,
            int count,
            int width,
            double[] weights,
            TreeGrower.Target target,
            int[] rows,
            boolean scaled) {
        double total = 0;
        double[] weightOf = new double[count];
        int present = 0;
        double[] whole = new double[width - 2];
        for (int c = 0; c < count; c++) {
            int at = base + c * width;
            double w = known[at + 1];
            weightOf[c] = w;
            if (w > 0) {
                present++;
                for (int k = 0; k < whole.length; k++) {
                    double sum = known[at + 2 + k];
                    whole[k] += sum;
                    total += sum * sum / w;
                }
            }
        }
        double weight = Arrays.stream(weightOf).sum();
        for (double sum : whole) {
            total -= sum * sum / weight;
        }
        double variance = scaled ? variance(weights, target, rows, whole, weight) : 1;
        return total - present * variance * weight / rows.length;
    }

    private static double variance(
            double[] weights, TreeGrower.Target target, int[] rows, double[] whole, double weight) {
        double square = 0;
        for (int row : rows) {
            double v = target.channels() == 1 ? target.value(row) : 1;
            square += weights[row] * v * v;
        }
        for (double sum : whole) {
            square -= sum * sum / weight;
        }
        return square / weight;
    }
}
