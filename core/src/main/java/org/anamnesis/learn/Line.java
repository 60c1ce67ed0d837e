package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A line through points by least squares.
 *
 * @param slope of y over x
 * @param centre mean of x
 * @param height mean of y
 * @param spread sum of squares of x around its mean
 * @param correlation −1 to 1; 0 if x or y does not vary
 */
record Line(double slope, double centre, double height, double spread, double correlation) {
    static Line through(double[] x, double[] y, boolean[] kept) {
        double mx = mean(x, kept);
        double my = mean(y, kept);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            if (kept[i]) {
                xx += (x[i] - mx) * (x[i] - mx);
                xy += (x[i] - mx) * (y[i] - my);
                yy += (y[i] - my) * (y[i] - my);
            }
        }
        return xx > 0 && yy > 0
                ? new Line(xy / xx, mx, my, xx, xy / Math.sqrt(xx * yy))
                : new Line(0, mx, my, 1, 0);
    }

    private static double mean(double[] of, boolean[] kept) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < of.length; i++) {
            if (kept[i]) {
                sum += of[i];
                n++;
            }
        }
        return sum / Math.max(1, n);
    }

    private double residual(double x, double y) {
        return y - height - slope * (x - centre);
    }

    /** All points but the 2 % farthest away: four times what may be typing errors. */
    boolean[] near(double[] x, double[] y) {
        double[] off = new double[x.length];
        Arrays.setAll(off, i -> Math.abs(residual(x[i], y[i])));
        double[] sorted = off.clone();
        Arrays.sort(sorted);
        double most = sorted[(int) (0.98 * (sorted.length - 1))];
        boolean[] kept = new boolean[x.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = off[i] <= most;
        }
        return kept;
    }

    /**
     * The simplest formulas close to this line: without a constant or with one; rounded, and
     * rounded down if the target is whole.
     */
    List<RuleExpression> simple(double[] x, double[] y, RuleExpression in, int decimals) {
        List<RuleExpression> out = new ArrayList<>();
        double half = Values.halfUnit(decimals);
        factor(x, y, -half, half).ifPresent(k -> out.add(scaled(k, in)));
        if (decimals <= 0) {
            // y ≤ k·x < y + 1
            factor(x, y, 0, 1 - 1e-9).ifPresent(k -> out.add(floor(scaled(k, in))));
        }
        out.addAll(withConstant(x, y, in, decimals));
        // whole weeks are days / 7 rounded down, even if days / 7.08 rounded comes to the same
        out.sort(Comparator.comparingLong(e -> digits(e, in)));
        return out;
    }

    /** Digits of the constants. */
    private static long digits(RuleExpression e, RuleExpression in) {
        String constants = e.toString().replace(in.toString(), "");
        return constants.chars().filter(Character::isDigit).count();
    }

    private static RuleExpression floor(RuleExpression of) {
        return new RuleExpression.Call(RuleExpression.Function.FLOOR, of);
    }

    /** The factors with which y + below ≤ k·x ≤ y + above. */
    private static Optional<CommonInterval> factor(
            double[] x, double[] y, double below, double above) {
        double[] lows = new double[x.length];
        double[] highs = new double[x.length];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                double a = (y[i] + below) / x[i];
                double b = (y[i] + above) / x[i];
                lows[n] = Math.min(a, b) - 1e-12 * Math.abs(a);
                highs[n++] = Math.max(a, b) + 1e-12 * Math.abs(b);
            }
        }
        return CommonInterval.of(Arrays.copyOf(lows, n), Arrays.copyOf(highs, n))
                .filter(k -> k.low() > 0 || k.high() < 0);
    }

    /** Times a simple number, or divided by one if that is simpler: months / 12. */
    private static RuleExpression scaled(CommonInterval k, RuleExpression in) {
        double factor = Roundest.within(k.low(), k.high());
        double divisor = Roundest.within(1 / k.high(), 1 / k.low());
        if (factor == 1) {
            return in;
        }
        boolean divided =
                RuleExpression.number(divisor).length() < RuleExpression.number(factor).length();
        return divided
                ? in.over(RuleExpression.constant(divisor))
                : RuleExpression.constant(factor).times(in);
    }

    private List<RuleExpression> withConstant(
            double[] x, double[] y, RuleExpression in, int decimals) {
        boolean[] near = near(x, y);
        double squares = 0;
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            double off = near[i] ? residual(x[i], y[i]) : 0;
            squares += off * off;
            n += near[i] ? 1 : 0;
        }
        // four standard errors of the slope: a chance of 6e-5 to leave out the true one
        double error = 4 * Math.sqrt(squares / Math.max(1, n - 2) / spread);
        // rounding is no noise: it may tilt the line by one unit over its length
        double tilt = 2 * Values.halfUnit(decimals) / length(x, near);
        double margin = Math.max(Math.max(error, tilt), 1e-9 * Math.abs(slope));
        double k = Roundest.within(slope - margin, slope + margin);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (near[i]) {
                low = Math.min(low, y[i] - k * x[i]);
                high = Math.max(high, y[i] - k * x[i]);
            }
        }
        double unit = 2 * Values.halfUnit(decimals);
        // rounding moves a value by at most half a unit, so a lies within half a unit of all
        double a =
                Roundest.within(
                        between(high - unit / 2, low + unit / 2, true),
                        between(high - unit / 2, low + unit / 2, false));
        RuleExpression rounded = with(scaled(k, in), a);
        if (decimals > 0) {
            return List.of(rounded);
        }
        double down =
                Roundest.within(between(high, low + unit, true), between(high, low + unit, false));
        return List.of(
                rounded,
                new RuleExpression.Call(RuleExpression.Function.FLOOR, with(scaled(k, in), down)));
    }

    private static double length(double[] x, boolean[] kept) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            low = kept[i] ? Math.min(low, x[i]) : low;
            high = kept[i] ? Math.max(high, x[i]) : high;
        }
        return high - low;
    }

    private static double between(double a, double b, boolean lower) {
        return lower ? Math.min(a, b) : Math.max(a, b);
    }

    private static RuleExpression scaled(double k, RuleExpression in) {
        return k == 1 ? in : RuleExpression.constant(k).times(in);
    }

    private static RuleExpression with(RuleExpression scaled, double a) {
        if (a == 0) {
            return scaled;
        }
        return a > 0
                ? scaled.plus(RuleExpression.constant(a))
                : scaled.minus(RuleExpression.constant(-a));
    }
}
