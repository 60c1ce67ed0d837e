package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;

/** Targets of a request as moments, balanced on the rows that meet its requirements. */
final class Shares {
    private final ReferencePopulation people;
    private final int[] rows;
    private final List<double[]> moments = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<Problem> problems;

    Shares(ReferencePopulation people, int[] rows, List<Problem> problems) {
        this.people = people;
        this.rows = rows;
        this.problems = problems;
    }

    void share(String what, RowTest test, double percent) {
        byte[] answers = people.answers(test);
        double[] x = new double[rows.length];
        double has = 0;
        for (int i = 0; i < rows.length; i++) {
            x[i] = answers[rows[i]] == 1 ? 1 : 0;
            has += x[i];
        }
        if ((percent > 0 && has == 0) || (percent < 100 && has == rows.length)) {
            problems.add(
                    new Problem(
                            "plan.share.impossible",
                            what,
                            "%s of the people left by the other wishes meet this, so %s %% cannot be"
                                    .formatted(has == 0 ? "none" : "all", number(percent)),
                            "another share, or fewer other wishes"));
            return;
        }
        if (has > 0 && has < rows.length) {
            moments.add(x);
            targets.add(percent / 100);
            words.add(what + " in " + number(percent) + " %");
        }
    }

    void mean(String what, String column, double value) {
        double[] all = people.column(column);
        double[] x = new double[rows.length];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double present = 0;
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            x[i] = all[rows[i]];
            if (!Double.isNaN(x[i])) {
                low = Math.min(low, x[i]);
                high = Math.max(high, x[i]);
                sum += x[i];
                present++;
            }
        }
        if (!(value > low && value < high)) {
            problems.add(
                    new Problem(
                            "plan.mean.impossible",
                            "mean " + what + " " + number(value),
                            "the people left by the other wishes have values from %s to %s"
                                    .formatted(number(low), number(high)),
                            "a mean between these, best near %s".formatted(number(sum / present))));
            return;
        }
        double fill = value; // a missing value neither helps nor harms a mean
        for (int i = 0; i < x.length; i++) {
            x[i] = Double.isNaN(x[i]) ? fill : x[i];
        }
        moments.add(x);
        targets.add(value);
        words.add("mean " + what + " " + number(value));
    }

    /**
     * Moments of mid-ranks: their means and variances stay, their product is as asked; so each
     * distribution stays nearly as it is.
     */
    void correlation(Constraint.Correlation asked) {
        double[] base = people.table(List.of(), rows).weights();
        double[] a = standardRanks(asked.first(), base);
        double[] b = standardRanks(asked.second(), base);
        double[][] products = new double[5][rows.length];
        for (int i = 0; i < rows.length; i++) {
            products[0][i] = a[i];
            products[1][i] = b[i];
            products[2][i] = a[i] * a[i];
            products[3][i] = b[i] * b[i];
            products[4][i] = a[i] * b[i];
        }
        double[] wanted = {0, 0, 1, 1, asked.value()};
        for (int k = 0; k < wanted.length; k++) {
            moments.add(products[k]);
            targets.add(wanted[k]);
            words.add(k == 4 ? Words.of(asked) : "");
        }
    }

    /** Weighted mid-ranks with mean 0 and variance 1; 0 where the value is missing. */
    private double[] standardRanks(String column, double[] base) {
        double[] all = people.column(column);
        double[] values = new double[rows.length];
        int n = 0;
        for (int row : rows) {
            if (!Double.isNaN(all[row])) {
                values[n++] = all[row];
            }
        }
        double[] distinct = Arrays.stream(values, 0, n).sorted().distinct().toArray();
        double[] weight = new double[distinct.length];
        int[] place = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            place[i] = Arrays.binarySearch(distinct, all[rows[i]]);
            if (place[i] >= 0) {
                weight[place[i]] += base[i];
            }
        }
        double[] rank = new double[distinct.length];
        double below = 0;
        for (int k = 0; k < rank.length; k++) {
            rank[k] = below + weight[k] / 2;
            below += weight[k];
        }
        double mean = Weighted.mean(rank, weight);
        double sd = Weighted.sd(rank, weight);
        double[] out = new double[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = place[i] >= 0 && sd > 0 ? (rank[place[i]] - mean) / sd : 0;
        }
        return out;
    }

    boolean isEmpty() {
        return moments.isEmpty();
    }

    /**
     * New weights; if the targets exclude each other, a problem with the nearest that is possible.
     */
    EntropyBalance.Balanced balance(double[] base) {
        double[] wanted = targets.stream().mapToDouble(d -> d).toArray();
        double[][] x = moments.toArray(double[][]::new);
        double[] snapped = exactEnds(x, wanted, base);
        EntropyBalance.Balanced all = EntropyBalance.solve(x, wanted, snapped);
        if (all.met()) {
            return all;
        }
        double[] now = new double[wanted.length];
        for (int k = 0; k < now.length; k++) {
            now[k] = Weighted.mean(x[k], base);
        }
        double possible = 0;
        double impossible = 1;
        for (int step = 0; step < 12; step++) {
            double s = (possible + impossible) / 2;
            if (EntropyBalance.solve(x, between(now, wanted, s), base).met()) {
                possible = s;
            } else {
                impossible = s;
            }
        }
        double[] nearest = between(now, wanted, possible);
        List<String> near = new ArrayList<>();
        for (int k = 0; k < nearest.length; k++) {
            near.add(words.get(k) + " -> " + number(nearest[k] * (isShare(x[k]) ? 100 : 1)));
        }
        problems.add(
                new Problem(
                        "plan.targets.conflict",
                        String.join("; ", words),
                        "these targets cannot all be met together by the people in the reference population",
                        "nearest on the way from what people are: " + String.join("; ", near)));
        return all;
    }

    /**
     * Shares of 0 and 100 % have no finite dual: the rows that they rule out lose their weight
     * beforehand.
     */
    private static double[] exactEnds(double[][] x, double[] wanted, double[] base) {
        double[] w = base.clone();
        for (int k = 0; k < x.length; k++) {
            if (isShare(x[k]) && (wanted[k] <= 0 || wanted[k] >= 1)) {
                for (int i = 0; i < w.length; i++) {
                    if (x[k][i] != wanted[k]) {
                        w[i] = 0;
                    }
                }
            }
        }
        return w;
    }

    private static boolean isShare(double[] x) {
        for (double v : x) {
            if (v != 0 && v != 1) {
                return false;
            }
        }
        return true;
    }

    private static double[] between(double[] from, double[] to, double s) {
        double[] t = new double[from.length];
        for (int k = 0; k < t.length; k++) {
            t[k] = from[k] + s * (to[k] - from[k]);
        }
        return t;
    }

    static String number(double value) {
        return String.format(java.util.Locale.ROOT, "%.4g", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }
}
