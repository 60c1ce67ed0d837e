package org.anamnesis.neural;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products by the Vector API: a tile of four rows and two vectors of the result stays in registers
 * while k runs; columns of B are packed two vectors wide.
 */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int VECTOR = LANES.length();
    private static final int WIDE = 2 * VECTOR;
    private static final int HIGH = 4;

    /** What a thread packs into: k × WIDE cells of B, and HIGH × WIDE of a result at the edge. */
    private final ThreadLocal<float[]> panels = ThreadLocal.withInitial(() -> new float[0]);

    private final ThreadLocal<float[]> edges =
            ThreadLocal.withInitial(() -> new float[HIGH * WIDE]);

    @Override
    public void multiply(Matrix a, Matrix b, Matrix c, boolean add) {
        int depth = a.columns;
        float[] panel = panels.get();
        if (panel.length < depth * WIDE) {
            panel = new float[depth * WIDE];
            panels.set(panel);
        }
        float[] edge = edges.get();
        for (int j = 0; j < c.columns; j += WIDE) {
            int wide = Math.min(WIDE, c.columns - j);
            pack(b, j, wide, panel);
            for (int i = 0; i < c.rows; i += HIGH) {
                int high = Math.min(HIGH, c.rows - i);
                if (wide == WIDE) {
                    tile(a, i, high, panel, c.cells, c.at(i, j), c.rowStep, add);
                    continue;
                }
                if (add) {
                    for (int r = 0; r < high; r++) {
                        System.arraycopy(c.cells, c.at(i + r, j), edge, r * WIDE, wide);
                    }
                }
                tile(a, i, high, panel, edge, 0, WIDE, add);
                for (int r = 0; r < high; r++) {
                    System.arraycopy(edge, r * WIDE, c.cells, c.at(i + r, j), wide);
                }
            }
        }
    }

    private static void pack(Matrix b, int from, int wide, float[] panel) {
        if (b.columnStep == 1) {
            for (int k = 0; k < b.rows; k++) {
                System.arraycopy(b.cells, b.at(k, from), panel, k * WIDE, wide);
                if (wide < WIDE) {
                    java.util.Arrays.fill(panel, k * WIDE + wide, (k + 1) * WIDE, 0f);
                }
            }
            return;
        }
        float[] cells = b.cells;
        int step = b.rowStep;
        for (int j = 0; j < WIDE; j++) {
            int at = b.at(0, from + j);
            for (int k = 0; k < b.rows; k++) {
                panel[k * WIDE + j] = j < wide ? cells[at + k * step] : 0f;
            }
        }
    }

    private static void tile(
            Matrix a, int i, int high, float[] panel, float[] c, int at, int step, boolean add) {
        if (high == HIGH) {
            four(a, i, panel, c, at, step, add);
            return;
        }
        for (int r = 0; r < high; r++) {
            one(a, i + r, panel, c, at + r * step, add);
        }
    }

    private static void four(
            Matrix a, int i, float[] panel, float[] c, int at, int step, boolean add) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector s00 = add ? FloatVector.fromArray(LANES, c, at) : zero;
        FloatVector s01 = add ? FloatVector.fromArray(LANES, c, at + VECTOR) : zero;
        FloatVector s10 = add ? FloatVector.fromArray(LANES, c, at + step) : zero;
        FloatVector s11 = add ? FloatVector.fromArray(LANES, c, at + step + VECTOR) : zero;
        FloatVector s20 = add ? FloatVector.fromArray(LANES, c, at + 2 * step) : zero;
        FloatVector s21 = add ? FloatVector.fromArray(LANES, c, at + 2 * step + VECTOR) : zero;
        FloatVector s30 = add ? FloatVector.fromArray(LANES, c, at + 3 * step) : zero;
        FloatVector s31 = add ? FloatVector.fromArray(LANES, c, at + 3 * step + VECTOR) : zero;
        float[] cells = a.cells;
        int next = a.columnStep;
        int a0 = a.at(i, 0);
        int a1 = a.at(i + 1, 0);
        int a2 = a.at(i + 2, 0);
        int a3 = a.at(i + 3, 0);
        int depth = a.columns;
        for (int k = 0; k < depth; k++) {
            FloatVector left = FloatVector.fromArray(LANES, panel, k * WIDE);
            FloatVector right = FloatVector.fromArray(LANES, panel, k * WIDE + VECTOR);
            FloatVector x = FloatVector.broadcast(LANES, cells[a0 + k * next]);
            s00 = x.fma(left, s00);
            s01 = x.fma(right, s01);
            x = FloatVector.broadcast(LANES, cells[a1 + k * next]);
            s10 = x.fma(left, s10);
            s11 = x.fma(right, s11);
            x = FloatVector.broadcast(LANES, cells[a2 + k * next]);
            s20 = x.fma(left, s20);
            s21 = x.fma(right, s21);
            x = FloatVector.broadcast(LANES, cells[a3 + k * next]);
            s30 = x.fma(left, s30);
            s31 = x.fma(right, s31);
        }
        s00.intoArray(c, at);
        s01.intoArray(c, at + VECTOR);
        s10.intoArray(c, at + step);
        s11.intoArray(c, at + step + VECTOR);
        s20.intoArray(c, at + 2 * step);
        s21.intoArray(c, at + 2 * step + VECTOR);
        s30.intoArray(c, at + 3 * step);
        s31.intoArray(c, at + 3 * step + VECTOR);
    }

    private static void one(Matrix a, int i, float[] panel, float[] c, int at, boolean add) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector left = add ? FloatVector.fromArray(LANES, c, at) : zero;
        FloatVector right = add ? FloatVector.fromArray(LANES, c, at + VECTOR) : zero;
        float[] cells = a.cells;
        int from = a.at(i, 0);
        int next = a.columnStep;
        int depth = a.columns;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(LANES, cells[from + k * next]);
            left = x.fma(FloatVector.fromArray(LANES, panel, k * WIDE), left);
            right = x.fma(FloatVector.fromArray(LANES, panel, k * WIDE + VECTOR), right);
        }
        left.intoArray(c, at);
        right.intoArray(c, at + VECTOR);
    }
}
