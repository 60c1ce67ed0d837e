package org.anamnesis.generate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.OnlyIf;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Sequential conditional trees: column after column, each drawn from the leaf of a tree over the
 * columns before it.
 *
 * <p>Use it by default: on NHANES it was the hardest to tell from real people of all engines
 * compared and the fastest to fit. Not for wide tables of rare codes. The algorithm is synthpop's
 * (Nowok, Raab, Dibben 2016, doi:10.18637/jss.v074.i11) with rank noise (see {@link Donors}); a
 * missing value is drawn first, by a tree of its own.
 */
public final class TreesEngine implements Engine {
    /**
     * Columns that one tree may ask: those that tell most at its root. More cost time and brought
     * nothing.
     */
    private static final int PREDICTORS = 24;

    /**
     * Splits of categories below this share of the whole impurity are noise: about 10 of χ² at
     * 12,000 rows.
     */
    private static final double CATEGORY_GAIN = 5e-4;

    private final TreeSettings settings;

    public TreesEngine(TreeSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "trees";
    }

    @Override
    public Redraw fit(Table people, int given) {
        List<Variable> variables = people.variables();
        int p = variables.size();
        Bins[] bins = new Bins[p];
        Ranks[] ranks = new Ranks[p];
        byte[][] codes = new byte[p][];
        IntStream.range(0, p)
                .parallel()
                .forEach(
                        k -> {
                            double[] values = applicable(people, k);
                            ranks[k] = Ranks.of(values, people.weights());
                            bins[k] = Bins.of(variables.get(k), ranks[k]);
                            codes[k] = bins[k].codes(values);
                        });
        ColumnTrees[] trees = new ColumnTrees[p];
        if (settings.missing()) {
            IntStream.range(given, p)
                    .parallel()
                    .forEach(k -> trees[k] = fitColumn(people, k, codes, bins, ranks[k]));
        } else {
            for (int k = given; k < p; k++) {
                trees[k] = fitColumn(people, k, codes, bins, ranks[k]);
                impute(people, k, bins[k], codes, trees[k]);
            }
        }
        return new TreesRedraw(people, given, bins, trees, settings.rules());
    }

