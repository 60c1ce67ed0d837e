package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;

/**
 * How strongly each pair of columns hangs together, 0 to 1: |Spearman's ρ| of two numbers, the
 * correlation ratio η of a number's ranks within the levels of a category, Cramér's V of two
 * categories. "Missing" is a level of a category; of numbers only present values count.
 */
final class Associations {
    private final Table table;
    private final double[][] spearman;
    private final double[][] mixed;

    private Associations(Table table) {
        this.table = table;
        int p = table.variables().size();
        double[] ones = new double[table.rows()];
        Arrays.fill(ones, 1);
        int[] numbers = numbers(table);
        double[][] columns = IntStream.of(numbers).mapToObj(table::column).toArray(double[][]::new);
        spearman = Spearman.matrix(columns, ones);
        mixed = new double[p][p];
        for (int a = 0; a < p; a++) {
            mixed[a][a] = 1;
            for (int b = 0; b < a; b++) {
                mixed[a][b] = pair(a, b, numbers);
                mixed[b][a] = mixed[a][b];
            }
        }
    }

    static Associations of(Table table) {
        return new Associations(table);
    }

    /** Columns that hold numbers. */
    static int[] numbers(Table table) {
        return IntStream.range(0, table.variables().size())
                .filter(k -> !table.variables().get(k).isCategory())
                .toArray();
    }

    /** Signed, of the numbers only; 0 where it cannot be worked out. */
    double[][] spearman() {
        return spearman;
    }

    /** Of all columns. */
    double[][] mixed() {
        return mixed;
    }

    /** Mean absolute difference over the pairs of columns; NaN if there is none. */
    static double meanGap(double[][] a, double[][] b) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.abs(known(a[i][j]) - known(b[i][j]));
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    /** A column that does not vary hangs together with nothing. */
    static double known(double association) {
        return Double.isNaN(association) ? 0 : association;
    }

    private double pair(int a, int b, int[] numbers) {
        boolean categoryA = table.variables().get(a).isCategory();
        boolean categoryB = table.variables().get(b).isCategory();
        if (categoryA && categoryB) {
            return cramer(codes(a), codes(b));
        }
        if (categoryA) {
            return ratio(codes(a), table.column(b));
        }
        if (categoryB) {
            return ratio(codes(b), table.column(a));
        }
        int i = Arrays.binarySearch(numbers, a);
        int j = Arrays.binarySearch(numbers, b);
        return Math.abs(known(spearman[i][j]));
    }

    /** Levels with "missing" as the last. */
    private int[] codes(int k) {
        int missing = table.variables().get(k).levels().size();
        return Arrays.stream(table.column(k))
                .mapToInt(x -> Double.isNaN(x) ? missing : (int) x)
                .toArray();
    }

    private static int levels(int[] codes) {
        return 1 + Arrays.stream(codes).max().orElse(0);
    }

    /** V = √(χ² / n / (min(rows, columns) − 1)), levels that do not occur left out. */
    private static double cramer(int[] a, int[] b) {
        int la = levels(a);
        int lb = levels(b);
        double[] rows = new double[la];
        double[] columns = new double[lb];
        double[] cells = new double[la * lb];
        for (int i = 0; i < a.length; i++) {
            rows[a[i]]++;
            columns[b[i]]++;
            cells[a[i] * lb + b[i]]++;
        }
        double n = a.length;
        double share = -1; // Σ cell² / (row · column) − 1 = χ² / n
        for (int i = 0; i < la; i++) {
            for (int j = 0; j < lb; j++) {
                double cell = cells[i * lb + j];
                if (cell > 0) {
                    share += cell / rows[i] * (cell / columns[j]);
                }
            }
        }
        long least = Math.min(present(rows), present(columns)) - 1;
        return least <= 0 || n == 0 ? 0 : Math.sqrt(Math.max(0, share) / least);
    }

    private static long present(double[] counts) {
        return Arrays.stream(counts).filter(c -> c > 0).count();
    }

    /** η = √(variance of the levels' mean ranks / variance of the ranks). */
    private static double ratio(int[] codes, double[] values) {
        double[] sorted = Sorted.present(values);
        if (sorted.length < 3) {
            return 0;
        }
        double middle = sorted.length / 2.0;
        int levels = levels(codes);
        double[] sum = new double[levels];
        double[] count = new double[levels];
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                double rank =
                        (Auc.bound(sorted, values[i], false) + Auc.bound(sorted, values[i], true))
                                        / 2.0
                                - middle;
                sum[codes[i]] += rank;
                count[codes[i]]++;
                all += rank * rank;
            }
        }
        double between = 0;
        for (int c = 0; c < levels; c++) {
            between += count[c] > 0 ? sum[c] * sum[c] / count[c] : 0;
        }
        return all > 0 ? Math.sqrt(between / all) : 0;
    }
}
