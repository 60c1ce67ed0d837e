package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Classifier two-sample test (Lopez-Paz and Oquab 2017, arXiv:1610.06545): boosted trees learn to
 * tell real rows from synthetic ones, and are asked about rows that they have not seen. Five folds,
 * each with as many of both; area under the ROC curve with DeLong's interval. Rows of one person
 * are of one fold: trees that had learned her other rows would know her, not her kind. The interval
 * takes rows as independent, so it is too narrow where persons have several.
 */
final class TwoSample {
    private static final int FOLDS = 5;

    private TwoSample() {}

    /** A table and, by row, whose it is. */
    @SuppressWarnings("ArrayRecordComponent") // many rows, never compared
    record Side(Table table, int[] persons) {
        /** Each row is somebody else's. */
        static Side of(Table table) {
            return new Side(table, IntStream.range(0, table.rows()).toArray());
        }

        /** By row of some, the fold of its person, in the order in which the persons come. */
        private int[] folds(int[] rows) {
            Map<Integer, Integer> place = new HashMap<>();
            for (int r : rows) {
                place.putIfAbsent(persons[r], place.size());
            }
            return Arrays.stream(rows).map(r -> place.get(persons[r]) % FOLDS).toArray();
        }
    }

    /**
     * @param real drawn down to the number of synthetic rows, or the other way round
     * @param most rows of each kind that are used
     * @return 0.5: cannot be told apart; 1: always; clearly below 0.5: rows of one table have
     *     doubles in the other
     */
    static Estimate auc(Side real, Side synthetic, int most, SeedTree seeds) {
        int n = Math.min(most, Math.min(real.table.rows(), synthetic.table.rows()));
        int[] a = Sample.of(real.table.rows(), n, seeds, "two-sample real");
        int[] b = Sample.of(synthetic.table.rows(), n, seeds, "two-sample synthetic");
        Table all = Sample.stacked(real.table.rows(a), synthetic.table.rows(b));
        int[] folds = Arrays.copyOf(real.folds(a), 2 * n);
        System.arraycopy(synthetic.folds(b), 0, folds, n, n);
        boolean[] made = new boolean[2 * n];
        Arrays.fill(made, n, 2 * n, true);
        double[] scores = new double[2 * n];
        // Both halves are in random order, so every fifth person is a random fold of both kinds.
        IntStream.range(0, FOLDS)
                .parallel()
                .forEach(fold -> score(all, made, folds, fold, scores, seeds));
        return Auc.of(scores, made).estimate();
    }

    private static void score(
            Table all, boolean[] made, int[] folds, int fold, double[] scores, SeedTree seeds) {
        int[] asked = IntStream.range(0, made.length).filter(i -> folds[i] == fold).toArray();
        int[] learned = IntStream.range(0, made.length).filter(i -> folds[i] != fold).toArray();
        boolean[] labels = new boolean[learned.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = made[learned[i]];
        }
        Boosting model =
                Boosting.fit(
                        all.rows(learned),
                        Loss.logistic(labels),
                        Boosting.Settings.TELL_APART.forRows(learned.length),
                        seeds);
        double[] found = model.scores(all.rows(asked))[0];
        for (int i = 0; i < asked.length; i++) {
            scores[asked[i]] = found[i];
        }
    }
}
