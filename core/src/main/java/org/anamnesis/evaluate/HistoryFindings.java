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
 * @param incidence of complications
 */
public record HistoryFindings(
        double years,
        Map<String, Long> visits,
        long deaths,
        List<Figure> figures,
        List<Incidence> incidence) {
    public HistoryFindings {
        visits = Map.copyOf(visits);
        figures = List.copyOf(figures);
        incidence = List.copyOf(incidence);
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

    /**
     * How many came to have a condition within their history, of those who were free of it.
     *
     * @param what in words
     * @param began patients
     * @param expected of the same patients by the published model that was asked of them
     * @param years patient-years until it began or the index visit
     */
    public record Incidence(String what, long began, double expected, double years) {}
}
