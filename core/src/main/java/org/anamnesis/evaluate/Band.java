package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import org.anamnesis.evidence.Confidence;
import org.anamnesis.measure.QuantityRange;

/**
 * A range to compare values with: what a guideline aims at, or the reference range of healthy
 * adults.
 *
 * @param kind which of the two
 * @param range closed, in the observation's canonical unit; one end may be infinite
 * @param label in words
 * @param source id of a source, or {@code recalled}
 * @param confidence how far it was checked
 */
public record Band(
        Kind kind, QuantityRange range, String label, String source, Confidence confidence) {
    /** What the range means. */
    public enum Kind {
        GUIDELINE_TARGET,
        REFERENCE_RANGE
    }

    public Band {
        requireNonNull(kind, "kind");
        requireNonNull(range, "range");
        requireNonNull(label, "label");
        requireNonNull(source, "source");
        requireNonNull(confidence, "confidence");
    }
}
