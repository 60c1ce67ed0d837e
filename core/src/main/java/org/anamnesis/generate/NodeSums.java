package org.anamnesis.generate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What a node of a growing tree knows of its rows: per column that may be asked and per code, how
 * many there are, their weight, and their weighted sum of each channel of the target.
 *
 * <p>The order in which rows are added is fixed, for sums of floating-point numbers depend on it,
 * and splits on sums. Two columns are added up at once: what one waits for, the other fills.
 */
final class NodeSums {
    private final byte[][] codes;
    private final int[] offsets;
    private final int channels;
    private final int size;

    /** By row. */
    private final double[] weights;

    /** By row: weight times value of the only channel; empty with several channels. */
    private final double[] added;

    /** By row: channel; null with one channel. */
    private final int[] group;

    /** Of the rows of a node, one after the other. */
    private final double[] nodeWeights;

    private final double[] nodeAdded;

    /** Of nodes that are done. */
    private final Deque<double[]> free = new ArrayDeque<>();

    NodeSums(
            byte[][] codes,
            int[] columns,
            Bins[] bins,
            double[] weights,
            TreeGrower.Target target,
            int[] rows) {
        this.codes = new byte[columns.length][];
        this.offsets = new int[columns.length];
        this.channels = target.channels();
        this.weights = weights;
        this.group = channels == 1 ? null : target.group();
        int next = 0;
        for (int f = 0; f < columns.length; f++) {
            this.codes[f] = codes[columns[f]];
            offsets[f] = next;
            next += bins[columns[f]].count() * (channels + 2);
        }
        this.size = next;
        this.nodeWeights = new double[rows.length];
        this.nodeAdded = new double[channels == 1 ? rows.length : 0];
        this.added = new double[channels == 1 ? weights.length : 0];
        if (channels == 1) {
            for (int row : rows) {
                added[row] = weights[row] * target.value(row);
            }
        }
    }

    /** Where the sums of a column begin; it takes as many codes as it has. */
    int offset(int f) {
        return offsets[f];
    }

    /** Those of rows {@code from} to {@code to - 1}. */
    double[] of(int[] rows, int from, int to) {
        double[] sums = free.isEmpty() ? new double[size] : free.pop();
        for (int i = from; i < to; i++) {
            nodeWeights[i - from] = weights[rows[i]];
        }
        if (channels > 1) {
            for (int f = 0; f < codes.length; f++) {
                addGroups(sums, f, rows, from, to);
            }
            return sums;
        }
        for (int i = from; i < to; i++) {
            nodeAdded[i - from] = added[rows[i]];
        }
        int f = 0;
        for (; f + 1 < codes.length; f += 2) {
            addPair(sums, f, rows, from, to);
        }
        if (f < codes.length) {
            addOne(sums, f, rows, from, to);
        }
        return sums;
    }

    /** Of what is known of all columns, that of some, side by side. */
    double[] some(double[] sums, int[] chosen) {
        double[] some = new double[size];
        int next = 0;
        for (int f : chosen) {
            int end = f + 1 < offsets.length ? offsets[f + 1] : size;
            System.arraycopy(sums, offsets[f], some, next, end - offsets[f]);
            next += end - offsets[f];
        }
        return Arrays.copyOf(some, next);
    }

    /** No longer needed. */
    void done(double[] sums) {
        Arrays.fill(sums, 0);
        free.push(sums);
    }

    private void addPair(double[] sums, int f, int[] rows, int from, int to) {
        byte[] codesA = codes[f];
        byte[] codesB = codes[f + 1];
        int baseA = offsets[f];
        int baseB = offsets[f + 1];
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int a = baseA + codesA[row] * 3;
            int b = baseB + codesB[row] * 3;
            double w = nodeWeights[i - from];
            double v = nodeAdded[i - from];
            sums[a]++;
            sums[b]++;
            sums[a + 1] += w;
            sums[b + 1] += w;
            sums[a + 2] += v;
            sums[b + 2] += v;
        }
    }

    private void addOne(double[] sums, int f, int[] rows, int from, int to) {
        byte[] code = codes[f];
        int base = offsets[f];
        for (int i = from; i < to; i++) {
            int at = base + code[rows[i]] * 3;
            sums[at]++;
            sums[at + 1] += nodeWeights[i - from];
            sums[at + 2] += nodeAdded[i - from];
        }
    }

    private void addGroups(double[] sums, int f, int[] rows, int from, int to) {
        byte[] code = codes[f];
        int base = offsets[f];
        int width = channels + 2;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int at = base + code[row] * width;
            double w = nodeWeights[i - from];
            sums[at]++;
            sums[at + 1] += w;
            sums[at + 2 + group[row]] += w;
        }
    }
}
