package org.anamnesis.population;

import java.util.Arrays;

/**
 * The distinct values of a column in ascending order, and which of them each row has. Values are
 * rounded as they are measured, so that there are far fewer of them than rows.
 *
 * @param values distinct, ascending
 * @param of place in {@code values} by row; {@link #MISSING} without value
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, never changed
public record Places(double[] values, int[] of) {
    public static final int MISSING = -1;
    private static final int FIRST_SIZE = 1 << 10;

    /** Places of some values; NaN is missing. */
    public static Places of(double[] x) {
        double[] distinct = new double[FIRST_SIZE / 2];
        int[] slots = free(FIRST_SIZE);
        int[] of = new int[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            double value = x[i] + 0.0; // one zero
            if (Double.isNaN(value)) {
                of[i] = MISSING;
                continue;
            }
            int at = slot(value, slots, distinct);
            if (slots[at] == MISSING) {
                if (count == distinct.length) {
                    distinct = Arrays.copyOf(distinct, 2 * count);
                    slots = free(4 * count);
                    for (int k = 0; k < count; k++) {
                        slots[slot(distinct[k], slots, distinct)] = k;
                    }
                    at = slot(value, slots, distinct);
                }
                distinct[count] = value;
                slots[at] = count++;
            }
            of[i] = slots[at];
        }
        return sorted(Arrays.copyOf(distinct, count), of, slots);
    }

    /** Each value is a kind; to be without one is, too. */
    public Kinds kinds() {
        int[] kind = new int[of.length];
        for (int i = 0; i < kind.length; i++) {
            kind[i] = of[i] + 1;
        }
        return new Kinds(kind, values.length + 1);
    }

    /** The same of some rows. */
    public Kinds kinds(int[] rows) {
        int[] kind = new int[rows.length];
        for (int i = 0; i < kind.length; i++) {
            kind[i] = of[rows[i]] + 1;
        }
        return new Kinds(kind, values.length + 1);
    }

    /** Sum of the rows' weights at each place. */
    public double[] sums(double[] weights) {
        double[] at = new double[values.length];
        for (int i = 0; i < of.length; i++) {
            if (of[i] != MISSING) {
                at[of[i]] += weights[i];
            }
        }
        return at;
    }

    /**
     * Half of what is at each place and all that is below it.
     *
     * @param at weight at each place
     */
    public static double[] midRanks(double[] at) {
        double[] rank = new double[at.length];
        double below = 0;
        for (int k = 0; k < at.length; k++) {
            rank[k] = below + at[k] / 2;
            below += at[k];
        }
        return rank;
    }

    private static Places sorted(double[] distinct, int[] of, int[] slots) {
        double[] values = distinct.clone();
        Arrays.sort(values);
        int[] place = new int[values.length];
        for (int k = 0; k < values.length; k++) {
            place[slots[slot(values[k], slots, distinct)]] = k;
        }
        for (int i = 0; i < of.length; i++) {
            of[i] = of[i] == MISSING ? MISSING : place[of[i]];
        }
        return new Places(values, of);
    }

    private static int[] free(int size) {
        int[] all = new int[size];
        Arrays.fill(all, MISSING);
        return all;
    }

    /** Where a value is found, or can be put. */
    private static int slot(double value, int[] slots, double[] distinct) {
        long hash = Double.doubleToRawLongBits(value) * 0x9E3779B97F4A7C15L;
        int at = (int) (hash >>> 40) & (slots.length - 1);
        while (slots[at] != MISSING && distinct[slots[at]] != value) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }
}
