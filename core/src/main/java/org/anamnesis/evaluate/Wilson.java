package org.anamnesis.evaluate;

/** Interval of a share (Wilson 1927, doi:10.1080/01621459.1927.10502953). */
final class Wilson {
    private Wilson() {}

    /**
     * @param successes of {@code trials}; need not be whole
     * @return the centre of the interval, which lies a little towards a half, and its ends; NaN
     *     without trials
     */
    static Estimate centred(double successes, double trials) {
        if (!(trials > 0)) {
            return Estimate.NONE;
        }
        double z2 = Estimate.Z * Estimate.Z;
        double centre = (successes + z2 / 2) / (trials + z2);
        double spread = Math.max(0, successes * (trials - successes) / trials);
        double error = Estimate.Z / (trials + z2) * Math.sqrt(spread + z2 / 4);
        return new Estimate(centre, Math.max(0, centre - error), Math.min(1, centre + error));
    }

    /** The share itself with Wilson's interval. */
    static Estimate share(double successes, double trials) {
        Estimate centred = centred(successes, trials);
        return new Estimate(successes / trials, centred.low(), centred.high());
    }
}
