package org.anamnesis.export;

/** Which tables of a cohort are wanted. */
public enum TableGroup {
    /** {@code cohort}: one row a patient, ready for analysis. */
    ANALYSIS,
    /** {@code patients}, {@code encounters}, {@code conditions}, ...: the record, with codes. */
    EHR
}
