package org.anamnesis.export.omop;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.Codes;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.anamnesis.export.VisitNumbers;

/**
 * {@code drug_exposure}: one row a time of taking a drug, by its ingredient. One that goes on is
 * known up to the last visit. Vaccines follow, by CVX, one row a dose.
 */
final class DrugExposure implements RowMaker {
    private static final int ID = CdmTable.FIRST;
    private static final int PERSON = ID + 1;
    private static final int CONCEPT = ID + 2;
    private static final int START = ID + 3;
    private static final int END = ID + 4;
    private static final int VISIT = ID + 5;
    private static final int WHAT = ID + 6;
    private static final int STOP = ID + 7;

    /** By its day alone, who stopped on the day of the last visit is as one who goes on. */
    private static final List<String> STOPPED = List.of("stopped");

    private final TableSchema schema;
    private final VisitNumbers visits = new VisitNumbers();
    private final Serial serial = new Serial();
    private final double[][] concepts;
    private final int[] firstCode;
    private final double[] vaccines;
    private final int firstVaccine;

    DrugExposure(CohortHeader header, Catalog catalog, Meanings meanings, int type) {
        concepts = meanings.ingredients();
        firstCode = new int[header.fields().size()];
        List<String> codes = new ArrayList<>();
        for (int k = 0; k < header.fields().size(); k++) {
            firstCode[k] = codes.size();
            Field field = header.fields().get(k);
            if (field.role() == Field.Role.MEDICATION) {
                field.levels().forEach(i -> codes.add(code(i, catalog)));
            }
        }
        firstVaccine = codes.size();
        vaccines = meanings.of(RecordConcepts.VACCINES);
        RecordConcepts.VACCINES.forEach(v -> codes.add(v.codeOrId()));
        schema =
                new CdmTable("drug_exposure")
                        .number("drug_exposure_id", ID)
                        .number("person_id", PERSON)
                        .number("drug_concept_id", CONCEPT)
                        .day("drug_exposure_start_date", START)
                        .day("drug_exposure_end_date", END)
                        .constant("drug_type_concept_id", type)
                        .constant("provider_id", 1)
                        .text("stop_reason", STOP, STOPPED)
                        .number("visit_occurrence_id", VISIT)
                        .text("drug_source_value", WHAT, codes)
                        .number("drug_source_concept_id", CONCEPT)
                        .schema();
    }

    /** RxNorm; else our own id. */
    static String code(String ingredient, Catalog catalog) {
        String code = Codes.verified(catalog.concept(ingredient), CodeSystem.RXNORM);
        return code.isEmpty() ? ingredient : code;
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        visits.next(block);
        serial.next(block);
        Events events = block.record().medications();
        Events doses = block.record().immunizations();
        CdmTable.clear(rows, events.count() + doses.count());
        for (int e = 0; e < events.count(); e++) {
            int k = events.what(e);
            int level = (int) events.value(e);
            int start = visits.firstDay(events, e);
            rows.vector(ID)[e] = serial.next();
            rows.vector(PERSON)[e] = block.first() + events.patient(e) + 1;
            rows.vector(CONCEPT)[e] = concepts[k][level];
            rows.vector(START)[e] = start;
            rows.vector(END)[e] = visits.lastDay(events, e);
            rows.vector(STOP)[e] = events.end(e) == Events.NO_DAY ? Double.NaN : 0;
            rows.vector(VISIT)[e] = visits.within(events, e, start);
            rows.vector(WHAT)[e] = firstCode[k] + level;
        }
        for (int d = 0; d < doses.count(); d++) {
            int row = events.count() + d;
            rows.vector(ID)[row] = serial.next();
            rows.vector(PERSON)[row] = block.first() + doses.patient(d) + 1;
            rows.vector(CONCEPT)[row] = vaccines[doses.what(d)];
            rows.vector(START)[row] = doses.start(d);
            rows.vector(END)[row] = doses.start(d);
            rows.vector(STOP)[row] = Double.NaN;
            rows.vector(VISIT)[row] = visits.id(visits.of(doses, d));
            rows.vector(WHAT)[row] = firstVaccine + doses.what(d);
        }
        rows.fill(events.count() + doses.count());
    }
}
