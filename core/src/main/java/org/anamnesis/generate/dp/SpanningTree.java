package org.anamnesis.generate.dp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the pairs of columns that are measured: a tree, as in MST (McKenna, Miklau, Sheldon 2021,
 * arXiv:2108.04978). Pair after pair by the exponential mechanism among those that join two parts
 * of the forest; the score is how far the pair is from independent, less what noise alone would
 * show, as in AIM (McKenna et al. 2022, arXiv:2201.12677). "No more pairs" is a candidate too, of
 * score 0.
 */
final class SpanningTree {
    /** Scores are whole numbers of this fraction of a person. */
    private static final int UNIT = 1024;

    /** Mean of the size of standard normal noise: √(2/π). */
    private static final double MEAN_SIZE = Math.sqrt(2 / Math.PI);

    /**
     * Two columns whose groups are measured together.
     *
     * @param a the lower number
     */
    record Edge(int a, int b) {}

    private final int[][] groups;
    private final double[][] expected;

    /**
     * @param groups by column and row
     * @param expected noisy number of people by column and group
     */
    SpanningTree(int[][] groups, double[][] expected) {
        this.groups = groups;
        this.expected = expected;
    }

    /** Counts of the groups of two columns together, by rows of the first. */
    long[] counts(Edge e) {
        int b = expected[e.b()].length;
        long[] counts = new long[expected[e.a()].length * b];
        int[] first = groups[e.a()];
        int[] second = groups[e.b()];
        for (int i = 0; i < first.length; i++) {
            counts[first[i] * b + second[i]]++;
        }
        return counts;
    }

    /**
     * @param total people
     * @param sd of the noise with which a chosen pair will be measured
     */
    List<Edge> choose(Budget budget, double total, double sd) {
        int p = groups.length;
        List<Edge> open = new ArrayList<>();
        for (int a = 0; a < p; a++) {
            for (int b = a + 1; b < p; b++) {
                open.add(new Edge(a, b));
            }
        }
        long[] scores = open.parallelStream().mapToLong(e -> score(e, total, sd)).toArray();
        int[] part = new int[p];
        Arrays.setAll(part, k -> k);
        double each = budget.left(Budget.Pot.CHOICE) / (p - 1);
        List<Edge> chosen = new ArrayList<>();
        for (int round = 1; round < p; round++) {
            int[] joins = joining(open, part);
            long[] of =
                    Arrays.copyOf(
                            Arrays.stream(joins).mapToLong(j -> scores[j]).toArray(),
                            joins.length + 1);
            int best = budget.choose(Budget.Pot.CHOICE, "pair " + round, each, of, UNIT);
            if (best == joins.length) {
                break;
            }
            Edge e = open.get(joins[best]);
            int from = part[e.b()];
            int to = part[e.a()];
            Arrays.setAll(part, k -> part[k] == from ? to : part[k]);
            chosen.add(e);
        }
        return chosen;
    }

    private static int[] joining(List<Edge> open, int[] part) {
        return java.util.stream.IntStream.range(0, open.size())
                .filter(j -> part[open.get(j).a()] != part[open.get(j).b()])
                .toArray();
    }

    /**
     * One person more or fewer changes one count by 1, and so the score by at most {@link #UNIT}.
     */
    private long score(Edge e, double total, double sd) {
        long[] counts = counts(e);
        double[] first = expected[e.a()];
        double[] second = expected[e.b()];
        long off = 0;
        for (int i = 0; i < counts.length; i++) {
            double independent = first[i / second.length] * second[i % second.length] / total;
            off += Math.abs(UNIT * counts[i] - Math.round(UNIT * independent));
        }
        return off - Math.round(UNIT * MEAN_SIZE * sd * counts.length);
    }
}
