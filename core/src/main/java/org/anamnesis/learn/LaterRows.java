package org.anamnesis.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.generate.GivenTrees;
import org.anamnesis.generate.Training;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * How the rows of a person follow each other: trees of a row given what stays the same, the row
 * before, the mean of those before, and how many come before and after. Immutable; safe for
 * threads; holds no row of the table.
 */
public final class LaterRows {
    /** Steps of one person that are learned at most: more would make her a leaf's whole company. */
    private static final int STEPS_EACH = 50;

    /** Numbers that the table of steps may hold: 80 MB. */
    private static final long MOST_NUMBERS = 10_000_000;

    /**
     * Steps a person on average up to which a leaf is as large as in a table of persons; each
     * doubling beyond doubles the leaf, so that it mixes persons and not rows of one.
     */
    private static final double STEPS_A_PERSON = 8;

    private final StepLayout layout;
    private final GivenTrees trees;

    LaterRows(StepLayout layout, GivenTrees trees) {
        this.layout = layout;
        this.trees = trees;
    }

    /**
     * Learns from all rows that follow another.
     *
     * @param rules of the table's rows, which also complete the rows that are drawn
     */
    public static LaterRows learn(
            RuledModel rules, Histories of, HistoryLayout columns, Training training) {
        Table rows = rules.learnable(of.joined(columns));
        StepLayout layout = StepLayout.of(rows, of, columns);
        Table steps = steps(layout, rows, of, training.seed());
        int persons = (int) IntStream.range(0, of.count()).filter(i -> of.length(i) > 1).count();
        double each = Math.min(STEPS_EACH, of.pairs() / (double) Math.max(1, persons));
        int wider = (int) Math.ceil(Math.max(0, Math.log(each / STEPS_A_PERSON) / Math.log(2)));
        return new LaterRows(layout, GivenTrees.learn(steps, layout.given(), training, wider));
    }

    /** One row a step: what is given, then what is told of the next row. */
    private static Table steps(StepLayout layout, Table rows, Histories of, long seed) {
        List<Variable> variables = layout.variables();
        long most = Math.max(Profiler.LEAST_ROWS, MOST_NUMBERS / variables.size());
        var share = new Share(of, Math.min(1, most / (double) Math.max(1, of.pairs())), seed);
        double[][] values = new double[variables.size()][share.all];
        double[][] learned = layout.changing(rows);
        double[][] fixed = layout.fixed(rows);
        var past = new Past(layout.changes(), layout.order(), of.count());
        int longest = IntStream.range(0, of.count()).map(of::length).max().orElse(0);
        int[] open = IntStream.range(0, of.count()).filter(i -> of.length(i) > 0).toArray();
        int done = 0;
        for (int t = 0; t < longest; t++) {
            int before = t;
            open = Arrays.stream(open).filter(i -> of.length(i) > before).toArray();
            if (t > 0) {
                int[] who = Arrays.stream(open).filter(i -> share.takes(i, before)).toArray();
                double[][] block = new double[variables.size()][who.length];
                int[] left = Arrays.stream(who).map(i -> of.length(i) - before).toArray();
                layout.give(past, who, before, left, fixed, i -> of.starts()[i], block);
                for (int i = 0; i < who.length; i++) {
                    layout.tell(past, who[i], row(learned, of.starts()[who[i]] + t), block, i);
                }
                for (int k = 0; k < block.length; k++) {
                    System.arraycopy(block[k], 0, values[k], done, who.length);
                }
                done += who.length;
            }
            for (int i : open) {
                past.advance(i, row(learned, of.starts()[i] + t));
            }
        }
        double[] ones = new double[done];
        Arrays.fill(ones, 1);
        int n = done;
        return new Table(
                variables,
                Arrays.stream(values).map(v -> Arrays.copyOf(v, n)).toArray(double[][]::new),
                ones);
    }

    private static double[] row(double[][] columns, int at) {
        double[] row = new double[columns.length];
        for (int k = 0; k < row.length; k++) {
            row[k] = columns[k][at];
        }
        return row;
    }

