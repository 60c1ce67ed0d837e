package org.anamnesis.learn;

import java.util.List;

/**
 * How fine the times of day of a column are: where all are whole minutes, whole hours or midnight,
 * made ones are too.
 */
final class ClockTimes {
    /** Cells that must show it; fewer may all be whole hours by chance. */
    private static final int LEAST = 20;

    private static final List<String> FINEST_FIRST = List.of("ss", "mm", "HH");

    private ClockTimes() {}

    /**
     * The format with zeros in the place of the parts that are zero in all cells that it reads, the
     * finest first.
     *
     * @param cells distinct texts of the column
     */
    static DateFormat coarsest(DateFormat format, List<String> cells) {
        DateFormat coarse = format;
        long read = read(format, cells);
        for (String part : FINEST_FIRST) {
            if (coarse.pattern().contains(part)) {
                var coarser = new DateFormat(coarse.pattern().replace(part, "00"));
                if (read < LEAST || read(coarser, cells) < read) {
                    break;
                }
                coarse = coarser;
            }
        }
        return coarse;
    }

    private static long read(DateFormat format, List<String> cells) {
        return cells.stream().filter(c -> !Double.isNaN(format.days(c))).count();
    }
}
