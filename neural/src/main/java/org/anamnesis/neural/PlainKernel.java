package org.anamnesis.neural;

/** Loops that Java's compiler turns into vector instructions by itself. */
final class PlainKernel implements Kernel {
    @Override
    public void multiply(Matrix a, Matrix b, Matrix c, boolean add) {
        int depth = a.columns;
        int width = c.columns;
        Matrix rows = b.columnStep == 1 ? b : copy(b);
        for (int i = 0; i < c.rows; i++) {
            int to = c.at(i, 0);
            if (!add) {
                java.util.Arrays.fill(c.cells, to, to + width, 0f);
            }
            int k = 0;
            for (; k + 4 <= depth; k += 4) {
                four(
                        a.cells[a.at(i, k)],
                        a.cells[a.at(i, k + 1)],
                        a.cells[a.at(i, k + 2)],
                        a.cells[a.at(i, k + 3)],
                        rows,
                        k,
                        c.cells,
                        to);
            }
            for (; k < depth; k++) {
                one(a.cells[a.at(i, k)], rows, k, c.cells, to);
            }
        }
    }

    /** Four terms at once read and write the sums a quarter as often, in the same order. */
    private static void four(
            float a0, float a1, float a2, float a3, Matrix b, int k, float[] sums, int to) {
        float[] from = b.cells;
        int b0 = b.at(k, 0);
        int b1 = b.at(k + 1, 0);
        int b2 = b.at(k + 2, 0);
        int b3 = b.at(k + 3, 0);
        for (int j = 0; j < b.columns; j++) {
            float sum = Math.fma(a0, from[b0 + j], sums[to + j]);
            sum = Math.fma(a1, from[b1 + j], sum);
            sum = Math.fma(a2, from[b2 + j], sum);
            sums[to + j] = Math.fma(a3, from[b3 + j], sum);
        }
    }

    private static void one(float a, Matrix b, int k, float[] sums, int to) {
        float[] from = b.cells;
        int at = b.at(k, 0);
        for (int j = 0; j < b.columns; j++) {
            sums[to + j] = Math.fma(a, from[at + j], sums[to + j]);
        }
    }

    private static Matrix copy(Matrix b) {
        Matrix rows = Matrix.zeros(b.rows, b.columns);
        for (int i = 0; i < b.rows; i++) {
            for (int j = 0; j < b.columns; j++) {
                rows.cells[i * b.columns + j] = b.cells[b.at(i, j)];
            }
        }
        return rows;
    }
}
