package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

/**
 * One thing that was asked, and what came.
 *
 * @param what in words
 * @param asked the figure asked for
 * @param achieved the figure in the cohort, as a count where patients are counted
 * @param verdict whether they agree
 * @param note the rule by which it was judged, may be empty
 */
public record Adherence(String what, String asked, String achieved, Verdict verdict, String note) {
    /** Whether what was asked is what came. */
    public enum Verdict {
        MET,
        NOT_MET,
        /** The cohort has no column that tells. */
        NOT_CHECKED
    }

    public Adherence {
        requireNonNull(what, "what");
        requireNonNull(asked, "asked");
        requireNonNull(achieved, "achieved");
        requireNonNull(verdict, "verdict");
        requireNonNull(note, "note");
    }
}
