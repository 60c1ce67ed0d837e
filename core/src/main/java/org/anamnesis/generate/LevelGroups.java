package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.table.Variable;

/**
 * Puts the levels of a category that has many (codes of diagnoses, postal areas) into few groups,
 * by what they have to do with the other columns: the group whose levels differ most is cut in two
 * along the column in which they differ most, until there are {@link #GROUPS}. The trees split on
 * groups; leaves keep the levels.
 */
final class LevelGroups {
    /** As many sums a code are kept when a tree is grown; more cost time and are rarely full. */
    static final int GROUPS = 32;

    /** Columns along which groups are cut: those in which the levels differ most. */
    private static final int AXES = 16;

    /** A level's mean counts as if so many average people were added. */
    private static final double SHRINK = 10;

    private final List<Variable> variables;
    private final double[][] values;
    private final Ranks[] ranks;
    private final int[] rows;

    /**
     * @param values by column and row
     * @param rows those with weight
     */
    LevelGroups(List<Variable> variables, double[][] values, Ranks[] ranks, int[] rows) {
        this.variables = variables;
        this.values = values;
        this.ranks = ranks;
        this.rows = rows;
    }

    /** Group by level of a category. */
    byte[] of(int k) {
        int levels = variables.get(k).levels().size();
        int[] level = new int[values[k].length];
        double[] people = new double[levels];
        for (int i : rows) {
            level[i] = Double.isNaN(values[k][i]) ? -1 : (int) values[k][i];
            if (level[i] >= 0) {
                people[level[i]]++;
            }
        }
        double[][] axes =
                IntStream.range(0, variables.size())
                        .filter(j -> j != k && variables.get(j).levels().size() < Bins.CODES)
                        .mapToObj(j -> means(j, level, people))
                        .sorted(Comparator.comparingDouble(m -> -between(m, people)))
                        .limit(AXES)
                        .toArray(double[][]::new);
        return cut(axes, people);
    }

    /** Mean normal score of a number, or mean of the most frequent level, by level. */
    private double[] means(int j, int[] level, double[] people) {
        double[] score = ranks[j].scores();
        int[] where = ranks[j].where();
        if (variables.get(j).isCategory() && score.length > 0) {
            int most = IntStream.range(0, score.length).reduce(0, this.more(j));
            Arrays.setAll(score, s -> s == most ? 1 : 0);
        }
        double[] sum = new double[people.length];
        double[] known = new double[people.length];
        double all = 0;
        double n = 0;
        for (int i : rows) {
            if (level[i] >= 0 && where[i] >= 0) {
                sum[level[i]] += score[where[i]];
                known[level[i]]++;
                all += score[where[i]];
                n++;
            }
        }
        double mean = n == 0 ? 0 : all / n;
        Arrays.setAll(sum, c -> (sum[c] + SHRINK * mean) / (known[c] + SHRINK) - mean);
        return sum;
    }

    private java.util.function.IntBinaryOperator more(int j) {
        return (a, b) -> ranks[j].mass(b) > ranks[j].mass(a) ? b : a;
    }

    private static double between(double[] means, double[] people) {
        double sum = 0;
        for (int level = 0; level < people.length; level++) {
            sum += people[level] * means[level] * means[level];
        }
        return sum;
    }

    private static byte[] cut(double[][] axes, double[] people) {
        List<Cut> groups = new ArrayList<>();
        int[] all = IntStream.range(0, people.length).filter(c -> people[c] > 0).toArray();
        groups.add(Cut.best(all, axes, people));
        while (groups.size() < GROUPS) {
            Cut widest = groups.stream().max(Comparator.comparingDouble(Cut::gain)).orElseThrow();
            if (widest.gain() <= 0) {
                break;
            }
            groups.remove(widest);
            groups.add(Cut.best(widest.left(), axes, people));
            groups.add(Cut.best(widest.right(), axes, people));
        }
        byte[] group = new byte[people.length];
        for (int g = 0; g < groups.size(); g++) {
            for (int level : groups.get(g).levels()) {
                group[level] = (byte) g;
            }
        }
        return group;
    }

    /** A group with the best cut of it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity alone
    private record Cut(int[] levels, int at, double gain) {
        int[] left() {
            return Arrays.copyOf(levels, at);
        }

        int[] right() {
            return Arrays.copyOfRange(levels, at, levels.length);
        }

        static Cut best(int[] levels, double[][] axes, double[] people) {
            var best = new Cut(levels, 0, 0);
            for (double[] axis : axes) {
                int[] sorted =
                        Arrays.stream(levels)
                                .boxed()
                                .sorted(Comparator.comparingDouble(c -> axis[c]))
                                .mapToInt(c -> c)
                                .toArray();
                double n = 0;
                double s = 0;
                for (int c : sorted) {
                    n += people[c];
                    s += people[c] * axis[c];
                }
                double leftN = 0;
                double leftS = 0;
                for (int k = 0; k + 1 < sorted.length; k++) {
                    leftN += people[sorted[k]];
                    leftS += people[sorted[k]] * axis[sorted[k]];
                    double off = leftS / leftN - (s - leftS) / (n - leftN);
                    double gain = leftN * (n - leftN) / n * off * off;
                    if (gain > best.gain) {
                        best = new Cut(sorted, k + 1, gain);
                    }
                }
            }
            return best;
        }
    }
}
