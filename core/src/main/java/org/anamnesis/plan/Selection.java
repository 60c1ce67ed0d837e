package org.anamnesis.plan;

import java.util.Arrays;
import java.util.List;
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

    private final ReferencePopulation people;
    private final int[] baseRows;

    /**
     * @param base test of the asked condition and age group
     */
    Selection(ReferencePopulation people, RowTest base) {
        this.people = people;
        this.baseRows = people.select(base);
    }

    int[] baseRows() {
        return baseRows.clone();
    }

    /** Rows that meet everything; empty with a problem when there are none. */
    int[] rows(List<Wish> wishes, List<Problem> problems) {
        List<byte[]> holds = wishes.stream().map(w -> people.answers(w.test())).toList();
        int[] rows = baseRows.clone();
        int n = rows.length;
        for (byte[] one : holds) {
            int kept = 0;
            for (int k = 0; k < n; k++) {
                if (one[rows[k]] == ReferencePopulation.YES) {
                    rows[kept++] = rows[k];
                }
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
                    problems.add(
                            new Problem(
                                    "plan.conflict",
                                    wishes.get(a).words() + " and " + wishes.get(b).words(),
                                    "nobody in the reference population meets both of these wishes",
                                    "drop one of the two, or widen it"));
                }
            }
        }
        if (problems.size() == before) {
            problems.add(
                    new Problem(
                            "plan.nobody",
                            String.join(", ", wishes.stream().map(Wish::words).toList()),
                            "nobody in the reference population meets all of these wishes together",
                            "drop or widen one of them"));
        }
    }

    /** Rows with the asked condition that meet both. */
    private int count(byte[] a, byte[] b) {
        int n = 0;
        for (int i : baseRows) {
            n += a[i] == ReferencePopulation.YES && b[i] == ReferencePopulation.YES ? 1 : 0;
        }
        return n;
    }

    private Problem alone(Wish wish) {
        String nearest = "drop it, or widen it";
        if (wish.criterion() instanceof Criterion.ObservationWithin o) {
            nearest = "values here run from " + span(o.observation()) + " " + o.range().unit();
        } else if (wish.criterion() instanceof Criterion.AgeBetween) {
            nearest = "ages here run from " + span("age");
        }
        return new Problem(
                "plan.nobody.one",
                wish.words(),
                "nobody with the asked condition in the reference population meets this",
                nearest);
    }

    private String span(String column) {
        double[] values = people.column(column);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i : baseRows) {
            if (!Double.isNaN(values[i])) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        return Shares.number(low) + " to " + Shares.number(high);
    }
}
