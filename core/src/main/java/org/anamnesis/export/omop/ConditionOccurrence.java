package org.anamnesis.export.omop;

import java.util.List;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.Codes;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.anamnesis.export.VisitNumbers;

/**
 * {@code condition_occurrence}: one row a diagnosis, from its onset; where that is not known, from
 * the day on which it was recorded. One that lies before its visit names no visit.
 */
final class ConditionOccurrence implements RowMaker {
    private static final int ID = CdmTable.FIRST;
    private static final int PERSON = ID + 1;
    private static final int CONCEPT = ID + 2;
    private static final int START = ID + 3;
    private static final int END = ID + 4;
    private static final int VISIT = ID + 5;
    private static final int WHAT = ID + 6;
    private static final int SOURCE = ID + 7;

    private final TableSchema schema;
    private final VisitNumbers visits = new VisitNumbers();
    private final Serial serial = new Serial();
    private final double[] concepts;
    private final double[] sources;
    private final boolean[] elsewhere;

    ConditionOccurrence(CohortHeader header, Meanings meanings, int type) {
        concepts = meanings.of(Field.Role.CONDITION, CodeSystem.SNOMED_CT);
        sources = meanings.source(Field.Role.CONDITION, CodeSystem.SNOMED_CT);
        elsewhere = meanings.observations(Field.Role.CONDITION, CodeSystem.SNOMED_CT);
        List<String> codes = header.described().stream().map(ConditionOccurrence::code).toList();
        schema =
                new CdmTable("condition_occurrence")
                        .number("condition_occurrence_id", ID)
                        .number("person_id", PERSON)
                        .number("condition_concept_id", CONCEPT)
                        .day("condition_start_date", START)
                        .day("condition_end_date", END)
                        .constant("condition_type_concept_id", type)
                        .constant("provider_id", 1)
                        .number("visit_occurrence_id", VISIT)
                        .text("condition_source_value", WHAT, codes)
                        .number("condition_source_concept_id", SOURCE)
                        .schema();
    }

    /** SNOMED CT before ICD-10-CM, for its concept ids are known; else our own id. */
    static String code(Field field) {
        String snomed = Codes.verified(field.concept(), CodeSystem.SNOMED_CT);
        String icd = Codes.verified(field.concept(), CodeSystem.ICD_10_CM);
        return !snomed.isEmpty() ? snomed : !icd.isEmpty() ? icd : field.id();
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        visits.next(block);
        serial.next(block);
        Events events = block.record().conditions();
        CdmTable.clear(rows, events.count());
        int row = 0;
        for (int e = 0; e < events.count(); e++) {
            int k = events.what(e);
            if (!elsewhere[k]) {
                int start = visits.firstDay(events, e);
                rows.vector(ID)[row] = serial.next();
                rows.vector(PERSON)[row] = block.first() + events.patient(e) + 1;
                rows.vector(CONCEPT)[row] = concepts[k];
                rows.vector(START)[row] = start;
                rows.vector(END)[row] = Days.cell(events.end(e));
                rows.vector(VISIT)[row] = visits.within(events, e, start);
                rows.vector(WHAT)[row] = k;
                rows.vector(SOURCE)[row] = sources[k];
                row++;
            }
        }
        rows.fill(row);
    }
}
