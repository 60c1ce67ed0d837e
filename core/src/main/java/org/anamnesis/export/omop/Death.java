package org.anamnesis.export.omop;

import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;

/** {@code death}: one row a patient who died; of what, nothing is known. */
final class Death implements RowMaker {
    private static final int PERSON = CdmTable.FIRST;
    private static final int DATE = PERSON + 1;

    private final TableSchema schema;

    Death(int type) {
        schema =
                new CdmTable("death")
                        .number("person_id", PERSON)
                        .day("death_date", DATE)
                        .constant("death_type_concept_id", type)
                        .schema();
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        CdmTable.clear(rows, block.count());
        int row = 0;
        for (int p = 0; p < block.count(); p++) {
            int day = block.record().deathDay(p);
            if (day != Events.NO_DAY) {
                rows.vector(PERSON)[row] = block.first() + p + 1;
                rows.vector(DATE)[row] = day;
                row++;
            }
        }
        rows.fill(row);
    }
}
