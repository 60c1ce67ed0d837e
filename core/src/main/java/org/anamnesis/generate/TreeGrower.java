package org.anamnesis.generate;

import java.util.Arrays;

/**
 * Grows one conditional tree by histogram splits (CART: Breiman et al. 1984; histograms and sibling
 * subtraction as in gradient boosting libraries). Numbers are split for the least weighted variance
 * of their normal scores, categories for the least weighted Gini impurity; both are the same sum
 * Σ<sub>k</sub> S<sub>k</sub>²/W, to be made large.
 */
final class TreeGrower {
    /**
     * What a tree is grown for.
     *
     * @param score by row, for a number; null for a category
     * @param group by row, level of a category; null for a number
     * @param groups number of levels
     */
    @SuppressWarnings("ArrayRecordComponent") // one value a row, never compared
    record Target(double[] score, int[] group, int groups) {
        /** Sums kept a code: one for a number or a yes/no, else one a level. */
        int channels() {
            return group == null || groups == 2 ? 1 : groups;
        }

        /** What a row adds to the only channel. */
        double value(int row) {
            return group == null ? score[row] : group[row];
        }
    }

    private static final int CODES = Bins.CODES;
    private static final int NONE = -1;

    /**
     * What a split on a sum must gain, as a share of what others must: a sum is one candidate whose
     * direction all rows have settled, where the best of hundreds of splits gains much by chance.
     * As if it were one of them, a weak dependence was cut into two to four pieces, and what goes
     * along with an answer came out too weak (docs/decisions/0014).
     */
    private static final double SUM_GAIN = 0.15;

    /**
     * Rows that settle a direction. Of fewer, a sum has learned people by heart, the more the fewer
     * they are: 360 patients needed four steps of smoothing where one had been enough.
     */
    private static final double SETTLED = 2_000;

    private final byte[][] codes;
    private final int[] columns;
    private final Bins[] bins;
    private final double[] weights;
    private final double[] score;
    private final int[] group;
    private final int channels;
    private final int leaf;
    private final double gainNeeded;

    /** Columns from this number on are sums. */
    private final int firstSum;

    private final double sumGain;

    private int root = NONE;

    private final int[] rows;
    private final int[] spare;

    private final NodeSums sums;

    private int[] nodeColumn = new int[64];
    private long[] nodeLeft = new long[64];
    private int[] nodeFirst = new int[64];
    private int[] nodeEnd = new int[64];
    private int nodes;

    private int bestColumn;
    private double bestMerit;
    private long bestLeft;
    private final double[] keys = new double[CODES];
    private final int[] order = new int[CODES];

    /**
     * @param codes codes by column and row
     * @param columns which columns may be asked
     * @param bins by column: how many codes, and whether in order (numbers) or not (categories)
     * @param weights by row
     * @param target what to split for
     * @param rows who has the target; reordered here
     * @param leaf least number of donors in a leaf
     * @param gainNeeded least gain of a split as a share of the root's variance
     * @param firstSum columns from this number on are sums; they are asked last
     */
    TreeGrower(
            byte[][] codes,
            int[] columns,
            Bins[] bins,
            double[] weights,
            Target target,
            int[] rows,
            int leaf,
            double gainNeeded,
            int firstSum) {
        this.codes = codes;
        this.columns = columns;
        this.bins = bins;
        this.weights = weights;
        this.score = target.score();
        this.group = target.group();
        this.channels = target.channels();
        this.leaf = leaf;
        this.rows = rows;
        this.spare = new int[rows.length];
        this.sums = new NodeSums(codes, columns, bins, weights, target, rows);
        this.gainNeeded = gainNeeded;
        this.firstSum = firstSum;
        this.sumGain = Math.min(1, SUM_GAIN * Math.max(1, SETTLED / Math.max(1, rows.length)));
    }

    /** The root asks this column, if both sides are large enough, whatever it gains. */
    TreeGrower asking(int column) {
        root = column;
        return this;
    }

