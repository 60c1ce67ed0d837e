package org.anamnesis.learn;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.anamnesis.table.Variable;

/** Answers behind which a person has no further row: death, an event that ends a study. */
final class Endings {
    /**
     * Chance that an answer stands in last rows alone although it ends nothing: as if each of its
     * rows were followed by another as often as all rows are. About once in 2^20 tables.
     */
    private static final double ACCIDENT = 1e-6;

    /** The same of an answer that says that somebody died, which needs no proof that it ends. */
    private static final double KNOWN_ACCIDENT = 0.05;

    /** Fewer persons are told of nobody, and an answer of fewer is not learned. */
    private static final int PERSONS = 5;

    private static final Set<String> DEATH =
            Set.of(
                    "died",
                    "dead",
                    "death",
                    "deceased",
                    "expired",
                    "mortality",
                    "verstorben",
                    "gestorben",
                    "tot",
                    "tod",
                    "exitus",
                    "fallecido",
                    "muerte",
                    "muerto",
                    "fallecimiento",
                    "décès",
                    "deces",
                    "décédé",
                    "mort");

    private static final Set<String> YES =
            Set.of("1", "yes", "y", "true", "ja", "j", "si", "sí", "oui");

    private Endings() {}

    /**
     * @param values of the column by row, person by person
     * @param starts see {@link Histories}
     * @return levels of a category that stand in the last row of a person alone
     */
    static Set<Integer> of(Variable variable, double[] values, int[] starts) {
        int levels = variable.levels().size();
        if (!variable.isCategory()) {
            return Set.of();
        }
        int[] last = new int[levels];
        boolean[] before = new boolean[levels];
        int rows = 0;
        int followed = 0;
        for (int p = 0; p + 1 < starts.length; p++) {
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                if (!Double.isNaN(values[i])) {
                    boolean ends = i + 1 == starts[p + 1];
                    before[(int) values[i]] |= !ends;
                    last[(int) values[i]] += ends ? 1 : 0;
                    rows++;
                    followed += ends ? 0 : 1;
                }
            }
        }
        double ends = 1 - followed / (double) Math.max(1, rows);
        Set<Integer> ending = new HashSet<>();
        for (int l = 0; l < levels; l++) {
            double chance = Math.pow(ends, last[l]);
            if (!before[l]
                    && last[l] >= PERSONS
                    && chance < (isDeath(variable, l) ? KNOWN_ACCIDENT : ACCIDENT)) {
                ending.add(l);
            }
        }
        return ending.size() == levels ? Set.of() : ending;
    }

    private static boolean isDeath(Variable variable, int level) {
        String text = variable.levels().get(level);
        return HeaderWords.has(text, DEATH)
                || (HeaderWords.has(variable.name(), DEATH)
                        && YES.contains(text.toLowerCase(Locale.ROOT)));
    }
}
