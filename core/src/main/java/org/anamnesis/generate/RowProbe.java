package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.population.Derived;
import org.anamnesis.population.RowTest;

/**
 * Asks every test of the plan of given columns, derived ones computed; answers as bits, shares
 * first.
 */
final class RowProbe {
    private final List<RowTest> tests = new ArrayList<>();
    private final List<Derived> derived;
    private final int[][] parents;
    private final int[][] asked;
    private final int given;
    private final Set<String> behind = new HashSet<>();
    private final List<String> names = new ArrayList<>();

    RowProbe(GenerationPlan plan) {
        given = plan.given();
        plan.shares().forEach(s -> tests.add(s.test()));
        plan.groups().forEach(g -> g.shares().forEach(s -> tests.add(s.test())));
        int shares = tests.size();
        tests.addAll(plan.required());
        plan.groups().forEach(g -> tests.addAll(g.required()));
        if (shares + plan.groups().size() > 62) {
            throw new IllegalArgumentException("too many shares in one request");
        }
        if (tests.size() > 62) {
            throw new IllegalArgumentException("more than 62 tests in one request");
        }
        for (int k = 0; k < given; k++) {
            names.add(plan.people().variables().get(k).name());
        }
        tests.forEach(t -> t.columns().forEach(c -> behind.addAll(Derived.drawn(c))));
        derived = Derived.inOrder(tests.stream().flatMap(t -> t.columns().stream()).toList());
        parents = new int[derived.size()][];
        for (int d = 0; d < derived.size(); d++) {
            parents[d] = where(names, derived.get(d).parents());
            names.add(derived.get(d).variable().name());
        }
        asked = tests.stream().map(t -> where(names, t.columns())).toArray(int[][]::new);
    }

    /** Whether a test rests on a given column. */
    boolean asks(int k) {
        return behind.contains(names.get(k));
    }

    private static int[] where(List<String> names, List<String> wanted) {
        return wanted.stream()
                .mapToInt(
                        w -> {
                            int at = names.indexOf(w);
                            if (at < 0) {
                                throw new IllegalStateException("not given: " + w);
                            }
                            return at;
                        })
                .toArray();
    }

    long answers(double[] values) {
        double[] all = Arrays.copyOf(values, given + derived.size());
        for (int d = 0; d < parents.length; d++) {
            all[given + d] = derived.get(d).formula().of(pick(all, parents[d]));
        }
        long bits = 0;
        for (int t = 0; t < asked.length; t++) {
            if (tests.get(t).of(pick(all, asked[t])) == 1) {
                bits |= 1L << t;
            }
        }
        return bits;
    }

    private static double[] pick(double[] from, int[] at) {
        double[] out = new double[at.length];
        for (int j = 0; j < at.length; j++) {
            out[j] = from[at[j]];
        }
        return out;
    }
}
