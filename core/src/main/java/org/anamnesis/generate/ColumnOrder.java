package org.anamnesis.generate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * In which order columns are drawn: first the one that hangs together most with the others, then
 * always the one that hangs together most with any that is there. So a column is drawn soon after
 * those that tell most of it, and the chain of trees between two dependent columns is short.
 */
final class ColumnOrder {
    /** Rows that are looked at: dependence worth an order shows in so many. */
    private static final int ROWS = 4_000;

    private ColumnOrder() {}

    static int[] of(Kept kept) {
        return of(kept, 0);
    }

    /**
     * @param given the first so many columns are there before all others, in their own order
     */
    static int[] of(Kept kept, int given) {
        int p = kept.variables().size();
        double[][] strength = strength(kept);
        boolean[] placed = new boolean[p];
        double[] most = new double[p];
        for (int k = 0; k < p; k++) {
            most[k] = Arrays.stream(strength[k]).sum() / (1 + p);
        }
        int[] order = new int[p];
        for (int at = 0; at < p; at++) {
            int next = at < given ? at : -1;
            for (int k = 0; k < p && at >= given; k++) {
                if (!placed[k] && (next < 0 || most[k] > most[next])) {
                    next = k;
                }
            }
            order[at] = next;
            placed[next] = true;
            for (int k = 0; k < p; k++) {
                most[k] = at == 0 ? strength[k][next] : Math.max(most[k], strength[k][next]);
            }
        }
        return order;
    }

    /** p × p shares of variance that one column's bins explain of the other's, the greater way. */
    private static double[][] strength(Kept kept) {
        int p = kept.variables().size();
        int step = Math.max(1, kept.rows().length / ROWS);
        int[] rows =
                IntStream.range(0, kept.rows().length / step)
                        .map(i -> kept.rows()[i * step])
                        .toArray();
        double[][] explained = new double[p][p];
        IntStream.range(0, p)
                .parallel()
                .forEach(
                        k -> {
                            double[] scores = kept.ranks()[k].scores();
                            int[] where = kept.ranks()[k].where();
                            for (int j = 0; j < p; j++) {
                                if (j != k) {
                                    explained[k][j] = explained(kept, j, rows, scores, where);
                                }
                            }
                        });
        double[][] both = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                both[a][b] = Math.max(explained[a][b], explained[b][a]);
            }
        }
        return both;
    }

    /** Share of the variance of scores between the bins of column j, less what chance explains. */
    private static double explained(Kept kept, int j, int[] rows, double[] scores, int[] where) {
        byte[] code = kept.codes()[j];
        double[] n = new double[kept.bins()[j].count()];
        double[] s = new double[n.length];
        double square = 0;
        for (int row : rows) {
            if (where[row] >= 0) {
                double score = scores[where[row]];
                double w = kept.weights()[row];
                n[code[row]] += w;
                s[code[row]] += w * score;
                square += w * score * score;
            }
        }
        double all = Arrays.stream(n).sum();
        double sum = Arrays.stream(s).sum();
        double spread = square - sum * sum / all;
        if (!(spread > 1e-9 * all)) {
            return 0;
        }
        double between = -sum * sum / all;
        int bins = 0;
        for (int c = 0; c < n.length; c++) {
            between += n[c] > 0 ? s[c] * s[c] / n[c] : 0;
            bins += n[c] > 0 ? 1 : 0;
        }
        return Math.max(0, between / spread - (double) bins / rows.length);
    }
}
