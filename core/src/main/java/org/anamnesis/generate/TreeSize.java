package org.anamnesis.generate;

/**
 * How finely trees look.
 *
 * @param leaf least number of people in a leaf of numbers; a leaf of categories has twice as many,
 *     because its shares are read off, not smoothed by rank noise
 * @param gain least gain of a split of a number as a share of the whole variance
 * @param categoryGain the same of a category and its impurity
 * @param predictors most columns that a tree may ask
 */
record TreeSize(int leaf, double gain, double categoryGain, int predictors) {
    /**
     * Attacks on membership came to an AUC of 0.527 with it on NHANES (one draw). Smaller leaves
     * were not tried here; a reference in Python leaked more with them (0.538 at 10).
     */
    private static final int USUAL = 20;

    /** A small table has about so many leaves of numbers: they shrink with it. */
    private static final int LEAVES = 15;

    private static final int LEAST = 5;

    /** A split that gains less than χ² of about 6 is noise; the share is never asked below. */
    private static final double NOISE = 6;

    private static final double FINEST = 5e-4;

    /** More were not tried; all 30 of NHANES were better than the best 24. */
    private static final int PREDICTORS = 32;

    /**
     * For a model that is kept.
     *
     * @param people rows of the table
     * @param smoothing each step doubles the leaf
     * @param effort scales the number of columns that a tree may ask
     */
    static TreeSize kept(int people, int smoothing, double effort) {
        int leaf = Math.max(LEAST, Math.min(USUAL, people / LEAVES));
        return new TreeSize(
                (int) Math.min(1 << 29, (long) leaf << Math.min(29, smoothing)),
                0,
                Math.max(FINEST, NOISE / Math.max(1, people)),
                (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(PREDICTORS * effort))));
    }
}
