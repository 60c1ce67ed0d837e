package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Tries what can be read off about people of whom a few facts are known: the facts that
 * acquaintances know, and twelve random sets of three to five columns.
 */
final class KnownFacts {
    private static final int RANDOM_SETS = 12;

    /** A column of more values would make nearly every set unique and nothing would be read off. */
    private static final int MOST_VALUES = 120;

    private static final int NOT_ONE = -2;
    private static final int NOBODY = -1;

    private final List<Variable> variables;
    private final int[][][] codes; // table × column × row: 0 train, 1 holdout, 2 synthetic
    private final int[] values;

    private KnownFacts(JudgedTables tables) {
        variables = tables.variables();
        Table[] all = {tables.train(), tables.holdout(), tables.synthetic()};
        codes = new int[3][variables.size()][];
        values = new int[variables.size()];
        for (int k = 0; k < values.length; k++) {
            coarse(all, k);
        }
    }

    /**
     * @param keys names of the columns that acquaintances know; may be empty
     */
    static AttributeDisclosure tried(JudgedTables tables, List<String> keys, SeedTree seeds) {
        KnownFacts facts = new KnownFacts(tables);
        List<AttributeDisclosure.Pair> found = new ArrayList<>();
        int[] fixed = keys.stream().mapToInt(tables.train()::indexOf).toArray();
        if (fixed.length > 0) {
            facts.disclose(fixed, found);
        }
        int[] few =
                IntStream.range(0, facts.values.length)
                        .filter(k -> facts.values[k] <= MOST_VALUES)
                        .toArray();
        if (few.length > 3) {
            for (int set = 0; set < RANDOM_SETS; set++) {
                long key = SeedTree.key(seeds.purpose("known facts"), set);
                int most = Math.min(5, few.length - 1);
                int size = 3 + (int) (SeedTree.uniform(key, 0) * (most - 2));
                int[] order = Sample.of(few.length, size, seeds, "known facts " + set);
                facts.disclose(Arrays.stream(order).map(j -> few[j]).toArray(), found);
            }
        }
        return AttributeDisclosure.of(found);
    }

    /**
     * Numbers as an acquaintance knows them: to the power of ten not above a fifth of the middle
     * half, so age to a year and HbA1c to a tenth.
     */
    private void coarse(Table[] all, int k) {
        double grain = variables.get(k).isCategory() ? 1 : grain(all[0].column(k));
        Map<Double, Integer> known = new HashMap<>();
        for (int t = 0; t < 3; t++) {
            double[] column = all[t].column(k);
            codes[t][k] = new int[column.length];
            for (int i = 0; i < column.length; i++) {
                double rounded = Math.rint(column[i] / grain) + 0.0;
                codes[t][k][i] = known.computeIfAbsent(rounded, x -> known.size());
            }
            if (t == 0) {
                values[k] = known.size();
            }
        }
    }

    private static double grain(double[] column) {
        double[] sorted = Sorted.present(column);
        if (sorted.length == 0) {
            return 1;
        }
        double half = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
        double width = half > 0 ? half : sorted[sorted.length - 1] - sorted[0];
        return width > 0 ? Math.pow(10, Math.floor(Math.log10(width / 5))) : 1;
    }

    private void disclose(int[] keys, List<AttributeDisclosure.Pair> found) {
        long[][] sets = new long[3][];
        for (int t = 0; t < 3; t++) {
            sets[t] = new long[codes[t][0].length];
            for (int j : keys) {
                for (int i = 0; i < sets[t].length; i++) {
                    sets[t][i] = SeedTree.key(sets[t][i], codes[t][j][i]);
                }
            }
        }
        Map<Long, Integer> groups = new HashMap<>();
        int[] synthetic = groupsOf(sets[2], groups, true);
        int[] train = groupsOf(sets[0], groups, false);
        int[] holdout = groupsOf(sets[1], groups, false);
        List<String> names = Arrays.stream(keys).mapToObj(k -> variables.get(k).name()).toList();
        for (int target = 0; target < variables.size(); target++) {
            int wanted = target;
            boolean open = Arrays.stream(keys).noneMatch(k -> k == wanted || follows(wanted, k));
            if (open) {
                int[] single = single(synthetic, codes[2][target], groups.size());
                double a = share(train, codes[0][target], single);
                double b = share(holdout, codes[1][target], single);
                double error = error(a, train.length, b, holdout.length);
                found.add(
                        new AttributeDisclosure.Pair(
                                names, variables.get(target).name(), a, b, error));
            }
        }
    }

    /**
     * Of the difference of two shares: their own, or that of two groups that are alike if it is
     * greater. Nobody of thirty strangers does not mean that no stranger ever.
     */
    private static double error(double a, int n, double b, int m) {
        double both = (a * n + b * m) / (n + m);
        return Math.sqrt(
                Math.max(
                        a * (1 - a) / n + b * (1 - b) / m,
                        both * (1 - both) * (1.0 / n + 1.0 / m)));
    }

    /**
     * Whether a column has one value wherever another has the same, as age in months and age: what
     * everybody can work out is no disclosure. A column of nearly as many values as people, in
     * which this is chance, shows nothing.
     */
    private boolean follows(int target, int key) {
        int[] of = codes[0][key];
        int[] single = new int[Math.max(values[key], 1)];
        Arrays.fill(single, NOBODY);
        boolean chance = values[key] > of.length / 2;
        for (int i = 0; i < of.length && !chance; i++) {
            int value = codes[0][target][i];
            chance = single[of[i]] != NOBODY && single[of[i]] != value;
            single[of[i]] = value;
        }
        return !chance;
    }

    private static int[] groupsOf(long[] sets, Map<Long, Integer> groups, boolean add) {
        int[] out = new int[sets.length];
        for (int i = 0; i < sets.length; i++) {
            out[i] =
                    add
                            ? groups.computeIfAbsent(sets[i], x -> groups.size())
                            : groups.getOrDefault(sets[i], NOBODY);
        }
        return out;
    }

    /** The one value that each group has, or that it has several. */
    private static int[] single(int[] group, int[] value, int groups) {
        int[] out = new int[groups];
        Arrays.fill(out, NOBODY);
        for (int i = 0; i < group.length; i++) {
            int seen = out[group[i]];
            out[group[i]] = seen == NOBODY || seen == value[i] ? value[i] : NOT_ONE;
        }
        return out;
    }

    private static double share(int[] group, int[] value, int[] single) {
        int hits = 0;
        for (int i = 0; i < group.length; i++) {
            hits += group[i] != NOBODY && single[group[i]] == value[i] ? 1 : 0;
        }
        return (double) hits / group.length;
    }
}
