package org.anamnesis.cohort;

import java.util.List;

/**
 * Leading underlying causes of death as the public-use linked mortality files of NCHS tell them.
 */
public enum DeathCause {
    HEART_DISEASE("heart disease (I00-I09, I11, I13, I20-I51)"),
    CANCER("malignant neoplasms (C00-C97)"),
    CEREBROVASCULAR("cerebrovascular disease (I60-I69)"),
    DIABETES("diabetes mellitus (E10-E14)"),
    KIDNEY("kidney disease (N00-N07, N17-N19, N25-N27)"),
    OTHER("other causes");

    /** All causes; the position is what a record holds. */
    public static final List<DeathCause> ALL = List.of(values());

    private final String words;

    DeathCause(String words) {
        this.words = words;
    }

    /** For people, with the codes of ICD-10 that it stands for. */
    public String words() {
        return words;
    }
}
