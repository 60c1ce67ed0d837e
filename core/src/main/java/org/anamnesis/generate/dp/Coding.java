package org.anamnesis.generate.dp;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Variable;

/**
 * How values of a column become cells and cells values: a level each, or a piece of the number's
 * range in which every value is as likely; the last cell is for the missing.
 *
 * @param variable the column
 * @param grid pieces of the range; of one cell and unused for a category
 */
record Coding(Variable variable, Grid grid) {
    private static final Grid NONE = new Grid(new long[1], 0);

    /** Cells that a model file may have in one column. */
    private static final int MOST_CELLS = 1 << 16;

    static Coding ofLevels(Variable variable) {
        return new Coding(variable, NONE);
    }

    int cells() {
        return (variable.isCategory() ? variable.levels().size() : grid.cells()) + 1;
    }

    /** The cell of missing values. */
    int missing() {
        return cells() - 1;
    }

    int cell(double value) {
        if (Double.isNaN(value)) {
            return missing();
        }
        return variable.isCategory() ? (int) value : grid.cell(whole(value, variable.decimals()));
    }

    /** A number in units of its last digit. */
    static long whole(double value, int decimals) {
        double v = Math.rint(value * Math.pow(10, decimals));
        return (long) Math.max(-Grid.MOST, Math.min(Grid.MOST, v));
    }

    /** Share of a cell's values that a condition allows. */
    double share(int cell, Allowance allowed) {
        if (allowed instanceof Allowance.Any) {
            return 1;
        }
        if (cell == missing()) {
            return allowed.allows(Double.NaN) ? 1 : 0;
        }
        if (variable.isCategory()) {
            return allowed.allows(cell) ? 1 : 0;
        }
        if (allowed instanceof Allowance.Range range) {
            long low = low(cell, range);
            long high = high(cell, range);
            return low > high ? 0 : ((double) high - low + 1) / grid.width(cell);
        }
        return allowed.allows(value(grid.low(cell))) ? 1 : 0;
    }

    /**
     * A value of a cell that a condition allows.
     *
     * @param u uniform on [0, 1)
     */
    double value(int cell, Allowance allowed, double u) {
        if (cell == missing()) {
            return Double.NaN;
        }
        if (variable.isCategory()) {
            return cell;
        }
        long low = allowed instanceof Allowance.Range r ? low(cell, r) : grid.low(cell);
        long high = allowed instanceof Allowance.Range r ? high(cell, r) : grid.high(cell);
        return value(Math.min(high, low + (long) (u * ((double) high - low + 1))));
    }

    private double value(long whole) {
        double v = whole / Math.pow(10, variable.decimals());
        return v == 0 ? 0 : v;
    }

    /** First value of a cell in a range, above its last if there is none. */
    private long low(int cell, Allowance.Range range) {
        long low = grid.low(cell);
        if (value(low) >= range.low()) {
            return low;
        }
        long near = whole(range.low(), variable.decimals());
        return Math.max(low, value(near) >= range.low() ? near : near + 1);
    }

    private long high(int cell, Allowance.Range range) {
        long high = grid.high(cell);
        if (value(high) <= range.high()) {
            return high;
        }
        long near = whole(range.high(), variable.decimals());
        return Math.min(high, value(near) <= range.high() ? near : near - 1);
    }

    void write(DataOutput out) throws IOException {
        if (!variable.isCategory()) {
            out.writeInt(grid.cells());
            for (long start : grid.starts()) {
                out.writeLong(start);
            }
            out.writeLong(grid.end());
        }
    }

    static Coding read(Variable variable, DataInput in) throws IOException {
        if (variable.isCategory()) {
            return ofLevels(variable);
        }
        int cells = in.readInt();
        if (cells < 1 || cells > MOST_CELLS) {
            throw new IOException(cells + " cells");
        }
        long[] starts = new long[cells];
        for (int i = 0; i < cells; i++) {
            starts[i] = in.readLong();
        }
        try {
            return new Coding(variable, new Grid(starts, in.readLong()));
        } catch (IllegalArgumentException e) {
            throw new IOException("cells that cannot be", e);
        }
    }
}
