package org.anamnesis.measure;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units of time as people say them, and how long they are. */
public final class TimeUnits {
    /** Days of each, the mean of the Gregorian calendar for months and years; by UCUM code. */
    private static final Map<String, Double> DAYS =
            Map.of("a", 365.2425, "mo", 365.2425 / 12, "wk", 7.0, "d", 1.0, "h", 1 / 24.0);

    private static final Map<String, String> SAID =
            Map.of("a", "years", "mo", "months", "wk", "weeks", "d", "days", "h", "hours");

    private TimeUnits() {}

    /** The UCUM code of an English word for a unit of time, whether of one or of several. */
    public static Optional<String> ucum(String word) {
        String plural = word.toLowerCase(Locale.ROOT).replaceFirst("s?$", "s");
        return SAID.entrySet().stream()
                .filter(e -> e.getValue().equals(plural))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** How many of one unit another is; empty unless both are units of time. */
    public static Optional<Double> ratio(String from, String to) {
        return DAYS.containsKey(from) && DAYS.containsKey(to)
                ? Optional.of(DAYS.get(from) / DAYS.get(to))
                : Optional.empty();
    }

    /** A unit as it is said: units of time by their words, others by their code. */
    public static String said(String ucum) {
        return SAID.getOrDefault(ucum, ucum);
    }
}
