package org.anamnesis.converse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.measure.UnitConversion;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Units;

/**
 * A specification in the language of conditions and targets of a learned table.
 *
 * @param where what every row meets, a condition each
 * @param targets what the rows meet together; means that are moved are in {@code moved}
 * @param moved means that are relative to what they would be
 * @param groups that the rows are made in
 * @param shown names of the columns that are written; empty: all
 * @param problems what the table does not have or a model of it cannot do
 */
record TableAsked(
        List<String> where,
        List<String> targets,
        List<Moved> moved,
        TableGroups groups,
        List<String> shown,
        List<Problem> problems) {
    /**
     * A mean that is moved.
     *
     * @param column as the language quotes it
     * @param factor of the mean that it would be
     * @param plus in the column's unit
     */
    record Moved(String column, double factor, double plus) {}

    static TableAsked of(CohortSpec spec, LearnedTable table) {
        List<Problem> problems = new ArrayList<>();
        List<String> where = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        var criteria = new TableCriteria(table, problems);
        spec.condition()
                .filter(c -> !c.equals("general-population"))
                .ifPresent(c -> criteria.has(c).ifPresent(where::add));
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Require r) {
                criteria.of(r.criterion()).ifPresent(where::add);
            } else if (c instanceof Constraint.Shift x) {
                criteria.number(x.observation(), Words.of(c))
                        .ifPresent(k -> moved.add(moved(k, x)));
            } else {
                target(c, criteria).ifPresent(targets::add);
            }
        }
        beyond(spec, table, criteria, where, targets, problems);
        TableGroups groups = TableGroups.of(spec, table, problems);
        return new TableAsked(
                where, targets, moved, groups, shown(spec, table, problems), problems);
    }

    /** A share, a mean or a correlation as a target; empty if the table does not have it. */
    static Optional<String> target(Constraint c, TableCriteria criteria) {
        if (c instanceof Constraint.Share x) {
            return criteria.of(x.criterion()).map(t -> share(t, x.percent()));
        }
        if (c instanceof Constraint.Mean m) {
            return criteria.number(m.observation(), Words.of(c))
                    .map(k -> mean(quoted(k), own(k, m.value())));
        }
        var x = (Constraint.Correlation) c;
        Optional<TableColumn> first = criteria.number(x.first(), Words.of(c));
        return criteria.number(x.second(), Words.of(c))
                .flatMap(b -> first.map(a -> correlation(a, b, x)));
    }

    private static void beyond(
            CohortSpec spec,
            LearnedTable table,
            TableCriteria criteria,
            List<String> where,
            List<String> targets,
            List<Problem> problems) {
        for (Overwrite o : spec.beyond().overwrites()) {
            if (!(o instanceof Overwrite.Missing m) || m.more().isPresent()) {
                problems.add(cannot(Words.of(o), "a change of finished values"));
                continue;
            }
            if (m.ofEach()) {
                problems.add(cannot(Words.of(o), "missing values of all columns at once"));
                continue;
            }
            criteria.any(m.observation(), Words.of(o))
                    .ifPresent(
                            k -> {
                                if (m.percent() == 0) {
                                    where.add(quoted(k) + " is not missing");
                                } else if (m.percent() == 100) {
                                    where.add(quoted(k) + " is missing");
                                } else {
                                    targets.add(share(quoted(k) + " is missing", m.percent()));
                                }
                            });
        }
        spec.beyond()
                .own()
                .forEach(
                        o -> problems.add(cannot(o.name(), "a variable with numbers of your own")));
        spec.beyond().timeline().ifPresent(t -> problems.add(cannot(Words.of(t), "a history")));
        if (spec.beyond().names()) {
            problems.add(cannot("names", "made-up names and addresses"));
        }
        if (spec.beyond().gaps()) {
            problems.add(cannot("gaps", "gaps as in practice"));
        }
        spec.beyond()
                .studies()
                .forEach(
                        s ->
                                problems.add(
                                        cannot(
                                                StudyWords.name(s.kind()),
                                                "recordings and images")));
        Units units = spec.beyond().units();
        boolean own =
                units.system().isEmpty()
                        && units.named().stream()
                                .allMatch(
                                        w ->
                                                table.column(w.observation())
                                                        .filter(k -> k.unit().equals(w.unit()))
                                                        .isPresent());
        if (!own) {
            String wanted =
                    units.named().stream()
                            .map(w -> Words.named(w.observation()) + " in " + w.unit())
                            .collect(Collectors.joining(", "));
            problems.add(cannot(wanted, "another unit than the table's"));
        }
    }

    /** Columns that are written: those named, or all but those left out. */
    private static List<String> shown(CohortSpec spec, LearnedTable table, List<Problem> problems) {
        ObservationChoice o = spec.observations();
        List<String> all = new ArrayList<>(o.named());
        all.addAll(o.dropped());
        for (String id : all) {
            if (table.column(id).isEmpty()) {
                problems.add(none(Words.named(id), table));
            }
        }
        boolean only = o.count() == 0 && !o.named().isEmpty();
        if (!only && o.dropped().isEmpty()) {
            return List.of();
        }
        return table.columns().stream()
                .filter(c -> only ? o.named().contains(c.id()) : !o.dropped().contains(c.id()))
                .map(TableColumn::name)
                .toList();
    }

    static Problem none(String what, LearnedTable table) {
        return new Problem(
                "sample.words.column",
                what,
                "The table %s has no column for this.".formatted(table.name()),
                "one of its columns, the nearest first: " + table.nearest(what));
    }

    private static Problem cannot(String where, String what) {
        return new Problem(
                "sample.words.cannot",
                where,
                "A learned table cannot be given %s.".formatted(what),
                "ranges, answers, shares, means, correlations, groups, missing values, or columns to show");
    }

    private static Moved moved(TableColumn k, Constraint.Shift asked) {
        double factor = k.conversion().map(UnitConversion::factor).orElse(1.0);
        double offset = k.conversion().map(UnitConversion::offset).orElse(0.0);
        double plus = (asked.plus() + (asked.factor() - 1) * offset) / factor;
        return new Moved(quoted(k), asked.factor(), plus);
    }

    private static String share(String condition, double percent) {
        return "share(%s)=%s".formatted(condition, number(percent / 100));
    }

    static String mean(String quoted, double value) {
        return "mean(%s)=%s".formatted(quoted, number(value));
    }

    private static String correlation(
            TableColumn first, TableColumn second, Constraint.Correlation asked) {
        return "correlation(%s, %s)=%s"
                .formatted(quoted(first), quoted(second), number(asked.value()));
    }

    /** A value of the specification in the column's unit. */
    static double own(TableColumn column, double value) {
        return column.conversion().map(c -> c.fromCanonical(value)).orElse(value);
    }

    /** Nine digits: more would be what the conversion of units makes of the last ones. */
    static String number(double value) {
        return new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros().toPlainString();
    }

    static String quoted(TableColumn column) {
        return '"' + column.name() + '"';
    }

    static Optional<String> joined(List<String> parts, String by) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("(" + String.join(" " + by + " ", parts) + ")");
    }
}
