package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Grows the two trees of a column over columns before it: whether a value is missing, and which
 * value.
 */
final class ColumnGrower {
    /** Least number of people for each column of a sum, so that the sum does not learn them. */
    private static final int PEOPLE_PER_COLUMN = 40;

    private final byte[][] codes;
    private final Bins[] bins;
    private final double[] weights;
    private final double[][] scores;
    private final TreeSize size;

    /**
     * @param codes by column and row
     * @param weights by row
     * @param scores mean normal score by column and code, null for a category; without columns,
     *     trees ask no sums
     */
    ColumnGrower(byte[][] codes, Bins[] bins, double[] weights, double[][] scores, TreeSize size) {
        this.codes = codes;
        this.bins = bins;
        this.weights = weights;
        this.scores = scores;
        this.size = size;
    }

    /**
     * What is grown for.
     *
     * @param values by row, NaN if missing
     * @param ranks of the values; its positions are the donors
     * @param bins of the column itself; those of a category are what is split for
     * @param rival column that is asked before any other, see {@link Rivals}; empty if there is
     *     none
     */
    @SuppressWarnings("ArrayRecordComponent") // one value a row, never compared
    record Column(double[] values, Ranks ranks, Bins bins, OptionalInt rival) {}

    private static final OptionalInt NO_RIVAL = OptionalInt.empty();

    /**
     * Whether the value is missing (donor 1) or not (donor 0); null if it never is.
     *
     * @param rows to whom the column applies
     * @param before columns that may be asked
     */
    GrownTree missing(Column column, int[] rows, int[] before) {
        double[] values = column.values();
        int[] isMissing = new int[values.length];
        int lost = 0;
        for (int i : rows) {
            isMissing[i] = Double.isNaN(values[i]) ? 1 : 0;
            lost += isMissing[i];
        }
        var target = new TreeGrower.Target(null, isMissing, 2);
        return lost == 0
                ? null
                : grow(target, rows.clone(), isMissing, before, codes.length, NO_RIVAL);
    }

    /** Which value, by position among the ranks; null if all are missing. */
    GrownTree value(Column column, int[] rows, int[] before) {
        double[] values = column.values();
        int[] present = Arrays.stream(rows).filter(i -> !Double.isNaN(values[i])).toArray();
        if (present.length == 0) {
            return null;
        }
        int[] donor = column.ranks().where();
        if (!column.bins().ordered()) {
            int[] group = new int[values.length];
            for (int i : present) {
                group[i] = column.bins().code(values[i]) - 1;
            }
            var target = new TreeGrower.Target(null, group, column.bins().count() - 1);
            return grow(target, present, donor, before, codes.length + 1, column.rival());
        }
        double[] own = column.ranks().scores();
        double[] score = new double[values.length];
        for (int i : present) {
            score[i] = own[donor[i]];
        }
        var target = new TreeGrower.Target(score, null, 0);
        return grow(target, present, donor, before, codes.length + 1, column.rival());
    }

    private GrownTree grow(
            TreeGrower.Target target,
            int[] rows,
            int[] donors,
            int[] before,
            int place,
            OptionalInt rival) {
        boolean summed = scores.length > 0;
        Screening.Chosen chosen = best(target, rows, before, size.predictors());
        if (rival.isPresent()) {
            chosen = chosen.with(rival.getAsInt());
        }
        int[] asked = chosen.columns();
        List<AdditiveIndex> sums =
                summed && asked.length > 1 && rows.length > 2 * size.leaf()
                        ? sums(target, rows, asked)
                        : List.of();
        byte[][] allCodes = Arrays.copyOf(codes, place + sums.size());
        Bins[] allBins = Arrays.copyOf(bins, place + sums.size());
        int[] all = Arrays.copyOf(asked, asked.length + sums.size());
        for (int k = 0; k < sums.size(); k++) {
            allCodes[place + k] = new byte[weights.length];
            sums.get(k).code(codes, allCodes[place + k]);
            allBins[place + k] = Bins.inOrder(Bins.CODES - 1);
            all[asked.length + k] = place + k;
        }
        boolean category = target.group() != null;
        int leaf = category ? 2 * size.leaf() : size.leaf();
        double gain = category ? size.categoryGain() : size.gain();
        double[] known = sums.isEmpty() ? chosen.sums() : new double[0];
        Tree tree =
                new TreeGrower(allCodes, all, allBins, weights, target, rows, leaf, gain, place)
                        .asking(rival.orElse(-1))
                        .grow(donors, known);
        return new GrownTree(tree, sums, place);
    }

    private Screening.Chosen best(TreeGrower.Target target, int[] rows, int[] columns, int most) {
        boolean scaled = scores.length > 0 || (size.scaled() && target.group() != null);
        return Screening.best(codes, bins, columns, weights, target, rows, most, scaled);
    }

    private List<AdditiveIndex> sums(TreeGrower.Target target, int[] rows, int[] asked) {
        int[] few =
                best(target, rows, asked, Math.max(2, rows.length / PEOPLE_PER_COLUMN)).columns();
        List<AdditiveIndex> sums = new ArrayList<>();
        double[] y = new double[weights.length];
        if (target.channels() == 1) {
            for (int i : rows) {
                y[i] = target.value(i);
            }
            return List.of(AdditiveIndex.of(codes, scores, weights, few, y, rows));
        }
        for (int level : frequent(target, rows)) {
            for (int i : rows) {
                y[i] = target.group()[i] == level ? 1 : 0;
            }
            sums.add(AdditiveIndex.of(codes, scores, weights, few, y, rows));
        }
        return sums;
    }

    /** The most frequent groups of a category. */
    private int[] frequent(TreeGrower.Target target, int[] rows) {
        double[] w = new double[target.groups()];
        for (int i : rows) {
            w[target.group()[i]] += weights[i];
        }
        return IntStream.range(0, w.length)
                .filter(g -> w[g] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(g -> -w[g]))
                .limit(GrownTree.MOST)
                .mapToInt(g -> g)
                .toArray();
    }
}
