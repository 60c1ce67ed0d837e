package org.anamnesis.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which of several figures on the same thing describes US adults of today best: looked up before
 * recalled; US adults, as a survey of the population sees them, before patients in treatment,
 * claims or other groups; then the latest year; then computed before read; then the fewest years;
 * then the larger sample.
 */
final class FactOrder {
    static final Comparator<Fact> BEST_FIRST =
            Comparator.comparing((Fact f) -> f.confidence() == Confidence.RECALLED)
                    .thenComparing(f -> !f.stratum().equals("all"))
                    .thenComparing(f -> distance(f.population()))
                    .thenComparing(Comparator.comparingInt(FactOrder::lastYear).reversed())
                    .thenComparing(Fact::confidence)
                    .thenComparing(Comparator.comparingInt(FactOrder::firstYear).reversed())
                    .thenComparing(Comparator.comparingLong((Fact f) -> f.n().orElse(0)).reversed())
                    .thenComparing(Fact::id);

    private FactOrder() {}

    private static int distance(String population) {
        if (!population.startsWith("US adults")) {
            return 2;
        }
        return population.contains("medication") || population.contains("proxy") ? 1 : 0;
    }

    private static int lastYear(Fact fact) {
        int last = 0;
        for (int year : years(fact.period())) {
            last = Math.max(last, year);
        }
        return last;
    }

    private static int firstYear(Fact fact) {
        int first = 0;
        for (int year : years(fact.period())) {
            first = first == 0 ? year : Math.min(first, year);
        }
        return first;
    }

    /** Years with four digits that a period names: "Aug 2021-Aug 2023", "2011-Mar2020". */
    static List<Integer> years(String period) {
        List<Integer> years = new ArrayList<>();
        int digits = 0;
        int value = 0;
        for (int i = 0; i <= period.length(); i++) {
            char c = i < period.length() ? period.charAt(i) : ' ';
            if (c >= '0' && c <= '9') {
                value = digits == 0 ? c - '0' : value * 10 + c - '0';
                digits++;
            } else {
                if (digits == 4) {
                    years.add(value);
                }
                digits = 0;
            }
        }
        return years;
    }
}
