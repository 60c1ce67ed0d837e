package org.anamnesis.learn.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anamnesis.generate.Allowance;
import org.anamnesis.learn.Condition;
import org.anamnesis.learn.Meaning;
import org.anamnesis.learn.Pushed;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * All that rows must meet: what an engine can keep by itself, column by column, and the whole to be
 * tested row by row.
 *
 * @param allowed by column
 * @param parts each part of the request that must hold, in order
 * @param tested those parts that the allowances do not say in full
 */
public record Conditions(List<Allowance> allowed, List<Part> parts, List<Part> tested) {
    public Conditions {
        allowed = List.copyOf(allowed);
        parts = List.copyOf(parts);
        tested = List.copyOf(tested);
    }

    /**
     * A part joined by "and" to the others.
     *
     * @param text the user's words for the whole that it is in
     */
    public record Part(String text, Condition condition) {
        /** The columns that it asks, which tell it from the other parts of the text. */
        String words(List<Variable> variables) {
            return condition.columns().stream()
                    .map(k -> variables.get(k).name())
                    .collect(Collectors.joining(" and "));
        }

        /** Columns that it asks. */
        public Set<Integer> columns() {
            return condition.columns();
        }

        boolean holds(double[][] columns, int row) {
            return condition.of(columns, row) == Condition.Answer.TRUE;
        }
    }

    /** No condition on any of these columns. */
    public static Conditions none(List<Variable> variables) {
        return new Conditions(
                Collections.nCopies(variables.size(), Allowance.ANY), List.of(), List.of());
    }

    /**
     * Reads conditions of which all must hold, for example {@code hba1c >= 8 and sex = 'female'}.
     *
     * @throws RequestException with all mistakes in all texts, and if no row can meet them
     */
    public static Conditions read(List<String> texts, List<Variable> variables) {
        List<Problem> problems = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (String text : texts) {
            List<Condition> split = new ArrayList<>();
            split(Meaning.read(text, text, 0, variables, problems), split);
            split.forEach(one -> parts.add(new Part(text, one)));
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return of(parts, variables);
    }

    private static Conditions of(List<Part> parts, List<Variable> variables) {
        List<Problem> problems = new ArrayList<>();
        List<Allowance> allowed =
                new ArrayList<>(Collections.nCopies(variables.size(), Allowance.ANY));
        List<Part> tested = new ArrayList<>();
        for (Part part : parts) {
            Set<Integer> columns = part.condition.columns();
            Optional<Pushed> pushed = Optional.empty();
            if (columns.size() == 1) {
                int k = columns.iterator().next();
                pushed = Pushed.of(part.condition, k, variables.get(k));
                Allowance before = allowed.get(k);
                pushed.flatMap(p -> both(before, p.allowance())).ifPresent(a -> allowed.set(k, a));
                if (pushed.isPresent() && both(before, pushed.get().allowance()).isEmpty()) {
                    problems.add(impossible(part.text, variables.get(k)));
                }
            }
            if (pushed.isEmpty() || !pushed.get().whole()) {
                tested.add(part);
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return new Conditions(allowed, parts, tested);
    }

    /** Those of its parts that are so. */
    public Conditions of(Predicate<Part> so, List<Variable> variables) {
        return of(parts.stream().filter(so).toList(), variables);
    }

    /** Whether each row of a table meets all parts. */
    public boolean[] met(Table rows) {
        double[][] columns = new double[rows.variables().size()][];
        Arrays.setAll(columns, rows::column);
        boolean[] met = new boolean[rows.rows()];
        for (int i = 0; i < met.length; i++) {
            int row = i;
            met[i] = parts.stream().allMatch(p -> p.holds(columns, row));
        }
        return met;
    }

    private static Problem impossible(String text, Variable variable) {
        return new Problem(
                "sample.condition.impossible",
                text,
                "No value of %s can meet this together with what else is asked of it"
                        .formatted(variable.name()),
                "take one of the conditions on %s away".formatted(variable.name()));
    }

    private static void split(Condition condition, List<Condition> parts) {
        if (condition instanceof Condition.Both both) {
            split(both.left(), parts);
            split(both.right(), parts);
        } else {
            parts.add(condition);
        }
    }

    /** What both allow; empty if that is nothing. */
    private static Optional<Allowance> both(Allowance a, Allowance b) {
        if (a instanceof Allowance.Any) {
            return nothing(b) ? Optional.empty() : Optional.of(b);
        }
        if (a instanceof Allowance.Presence p) {
            boolean absent = b.allows(Double.NaN);
            return absent != p.present() && !nothing(b) ? Optional.of(b) : Optional.empty();
        }
        if (b instanceof Allowance.Presence) {
            return both(b, a);
        }
        if (a instanceof Allowance.Range x && b instanceof Allowance.Range y) {
            double low = Math.max(x.low(), y.low());
            double high = Math.min(x.high(), y.high());
            return low <= high ? Optional.of(new Allowance.Range(low, high)) : Optional.empty();
        }
        if (a instanceof Allowance.Levels x && b instanceof Allowance.Levels y) {
            Set<Integer> levels = new HashSet<>(x.levels());
            levels.retainAll(y.levels());
            return levels.isEmpty() ? Optional.empty() : Optional.of(new Allowance.Levels(levels));
        }
        return Optional.empty();
    }

    private static boolean nothing(Allowance a) {
        return a instanceof Allowance.Levels levels && levels.levels().contains(Pushed.NO_LEVEL);
    }

    /** Whether a drawn row that meets the allowances meets all. */
    boolean hold(double[][] columns, int row) {
        for (Part part : tested) {
            if (!part.holds(columns, row)) {
                return false;
            }
        }
        return true;
    }
}
