package org.anamnesis.evaluate;

import java.util.List;
import java.util.Map;

/**
 * What was found out about histories.
 *
 * @param years person-years from the first to the last visit
 * @param visits how many of each kind, by its words
 * @param deaths patients who died before the index date
 * @param figures how values move within patients
 */
public record HistoryFindings(
        double years, Map<String, Long> visits, long deaths, List<Figure> figures) {
    public HistoryFindings {
        visits = Map.copyOf(visits);
        figures = List.copyOf(figures);
    }

    /**
     * One figure beside what was published.
     *
     * @param what in words
     * @param value NaN if too few patients have one
     * @param decimals that are shown
     * @param unit after the number, may be empty
     * @param n patients, or pairs of values, that it rests on
     * @param published the same of real people with who says so; empty if nothing was looked up
     */
    public record Figure(
            String what, double value, int decimals, String unit, long n, String published) {}
}
