package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How the present values of a numeric column are spread: a step where many people share a value, a
 * straight line where not. Maps values to ranks in [0, 1] and back, without any person's rare
 * value.
 */
final class Margin {
    /** More segments than {@link MarginBuilder} makes; what a file may ask for. */
    private static final int MOST = 4096;

    /** Segment s holds the ranks ends[s] to ends[s + 1] and the values low[s] to high[s]. */
    private final double[] ends;

    private final double[] low;
    private final double[] high;
    private final int decimals;
    private final double grid;

    /**
     * @param ends segments + 1 rising numbers, 0 first and 1 last
     * @param low segments
     * @param high segments; equal to {@code low} where values are shared
     * @param decimals of a value
     */
    Margin(double[] ends, double[] low, double[] high, int decimals) {
        this.ends = ends;
        this.low = low;
        this.high = high;
        this.decimals = decimals;
        this.grid = Math.pow(10, decimals);
    }

    int segments() {
        return low.length;
    }

    double end(int s) {
        return ends[s];
    }

    /** Whether segment s is one value that people share. */
    boolean shared(int s) {
        return low[s] == high[s];
    }

    /**
     * Rank of a value, in [0, 1].
     *
     * @param within 0 to 1: where in the step, or in the value's rounding, it is taken to be
     */
    double rank(double value, double within) {
        int s = last(low, low.length, value);
        if (low[s] == high[s] && low[s] == value) {
            return ends[s] + within * (ends[s + 1] - ends[s]);
        }
        double exact = value + (within - 0.5) / grid;
        s = last(low, low.length, exact);
        if (low[s] == high[s]) {
            return exact <= low[s] ? ends[s] : ends[s + 1];
        }
        double part = (exact - low[s]) / (high[s] - low[s]);
        return ends[s] + Math.max(0, Math.min(1, part)) * (ends[s + 1] - ends[s]);
    }

    /** The value at a rank, rounded to the column's decimals. */
    double value(double rank) {
        int s = last(ends, low.length, rank);
        double width = ends[s + 1] - ends[s];
        double part = width > 0 ? Math.max(0, Math.min(1, (rank - ends[s]) / width)) : 0.5;
        return low[s] == high[s] ? low[s] : rounded(low[s] + part * (high[s] - low[s]));
    }

    /**
     * The ranks whose values lie in a closed interval, as {from, to}; from is above to if there are
     * none.
     */
    double[] ranks(double from, double to) {
        double first = Math.ceil(from * grid - 1e-7) / grid;
        double top = Math.floor(to * grid + 1e-7) / grid;
        if (first > top) {
            return new double[] {1, 0};
        }
        double half = 0.5 / grid;
        double start = 1;
        double stop = 0;
        for (int s = 0; s < low.length; s++) {
            double a = 0;
            double b = 1;
            if (low[s] == high[s]) {
                if (low[s] < from || low[s] > to) {
                    continue;
                }
            } else {
                a = Math.max(0, (first - half - low[s]) / (high[s] - low[s]));
                b = Math.min(1, (top + half - low[s]) / (high[s] - low[s]));
                if (a >= b) {
                    continue;
                }
            }
            double width = ends[s + 1] - ends[s];
            start = Math.min(start, ends[s] + a * width);
            stop = Math.max(stop, ends[s] + b * width);
        }
        return new double[] {start, stop};
    }

    /**
     * A value of the column's decimals inside a closed interval that holds one, next to this one.
     */
    double inside(double value, double from, double to) {
        if (value < from) {
            return Math.ceil(from * grid - 1e-7) / grid;
        }
        return value > to ? Math.floor(to * grid + 1e-7) / grid : value;
    }

    private double rounded(double value) {
        double scaled = value * grid;
        return Double.isInfinite(scaled) ? value : Math.rint(scaled) / grid + 0.0; // no −0
    }

    /** Last place among the first {@code count} whose number is not above {@code x}; 0 if none. */
    private static int last(double[] rising, int count, double x) {
        int from = 0;
        int to = count - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (rising[middle] <= x) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return from;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(decimals);
        Stored.write(out, ends);
        Stored.write(out, low);
        Stored.write(out, high);
    }

    /**
     * @throws IOException if the bytes are not a margin
     */
    static Margin read(DataInput in) throws IOException {
        int decimals = in.readInt();
        double[] ends = Stored.doubles(in, MOST + 1);
        double[] low = Stored.doubles(in, MOST);
        double[] high = Stored.doubles(in, MOST);
        Stored.require(decimals >= 0 && decimals <= 18, "decimals");
        Stored.require(
                low.length > 0 && high.length == low.length && ends.length == low.length + 1,
                "a margin");
        for (int s = 0; s < low.length; s++) {
            Stored.require(
                    ends[s] <= ends[s + 1]
                            && low[s] <= high[s]
                            && (s == 0 || low[s - 1] <= low[s])
                            && Double.isFinite(low[s])
                            && Double.isFinite(high[s]),
                    "a margin in order");
        }
        Stored.require(ends[0] == 0 && ends[low.length] == 1, "a whole margin");
        return new Margin(ends, low, high, decimals);
    }
}
