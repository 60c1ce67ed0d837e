package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A weighted sum of columns and a constant, by least squares, and what it leaves over. */
final class WeightedFit {
    /** Share of the rows farthest away that are left out: four times what may be typing errors. */
    private static final double ERRORS = 0.02;

    private final double[] y;
    private final double[][] x;
    private final double[] factors;
    private final double[] standardErrors;
    private final double[] off;
    private final double leftOver;

    private WeightedFit(
            double[] y, double[][] x, double[] factors, double[] standardErrors, double[] off) {
        this.y = y;
        this.x = x;
        this.factors = factors;
        this.standardErrors = standardErrors;
        this.off = off;
        double mean = Arrays.stream(y).average().orElse(0);
        double all = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
        double left = Arrays.stream(off).map(v -> v * v).sum();
        this.leftOver = all > 0 ? left / all : 1;
    }

    /**
     * @param y by row
     * @param x by column and row
     */
    static WeightedFit of(double[] y, double[][] x) {
        WeightedFit all = fit(y, x);
        double most = all.farthest();
        int[] near = new int[y.length];
        int n = 0;
        for (int i = 0; i < y.length; i++) {
            if (Math.abs(all.off[i]) <= most) {
                near[n++] = i;
            }
        }
        int[] kept = Arrays.copyOf(near, n);
        double[][] nearX = Arrays.stream(x).map(c -> at(c, kept)).toArray(double[][]::new);
        return fit(at(y, kept), nearX);
    }

    private static double[] at(double[] of, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> of[i]).toArray();
    }

    private double farthest() {
        double[] sorted = Arrays.stream(off).map(Math::abs).sorted().toArray();
        return sorted[(int) ((1 - ERRORS) * (sorted.length - 1))];
    }

    /** Normal equations of the centred columns, by Gauss-Jordan, which leaves the inverse. */
    private static WeightedFit fit(double[] y, double[][] x) {
        int p = x.length;
        int n = y.length;
        double my = Arrays.stream(y).average().orElse(0);
        double[] mx =
                Arrays.stream(x).mapToDouble(c -> Arrays.stream(c).average().orElse(0)).toArray();
        double[][] a = new double[p][2 * p];
        double[] b = new double[p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                for (int i = 0; i < n; i++) {
                    a[j][k] += (x[j][i] - mx[j]) * (x[k][i] - mx[k]);
                }
            }
            for (int i = 0; i < n; i++) {
                b[j] += (x[j][i] - mx[j]) * (y[i] - my);
            }
            // a column that is a sum of others takes no factor instead of an infinite one
            a[j][j] += 1e-10 * a[j][j] + 1e-300;
            a[j][p + j] = 1;
        }
        for (int j = 0; j < p; j++) {
            double pivot = a[j][j];
            for (int c = 0; c < 2 * p; c++) {
                a[j][c] /= pivot;
            }
            for (int k = 0; k < p; k++) {
                double times = a[k][j];
                for (int c = 0; k != j && c < 2 * p; c++) {
                    a[k][c] -= times * a[j][c];
                }
            }
        }
        double[] factors = new double[p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                factors[j] += a[j][p + k] * b[k];
            }
        }
        double[] off = new double[n];
        double left = 0;
        for (int i = 0; i < n; i++) {
            off[i] = y[i] - my;
            for (int j = 0; j < p; j++) {
                off[i] -= factors[j] * (x[j][i] - mx[j]);
            }
            left += off[i] * off[i];
        }
        double variance = left / Math.max(1, n - p - 1);
        double[] errors = new double[p];
        for (int j = 0; j < p; j++) {
            errors[j] = Math.sqrt(Math.max(0, variance * a[j][p + j]));
        }
        return new WeightedFit(y, x, factors, errors, off);
    }

    /** Share of the variance that is left over. */
    double leftOver() {
        return leftOver;
    }

    double factor(int j) {
        return factors[j];
    }

    /** Whether no row is farther away. */
    boolean within(double slack) {
        return Arrays.stream(off).allMatch(v -> Math.abs(v) <= slack);
    }

    /**
     * The sum with the simplest factors near these.
     *
     * @param errors how near, in standard errors
     * @param unit of the last digit of y
     */
    RuleExpression simple(List<String> names, double errors, double unit) {
        List<RuleExpression> added = new ArrayList<>();
        List<RuleExpression> taken = new ArrayList<>();
        double[] rest = y.clone();
        for (int j = 0; j < factors.length; j++) {
            double margin = Math.max(errors * standardErrors[j], 1e-9 * Math.abs(factors[j]));
            double low = factors[j] - margin;
            double high = factors[j] + margin;
            if (low <= 0 && high >= 0) {
                continue;
            }
            double size = Math.abs(factors[j]);
            double factor = Roundest.within(size - margin, size + margin);
            double divisor = Roundest.within(1 / (size + margin), 1 / (size - margin));
            boolean divided =
                    RuleExpression.number(divisor).length()
                            < RuleExpression.number(factor).length();
            RuleExpression column = RuleExpression.column(names.get(j));
            RuleExpression part =
                    factor == 1
                            ? column
                            : divided
                                    ? column.over(RuleExpression.constant(divisor))
                                    : RuleExpression.constant(factor).times(column);
            double exact = Math.signum(factors[j]) * (divided ? 1 / divisor : factor);
            (exact > 0 ? added : taken).add(part);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= exact * x[j][i];
            }
        }
        double low = Arrays.stream(rest).min().orElse(0);
        double high = Arrays.stream(rest).max().orElse(0);
        // rounding moves a value by at most half a unit, so a constant lies within half of all
        double a = high - unit / 2;
        double b = low + unit / 2;
        double constant = Roundest.within(Math.min(a, b), Math.max(a, b));
        return sum(added, taken, constant);
    }

    private static RuleExpression sum(
            List<RuleExpression> added, List<RuleExpression> taken, double constant) {
        RuleExpression sum = added.isEmpty() ? RuleExpression.constant(constant) : added.get(0);
        for (int k = 1; k < added.size(); k++) {
            sum = sum.plus(added.get(k));
        }
        for (RuleExpression t : taken) {
            sum = sum.minus(t);
        }
        if (added.isEmpty() || constant == 0) {
            return sum;
        }
        return constant > 0
                ? sum.plus(RuleExpression.constant(constant))
                : sum.minus(RuleExpression.constant(-constant));
    }
}
