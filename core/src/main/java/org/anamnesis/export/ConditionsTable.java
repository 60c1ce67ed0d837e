package org.anamnesis.export;

import java.util.List;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;

/** {@code conditions}: one row a diagnosis that is present, with its onset where known. */
final class ConditionsTable implements RowMaker {
    private final TableSchema schema;
    private final ConditionFields conditions;
    private final VisitNumbers numbers = new VisitNumbers();

    ConditionsTable(CohortHeader header) {
        conditions = new ConditionFields(header);
        schema =
                new TableSchema(
                        "conditions",
                        "Diagnoses on record, with the encounter that put them there",
                        List.of(
                                Ids.patient(header, 0),
                                Ids.encounter(header, 4, true),
                                text("condition", "Condition id", conditions.ids(), true),
                                text("display", "Condition", conditions.names(), true),
                                text(
                                        "snomed_code",
                                        "SNOMED CT",
                                        conditions.codes(CodeSystem.SNOMED_CT),
                                        false),
                                text(
                                        "icd10cm_code",
                                        "ICD-10-CM",
                                        conditions.codes(CodeSystem.ICD_10_CM),
                                        false),
                                Ids.day("onset_date", "Date of diagnosis", 2, false),
                                Ids.day("recorded_date", "Date of record", 3, true)));
    }

    private static Column text(String name, String label, Column.Kind kind, boolean required) {
        return new Column(name, label, "", kind, 1, required);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        numbers.next(block);
        Events events = block.record().conditions();
        rows.clear(Math.max(1, events.count()));
        for (int e = 0; e < events.count(); e++) {
            rows.vector(0)[e] = block.first() + events.patient(e) + 1;
            rows.vector(1)[e] = conditions.number(events.what(e));
            rows.vector(2)[e] = Ids.day(events.start(e));
            rows.vector(3)[e] = numbers.day(events, e);
            rows.vector(4)[e] = numbers.id(numbers.of(events, e));
        }
        rows.fill(events.count());
    }
}
