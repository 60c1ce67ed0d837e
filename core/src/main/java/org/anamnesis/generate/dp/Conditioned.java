package org.anamnesis.generate.dp;

import java.util.List;
import org.anamnesis.generate.Allowance;
import org.anamnesis.random.SeedTree;

/** A forest under conditions: what they leave, summed from the leaves to the roots. */
final class Conditioned {
    private final Margin[] margins;
    private final List<Allowance> allowed;

    /** By column: share of each cell that is left. */
    private final double[][] cells;

    /** By column and group of the parent: what is left of each own group, with all below it. */
    private final double[][] left;

    private final double chance;

    /**
     * @param order columns, each after its parent
     * @param given shares of own groups by group of the parent
     */
    Conditioned(
            Margin[] margins,
            int[] order,
            int[] parent,
            double[][] given,
            List<Allowance> allowed) {
        this.margins = margins;
        this.allowed = allowed;
        int p = margins.length;
        cells = new double[p][];
        left = new double[p][];
        double[][] below = new double[p][];
        for (int k = 0; k < p; k++) {
            cells[k] = cells(margins[k], allowed.get(k));
            below[k] = ofGroups(margins[k], cells[k]);
        }
        double all = 1;
        for (int at = p - 1; at >= 0; at--) {
            int k = order[at];
            int own = margins[k].groups();
            left[k] = given[k].clone();
            for (int i = 0; i < left[k].length; i++) {
                left[k][i] *= below[k][i % own];
            }
            for (int g = 0; g * own < left[k].length; g++) {
                double sum = sum(left[k], g * own, own);
                if (parent[k] < 0) {
                    all *= sum;
                } else {
                    below[parent[k]][g] *= sum;
                }
            }
        }
        chance = Math.min(1, all);
    }

    private static double[] cells(Margin margin, Allowance allowed) {
        double[] out = margin.shares().clone();
        for (int c = 0; c < out.length; c++) {
            out[c] *= margin.coding().share(c, allowed);
        }
        return out;
    }

    /** Part of each group that is left. */
    private static double[] ofGroups(Margin margin, double[] cells) {
        double[] out = new double[margin.groups()];
        double[] all = margin.ofGroups();
        for (int c = 0; c < cells.length; c++) {
            out[margin.group()[c]] += cells[c];
        }
        for (int g = 0; g < out.length; g++) {
            out[g] = all[g] > 0 ? Math.min(1, out[g] / all[g]) : 0;
        }
        return out;
    }

    private static double sum(double[] values, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** Chance that a free row meets all conditions. */
    double chance() {
        return chance;
    }

    /**
     * A value of a column.
     *
     * @param above group of the parent; 0 for a root
     * @param groups gets the column's group
     */
    double draw(int k, int above, long key, int[] groups) {
        Margin margin = margins[k];
        int own = margin.groups();
        groups[k] = pick(left[k], above * own, own, SeedTree.uniform(key, 0));
        int cell = cell(margin, groups[k], cells[k], SeedTree.uniform(key, 1));
        return margin.coding().value(cell, allowed.get(k), SeedTree.uniform(key, 2));
    }

    private static int pick(double[] shares, int from, int length, double u) {
        double at = u * sum(shares, from, length);
        int last = 0;
        for (int g = 0; g < length; g++) {
            if (shares[from + g] > 0) {
                last = g;
                at -= shares[from + g];
                if (at < 0) {
                    return g;
                }
            }
        }
        return last;
    }

    private static int cell(Margin margin, int group, double[] cells, double u) {
        double sum = 0;
        for (int c = 0; c < cells.length; c++) {
            sum += margin.group()[c] == group ? cells[c] : 0;
        }
        double at = u * sum;
        int last = 0;
        for (int c = 0; c < cells.length; c++) {
            if (margin.group()[c] == group && cells[c] > 0) {
                last = c;
                at -= cells[c];
                if (at < 0) {
                    return c;
                }
            }
        }
        return last;
    }
}
