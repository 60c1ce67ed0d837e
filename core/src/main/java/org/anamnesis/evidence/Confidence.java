package org.anamnesis.evidence;

/** How far a figure was checked. */
public enum Confidence {
    /** Worked out from survey microdata, with weights. */
    COMPUTED,
    /** Stood in the named source, or in a page that quotes it. */
    READ,
    /** General knowledge, not looked up: shown to users as unverified, never as evidence. */
    RECALLED
}
