package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Both kernels against the definition, for shapes that do and do not fill their tiles. */
class KernelTest {
    private static final int[][] SHAPES = {
        {1, 1, 1}, {4, 32, 7}, {5, 33, 8}, {3, 16, 64}, {64, 100, 31}, {7, 5, 1}, {9, 70, 0}
    };

    private static List<Kernel> kernels() {
        return List.of(new PlainKernel(), new VectorKernel());
    }

    @Test
    void everyFormEqualsTheSumInOrderToTheBit() {
        Draws draws = new Draws(1);
        for (Kernel kernel : kernels()) {
            for (int[] s : SHAPES) {
                for (int form = 0; form < 8; form++) {
                    Matrix a = random(draws, s[0], s[2], (form & 1) != 0);
                    Matrix b = random(draws, s[2], s[1], (form & 2) != 0);
                    Matrix c = random(draws, s[0], s[1], false);
                    float[] expected = sums(a, b, c, (form & 4) != 0);
                    kernel.multiply(a, b, c, (form & 4) != 0);
                    assertArrayEquals(expected, c.cells);
                }
            }
        }
    }

    @Test
    void aViewInsideALargerMatrixTouchesNothingElse() {
        for (Kernel kernel : kernels()) {
            Matrix whole = Matrix.zeros(12, 50);
            java.util.Arrays.fill(whole.cells, 9f);
            Draws draws = new Draws(2);
            Matrix a = random(draws, 5, 3, false);
            Matrix b = random(draws, 3, 20, false);
            kernel.multiply(a, b, whole.rows(4, 5).columns(11, 20), false);
            int changed = 0;
            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 50; j++) {
                    boolean inside = i >= 4 && i < 9 && j >= 11 && j < 31;
                    if (!inside) {
                        assertEquals(9f, whole.cells[whole.at(i, j)]);
                    } else if (whole.cells[whole.at(i, j)] != 9f) {
                        changed++;
                    }
                }
            }
            assertEquals(100, changed);
        }
    }

    @Test
    void anotherOrderOfTheSumIsCaught() {
        Draws draws = new Draws(3);
        Matrix a = random(draws, 8, 100, false);
        Matrix b = random(draws, 100, 8, false);
        Matrix back = Matrix.zeros(8, 8);
        float[] forward = sums(a, b, back, false);
        float[] backward = new float[64];
        for (int i = 0; i < 64; i++) {
            for (int k = 99; k >= 0; k--) {
                backward[i] =
                        Math.fma(a.cells[a.at(i / 8, k)], b.cells[b.at(k, i % 8)], backward[i]);
            }
        }
        assertNotEquals(List.of(forward), List.of(backward));
        assertTrue(java.util.Arrays.mismatch(forward, backward) >= 0);
    }

    static Matrix random(Draws draws, int rows, int columns, boolean transposed) {
        Matrix m = transposed ? Matrix.zeros(columns, rows) : Matrix.zeros(rows, columns);
        for (int i = 0; i < m.cells.length; i++) {
            m.cells[i] = (float) draws.normal();
        }
        return transposed ? m.transposed() : m;
    }

    private static float[] sums(Matrix a, Matrix b, Matrix c, boolean add) {
        float[] out = new float[c.rows * c.columns];
        for (int i = 0; i < c.rows; i++) {
            for (int j = 0; j < c.columns; j++) {
                float sum = add ? c.cells[c.at(i, j)] : 0f;
                for (int k = 0; k < a.columns; k++) {
                    sum = Math.fma(a.cells[a.at(i, k)], b.cells[b.at(k, j)], sum);
                }
                out[i * c.columns + j] = sum;
            }
        }
        return out;
    }
}
