package org.anamnesis.learn;

/** People write simple numbers into formulas. */
final class Roundest {
    private Roundest() {}

    /**
     * The number of an interval with the fewest significant digits; of several, the nearest to the
     * middle.
     */
    static double within(double low, double high) {
        if (low <= 0 && high >= 0) {
            return 0;
        }
        if (high < 0) {
            return -within(-high, -low);
        }
        for (int power = (int) Math.floor(Math.log10(high)); power > -320; power--) {
            double unit = Math.pow(10, power);
            double middle = Math.rint((low + high) / 2 / unit);
            double first = Math.ceil(low / unit);
            double last = Math.floor(high / unit);
            if (first <= last) {
                double chosen = Math.max(first, Math.min(last, middle));
                // dividing gives 0.1 where multiplying gives 0.1000…01
                return power < 0 ? chosen / Math.pow(10, -power) : chosen * unit;
            }
        }
        return (low + high) / 2;
    }
}