    /**
     * Grows the tree.
     *
     * @param donors which donor each row is
     * @param known what is known of all rows already, see {@link NodeSums}; empty if nothing is
     */
    Tree grow(int[] donors, double[] known) {
        double[] root = known.length > 0 ? known : sums.of(rows, 0, rows.length);
        nodes = 1;
        split(0, 0, rows.length, root, gainNeeded * spread(0, rows.length));
        int[] leafDonors = new int[rows.length];
        double[] cumulative = new double[rows.length];
        for (int node = 0; node < nodes; node++) {
            if (nodeColumn[node] < 0) {
                double sum = 0;
                for (int i = nodeFirst[node]; i < nodeEnd[node]; i++) {
                    sum += weights[rows[i]];
                    cumulative[i] = sum;
                    leafDonors[i] = donors[rows[i]];
                }
            }
        }
        return new Tree(
                Arrays.copyOf(nodeColumn, nodes),
                Arrays.copyOf(nodeLeft, nodes),
                Arrays.copyOf(nodeFirst, nodes),
                Arrays.copyOf(nodeEnd, nodes),
                leafDonors,
                cumulative);
    }

    private void split(int node, int from, int to, double[] known, double needed) {
        nodeColumn[node] = NONE;
        nodeFirst[node] = from;
        nodeEnd[node] = to;
        if (to - from < 2 * leaf || !((node == 0 && findRoot(known)) || findSplit(known, needed))) {
            sums.done(known);
            return;
        }
        int column = bestColumn;
        long goesLeft = bestLeft;
        int middle = partition(column, goesLeft, from, to);
        boolean leftIsSmall = middle - from <= to - middle;
        double[] small = sums.of(rows, leftIsSmall ? from : middle, leftIsSmall ? middle : to);
        for (int k = 0; k < known.length; k++) {
            known[k] -= small[k];
        }
        int child = nodes;
        nodes += 2;
        reserve();
        nodeColumn[node] = column;
        nodeLeft[node] = goesLeft;
        nodeFirst[node] = child;
        split(child, from, middle, leftIsSmall ? small : known, needed);
        split(child + 1, middle, to, leftIsSmall ? known : small, needed);
    }

    /** Finds the best split of a node; true if one gains more than {@code needed}. */
    private boolean findSplit(double[] known, double needed) {
        double[] total = total(known);
        bestColumn = NONE;
        double now = merit(total, total.length);
        bestMerit = now + needed;
        double[] left = new double[total.length];
        for (int f = 0; f < columns.length; f++) {
            if (columns[f] >= firstSum && bestColumn < 0) {
                bestMerit = now + sumGain * needed;
            }
            look(f, known, total, left);
        }
        return bestColumn >= 0;
    }

    /** Splits by the column that the root must ask; false if there is none, or a side is small. */
    private boolean findRoot(double[] known) {
        double[] total = total(known);
        bestColumn = NONE;
        bestMerit = Double.NEGATIVE_INFINITY;
        for (int f = 0; f < columns.length; f++) {
            if (columns[f] == root) {
                look(f, known, total, new double[total.length]);
            }
        }
        return bestColumn >= 0;
    }

    private double[] total(double[] known) {
        int width = channels + 2;
        double[] total = new double[width];
        if (columns.length > 0) { // the first column's codes hold all rows of the node
            for (int at = 0; at < bins[columns[0]].count() * width; at++) {
                total[at % width] += known[at];
            }
        }
        return total;
    }

    private void look(int f, double[] known, double[] total, double[] left) {
        Bins codes = bins[columns[f]];
        int base = sums.offset(f);
        if (codes.ordered() && channels == 1) {
            scan(columns[f], known, base, codes.count(), total[0], total[1], total[2]);
        } else {
            scanAny(columns[f], known, base, codes, total, left);
        }
    }

    /** The hot loop: one sum a code, codes in order. */
    private void scan(
            int column, double[] known, int base, int codes, double n, double w, double s) {
        double leftN = 0;
        double leftW = 0;
        double leftS = 0;
        double best = bestMerit;
        double enough = leaf - 0.5;
        for (int c = 0, at = base; c < codes; c++, at += 3) {
            double here = known[at];
            if (here < 0.5) {
                continue;
            }
            leftN += here;
            leftW += known[at + 1];
            leftS += known[at + 2];
            if (leftN < enough) {
                continue;
            }
            if (n - leftN < enough) {
                break;
            }
            double rest = s - leftS;
            double found = leftS * leftS / leftW + rest * rest / (w - leftW);
            if (found > best) {
                best = found;
                bestColumn = column;
                // Codes that this node has not seen go with the neighbours below them.
                bestLeft = upTo(c);
            }
        }
        bestMerit = best;
    }

