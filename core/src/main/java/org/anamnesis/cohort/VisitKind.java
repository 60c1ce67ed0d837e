package org.anamnesis.cohort;

import java.util.List;

/** Kinds of contact, with their code in HL7 v3 ActCode as FHIR's Encounter.class wants it. */
public enum VisitKind {
    AMBULATORY("AMB", "ambulatory"),
    VIRTUAL("VR", "virtual"),
    EMERGENCY("EMER", "emergency"),
    INPATIENT("IMP", "inpatient encounter");

    /** All kinds; the position is what events hold. */
    public static final List<VisitKind> ALL = List.of(values());

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
