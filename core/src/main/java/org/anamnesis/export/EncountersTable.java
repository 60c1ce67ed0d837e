package org.anamnesis.export;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.IndexVisit;
import org.anamnesis.cohort.PatientBlock;

/**
 * {@code encounters}: one index encounter a patient, within the year up to the index date. The
 * reason is the first condition of the header that the patient has.
 */
final class EncountersTable implements RowMaker {
    private final TableSchema schema;
    private final IndexVisit visit;
    private final ConditionFields conditions;

    EncountersTable(CohortHeader header) {
        visit = new IndexVisit(header);
        conditions = new ConditionFields(header);
        List<Column> columns = new ArrayList<>();
        columns.add(Ids.encounter(header, 0));
        columns.add(Ids.patient(header, 0));
        // HL7 v3 ActCode, as FHIR Encounter.class: AMB = ambulatory
        columns.add(new Column("class", "Class", "", new Column.Level(List.of("AMB")), 1, true));
        columns.add(Ids.day("start_date", "Date of the visit", 2, true));
        columns.add(
                new Column(
                        "reason_condition",
                        "Reason, condition id",
                        "",
                        conditions.ids(),
                        3,
                        false));
        columns.add(new Column("reason_display", "Reason", "", conditions.names(), 3, false));
        schema = new TableSchema("encounters", "Index encounters, one row a patient", columns);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        rows.clear(PatientBlock.CAPACITY);
        for (int p = 0; p < block.count(); p++) {
            long patient = block.first() + p;
            rows.vector(0)[p] = patient + 1;
            rows.vector(1)[p] = 0;
            rows.vector(2)[p] = visit.day(patient);
            rows.vector(3)[p] = reason(block, p);
        }
        rows.fill(block.count());
    }

    private double reason(PatientBlock block, int p) {
        for (int c = 0; c < conditions.count(); c++) {
            if (conditions.has(block, p, c)) {
                return c;
            }
        }
        return Double.NaN;
    }
}