    /**
     * The values of a column, missing where it does not apply, as in what is drawn later: a survey
     * may write "no" for those it never asked, and a tree that split on it would send everyone
     * drawn to the other side.
     */
    private double[] applicable(Table people, int k) {
        double[] values = people.column(k);
        OnlyIf rule = ruleOf(people.variables().get(k).name(), settings.rules());
        if (rule == null) {
            return values;
        }
        double[] parent = people.column(rule.parent());
        double[] kept = values.clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = rule.applies(parent[i]) ? kept[i] : Double.NaN;
        }
        return kept;
    }

    private ColumnTrees fitColumn(Table people, int k, byte[][] codes, Bins[] bins, Ranks ranks) {
        Variable variable = people.variables().get(k);
        double[] values = people.column(k);
        double[] weights = people.weights();
        double[] parent = null;
        OnlyIf rule = ruleOf(variable.name(), settings.rules());
        if (rule != null) {
            parent = people.column(rule.parent());
        }
        double[] decides = parent;
        int[] all =
                IntStream.range(0, people.rows())
                        .filter(i -> weights[i] > 0 && (rule == null || rule.applies(decides[i])))
                        .toArray();
        int[] present = Arrays.stream(all).filter(i -> !Double.isNaN(values[i])).toArray();
        Tree missing = null;
        if (settings.missing() && present.length < all.length) {
            int[] isMissing = new int[values.length];
            for (int i : all) {
                isMissing[i] = Double.isNaN(values[i]) ? 1 : 0;
            }
            var target = new TreeGrower.Target(null, isMissing, 2);
            missing = grow(k, codes, bins, weights, target, all, isMissing);
        }
        if (present.length == 0) {
            return new ColumnTrees(missing, null, null);
        }
        var donors = new Donors(variable, ranks);
        int[] donor = ranks.where();
        double[] scores = donors.scores();
        double[] score = new double[values.length];
        for (int i : present) {
            score[i] = scores[donor[i]];
        }
        int[] group = null;
        if (variable.isCategory()) {
            group = new int[values.length];
            for (int i : present) {
                group[i] = (int) values[i];
            }
        }
        var target = new TreeGrower.Target(score, group, variable.levels().size());
        Tree tree = grow(k, codes, bins, weights, target, present, donor);
        return new ColumnTrees(missing, tree, donors);
    }

    private Tree grow(
            int k,
            byte[][] codes,
            Bins[] bins,
            double[] weights,
            TreeGrower.Target target,
            int[] rows,
            int[] donors) {
        int[] before = IntStream.range(0, k).toArray();
        int[] asked = Screening.best(codes, bins, before, weights, target, rows, PREDICTORS);
        boolean category = target.group() != null;
        int leaf = category ? 2 * settings.leaf() : settings.leaf();
        double gain = category ? Math.max(settings.gain(), CATEGORY_GAIN) : settings.gain();
        return new TreeGrower(codes, asked, bins, weights, target, rows, leaf, gain).grow(donors);
    }

    /**
     * Gives those to whom a column applies and who miss it a drawn code, so that later columns
     * cannot split on who was asked: a question of few survey years would otherwise draw everyone
     * towards those years.
     */
    private void impute(Table people, int k, Bins bins, byte[][] codes, ColumnTrees trees) {
        String name = people.variables().get(k).name();
        OnlyIf rule = ruleOf(name, settings.rules());
        double[] parent = rule == null ? null : people.column(rule.parent());
        double[] values = people.column(k);
        long purpose = new SeedTree(0).purpose("impute:" + name);
        for (int i = 0; i < values.length; i++) {
            boolean applies = rule == null || rule.applies(parent[i]);
            if (Double.isNaN(values[i]) && applies && trees.value() != null) {
                long key = SeedTree.key(purpose, i);
                int donor = trees.value().draw(codes, i, SeedTree.uniform(key, 0));
                codes[k][i] = bins.code(trees.donors().moved(donor, SeedTree.uniform(key, 1)));
            }
        }
    }

    private static OnlyIf ruleOf(String column, List<OnlyIf> rules) {
        return rules.stream().filter(r -> r.column().equals(column)).findFirst().orElse(null);
    }

    /**
     * The trees of one column.
     *
     * @param missing whether the value is missing (donor 1) or not (donor 0); null if it never is
     * @param value which donor; null if it always is missing
     * @param donors null with {@code value}
     */
    private record ColumnTrees(Tree missing, Tree value, Donors donors) {}

    private static final class TreesRedraw implements Redraw {
        private final List<Variable> variables;
        private final int given;
        private final Bins[] bins;
        private final ColumnTrees[] trees;
        private final OnlyIf[] rules;
        private final int[] parents;

        TreesRedraw(Table people, int given, Bins[] bins, ColumnTrees[] trees, List<OnlyIf> all) {
            this.variables = people.variables();
            this.given = given;
            this.bins = bins;
            this.trees = trees;
            rules = new OnlyIf[bins.length];
            parents = new int[bins.length];
            for (int k = 0; k < bins.length; k++) {
                rules[k] = ruleOf(variables.get(k).name(), all);
                parents[k] = rules[k] == null ? -1 : people.indexOf(rules[k].parent());
            }
        }

        @Override
        public void fill(double[][] columns, long first, int count, SeedTree seeds) {
            int p = variables.size();
            byte[][] codes = new byte[p][count];
            for (int k = 0; k < p; k++) {
                double[] column = columns[k];
                if (k >= given) {
                    draw(column, codes, trees[k], seeds.purpose(variables.get(k).name()), first);
                    if (rules[k] != null) {
                        blank(column, columns[parents[k]], rules[k], count);
                    }
                }
                for (int i = 0; i < count; i++) {
                    codes[k][i] = bins[k].code(column[i]);
                }
            }
        }

        private static void blank(double[] column, double[] parent, OnlyIf rule, int count) {
            for (int i = 0; i < count; i++) {
                if (!rule.applies(parent[i])) {
                    column[i] = Double.NaN;
                }
            }
        }

        private static void draw(
                double[] column, byte[][] codes, ColumnTrees trees, long purpose, long first) {
            int count = codes[0].length;
            for (int i = 0; i < count; i++) {
                long key = SeedTree.key(purpose, first + i);
                if (trees.value() == null
                        || (trees.missing() != null
                                && trees.missing().draw(codes, i, SeedTree.uniform(key, 2)) == 1)) {
                    column[i] = Double.NaN;
                } else {
                    int donor = trees.value().draw(codes, i, SeedTree.uniform(key, 0));
                    column[i] = trees.donors().moved(donor, SeedTree.uniform(key, 1));
                }
            }
        }
    }
}
