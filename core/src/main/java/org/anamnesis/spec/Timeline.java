package org.anamnesis.spec;

/**
 * A span of history that was asked for. Kept for the engine of timelines; what is made now is one
 * index encounter a patient.
 *
 * @param years above 0; 0 if only a rhythm was asked
 * @param visitsPerYear 0 if only a span was asked
 */
public record Timeline(double years, double visitsPerYear) {
    public Timeline {
        if (!(years >= 0 && years <= 120 && visitsPerYear >= 0 && visitsPerYear <= 366)) {
            throw new IllegalArgumentException("timeline " + years + ", " + visitsPerYear);
        }
    }
}
