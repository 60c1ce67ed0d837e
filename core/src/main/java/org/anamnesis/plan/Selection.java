package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Criterion;

/**
 * The rows that meet every requirement; or, when nobody does, which wishes exclude each other and
 * what is nearest.
 */
final class Selection {
    /** One requirement with the words that describe it. */
    record Wish(String words, Criterion criterion, RowTest test) {}

    /** Between the wishes of a conflict, so that whoever tells it can put the user's words in. */
    static final String AND = " and ";

    private static final String OLDEST = " (80 means 80 or older)";

    private final ReferencePopulation people;
    private final Optional<String> condition;
    private final int[] baseRows;

    /**
     * @param condition that everyone is asked to have
     * @param base test of the asked condition and age group
     */
    Selection(ReferencePopulation people, Optional<String> condition, RowTest base) {
        this.people = people;
        this.condition = condition;
        this.baseRows = people.answering(base, ReferencePopulation.YES);
    }

    /** Rows of the condition and age group; shared, not a copy. */
    int[] baseRows() {
        return baseRows;
    }

    /** Rows that meet everything; empty with a problem when there are none. */
    int[] rows(List<Wish> wishes, List<Problem> problems) {
        List<byte[]> holds = wishes.stream().map(w -> people.answers(w.test())).toList();
        int[] rows = baseRows.clone();
        int n = rows.length;
        for (byte[] one : holds) {
            int kept = 0;
            for (int k = 0; k < n; k++) {
                int row = rows[k];
                rows[kept] = row; // overwritten by the next unless it counts, which takes no branch
                kept += one[row] == ReferencePopulation.YES ? 1 : 0;
            }
            n = kept;
        }
        if (n == 0 && baseRows.length > 0) {
            explain(wishes, holds, problems);
        }
        return Arrays.copyOf(rows, n);
    }

    private void explain(List<Wish> wishes, List<byte[]> holds, List<Problem> problems) {
        int before = problems.size();
        for (int a = 0; a < wishes.size(); a++) {
            if (count(holds.get(a), holds.get(a)) == 0) {
                problems.add(alone(wishes.get(a)));
            }
        }
        for (int a = 0; a < wishes.size() && problems.size() == before; a++) {
            for (int b = a + 1; b < wishes.size(); b++) {
                if (count(holds.get(a), holds.get(b)) == 0) {
                    problems.add(pair(wishes.get(a), wishes.get(b), holds.get(a), holds.get(b)));
                }
            }
        }
        if (problems.size() == before) {
            problems.add(
                    new Problem(
                            "plan.nobody",
                            String.join(AND, wishes.stream().map(Wish::words).toList()),
                            "nobody in the reference population meets all of these wishes together",
                            without(wishes, holds)));
        }
    }

    /** Rows with the asked condition that meet both. */
    private int count(byte[] a, byte[] b) {
        return (int) IntStream.of(among(a)).filter(i -> b[i] == ReferencePopulation.YES).count();
    }

    /** Of the asked condition and age group, those who meet something else. */
    private int[] among(byte[] holds) {
        return IntStream.of(baseRows).filter(i -> holds[i] == ReferencePopulation.YES).toArray();
    }

    /** How many are left without one of the wishes: where giving in helps most. */
    private String without(List<Wish> wishes, List<byte[]> holds) {
        List<String> left = new ArrayList<>();
        for (int k = 0; k < wishes.size(); k++) {
            int[] rows = baseRows;
            for (int j = 0; j < holds.size(); j++) {
                byte[] other = holds.get(j);
                if (j != k) {
                    rows =
                            IntStream.of(rows)
                                    .filter(i -> other[i] == ReferencePopulation.YES)
                                    .toArray();
                }
            }
            if (rows.length > 0) {
                left.add("%s: %,d".formatted(wishes.get(k).words(), rows.length));
            }
        }
        return left.isEmpty()
                ? "drop or widen two of them"
                : "drop or widen one of them; rows left without it: " + String.join("; ", left);
    }

    /** Two wishes that exclude each other, with the values that go with the other one. */
    private Problem pair(Wish a, Wish b, byte[] holdsA, byte[] holdsB) {
        List<String> nearest = new ArrayList<>();
        spanOf(b, among(holdsA)).ifPresent(s -> nearest.add("with %s, %s".formatted(a.words(), s)));
        spanOf(a, among(holdsB)).ifPresent(s -> nearest.add("with %s, %s".formatted(b.words(), s)));
        return new Problem(
                "plan.conflict",
                a.words() + AND + b.words(),
                "nobody in the reference population meets both of these wishes",
                nearest.isEmpty()
                        ? "drop one of the two, or widen it"
                        : "drop one of the two, or come nearer: " + String.join("; ", nearest));
    }

    private Problem alone(Wish wish) {
        Optional<String> with = condition.filter(c -> !c.equals("general-population"));
        return new Problem(
                "plan.nobody.one",
                with.map(c -> Words.name(c) + AND).orElse("") + wish.words(),
                "nobody %sin the reference population meets this"
                        .formatted(with.isPresent() ? "with the asked condition " : ""),
                spanOf(wish, baseRows).map(s -> "here " + s).orElse("drop it, or widen it"));
    }

    /** "HbA1c runs from 3.7 to 5.6 %" among some rows. */
    private Optional<String> spanOf(Wish wish, int[] among) {
        if (wish.criterion() instanceof Criterion.ObservationWithin o) {
            String unit = o.range().unit().replaceFirst("^\\{.*", "");
            return span(o.observation(), among)
                    .map(s -> Words.name(o.observation()) + " runs from " + s + " " + unit)
                    .map(String::strip);
        }
        return wish.criterion() instanceof Criterion.AgeBetween
                ? span("age", among)
                        .map(s -> "ages run from " + s + (s.endsWith(" 80") ? OLDEST : ""))
                : Optional.empty();
    }

    private Optional<String> span(String column, int[] among) {
        double[] values = people.column(column);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i : among) {
            if (!Double.isNaN(values[i])) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        return low > high
                ? Optional.empty()
                : Optional.of(Shares.number(low) + " to " + Shares.number(high));
    }
}
