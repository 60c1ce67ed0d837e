package org.anamnesis.export;

import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;

/** {@code immunizations}: one row a dose, at the visit where it was given. */
final class ImmunizationsTable implements RowMaker {
    private final TableSchema schema;
    private final VisitNumbers numbers = new VisitNumbers();

    ImmunizationsTable(CohortHeader header) {
        List<RecordConcept> all = RecordConcepts.VACCINES;
        schema =
                new TableSchema(
                        "immunizations",
                        "Vaccines given, with the encounter where they were",
                        List.of(
                                Ids.patient(header, 0),
                                Ids.encounter(header, 3, true),
                                Ids.day("date", "Date of the dose", 2, true),
                                ProceduresTable.text(
                                        "vaccine", "Vaccine id", all, RecordConcept::id),
                                ProceduresTable.text("cvx_code", "CVX", all, RecordConcept::code),
                                ProceduresTable.text(
                                        "display", "Vaccine", all, RecordConcept::name)));
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        numbers.next(block);
        Events events = block.record().immunizations();
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
