package org.anamnesis.cohort;

/** Kinds of contact, with their code in HL7 v3 ActCode as FHIR's Encounter.class wants it. */
public enum VisitKind {
    AMBULATORY("AMB", "ambulatory");

    private final String code;
    private final String display;

    VisitKind(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }
}
