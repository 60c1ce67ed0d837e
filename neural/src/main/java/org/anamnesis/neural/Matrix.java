package org.anamnesis.neural;

/**
 * A view of a matrix of floats inside an array: cell (i, j) lies at {@code start + i × rowStep + j
 * × columnStep}.
 */
final class Matrix {
    final float[] cells;
    final int start;
    final int rows;
    final int columns;
    final int rowStep;
    final int columnStep;

    private Matrix(float[] cells, int start, int rows, int columns, int rowStep, int columnStep) {
        this.cells = cells;
        this.start = start;
        this.rows = rows;
        this.columns = columns;
        this.rowStep = rowStep;
        this.columnStep = columnStep;
    }

    /** A new matrix of zeros. */
    static Matrix zeros(int rows, int columns) {
        return new Matrix(
                new float[Math.multiplyExact(rows, columns)], 0, rows, columns, columns, 1);
    }

    /** Rows one after the other, from {@code start} on. */
    static Matrix in(float[] cells, int start, int rows, int columns) {
        return new Matrix(cells, start, rows, columns, columns, 1);
    }

    /** The same cells, rows for columns. */
    Matrix transposed() {
        return new Matrix(cells, start, columns, rows, columnStep, rowStep);
    }

    /** Rows {@code from} to {@code from + count - 1}. */
    Matrix rows(int from, int count) {
        return new Matrix(cells, start + from * rowStep, count, columns, rowStep, columnStep);
    }

    /** Columns {@code from} to {@code from + count - 1}. */
    Matrix columns(int from, int count) {
        return new Matrix(cells, start + from * columnStep, rows, count, rowStep, columnStep);
    }

    /** Where cell (i, j) lies. */
    int at(int i, int j) {
        return start + i * rowStep + j * columnStep;
    }
}
