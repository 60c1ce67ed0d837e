package org.anamnesis.generate;

/**
 * Which part of the moves of each donor an allowance lets through: those with u in [least, most).
 * What comes out rises with u, so that it is one interval.
 *
 * @param least by donor, 0 to 1
 * @param most by donor; equal to {@code least} if nothing is let through
 * @param from least value that may come out; NaN if there is no range
 * @param to greatest
 */
@SuppressWarnings("ArrayRecordComponent") // made for one block, never compared
record Admission(double[] least, double[] most, double from, double to) {
    /** Levels of a category, which never move. */
    static Admission of(Allowance.Levels allowed, int levels) {
        double[] most = new double[levels];
        for (int level : allowed.levels()) {
            if (level >= 0 && level < levels) {
                most[level] = 1;
            }
        }
        return new Admission(new double[levels], most, Double.NaN, Double.NaN);
    }

    /** Share of the moves of a donor that is let through. */
    double share(int donor) {
        return most[donor] - least[donor];
    }

    /** A move that is let through; {@code u} is uniform on [0, 1). */
    double move(int donor, double u) {
        return least[donor] + u * (most[donor] - least[donor]);
    }

    /** What came out, back from beyond the end of the range where a last digit was rounded. */
    double within(double value) {
        return value < from ? from : value > to ? to : value;
    }
}