    /**
     * Several sums a code, or codes without an order, which are put in the order of their means.
     */
    private void scanAny(
            int column, double[] known, int base, Bins codes, double[] total, double[] left) {
        int width = total.length;
        int present = 0;
        for (int c = 0; c < codes.count(); c++) {
            if (known[base + c * width] > 0.5) {
                order[present++] = c;
            }
        }
        if (!codes.ordered()) {
            sortByMean(known, base, width, present, total);
        }
        Arrays.fill(left, 0);
        long mask = 0;
        long seen = 0;
        for (int p = 0; p < present; p++) {
            seen |= 1L << order[p];
        }
        for (int p = 0; p < present - 1; p++) {
            int at = base + order[p] * width;
            mask |= 1L << order[p];
            for (int k = 0; k < width; k++) {
                left[k] += known[at + k];
            }
            if (left[0] < leaf - 0.5) {
                continue;
            }
            if (total[0] - left[0] < leaf - 0.5) {
                break;
            }
            double found = merit(left, width) + restMerit(total, left, width);
            if (found > bestMerit) {
                bestMerit = found;
                bestColumn = column;
                // levels that this node has not seen go with the heavier side
                long unseen = left[1] > total[1] / 2 ? ~seen : 0;
                bestLeft = codes.ordered() ? upTo(order[p]) : mask | unseen;
            }
        }
    }

    private static long upTo(int code) {
        return code == 63 ? -1L : (1L << (code + 1)) - 1;
    }

    private void sortByMean(double[] known, int base, int width, int present, double[] total) {
        int channel = 2;
        for (int k = 3; k < width; k++) {
            if (total[k] > total[channel]) {
                channel = k;
            }
        }
        for (int p = 0; p < present; p++) {
            int at = base + order[p] * width;
            keys[order[p]] = known[at + channel] / Math.max(1e-300, known[at + 1]);
        }
        for (int p = 1; p < present; p++) { // few levels: insertion sort, stable
            int c = order[p];
            int q = p - 1;
            while (q >= 0 && keys[order[q]] > keys[c]) {
                order[q + 1] = order[q];
                q--;
            }
            order[q + 1] = c;
        }
    }

    private static double merit(double[] s, int width) {
        if (s[1] <= 0) {
            return 0;
        }
        double sum = 0;
        for (int k = 2; k < width; k++) {
            sum += s[k] * s[k];
        }
        return sum / s[1];
    }

    private static double restMerit(double[] total, double[] left, int width) {
        double w = total[1] - left[1];
        if (w <= 0) {
            return 0;
        }
        double sum = 0;
        for (int k = 2; k < width; k++) {
            double s = total[k] - left[k];
            sum += s * s;
        }
        return sum / w;
    }

    /**
     * Weighted sum of squares about the mean over rows {@code from} to {@code to - 1}: what splits
     * reduce.
     */
    private double spread(int from, int to) {
        double w = 0;
        double square = 0;
        double[] sum = new double[channels];
        for (int i = from; i < to; i++) {
            int row = rows[i];
            w += weights[row];
            if (group == null) {
                sum[0] += weights[row] * score[row];
                square += weights[row] * score[row] * score[row];
            } else if (channels == 1) {
                sum[0] += weights[row] * group[row];
                square += weights[row] * group[row];
            } else {
                sum[group[row]] += weights[row];
                square += weights[row];
            }
        }
        for (double s : sum) {
            square -= s * s / w;
        }
        return Math.max(square, 0) + 1e-12 * w;
    }

    /**
     * Stable: rows that go left first, each side in its old order, so that the tree does not depend
     * on history.
     */
    private int partition(int column, long goesLeft, int from, int to) {
        byte[] code = codes[column];
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) { // without a branch, which nobody could foresee
            int row = rows[i];
            int goes = (int) (goesLeft >>> code[row]) & 1;
            rows[left] = row;
            spare[right] = row;
            left += goes;
            right += 1 - goes;
        }
        System.arraycopy(spare, 0, rows, left, right);
        return left;
    }

    private void reserve() {
        if (nodes > nodeColumn.length) {
            int bigger = nodeColumn.length * 2;
            nodeColumn = Arrays.copyOf(nodeColumn, bigger);
            nodeLeft = Arrays.copyOf(nodeLeft, bigger);
            nodeFirst = Arrays.copyOf(nodeFirst, bigger);
            nodeEnd = Arrays.copyOf(nodeEnd, bigger);
        }
    }
}
