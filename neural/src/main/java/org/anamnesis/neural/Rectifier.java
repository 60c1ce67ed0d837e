package org.anamnesis.neural;

/** The leaky rectifier and dropout: each cell is multiplied by a slope that is kept. */
final class Rectifier {
    private Rectifier() {}

    /**
     * x ← x·m, where m = 1 above 0 and {@code slope} below.
     *
     * @param x contiguous
     * @param masks as many cells as x; receives m
     */
    static void apply(Matrix x, Matrix masks, float slope) {
        int n = x.rows * x.columns;
        for (int i = 0; i < n; i++) {
            float m = x.cells[x.start + i] > 0 ? 1f : slope;
            masks.cells[masks.start + i] = m;
            x.cells[x.start + i] *= m;
        }
    }

    /** The same for those who do not go back. */
    static void apply(Matrix x, float slope) {
        int n = x.rows * x.columns;
        for (int i = x.start; i < x.start + n; i++) {
            x.cells[i] = Math.max(x.cells[i], slope * x.cells[i]);
        }
    }

    /**
     * Sets each cell to 0 with chance {@code rate} and multiplies the others by 1 / (1 − rate), in
     * x and in its masks (Srivastava et al. 2014).
     */
    static void drop(Matrix x, Matrix masks, double rate, Draws draws) {
        if (rate <= 0) {
            return;
        }
        float kept = (float) (1 / (1 - rate));
        int n = x.rows * x.columns;
        for (int i = 0; i < n; i++) {
            float m = draws.uniform() < rate ? 0f : kept;
            masks.cells[masks.start + i] *= m;
            x.cells[x.start + i] *= m;
        }
    }

    /** dx ← dx·m. */
    static void back(Matrix dx, Matrix masks) {
        int n = dx.rows * dx.columns;
        for (int i = 0; i < n; i++) {
            dx.cells[dx.start + i] *= masks.cells[masks.start + i];
        }
    }
}
