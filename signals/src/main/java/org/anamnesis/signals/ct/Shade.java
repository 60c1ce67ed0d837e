package org.anamnesis.signals.ct;

/** Colours a run of pixels of one row of a canvas, each covered in part. */
@FunctionalInterface
interface Shade {
    /**
     * @param row of the canvas
     * @param from first column
     * @param to last column, included
     * @param cover share of each column's pixel that is covered, 0 to 1, by column
     */
    void paint(Canvas canvas, int row, int from, int to, float[] cover);
}
