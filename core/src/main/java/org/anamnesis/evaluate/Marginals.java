package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** Column by column: does each value come as often as among real people? */
final class Marginals {
    private Marginals() {}

    static List<ColumnFidelity> of(JudgedTables tables) {
        Table real = Sample.stacked(tables.train(), tables.holdout());
        List<ColumnFidelity> out = new ArrayList<>();
        for (int k = 0; k < tables.variables().size(); k++) {
            Variable variable = tables.variables().get(k);
            double[] holdout = tables.holdout().column(k);
            double[] synthetic = tables.synthetic().column(k);
            Axis axis = axis(variable, real.column(k), synthetic);
            out.add(
                    new ColumnFidelity(
                            variable.name(),
                            variable.unit(),
                            variable.decimals(),
                            variable.levels(),
                            axis,
                            distribution(variable, axis, real.column(k)),
                            distribution(variable, axis, synthetic),
                            distance(variable, holdout, synthetic),
                            distance(variable, holdout, tables.train().column(k)),
                            missing(holdout),
                            missing(synthetic)));
        }
        return out;
    }

    /** Kolmogorov–Smirnov of numbers, total variation of categories. */
    static double distance(Variable variable, double[] a, double[] b) {
        return variable.isCategory()
                ? totalVariation(a, b, variable.levels().size())
                : kolmogorovSmirnov(a, b);
    }

    /** 1 if only one of the two has values, 0 if none has. */
    static double kolmogorovSmirnov(double[] a, double[] b) {
        double[] x = Sorted.present(a);
        double[] y = Sorted.present(b);
        if (x.length == 0 || y.length == 0) {
            return x.length == y.length ? 0 : 1;
        }
        double most = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] <= at) {
                i++;
            }
            while (j < y.length && y[j] <= at) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / x.length - (double) j / y.length));
        }
        return most;
    }

    private static double totalVariation(double[] a, double[] b, int levels) {
        double[] difference = new double[levels + 1];
        for (double x : a) {
            difference[Double.isNaN(x) ? levels : (int) x] += 1.0 / a.length;
        }
        for (double x : b) {
            difference[Double.isNaN(x) ? levels : (int) x] -= 1.0 / b.length;
        }
        return 0.5 * Arrays.stream(difference).map(Math::abs).sum();
    }

    static double missing(double[] column) {
        return Arrays.stream(column).filter(Double::isNaN).count() / (double) column.length;
    }

    private static Axis axis(Variable variable, double[] real, double[] synthetic) {
        if (!variable.isCategory()) {
            return Cuts.of(real, synthetic, variable.decimals()).axis();
        }
        return new Axis(
                IntStream.rangeClosed(0, variable.levels().size()).mapToObj(k -> k - 0.5).toList(),
                false);
    }

    private static Distribution distribution(Variable variable, Axis axis, double[] column) {
        double[] sorted = Sorted.present(column);
        int n = sorted.length;
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        double squares = 0;
        for (double x : sorted) {
            squares += (x - mean) * (x - mean);
        }
        double[] counts = new double[axis.bars()];
        double[] edges = axis.edges().stream().mapToDouble(Double::doubleValue).toArray();
        for (double x : sorted) {
            int bar = Auc.bound(edges, x, true) - 1;
            if (bar >= 0 && bar < counts.length) {
                counts[bar] += 1.0 / n;
            }
        }
        boolean ranks = n > 0 && !variable.isCategory();
        return new Distribution(
                n,
                column.length - n,
                ranks ? mean : Double.NaN,
                ranks ? Math.sqrt(squares / n) : Double.NaN,
                ranks ? sorted[0] : Double.NaN,
                ranks ? sorted[n - 1] : Double.NaN,
                ranks ? quantile(sorted, 0.05) : Double.NaN,
                ranks ? quantile(sorted, 0.25) : Double.NaN,
                ranks ? quantile(sorted, 0.5) : Double.NaN,
                ranks ? quantile(sorted, 0.75) : Double.NaN,
                ranks ? quantile(sorted, 0.95) : Double.NaN,
                Arrays.stream(counts).boxed().toList());
    }

    private static double quantile(double[] sorted, double p) {
        return sorted[Math.max(0, (int) Math.ceil(p * sorted.length) - 1)];
    }
}
