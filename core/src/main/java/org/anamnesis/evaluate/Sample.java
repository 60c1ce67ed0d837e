package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/** Draws rows without replacement, in an order that the seed alone decides. */
final class Sample {
    private Sample() {}

    /** The first {@code count} of a random order of 0 to {@code rows} − 1 (Fisher and Yates). */
    static int[] of(int rows, int count, SeedTree seeds, String purpose) {
        int[] order = new int[rows];
        Arrays.setAll(order, i -> i);
        int take = Math.min(rows, count);
        long key = SeedTree.key(seeds.purpose(purpose), rows);
        for (int i = 0; i < take; i++) {
            int j = i + (int) (SeedTree.uniform(key, i) * (rows - i));
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return Arrays.copyOf(order, take);
    }

    /** At most {@code count} of 0 to {@code rows} − 1; all of them in their order if no more. */
    static int[] some(int rows, int count, SeedTree seeds, String purpose) {
        return rows <= count ? IntStream.range(0, rows).toArray() : of(rows, count, seeds, purpose);
    }

    /** Of some rows whose each is. */
    static int[] persons(int[] persons, int[] rows) {
        return Arrays.stream(rows).map(r -> persons[r]).toArray();
    }

    /** At most {@code count} rows of a table; the table itself if it has no more. */
    static Table rows(Table from, int count, SeedTree seeds, String purpose) {
        return from.rows() <= count ? from : from.rows(of(from.rows(), count, seeds, purpose));
    }

    /** One table below the other. */
    static Table stacked(Table first, Table second) {
        int n = first.rows();
        double[][] columns = new double[first.variables().size()][];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = Arrays.copyOf(first.column(k), n + second.rows());
            System.arraycopy(second.column(k), 0, columns[k], n, second.rows());
        }
        double[] weights = new double[n + second.rows()];
        Arrays.fill(weights, 1);
        return new Table(first.variables(), columns, weights);
    }
}
