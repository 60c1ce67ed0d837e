package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A history that was asked for; it ends in each patient's index visit.
 *
 * @param years above 0; 0 if none were said
 * @param visitsPerYear planned visits; 0 if none were said
 * @param start where it begins otherwise than so many years before
 */
public record Timeline(double years, double visitsPerYear, Start start) {
    /** Where a history begins. */
    public sealed interface Start {}

    /** As many years before the index visit as were said. */
    public record Before() implements Start {}

    /** On a date. */
    public record On(LocalDate date) implements Start {
        public On {
            requireNonNull(date, "date");
        }
    }

    /** When the condition that everyone has began. */
    public record Diagnosis() implements Start {}

    public static final Start BEFORE = new Before();
    public static final Start DIAGNOSIS = new Diagnosis();

    public Timeline {
        requireNonNull(start, "start");
        if (!(years >= 0 && years <= 120 && visitsPerYear >= 0 && visitsPerYear <= 366)) {
            throw new IllegalArgumentException("timeline " + years + ", " + visitsPerYear);
        }
    }

    public Timeline(double years, double visitsPerYear) {
        this(years, visitsPerYear, BEFORE);
    }
}