    /** Which steps are learned: at most so many of a person, and a share of all. */
    private static final class Share {
        private final Histories of;
        private final double share;
        private final SeedTree seeds;
        private final int all;

        Share(Histories of, double share, long seed) {
            this.of = of;
            this.share = share;
            this.seeds = new SeedTree(new SeedTree(seed).purpose("steps"));
            this.all =
                    IntStream.range(0, of.count())
                            .map(
                                    p ->
                                            (int)
                                                    IntStream.range(1, of.length(p))
                                                            .filter(t -> takes(p, t))
                                                            .count())
                            .sum();
        }

        boolean takes(int person, int step) {
            long own = SeedTree.key(seeds.root(), person);
            int steps = of.length(person) - 1;
            boolean few =
                    steps <= STEPS_EACH || new Permutation(steps, own).place(step - 1) < STEPS_EACH;
            return few && (share == 1 || SeedTree.uniform(own, step) < share);
        }
    }

    /**
     * Gives persons the rows after their first.
     *
     * @param rules that {@link #learn} got
     * @param columns that it got
     * @param firsts one row a person, as drawn by the rules' model, the number of rows among them
     * @return the same persons; who has fewer rows than asked could not go on within the rules
     */
    public Histories continued(
            RuledModel rules, HistoryLayout columns, Table firsts, SeedTree seeds) {
        return new Continuing(layout, trees, rules, columns, firsts, seeds).histories();
    }

    /** By column the levels behind which a person has no row: death, an event. */
    public Map<String, Set<Integer>> endings() {
        Map<String, Set<Integer>> endings = new LinkedHashMap<>();
        for (int k = 0; k < layout.changes().size(); k++) {
            if (!layout.ending().get(k).isEmpty()) {
                endings.put(layout.changes().get(k).variable().name(), layout.ending().get(k));
            }
        }
        return endings;
    }

    /** What it would tell of each changing column, a sentence each. */
    public List<String> sentences() {
        List<String> said = new ArrayList<>();
        layout.interval()
                .ifPresent(
                        i ->
                                said.add(
                                        "Each row of a person is an interval from %s to %s; the next begins %s."
                                                .formatted(
                                                        layout.changes()
                                                                .get(i.start())
                                                                .variable()
                                                                .name(),
                                                        layout.changes()
                                                                .get(i.stop())
                                                                .variable()
                                                                .name(),
                                                        i.most() == 0
                                                                ? "where it ends"
                                                                : "not before it ends")));
        for (int k = 0; k < layout.changes().size(); k++) {
            Variable v = layout.changes().get(k).variable();
            layout.ending().get(k).stream()
                    .sorted()
                    .forEach(
                            l ->
                                    said.add(
                                            "No row of a person follows one with %s %s."
                                                    .formatted(v.name(), v.levels().get(l))));
        }
        for (Change c : layout.changes()) {
            if (c.rises() || c.falls()) {
                said.add(
                        "%s never %s within a person."
                                .formatted(c.variable().name(), c.rises() ? "falls" : "rises"));
            }
            c.lasting().stream()
                    .sorted()
                    .forEach(
                            l ->
                                    said.add(
                                            "%s, once %s, stays so."
                                                    .formatted(
                                                            c.variable().name(),
                                                            c.variable().levels().get(l))));
        }
        return said;
    }

    /** Writes what {@link #read} reads. */
    public void write(DataOutput out) throws IOException {
        StepLayoutFile.write(layout, out);
        trees.write(out);
    }

    /**
     * Reads what {@link #write} wrote; the bytes may be anybody's.
     *
     * @param rules of the same model
     * @throws IOException if they are not such a model
     */
    public static LaterRows read(RuledModel rules, HistoryLayout columns, DataInput in)
            throws IOException {
        StepLayout layout = StepLayoutFile.read(rules.learned(), columns, in);
        return new LaterRows(layout, GivenTrees.read(layout.variables(), layout.given(), in));
    }
}
