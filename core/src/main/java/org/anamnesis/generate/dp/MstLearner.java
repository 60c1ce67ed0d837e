package org.anamnesis.generate.dp;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Learns under a promise of differential privacy: noisy counts of single columns, then of the pairs
 * of a tree, and nothing else (MST: McKenna, Miklau, Sheldon 2021, arXiv:2108.04978).
 *
 * <p>Ranges of numbers are stated beforehand or found by noisy counts over the powers of 2; bins
 * follow from noisy counts. Weights of rows are not looked at: a person of weight 2 would count as
 * two. Smoothing and effort change nothing: what the promise allows is all that is spent.
 */
public final class MstLearner implements Learner {
    /** Name in requests and model files. */
    public static final String NAME = "mst";

    /** Standard deviations of noise that the people of a bin should outnumber. */
    private static final double BIN = 3;

    /** The same for a cell of a pair. */
    private static final double PAIR_CELL = 2;

    /** Bins of a number: more show nothing that a reader of made tables would see. */
    private static final int MOST_BINS = 48;

    /** Groups of a column in a pair: beyond it tables of pairs grow and little is gained. */
    private static final int MOST_GROUPS = 24;

    private static final int FEWEST_BINS = 4;

    private final Optional<Budget> budget;
    private final Map<String, Known> known;

    /**
     * A range that is known without the table.
     *
     * @param low end, in the column's unit
     * @param high end, not below it
     */
    public record Known(double low, double high) {
        public Known {
            if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
                throw new IllegalArgumentException(low + " to " + high);
            }
        }
    }

    /** Reads models; learns nothing, because nothing was promised. */
    public MstLearner() {
        budget = Optional.empty();
        known = Map.of();
    }

    /**
     * @param budget is spent by one learning
     * @param known ranges of numbers, by column; the others are found
     */
    public MstLearner(Budget budget, Map<String, Known> known) {
        this.budget = Optional.of(budget);
        this.known = Map.copyOf(known);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LearnedModel learn(Table people, Training training) {
        Budget of =
                budget.orElseThrow(
                        () ->
                                new RequestException(
                                        List.of(
                                                new Problem(
                                                        "learn.epsilon",
                                                        NAME,
                                                        "This engine keeps a promise of differential privacy, and none was stated.",
                                                        "--epsilon 3"))));
        training.watch().heard("ranges", 0.1);
        Coding[] codings = codings(people, of);
        training.watch().heard("single columns", 0.3);
        int p = codings.length;
        int[][] cells = new int[p][];
        Arrays.setAll(cells, k -> cells(people.column(k), codings[k]));
        if (p == 1) {
            of.move(Budget.Pot.CHOICE, Budget.Pot.SINGLES);
            of.move(Budget.Pot.PAIRS, Budget.Pot.SINGLES);
        }
        Singles singles = Singles.measure(codings, cells, of);
        double sdPairs = p == 1 ? 1 : Budget.sd(of.left(Budget.Pot.PAIRS) / (p - 1));
        int most = between(Math.sqrt(singles.total() / (PAIR_CELL * sdPairs)), 2, MOST_GROUPS);
        Margin[] margins = new Margin[p];
        Arrays.setAll(
                margins,
                k ->
                        Margin.of(
                                codings[k],
                                singles.shares()[k],
                                most,
                                Singles.SEEN * singles.sd() / singles.total()));
        training.watch().heard("pairs of columns", 0.5);
        return pairs(people.variables(), margins, cells, singles.total(), sdPairs, of);
    }

    private static LearnedModel pairs(
            List<Variable> variables,
            Margin[] margins,
            int[][] cells,
            double total,
            double sdPairs,
            Budget of) {
        int p = margins.length;
        int[][] groups = new int[p][];
        double[][] expected = new double[p][];
        for (int k = 0; k < p; k++) {
            int[] group = margins[k].group();
            groups[k] = Arrays.stream(cells[k]).map(c -> group[c]).toArray();
            expected[k] = Arrays.stream(margins[k].ofGroups()).map(s -> s * total).toArray();
        }
        var tree = new SpanningTree(groups, expected);
        List<SpanningTree.Edge> edges = p == 1 ? List.of() : tree.choose(of, total, sdPairs);
        double rho = of.left(Budget.Pot.PAIRS) / Math.max(1, edges.size());
        double[][] tables = new double[edges.size()][];
        for (int e = 0; e < tables.length; e++) {
            SpanningTree.Edge edge = edges.get(e);
            String what = variables.get(edge.a()).name() + " and " + variables.get(edge.b()).name();
            long[] noisy = of.noisy(Budget.Pot.PAIRS, what, rho, tree.counts(edge));
            tables[e] =
                    PairTables.fitted(
                            noisy,
                            Budget.sd(rho),
                            total,
                            margins[edge.a()].ofGroups(),
                            margins[edge.b()].ofGroups());
        }
        return LearnedMst.of(variables, margins, edges, tables);
    }

    private Coding[] codings(Table people, Budget of) {
        List<Variable> variables = people.variables();
        int numbers = (int) variables.stream().filter(v -> !v.isCategory()).count();
        if (numbers == 0) {
            of.move(Budget.Pot.DOMAINS, Budget.Pot.SINGLES);
        }
        double each = of.left(Budget.Pot.DOMAINS) / Math.max(1, numbers);
        double sdSingles = Budget.sd(of.left(Budget.Pot.SINGLES) / variables.size());
        Coding[] codings = new Coding[variables.size()];
        for (int k = 0; k < codings.length; k++) {
            Variable v = variables.get(k);
            codings[k] =
                    v.isCategory()
                            ? Coding.ofLevels(v)
                            : new Coding(v, bins(v, people.column(k), each, sdSingles, of));
        }
        return codings;
    }

    private Grid bins(Variable v, double[] values, double rho, double sdSingles, Budget of) {
        Known range = known.get(v.name());
        Grid grid =
                range == null
                        ? Grid.octaves()
                        : Grid.even(
                                Coding.whole(range.low(), v.decimals()),
                                Coding.whole(range.high(), v.decimals()));
        long[] counts = new long[grid.cells()];
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts[grid.cell(Coding.whole(value, v.decimals()))]++;
            }
        }
        long[] noisy = of.noisy(Budget.Pot.DOMAINS, "range of " + v.name(), rho, counts);
        double seen = Arrays.stream(noisy).filter(c -> c > Budget.sd(rho)).sum();
        int bins = between(seen / (BIN * sdSingles), FEWEST_BINS, MOST_BINS);
        return new Refined(grid, noisy, Budget.sd(rho), range != null).cells(bins);
    }

    private static int[] cells(double[] values, Coding coding) {
        return IntStream.range(0, values.length).map(i -> coding.cell(values[i])).toArray();
    }

    private static int between(double value, int low, int high) {
        return (int) Math.max(low, Math.min(high, value));
    }

    @Override
    public LearnedModel read(List<Variable> variables, DataInput in) throws IOException {
        return LearnedMst.read(variables, in);
    }
}
