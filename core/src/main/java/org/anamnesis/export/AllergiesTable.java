package org.anamnesis.export;

import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;

/**
 * {@code allergies}: one row an allergy, or one that none is known, at the visit where it was
 * recorded.
 */
final class AllergiesTable implements RowMaker {
    private final TableSchema schema;
    private final VisitNumbers numbers = new VisitNumbers();

    AllergiesTable(CohortHeader header) {
        List<RecordConcept> all = RecordConcepts.ALLERGENS;
        schema =
                new TableSchema(
                        "allergies",
                        "Allergies, with the encounter that put them on record",
                        List.of(
                                Ids.patient(header, 0),
                                Ids.encounter(header, 3, true),
                                Ids.day("recorded_date", "Date of record", 2, true),
                                ProceduresTable.text(
                                        "allergen", "Allergen id", all, RecordConcept::id),
                                ProceduresTable.text(
                                        "snomed_code", "SNOMED CT", all, RecordConcept::code),
                                ProceduresTable.text(
                                        "display", "Allergen", all, RecordConcept::name)));
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        numbers.next(block);
        Events events = block.record().allergies();
        rows.clear(Math.max(1, events.count()));
        for (int e = 0; e < events.count(); e++) {
            rows.vector(0)[e] = block.first() + events.patient(e) + 1;
            rows.vector(1)[e] = events.what(e);
            rows.vector(2)[e] = events.start(e);
            rows.vector(3)[e] = numbers.id(numbers.of(events, e));
        }
        rows.fill(events.count());
    }
}
