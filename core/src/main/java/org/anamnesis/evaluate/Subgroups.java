package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** Means of every number within the levels of the main categories. */
final class Subgroups {
    /** More categories would repeat the same people. */
    private static final int MOST_CATEGORIES = 6;

    private static final int MOST_LEVELS = 8;

    /** Means of fewer people vary too much to tell anything. */
    private static final int FEWEST = 30;

    private Subgroups() {}

    /**
     * @param real training and held-out people
     * @param first columns that are main categories whatever else there is, such as the outcome
     * @return the largest differences first
     */
    static List<Subgroup> of(Table real, Table synthetic, List<Integer> first) {
        List<Subgroup> out = new ArrayList<>();
        for (int category : main(real, first)) {
            Variable variable = real.variables().get(category);
            for (int level = 0; level < variable.levels().size(); level++) {
                for (int k : Associations.numbers(real)) {
                    within(real, synthetic, category, level, k, out);
                }
            }
        }
        out.sort(Comparator.comparingDouble(s -> -Math.abs(s.difference().value())));
        return out;
    }

    /** Categories of two to eight levels, in the order of the columns. */
    private static List<Integer> main(Table real, List<Integer> first) {
        List<Integer> out = new ArrayList<>(first);
        IntStream.range(0, real.variables().size())
                .filter(k -> !first.contains(k))
                .forEach(out::add);
        return out.stream()
                .filter(
                        k -> {
                            int levels = real.variables().get(k).levels().size();
                            return levels >= 2 && levels <= MOST_LEVELS;
                        })
                .limit(MOST_CATEGORIES)
                .toList();
    }

    private static void within(
            Table real, Table synthetic, int category, int level, int k, List<Subgroup> out) {
        Moments people = moments(real, category, level, k);
        Moments rows = moments(synthetic, category, level, k);
        Estimate difference = Moments.difference(rows, people);
        if (people.n() >= FEWEST && rows.n() >= FEWEST && difference.known()) {
            out.add(
                    new Subgroup(
                            real.variables().get(category).name(),
                            real.variables().get(category).levels().get(level),
                            real.variables().get(k).name(),
                            people.mean(),
                            rows.mean(),
                            difference,
                            people.n(),
                            rows.n()));
        }
    }

    private static Moments moments(Table table, int category, int level, int k) {
        Moments out = new Moments();
        double[] levels = table.column(category);
        double[] values = table.column(k);
        for (int i = 0; i < values.length; i++) {
            if (levels[i] == level && !Double.isNaN(values[i])) {
                out.add(values[i]);
            }
        }
        return out;
    }
}
