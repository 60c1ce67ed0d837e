package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
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

    private final ReferencePopulation people;
    private final boolean[] base;
    private final int baseRows;

    /**
     * @param base test of the asked condition and age group
     */
    Selection(ReferencePopulation people, RowTest base) {
        this.people = people;
        double[] answers = people.answers(base);
        this.base = new boolean[answers.length];
        int n = 0;
        for (int i = 0; i < answers.length; i++) {
            this.base[i] = answers[i] == 1;
            n += this.base[i] ? 1 : 0;
        }
        baseRows = n;
    }

    int[] baseRows() {
        return IntStream.range(0, base.length).filter(i -> base[i]).toArray();
    }

    /** Rows that meet everything; empty with a problem when there are none. */
    int[] rows(List<Wish> wishes, List<Problem> problems) {
        List<boolean[]> holds = new ArrayList<>();
        boolean[] all = base.clone();
        for (Wish wish : wishes) {
            boolean[] one = holds(wish.test());
            holds.add(one);
            for (int i = 0; i < all.length; i++) {
                all[i] &= one[i];
            }
        }
        int[] rows = IntStream.range(0, all.length).filter(i -> all[i]).toArray();
        if (rows.length == 0 && baseRows > 0) {
            explain(wishes, holds, problems);
        }
        return rows;
    }

    private boolean[] holds(RowTest test) {
        double[] answers = people.answers(test);
        boolean[] out = new boolean[answers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = answers[i] == 1;
        }
        return out;
    }

    private void explain(List<Wish> wishes, List<boolean[]> holds, List<Problem> problems) {
        int before = problems.size();
        for (int a = 0; a < wishes.size(); a++) {
            if (count(holds.get(a), base) == 0) {
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

    private int count(boolean[] a, boolean[] b) {
        int n = 0;
        for (int i = 0; i < base.length; i++) {
            n += base[i] && a[i] && b[i] ? 1 : 0;
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
        for (int i = 0; i < values.length; i++) {
            if (base[i] && !Double.isNaN(values[i])) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        return Shares.number(low) + " to " + Shares.number(high);
    }
}
