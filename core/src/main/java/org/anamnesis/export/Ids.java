package org.anamnesis.export;

import org.anamnesis.cohort.CohortHeader;

/** Columns of ids and dates that several tables share, so that they join. */
final class Ids {
    /** Wide enough for ten million, so that patient 17 has the same id in small cohorts. */
    private static final int DIGITS = 7;

    private Ids() {}

    /** Patient {@code i} has number {@code i + 1}. */
    static Column patient(CohortHeader header, int vector) {
        return new Column("patient_id", "Patient", "", key('P', header), vector, true);
    }

    /** One index encounter a patient, with the patient's number. */
    static Column encounter(CohortHeader header, int vector) {
        return new Column("encounter_id", "Encounter", "", key('E', header), vector, true);
    }

    private static Column.Kind key(char prefix, CohortHeader header) {
        return new Column.Key(prefix, Math.max(DIGITS, Long.toString(header.patients()).length()));
    }

    static Column day(String name, String label, int vector, boolean required) {
        return new Column(name, label, "", new Column.Day(), vector, required);
    }
}
