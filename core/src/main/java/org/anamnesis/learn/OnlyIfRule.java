package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeSet;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Variable;

/**
 * A column has a value only for those to whom it applies, like births for women.
 *
 * @param column the column that is missing otherwise
 * @param parent the column that decides
 * @param when values of the parent to which the column applies; some must not
 * @param openIfMissing whether it may have a value where the parent is missing too
 * @param always whether the column is never missing where it applies
 */
public record OnlyIfRule(
        String column, Variable parent, Allowance when, boolean openIfMissing, boolean always)
        implements TableRule {
    public OnlyIfRule {
        requireNonNull(column, "column");
        requireNonNull(parent, "parent");
        boolean fits =
                parent.isCategory()
                        ? !(when instanceof Allowance.Range)
                        : !(when instanceof Allowance.Levels);
        if (column.equals(parent.name())
                || when instanceof Allowance.Any
                || (openIfMissing && when instanceof Allowance.Presence)
                || !fits) {
            throw new IllegalArgumentException(column + " only if " + when);
        }
    }

    @Override
    public List<String> columns() {
        return List.of(column, parent.name());
    }

    /** Whether the parent says that the column does not apply. */
    boolean forbids(double parentValue) {
        return !when.allows(parentValue) && !(openIfMissing && Double.isNaN(parentValue));
    }

    @Override
    public boolean holds(double[] values) {
        boolean missing = Double.isNaN(values[0]);
        return forbids(values[1]) ? missing : !(always && missing && when.allows(values[1]));
    }

    @Override
    public boolean testedBy(double[] values) {
        return forbids(values[1]) || (always && when.allows(values[1]));
    }

    /** The rule as it is stated. */
    String text() {
        return "%s %s %s %s%s"
                .formatted(
                        RuleWords.quoted(column),
                        always ? "if and only if" : "only if",
                        RuleWords.quoted(parent.name()),
                        condition(),
                        openIfMissing ? " or is missing" : "");
    }

    private String condition() {
        if (when instanceof Allowance.Presence presence) {
            return presence.present() ? "is present" : "is missing";
        } else if (when instanceof Allowance.Range range) {
            return range(range);
        }
        var levels = new TreeSet<>(((Allowance.Levels) when).levels());
        List<String> names =
                levels.stream().map(l -> RuleWords.value(parent.levels().get(l))).toList();
        return names.size() == 1 ? "= " + names.get(0) : "in (" + String.join(", ", names) + ")";
    }

    private static String range(Allowance.Range range) {
        if (Double.isInfinite(range.high())) {
            return ">= " + RuleExpression.number(range.low());
        } else if (Double.isInfinite(range.low())) {
            return "<= " + RuleExpression.number(range.high());
        }
        return "between %s and %s"
                .formatted(RuleExpression.number(range.low()), RuleExpression.number(range.high()));
    }

    @Override
    public String sentence() {
        return always
                ? "%s has a value if %s %s, and only then."
                        .formatted(column, parent.name(), condition())
                : "%s has a value only if %s %s.".formatted(column, parent.name(), condition());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.onlyIf(this);
    }
}
