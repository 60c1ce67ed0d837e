package org.anamnesis.learn.sample;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows that are alike in all shares asked make a cell; how many are taken of each cell is a whole
 * number such that every share is met to the row.
 */
final class Cellwise {
    /** Cell by row. */
    final int[] of;

    /** Rows to take, by cell. */
    final int[] take;

    /**
     * @param shares 0 or 1 by share and row
     * @param weights sum to 1
     * @param wanted rows of each share
     * @param n rows to take in all
     */
    Cellwise(double[][] shares, double[] weights, int[] wanted, int n) {
        of = new int[weights.length];
        Map<String, Integer> cells = new LinkedHashMap<>();
        for (int i = 0; i < of.length; i++) {
            char[] sign = new char[shares.length];
            for (int s = 0; s < sign.length; s++) {
                sign[s] = shares[s][i] > 0 ? '1' : '0';
            }
            Integer cell = cells.putIfAbsent(new String(sign), cells.size());
            of[i] = cell == null ? cells.size() - 1 : cell;
        }
        String[] signs = cells.keySet().toArray(String[]::new);
        double[] ideal = new double[signs.length];
        for (int i = 0; i < of.length; i++) {
            ideal[of[i]] += n * weights[i];
        }
        take = largestRemainder(ideal, n);
        meet(signs, ideal, wanted);
    }

    private static int[] largestRemainder(double[] ideal, int n) {
        int[] take = new int[ideal.length];
        int left = n;
        for (int c = 0; c < take.length; c++) {
            take[c] = (int) Math.floor(ideal[c]);
            left -= take[c];
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int c = 1; c < take.length; c++) {
                most = ideal[c] - take[c] > ideal[most] - take[most] ? c : most;
            }
            take[most]++;
        }
        return take;
    }

    /** Moves single rows between cells as long as that brings the shares nearer. */
    private void meet(String[] signs, double[] ideal, int[] wanted) {
        int[] off = new int[wanted.length];
        for (int s = 0; s < off.length; s++) {
            off[s] = -wanted[s];
            for (int c = 0; c < take.length; c++) {
                off[s] += signs[c].charAt(s) == '1' ? take[c] : 0;
            }
        }
        boolean better = true;
        while (better && Arrays.stream(off).anyMatch(o -> o != 0)) {
            better = false;
            int bestFrom = 0;
            int bestTo = 0;
            double best = 0;
            for (int from = 0; from < take.length; from++) {
                for (int to = 0; take[from] > 0 && to < take.length; to++) {
                    double gain = 0;
                    for (int s = 0; s < off.length; s++) {
                        int moved = signs[to].charAt(s) - signs[from].charAt(s);
                        gain += Math.abs(off[s]) - Math.abs(off[s] + moved);
                    }
                    // of moves that help as much, the one that leaves the ideal least
                    double drift = take[to] - ideal[to] - (take[from] - ideal[from]);
                    double value = gain - 1e-6 * drift;
                    if (gain > 0.5 && value > best) {
                        best = value;
                        bestFrom = from;
                        bestTo = to;
                        better = true;
                    }
                }
            }
            if (better) {
                take[bestFrom]--;
                take[bestTo]++;
                for (int s = 0; s < off.length; s++) {
                    off[s] += signs[bestTo].charAt(s) - signs[bestFrom].charAt(s);
                }
            }
        }
    }
}
