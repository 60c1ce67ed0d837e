package org.anamnesis.code;

/**
 * How far a figure of a catalogue was checked, in the word that readers see; the same words as
 * those of the evidence.
 */
public enum Standing {
    /** Worked out from data at hand. */
    COMPUTED("computed"),
    /** Stood in the named source, or in a page that quotes it. */
    READ("read"),
    /** General knowledge; the source that is named was not looked into. */
    RECALLED("unverified"),
    /** A decision of this program. */
    ASSUMED("assumed");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    /** As users read it. */
    public String word() {
        return word;
    }
}
