package org.anamnesis.generate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.table.Variable;

/**
 * The margin of one column in a copula: which ranks stand for which value.
 *
 * @param missing share without value; ranks of a latent of its own above 1 − share stand for it
 * @param knots of a number; null if it has no value at all or for a category
 * @param cumulative of a category: share of weight up to and with each level; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CopulaColumn(Variable variable, double missing, Knots knots, double[] cumulative) {
    /** A part of the ranks, from below to above. */
    record Part(double from, double to) {
        static final Part ALL = new Part(0, 1);
    }

    /** Whether any value was learned. */
    boolean known() {
        return knots != null || cumulative.length > 0;
    }

    /** Whether some are missing and some are not, by chance. */
    boolean open() {
        return known() && missing > 0;
    }

    /** Ranks of the latent of missing that an allowance lets through. */
    List<Part> present(Allowance allowed) {
        if (allowed instanceof Allowance.Any) {
            return List.of(Part.ALL);
        }
        return List.of(
                allowed.allows(Double.NaN) ? new Part(1 - missing, 1) : new Part(0, 1 - missing));
    }

    /** Ranks of the value that an allowance lets through; empty if there are none. */
    List<Part> parts(Allowance allowed) {
        if (allowed instanceof Allowance.Range range) {
            Knots.Cut cut = knots.cut(range);
            double from = Math.max(0, cut.first());
            double to = Math.min(1, cut.last());
            return from < to ? List.of(new Part(from, to)) : List.of();
        }
        if (allowed instanceof Allowance.Levels levels) {
            List<Part> parts = new ArrayList<>();
            for (int level = 0; level < cumulative.length; level++) {
                double below = level == 0 ? 0 : cumulative[level - 1];
                if (levels.levels().contains(level) && cumulative[level] > below) {
                    parts.add(new Part(below, cumulative[level]));
                }
            }
            return parts;
        }
        return List.of(Part.ALL);
    }

    /** The value at a rank, inside what is allowed even where a last digit was rounded. */
    double value(double rank, Allowance allowed) {
        if (knots == null) {
            int at = Arrays.binarySearch(cumulative, rank);
            int level = at >= 0 ? at : -at - 1;
            return Math.min(level, cumulative.length - 1);
        }
        double value = knots.quantile(rank);
        if (allowed instanceof Allowance.Range range && !range.allows(value)) {
            Knots.Cut cut = knots.cut(range);
            return Math.max(cut.from(), Math.min(cut.to(), value));
        }
        return value;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(missing);
        out.writeBoolean(known());
        if (knots != null) {
            knots.write(out);
        }
        for (double one : cumulative) {
            out.writeDouble(one);
        }
    }

    /** Reads what {@link #write} wrote. */
    static CopulaColumn read(Variable variable, DataInput in) throws IOException {
        double missing = in.readDouble();
        if (!(missing >= 0 && missing <= 1)) {
            throw new IOException("a share of " + missing);
        }
        if (!in.readBoolean()) {
            return new CopulaColumn(variable, missing, null, new double[0]);
        }
        if (!variable.isCategory()) {
            Knots knots = Knots.read(in, variable.decimals());
            return new CopulaColumn(variable, missing, knots, new double[0]);
        }
        double[] cumulative = new double[variable.levels().size()];
        double last = 0;
        for (int level = 0; level < cumulative.length; level++) {
            cumulative[level] = in.readDouble();
            if (!(cumulative[level] >= last && cumulative[level] <= 1)) {
                throw new IOException("shares of " + variable.name() + " that fall");
            }
            last = cumulative[level];
        }
        if (last != 1) {
            throw new IOException("shares of " + variable.name() + " that come to " + last);
        }
        return new CopulaColumn(variable, missing, null, cumulative);
    }
}
