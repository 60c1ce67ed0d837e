package org.anamnesis.learn;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Variable;

/**
 * What a condition on one column says as an allowance.
 *
 * @param whole whether the allowance says all of it; if not, rows are tested as well
 */
public record Pushed(Allowance allowance, boolean whole) {
    /** The only level of an allowance that no row can have. */
    public static final int NO_LEVEL = -1;

    /** Empty if it narrows nothing that an allowance can say. */
    public static Optional<Pushed> of(Condition condition, int k, Variable variable) {
        return variable.isCategory()
                ? levels(condition, k, variable.levels().size())
                : number(condition);
    }

    /** Every level and missing are tried. */
    private static Optional<Pushed> levels(Condition condition, int k, int levels) {
        double[][] row = new double[k + 1][1];
        Set<Integer> allowed = new HashSet<>();
        for (int level = 0; level < levels; level++) {
            row[k][0] = level;
            if (condition.of(row, 0) == Condition.Answer.TRUE) {
                allowed.add(level);
            }
        }
        row[k][0] = Double.NaN;
        boolean missing = condition.of(row, 0) == Condition.Answer.TRUE;
        if (missing && !allowed.isEmpty()) {
            return Optional.empty();
        }
        Allowance allowance = new Allowance.Presence(!missing);
        if (!missing && allowed.size() < levels) {
            allowance = new Allowance.Levels(allowed.isEmpty() ? Set.of(NO_LEVEL) : allowed);
        }
        return Optional.of(new Pushed(allowance, true));
    }

    private static Optional<Pushed> number(Condition condition) {
        if (condition instanceof Condition.Missing) {
            return Optional.of(new Pushed(new Allowance.Presence(false), true));
        }
        if (condition instanceof Condition.Not not) {
            boolean whole = not.inner() instanceof Condition.Missing;
            // a negated comparison is never true of a missing value
            boolean present = whole || not.inner() instanceof Condition.Compared;
            return present
                    ? Optional.of(new Pushed(new Allowance.Presence(true), whole))
                    : Optional.empty();
        }
        Optional<Allowance.Range> hull = hull(condition);
        boolean plain = condition instanceof Condition.Compared;
        boolean other =
                condition instanceof Condition.Compared c && c.sign() == Condition.Sign.OTHER;
        return hull.map(range -> new Pushed(range, plain && !other));
    }

    /** The least range outside of which it is never true. */
    private static Optional<Allowance.Range> hull(Condition condition) {
        if (condition instanceof Condition.Compared c) {
            if (c.left() instanceof Term.Column && c.right() instanceof Term.Constant value) {
                return range(c.sign(), value.value());
            }
            if (c.right() instanceof Term.Column && c.left() instanceof Term.Constant value) {
                return range(c.sign().mirrored(), value.value());
            }
            return Optional.empty();
        }
        if (condition instanceof Condition.Either either) {
            Optional<Allowance.Range> a = hull(either.left());
            Optional<Allowance.Range> b = hull(either.right());
            return a.flatMap(
                    x ->
                            b.map(
                                    y ->
                                            new Allowance.Range(
                                                    Math.min(x.low(), y.low()),
                                                    Math.max(x.high(), y.high()))));
        }
        if (condition instanceof Condition.Both both) {
            Optional<Allowance.Range> a = hull(both.left());
            Optional<Allowance.Range> b = hull(both.right());
            double low = Math.max(low(a), low(b));
            double high = Math.min(high(a), high(b));
            // if the two contradict, one is enough: rows are tested as well
            return low <= high ? Optional.of(new Allowance.Range(low, high)) : a;
        }
        return Optional.empty();
    }

    private static Optional<Allowance.Range> range(Condition.Sign sign, double value) {
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        double infinite = Double.POSITIVE_INFINITY;
        return Optional.of(
                switch (sign) {
                    case LESS -> new Allowance.Range(-infinite, Math.nextDown(value));
                    case AT_MOST -> new Allowance.Range(-infinite, value);
                    case EQUAL -> new Allowance.Range(value, value);
                    case AT_LEAST -> new Allowance.Range(value, infinite);
                    case MORE -> new Allowance.Range(Math.nextUp(value), infinite);
                    case OTHER -> new Allowance.Range(-infinite, infinite);
                });
    }

    private static double low(Optional<Allowance.Range> range) {
        return range.map(Allowance.Range::low).orElse(Double.NEGATIVE_INFINITY);
    }

    private static double high(Optional<Allowance.Range> range) {
        return range.map(Allowance.Range::high).orElse(Double.POSITIVE_INFINITY);
    }
}
