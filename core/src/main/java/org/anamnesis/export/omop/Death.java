package org.anamnesis.export.omop;

import org.anamnesis.cohort.DeathCause;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;

/**
 * {@code death}: one row a patient who died. Of what, where it is known, stands as the source has
 * it: a group of causes, of which no concept was seen in a source, so that its id is 0.
 */
final class Death implements RowMaker {
    private static final int PERSON = CdmTable.FIRST;
    private static final int DATE = PERSON + 1;
    private static final int CAUSE = PERSON + 2;

    private static final double NONE = Double.NaN;

    private final TableSchema schema;

    Death(int type) {
        schema =
                new CdmTable("death")
                        .number("person_id", PERSON)
                        .day("death_date", DATE)
                        .constant("death_type_concept_id", type)
                        .constant("cause_concept_id", 0)
                        .text(
                                "cause_source_value",
                                CAUSE,
                                DeathCause.ALL.stream().map(DeathCause::words).toList())
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
                rows.vector(CAUSE)[row] =
                        block.record()
                                .deathCause(p)
                                .map(c -> (double) DeathCause.ALL.indexOf(c))
                                .orElse(NONE);
                row++;
            }
        }
        rows.fill(row);
    }
}
