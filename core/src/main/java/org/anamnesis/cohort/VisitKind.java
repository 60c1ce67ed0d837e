package org.anamnesis.cohort;

import java.util.List;

/** Kinds of contact, with their code in HL7 v3 ActCode as FHIR's Encounter.class wants it. */
public enum VisitKind {
    AMBULATORY("AMB", "ambulatory", "ambulatory visit"),
    VIRTUAL("VR", "virtual", "visit from afar"),
    EMERGENCY("EMER", "emergency", "emergency visit"),
    INPATIENT("IMP", "inpatient encounter", "hospital stay");

    /** All kinds; the position is what events hold. */
    public static final List<VisitKind> ALL = List.of(values());

    private final String code;
    private final String display;
    private final String words;

    VisitKind(String code, String display, String words) {
        this.code = code;
        this.display = display;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
