package org.anamnesis.export;

import java.util.Arrays;
import java.util.List;

/**
 * Rows of one table as vectors of doubles, NaN where missing, and texts that are no names of a
 * list; refilled for every block.
 */
public final class Rows {
    private final double[][] vectors;
    private List<String> texts = List.of();
    private int count;

    public Rows(TableSchema schema) {
        vectors = new double[schema.vectors()][0];
    }

    /** Empties the table and makes room for so many rows. */
    public void clear(int capacity) {
        count = 0;
        if (vectors[0].length < capacity) {
            Arrays.setAll(vectors, k -> new double[capacity]);
        }
    }

    /** Sets the number of rows, after the vectors were filled. */
    public void fill(int rows) {
        if (rows < 0 || rows > vectors[0].length) {
            throw new IllegalArgumentException(rows + " rows of " + vectors[0].length);
        }
        count = rows;
    }

    /** Says what the indices of columns of {@link Column.Text} mean, until the next rows. */
    public void texts(List<String> of) {
        texts = List.copyOf(of);
    }

    /** The text that an index stands for. */
    public String text(int index) {
        return texts.get(index);
    }

    public int count() {
        return count;
    }

    /** Valid up to {@link #count}; invalid after the next {@link #clear}. */
    public double[] vector(int k) {
        return vectors[k];
    }
}
