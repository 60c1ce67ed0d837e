package org.anamnesis.evidence;

import java.util.Comparator;

/**
 * Which of several figures on the same thing describes US adults of today best: looked up before
 * recalled; US adults, as a survey of the population sees them, before patients in treatment,
 * claims or other groups; then the latest years; then the larger sample.
 */
final class FactOrder {
    static final Comparator<Fact> BEST_FIRST =
            Comparator.comparing((Fact f) -> f.confidence() == Confidence.RECALLED)
                    .thenComparing(f -> !f.stratum().equals("all"))
                    .thenComparing(f -> distance(f.population()))
                    .thenComparing(Comparator.comparingInt((Fact f) -> lastYear(f)).reversed())
                    .thenComparing(Comparator.comparingLong((Fact f) -> f.n().orElse(0)).reversed())
                    .thenComparing(Fact::id);

    private FactOrder() {}

    private static int distance(String population) {
        if (!population.startsWith("US adults")) {
            return 2;
        }
        return population.contains("medication") || population.contains("proxy") ? 1 : 0;
    }

    /** The last year that the period names ("Aug 2021-Aug 2023", "2011-Mar2020"), or 0. */
    static int lastYear(Fact fact) {
        String period = fact.period();
        int year = 0;
        int digits = 0;
        int value = 0;
        for (int i = 0; i <= period.length(); i++) {
            char c = i < period.length() ? period.charAt(i) : ' ';
            if (c >= '0' && c <= '9') {
                value = digits == 0 ? c - '0' : value * 10 + c - '0';
                digits++;
            } else {
                year = digits == 4 ? Math.max(year, value) : year;
                digits = 0;
            }
        }
        return year;
    }
}
