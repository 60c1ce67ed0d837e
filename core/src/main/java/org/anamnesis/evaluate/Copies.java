package org.anamnesis.evaluate;

import java.util.Arrays;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Synthetic rows that equal a person's record in every column.
 *
 * @param ofTrain share of synthetic rows that equal a training record
 * @param ofHoldout share that equal a held-out record: what coincidence does in so narrow a table
 * @param excess share beyond coincidence, after scaling it to the number of training people; may be
 *     negative
 * @param excessError standard error of the excess
 * @param twice share of synthetic rows that equal an earlier synthetic row
 */
public record Copies(
        double ofTrain, double ofHoldout, double excess, double excessError, double twice) {
    static Copies of(JudgedTables tables) {
        long[] train = sorted(tables.train());
        long[] holdout = sorted(tables.holdout());
        long[] synthetic = keys(tables.synthetic());
        double n = synthetic.length;
        double a = Arrays.stream(synthetic).filter(k -> Arrays.binarySearch(train, k) >= 0).count();
        double b =
                Arrays.stream(synthetic).filter(k -> Arrays.binarySearch(holdout, k) >= 0).count();
        double scale = (double) train.length / holdout.length;
        // Counts of rare events: their variance is their mean.
        double error = Math.sqrt(a + scale * scale * b) / n;
        return new Copies(
                a / n,
                b / n,
                (a - scale * b) / n,
                error,
                1 - Arrays.stream(synthetic).distinct().count() / n);
    }

    private static long[] sorted(Table table) {
        long[] keys = keys(table);
        Arrays.sort(keys);
        return keys;
    }

    /** 64 bits a row: a chance meeting among a million rows has odds of 1 in 10 million. */
    private static long[] keys(Table table) {
        long[] out = new long[table.rows()];
        for (int k = 0; k < table.variables().size(); k++) {
            double[] column = table.column(k);
            for (int i = 0; i < out.length; i++) {
                double x = column[i];
                long bits = Double.doubleToLongBits(Math.rint(x * 1e6) / 1e6 + 0.0);
                out[i] = SeedTree.key(out[i] ^ bits, k);
            }
        }
        return out;
    }
}
