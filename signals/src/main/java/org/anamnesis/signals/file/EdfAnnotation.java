package org.anamnesis.signals.file;

import static java.util.Objects.requireNonNull;

/**
 * A note in an EDF+ file.
 *
 * @param onset seconds from the start of the file
 * @param duration seconds; 0 if it is a moment
 * @param text what happens
 */
public record EdfAnnotation(double onset, double duration, String text) {
    public EdfAnnotation {
        requireNonNull(text, "text");
        if (!(duration >= 0) || !Double.isFinite(onset) || !Double.isFinite(duration)) {
            throw new IllegalArgumentException("no time: " + onset + ", " + duration);
        }
    }
}
