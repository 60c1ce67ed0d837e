package org.anamnesis.learn.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.population.Places;
import org.anamnesis.population.Weighted;
import org.anamnesis.table.Variable;

/**
 * Rows as numbers of mean 0 and variance 1, which products of two of them compare: the ranks of a
 * number (0 where it is missing), whether it is missing, each answer of a category but the most
 * frequent one; and a 1, whose products are the numbers themselves.
 */
final class Features {
    /** Answers that fewer give are not told apart: their products are single people. */
    private static final double RARE = 0.01;

    private final double[] weights;
    private final List<float[]> all = new ArrayList<>();

    private Features(double[] weights) {
        this.weights = weights;
    }

    /**
     * @param columns by column and row
     * @param weights one a row; those of 0 count for nothing
     * @return by row
     */
    static float[][] of(List<Variable> variables, double[][] columns, double[] weights) {
        var features = new Features(weights);
        features.add(IntStream.range(0, weights.length).mapToDouble(i -> 1).toArray());
        for (int k = 0; k < variables.size(); k++) {
            double[] column = Arrays.copyOf(columns[k], weights.length);
            if (variables.get(k).isCategory()) {
                features.addAnswers(column, variables.get(k).levels().size());
            } else {
                features.addRanks(column);
            }
        }
        float[][] rows = new float[weights.length][features.all.size()];
        for (int f = 0; f < features.all.size(); f++) {
            float[] one = features.all.get(f);
            for (int i = 0; i < rows.length; i++) {
                rows[i][f] = one[i];
            }
        }
        return rows;
    }

    private void addAnswers(double[] column, int levels) {
        double[] share = new double[levels + 1];
        int[] answer = new int[column.length];
        for (int i = 0; i < column.length; i++) {
            answer[i] = Double.isNaN(column[i]) ? levels : (int) column[i];
            share[answer[i]] += weights[i];
        }
        int usual = 0;
        for (int level = 1; level <= levels; level++) {
            usual = share[level] > share[usual] ? level : usual;
        }
        for (int level = 0; level <= levels; level++) {
            if (level != usual) {
                int own = level;
                addShare(IntStream.of(answer).mapToDouble(a -> a == own ? 1 : 0).toArray());
            }
        }
    }

    private void addRanks(double[] column) {
        Places places = Places.of(column);
        int[] place = places.of();
        double[] at = places.sums(weights);
        double[] rank = Places.midRanks(at);
        double total = 0;
        for (double here : at) {
            total += here;
        }
        double mean = total / 2; // of mid-ranks, whatever the ties
        add(
                IntStream.of(place)
                        .mapToDouble(k -> k == Places.MISSING ? 0 : rank[k] - mean)
                        .toArray());
        addShare(IntStream.of(place).mapToDouble(k -> k == Places.MISSING ? 1 : 0).toArray());
    }

    /** A yes (1) or no (0), unless next to all are alike. */
    private void addShare(double[] yes) {
        double share = Weighted.mean(yes, weights);
        if (share >= RARE && share <= 1 - RARE) {
            add(Arrays.stream(yes).map(y -> y - share).toArray());
        }
    }

    /** Brings to variance 1 what varies at all. */
    private void add(double[] centred) {
        double square = Weighted.mean(Arrays.stream(centred).map(v -> v * v).toArray(), weights);
        if (square > 0) {
            double unit = Math.sqrt(square);
            float[] scaled = new float[centred.length];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = (float) (centred[i] / unit);
            }
            all.add(scaled);
        }
    }
}
