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
     * At most {@code most} of the columns, in their old order.
     *
     * @param scaled whether what bins explain by chance is reckoned with the target's own variance;
     *     if not, with 1, which is right for normal scores alone and costs finely cut columns the
     *     screening for a rare yes/no
     */
    static int[] best(
            byte[][] codes,
            Bins[] bins,
            int[] columns,
            double[] weights,
            TreeGrower.Target target,
            int[] rows,
            int most,
            boolean scaled) {
        if (columns.length <= most) {
            return columns;
        }
        double[] merit = new double[columns.length];
        for (int f = 0; f < columns.length; f++) {
            merit[f] =
                    merit(
                            codes[columns[f]],
                            bins[columns[f]].count(),
                            weights,
                            target,
                            rows,
                            scaled);
        }
        return IntStream.range(0, columns.length)
                .boxed()
                .sorted(Comparator.comparingDouble(f -> -merit[f]))
                .limit(most)
                .mapToInt(f -> columns[f])
                .sorted()
                .toArray();
    }

    /** Between-bin sum of squares, less what that many bins would explain by chance. */
    private static double merit(
            byte[] code,
            int count,
            double[] weights,
            TreeGrower.Target target,
            int[] rows,
            boolean scaled) {
        int channels = target.channels();
        double[] w = new double[count];
        double[] s = new double[count * channels];
        for (int row : rows) {
            int c = code[row];
            w[c] += weights[row];
            if (channels == 1) {
                s[c] += weights[row] * target.value(row);
            } else {
                s[c * channels + target.group()[row]] += weights[row];
            }
        }
        double total = 0;
        int present = 0;
        double[] whole = new double[channels];
        for (int c = 0; c < count; c++) {
            if (w[c] > 0) {
                present++;
                for (int k = 0; k < channels; k++) {
                    double sum = s[c * channels + k];
                    whole[k] += sum;
                    total += sum * sum / w[c];
                }
            }
        }
        double weight = Arrays.stream(w).sum();
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
