package org.anamnesis.export.omop;

import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.anamnesis.export.VisitNumbers;

/**
 * {@code procedure_occurrence}: one row a thing done that OHDSI files there, and each whose concept
 * id is not known. What it calls a measurement, such as spirometry, stands among those.
 */
final class ProcedureOccurrence implements RowMaker {
    private static final int ID = CdmTable.FIRST;
    private static final int PERSON = ID + 1;
    private static final int CONCEPT = ID + 2;
    private static final int DATE = ID + 3;
    private static final int VISIT = ID + 4;
    private static final int WHAT = ID + 5;

    private final TableSchema schema;
    private final VisitNumbers visits = new VisitNumbers();
    private final Serial serial = new Serial();
    private final double[] concepts;
    private final boolean[] measured;

    ProcedureOccurrence(Meanings meanings, int type) {
        concepts = meanings.of(RecordConcepts.PROCEDURES);
        measured = meanings.in("Measurement", RecordConcepts.PROCEDURES);
        schema =
                new CdmTable("procedure_occurrence")
                        .number("procedure_occurrence_id", ID)
                        .number("person_id", PERSON)
                        .number("procedure_concept_id", CONCEPT)
                        .day("procedure_date", DATE)
                        .constant("procedure_type_concept_id", type)
                        .constant("provider_id", 1)
                        .number("visit_occurrence_id", VISIT)
                        .text(
                                "procedure_source_value",
                                WHAT,
                                RecordConcepts.PROCEDURES.stream()
                                        .map(RecordConcept::codeOrId)
                                        .toList())
                        .number("procedure_source_concept_id", CONCEPT)
                        .schema();
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        visits.next(block);
        serial.next(block);
        Events events = block.record().procedures();
        CdmTable.clear(rows, events.count());
        int row = 0;
        for (int e = 0; e < events.count(); e++) {
            int k = events.what(e);
            if (!measured[k]) {
                rows.vector(ID)[row] = serial.next();
                rows.vector(PERSON)[row] = block.first() + events.patient(e) + 1;
                rows.vector(CONCEPT)[row] = concepts[k];
                rows.vector(DATE)[row] = events.start(e);
                rows.vector(VISIT)[row] = visits.id(visits.of(events, e));
                rows.vector(WHAT)[row] = k;
                row++;
            }
        }
        rows.fill(row);
    }
}
