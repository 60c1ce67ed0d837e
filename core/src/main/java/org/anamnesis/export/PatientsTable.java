package org.anamnesis.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;

/**
 * {@code patients}: date of birth and demographics, one row a patient. The age is left out: it
 * follows from the dates.
 */
final class PatientsTable implements RowMaker {
    /** The vector of the first field. */
    private static final int FIRST = 3;

    private final TableSchema schema;
    private final int[] fields;

    PatientsTable(CohortHeader header) {
        int age = header.indexOf("age");
        fields =
                IntStream.range(0, header.fields().size())
                        .filter(k -> k != age)
                        .filter(k -> header.fields().get(k).role() == Field.Role.DEMOGRAPHIC)
                        .toArray();
        List<Column> columns = new ArrayList<>();
        columns.add(Ids.patient(header, 0));
        columns.add(Ids.day("birth_date", "Date of birth", 1, false));
        columns.add(Ids.day("death_date", "Date of death; none while alive", 2, false));
        for (int k = 0; k < fields.length; k++) {
            columns.add(AnalysisTable.of(header.fields().get(fields[k]), k + FIRST));
        }
        schema = new TableSchema("patients", "Demographics, one row a patient", columns);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        rows.clear(PatientBlock.CAPACITY);
        double[] key = rows.vector(0);
        double[] birth = rows.vector(1);
        double[] death = rows.vector(2);
        for (int p = 0; p < block.count(); p++) {
            long patient = block.first() + p;
            key[p] = patient + 1;
            birth[p] = Ids.day(block.record().birthDay(p));
            death[p] = Ids.day(block.record().deathDay(p));
        }
        for (int k = 0; k < fields.length; k++) {
            System.arraycopy(block.column(fields[k]), 0, rows.vector(k + FIRST), 0, block.count());
        }
        rows.fill(block.count());
    }
}
