package org.anamnesis.generate.dp;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One column as the model knows it: shares of its cells, and the groups of cells by which it hangs
 * together with others; within a group it does not.
 *
 * @param coding values and cells
 * @param shares by cell, together 1
 * @param group by cell, 0 to groups − 1
 * @param groups how many
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
record Margin(Coding coding, double[] shares, int[] group, int groups) {
    /**
     * Groups the cells: neighbours of a number so that the groups have as many people each, the
     * most frequent levels of a category on their own and the others together, missing values on
     * their own.
     *
     * @param most groups
     * @param seen share above which missing values are told from noise
     */
    static Margin of(Coding coding, double[] shares, int most, double seen) {
        int missing = coding.missing();
        int[] group = new int[shares.length];
        boolean own = shares[missing] > seen;
        int rest = Math.max(1, own ? most - 1 : most);
        int used =
                coding.variable().isCategory()
                        ? levels(shares, rest, group)
                        : neighbours(shares, rest, group);
        group[missing] = own ? used : 0;
        return new Margin(coding, shares, group, own ? used + 1 : used);
    }

    private static int levels(double[] shares, int most, int[] group) {
        int levels = shares.length - 1;
        int[] order =
                IntStream.range(0, levels)
                        .boxed()
                        .sorted((a, b) -> Double.compare(shares[b], shares[a]))
                        .mapToInt(i -> i)
                        .toArray();
        int used = 1;
        for (int at = 0; at < levels; at++) {
            boolean empty = shares[order[at]] == 0;
            group[order[at]] = Math.min(at, most - 1);
            if (empty) {
                group[order[at]] = used - 1;
            }
            used = Math.max(used, group[order[at]] + 1);
        }
        return used;
    }

    private static int neighbours(double[] shares, int most, int[] group) {
        int cells = shares.length - 1;
        double all = Arrays.stream(shares, 0, cells).sum();
        double below = 0;
        int used = 1;
        double start = 0;
        for (int i = 0; i < cells; i++) {
            // a cell that would take a group past its part begins the next
            double part = (all - start) / (most - used + 1);
            if (below > start && used < most && below + shares[i] / 2 - start > part) {
                used++;
                start = below;
            }
            group[i] = used - 1;
            below += shares[i];
        }
        return used;
    }

    /** Shares of the groups. */
    double[] ofGroups() {
        double[] out = new double[groups];
        for (int i = 0; i < shares.length; i++) {
            out[group[i]] += shares[i];
        }
        return out;
    }

    void write(DataOutput out) throws IOException {
        coding.write(out);
        out.writeInt(groups);
        for (int i = 0; i < shares.length; i++) {
            out.writeDouble(shares[i]);
            out.writeInt(group[i]);
        }
    }

    /**
     * @param coding read before
     */
    static Margin read(Coding coding, DataInput in) throws IOException {
        int groups = in.readInt();
        int cells = coding.cells();
        if (groups < 1 || groups > cells) {
            throw new IOException(groups + " groups of " + cells + " cells");
        }
        double[] shares = new double[cells];
        int[] group = new int[cells];
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            shares[i] = share(in);
            group[i] = in.readInt();
            if (group[i] < 0 || group[i] >= groups) {
                throw new IOException("group " + group[i]);
            }
            sum += shares[i];
        }
        if (!(sum > 0)) {
            throw new IOException("a column without values");
        }
        return new Margin(coding, shares, group, groups);
    }

    static double share(DataInput in) throws IOException {
        double share = in.readDouble();
        if (!(share >= 0 && share <= 1 + 1e-9)) {
            throw new IOException("a share of " + share);
        }
        return share;
    }
}
