package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Classifier two-sample test (Lopez-Paz and Oquab 2017, arXiv:1610.06545): boosted trees learn to
 * tell real rows from synthetic ones, and are asked about rows that they have not seen. Five folds,
 * each with as many of both; area under the ROC curve with DeLong's interval.
 */
final class TwoSample {
    private static final int FOLDS = 5;

    private TwoSample() {}

    /**
     * @param real drawn down to the number of synthetic rows, or the other way round
     * @param most rows of each kind that are used
     * @return 0.5: cannot be told apart; 1: always; clearly below 0.5: rows of one table have
     *     doubles in the other
     */
    static Estimate auc(Table real, Table synthetic, int most, SeedTree seeds) {
        int n = Math.min(most, Math.min(real.rows(), synthetic.rows()));
        Table a = real.rows(Sample.of(real.rows(), n, seeds, "two-sample real"));
        Table b = synthetic.rows(Sample.of(synthetic.rows(), n, seeds, "two-sample synthetic"));
        Table all = Sample.stacked(a, b);
        boolean[] made = new boolean[2 * n];
        Arrays.fill(made, n, 2 * n, true);
        double[] scores = new double[2 * n];
        // Both halves are in random order, so every fifth row is a random fold of both kinds.
        IntStream.range(0, FOLDS).parallel().forEach(fold -> score(all, made, fold, scores, seeds));
        return Auc.of(scores, made).estimate();
    }

    private static void score(
            Table all, boolean[] made, int fold, double[] scores, SeedTree seeds) {
        int n = made.length / 2;
        int[] asked = IntStream.range(0, 2 * n).filter(i -> i % n % FOLDS == fold).toArray();
        int[] learned = IntStream.range(0, 2 * n).filter(i -> i % n % FOLDS != fold).toArray();
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
