package org.anamnesis.generate;

/**
 * How finely trees look.
 *
 * @param leaf least number of people in a leaf of numbers; a leaf of categories has twice as many,
 *     because its shares are read off, not smoothed by rank noise
 * @param gain least gain of a split of a number as a share of the whole variance
 * @param categoryGain the same of a category and its impurity
 * @param predictors most columns that a tree may ask
 * @param scaled whether these are chosen for a category by its own variance, see {@link Screening}
 */
record TreeSize(int leaf, double gain, double categoryGain, int predictors, boolean scaled) {
    /**
     * Attacks on membership came to an AUC of 0.527 with it on NHANES (one draw). Smaller leaves
     * were not tried here; a reference in Python leaked more with them (0.538 at 10).
     */
    private static final int USUAL = 20;

    /** A small table has about so many leaves of numbers: they shrink with it. */
    private static final int LEAVES = 15;

    private static final int LEAST = 5;

    /**
     * A split whose χ² is below 6 is noise and only learns people by heart. In a small table the
     * best of hundreds of splits by chance gains more, which smoothing looks after: 400 people with
     * kidney disease (UCI 336, mean of six draws) were told apart from their trees' rows with AUC
     * 0.797 when leaves alone grew until membership fell to 0.518, with 0.603 at 0.516 when 20 was
     * asked of splits.
     */
    private static final double NOISE = 6;

    private static final double FINEST = 5e-4;

    /** More were not tried; all 30 of NHANES were better than the best 24. */
    private static final int PREDICTORS = 32;

    /**
     * For a model that is kept.
     *
     * @param people rows of the table
     * @param smoothing each step doubles what a split must gain, every second one the leaf
     * @param effort scales the number of columns that a tree may ask
     */
    static TreeSize kept(int people, int smoothing, double effort) {
        int leaf = Math.max(LEAST, Math.min(USUAL, people / LEAVES));
        double gain = NOISE * (1L << Math.min(29, smoothing)) / Math.max(1, people);
        return new TreeSize(
                (int) Math.min(1 << 29, (long) leaf << Math.min(29, (smoothing + 1) / 2)),
                gain,
                Math.max(FINEST, gain),
                (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(PREDICTORS * effort))),
                true);
    }
}
