package org.anamnesis.export;

import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;

/** Columns of ids and dates that several tables share, so that they join. */
public final class Ids {
    /** Wide enough for ten million, so that patient 17 has the same id in small cohorts. */
    private static final int DIGITS = 7;

    private Ids() {}

    /** Patient {@code i} has number {@code i + 1}. */
    static Column patient(CohortHeader header, int vector) {
        return new Column("patient_id", "Patient", "", key('P', header), vector, true);
    }

    /** Encounters are numbered through the cohort; of one visit each, with the patient's number. */
    static Column encounter(CohortHeader header, int vector, boolean required) {
        return new Column("encounter_id", "Encounter", "", key('E', header), vector, required);
    }

    /** How patients are numbered in every format. */
    public static Column.Key patientKey(CohortHeader header) {
        return key('P', header);
    }

    private static Column.Key key(char prefix, CohortHeader header) {
        return new Column.Key(prefix, Math.max(DIGITS, Long.toString(header.patients()).length()));
    }

    /** A day of a record as a cell: NaN where it is not known. */
    static double day(int day) {
        return day == Events.NO_DAY ? Double.NaN : day;
    }

    static Column day(String name, String label, int vector, boolean required) {
        return new Column(name, label, "", new Column.Day(), vector, required);
    }
}
