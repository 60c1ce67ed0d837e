package org.anamnesis.export.omop;

import java.util.Arrays;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordBlock;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;

/** {@code observation_period}: one row a patient, from the first thing known to the last visit. */
final class ObservationPeriod implements RowMaker {
    private static final int ID = CdmTable.FIRST;
    private static final int START = ID + 1;
    private static final int END = ID + 2;

    private final TableSchema schema;

    ObservationPeriod(int type) {
        schema =
                new CdmTable("observation_period")
                        .number("observation_period_id", ID)
                        .number("person_id", ID)
                        .day("observation_period_start_date", START)
                        .day("observation_period_end_date", END)
                        .constant("period_type_concept_id", type)
                        .schema();
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        CdmTable.clear(rows, block.count());
        RecordBlock record = block.record();
        double[] start = rows.vector(START);
        double[] end = rows.vector(END);
        Arrays.fill(start, 0, block.count(), Double.POSITIVE_INFINITY);
        Arrays.fill(end, 0, block.count(), Double.NEGATIVE_INFINITY);
        widen(record.visits(), start, end);
        widen(record.conditions(), start, end);
        widen(record.medications(), start, end);
        for (int p = 0; p < block.count(); p++) {
            rows.vector(ID)[p] = block.first() + p + 1;
            end[p] = Math.max(end[p], record.deathDay(p)); // the smallest number while alive
        }
        rows.fill(block.count());
    }

    private static void widen(Events events, double[] start, double[] end) {
        for (int e = 0; e < events.count(); e++) {
            int p = events.patient(e);
            if (events.start(e) != Events.NO_DAY) {
                start[p] = Math.min(start[p], events.start(e));
                end[p] = Math.max(end[p], events.start(e));
            }
            if (events.end(e) != Events.NO_DAY) {
                end[p] = Math.max(end[p], events.end(e));
            }
        }
    }
}
