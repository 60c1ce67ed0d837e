package org.anamnesis.evidence;

/** How far a figure was checked. */
public enum Confidence {
    /** Worked out from survey microdata, with weights. */
    COMPUTED("computed"),
    /** Stood in the named source, or in a page that quotes it. */
    READ("read"),
    /** General knowledge, not looked up: shown to users as unverified, never as evidence. */
    RECALLED("unverified");

    private final String word;

    Confidence(String word) {
        this.word = word;
    }

    /** As users read it. */
    public String word() {
        return word;
    }
}
