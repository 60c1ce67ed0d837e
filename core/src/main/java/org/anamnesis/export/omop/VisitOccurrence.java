package org.anamnesis.export.omop;

import java.util.List;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.anamnesis.export.VisitNumbers;

/** {@code visit_occurrence}: one row a visit. */
final class VisitOccurrence implements RowMaker {
    private static final int ID = CdmTable.FIRST;
    private static final int PERSON = ID + 1;
    private static final int CONCEPT = ID + 2;
    private static final int START = ID + 3;
    private static final int END = ID + 4;
    private static final int CODE = ID + 5;
    private static final List<String> CODES = VisitKind.ALL.stream().map(VisitKind::code).toList();

    private final TableSchema schema;
    private final VisitNumbers visits = new VisitNumbers();
    private final double[] concepts;

    VisitOccurrence(Meanings meanings, int type) {
        concepts =
                VisitKind.ALL.stream()
                        .mapToDouble(k -> meanings.id("Visit", vocabularyCode(k)))
                        .toArray();
        schema =
                new CdmTable("visit_occurrence")
                        .number("visit_occurrence_id", ID)
                        .number("person_id", PERSON)
                        .number("visit_concept_id", CONCEPT)
                        .day("visit_start_date", START)
                        .day("visit_end_date", END)
                        .constant("visit_type_concept_id", type)
                        .constant("provider_id", 1)
                        .constant("care_site_id", 1)
                        .text("visit_source_value", CODE, CODES)
                        .constant("visit_source_concept_id", CdmConcept.NONE)
                        .schema();
    }

    private static String vocabularyCode(VisitKind kind) {
        return switch (kind) {
            // seen from afar: no concept of it was seen, an outpatient visit it is all the same
            case AMBULATORY, VIRTUAL -> "OP";
            case EMERGENCY -> "ER";
            case INPATIENT -> "IP";
        };
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        visits.next(block);
        Events events = block.record().visits();
        CdmTable.clear(rows, events.count());
        for (int v = 0; v < events.count(); v++) {
            rows.vector(ID)[v] = visits.id(v);
            rows.vector(PERSON)[v] = block.first() + events.patient(v) + 1;
            rows.vector(CONCEPT)[v] = concepts[events.what(v)];
            rows.vector(START)[v] = events.start(v);
            rows.vector(END)[v] = events.end(v);
            rows.vector(CODE)[v] = events.what(v);
        }
        rows.fill(events.count());
    }
}
