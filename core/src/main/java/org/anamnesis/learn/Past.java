package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.table.Variable;

/**
 * What is known of persons before their next row: the same in learning, where the rows are read,
 * and in drawing, where they are made.
 */
final class Past {
    private final List<Change> changes;
    private final int order;
    private final double[][] last;
    private final double[][] previous;
    private final double[][] sum;
    private final int[][] known;
    private final double[] begin;
    private final double[] gap;

    /**
     * @param order place of the column of the order among the changes; −1 if there is none
     */
    Past(List<Change> changes, int order, int persons) {
        this.changes = changes;
        this.order = order;
        int q = changes.size();
        last = new double[q][persons];
        previous = new double[q][persons];
        sum = new double[q][persons];
        known = new int[q][persons];
        begin = new double[persons];
        gap = new double[persons];
        for (double[] one : last) {
            Arrays.fill(one, Double.NaN);
        }
        Arrays.fill(begin, Double.NaN);
        Arrays.fill(gap, Double.NaN);
    }

    /** The columns that {@link #given} fills, behind those that stay the same. */
    static List<Variable> givenColumns(List<Change> changes, int order) {
        List<Variable> out = new ArrayList<>();
        out.add(Variable.number("rows before", "", 0));
        out.add(Variable.number("rows left", "", 0));
        if (order >= 0) {
            Variable v = changes.get(order).variable();
            out.add(Variable.number("since the first", v.unit(), v.decimals()));
            out.add(Variable.number("gap before", v.unit(), v.decimals()));
        }
        for (int k = 0; k < changes.size(); k++) {
            Change c = changes.get(k);
            Variable v = c.variable();
            out.add(new Variable("before " + k, v.unit(), v.decimals(), v.levels()));
            if (averaged(c)) {
                out.add(Variable.number("mean before " + k, v.unit(), v.decimals() + 1));
            }
            if (c.missing()) {
                out.add(Variable.flag("missing before " + k));
            }
        }
        return out;
    }

    /** A mean says which kind of person it is; the order's and a date's say nothing. */
    private static boolean averaged(Change c) {
        return !c.variable().isCategory() && !c.date();
    }

    /**
     * Fills the given columns.
     *
     * @param who persons
     * @param before rows that each of them has
     * @param left rows that each has still to get
     * @param out columns to fill, from place {@code at} on
     */
    void given(int[] who, int before, int[] left, double[][] out, int at) {
        int column = at;
        Arrays.fill(out[column++], 0, who.length, before);
        for (int i = 0; i < who.length; i++) {
            out[column][i] = left[i];
        }
        column++;
        if (order >= 0) {
            for (int i = 0; i < who.length; i++) {
                out[column][i] = last[order][who[i]] - begin[who[i]];
                out[column + 1][i] = gap[who[i]];
            }
            column += 2;
        }
        for (int k = 0; k < changes.size(); k++) {
            Change c = changes.get(k);
            for (int i = 0; i < who.length; i++) {
                out[column][i] = last[k][who[i]];
            }
            column++;
            if (averaged(c)) {
                for (int i = 0; i < who.length; i++) {
                    int n = known[k][who[i]];
                    out[column][i] = n == 0 ? Double.NaN : sum[k][who[i]] / n;
                }
                column++;
            }
            if (c.missing()) {
                for (int i = 0; i < who.length; i++) {
                    out[column][i] = Double.isNaN(previous[k][who[i]]) ? 1 : 0;
                }
                column++;
            }
        }
    }

    /** Last known value; of an offset the offset. */
    double last(int change, int person) {
        return last[change][person];
    }

    /** Value in the row before, NaN if it was missing there; of an offset the offset. */
    double previous(int change, int person) {
        return previous[change][person];
    }

    /**
     * Goes on by a row.
     *
     * @param values of the changing columns in it
     */
    void advance(int person, double[] values) {
        if (order >= 0) {
            double now = values[order];
            double before = last[order][person];
            gap[person] = now - before;
            begin[person] = Double.isNaN(begin[person]) ? now : begin[person];
        }
        for (int k = 0; k < values.length; k++) {
            boolean offset = changes.get(k).way() == Change.Way.OFFSET;
            double v = offset ? values[k] - values[order] : values[k];
            previous[k][person] = v;
            if (!Double.isNaN(v)) {
                last[k][person] = v;
                sum[k][person] += v;
                known[k][person]++;
            }
        }
    }
}
