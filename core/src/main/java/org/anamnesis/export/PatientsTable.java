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

    /** The first vector of names and addresses, −1 if there are none. */
    private final int named;

    /**
     * @param names whether names and addresses stand behind the demographics
     */
    PatientsTable(CohortHeader header, boolean names) {
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
        named = names ? FIRST + fields.length : -1;
        if (names) {
            columns.add(text("given_name", "Given name", Fictitious.GIVEN, 0));
            columns.add(text("family_name", "Family name", Fictitious.FAMILY, 1));
            var number = new Column.Numeric(0);
            columns.add(new Column("house_number", "House number", "", number, named + 2, true));
            columns.add(text("street", "Street", Fictitious.STREETS, 3));
            columns.add(text("city", "Town", Fictitious.CITIES, 4));
            columns.add(text("postal_code", "Postal code", List.of(Fictitious.POSTAL_CODE), 5));
        }
        schema = new TableSchema("patients", "Demographics, one row a patient", columns);
    }

    private Column text(String name, String label, List<String> texts, int place) {
        return new Column(name, label, "", new Column.Level(texts), named + place, true);
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
        if (named >= 0) {
            names(block, rows);
        }
        rows.fill(block.count());
    }

    private void names(PatientBlock block, Rows rows) {
        for (int p = 0; p < block.count(); p++) {
            long patient = block.first() + p;
            rows.vector(named)[p] = Fictitious.patient(patient, Fictitious.GIVEN);
            rows.vector(named + 1)[p] = Fictitious.patient(patient, Fictitious.FAMILY);
            rows.vector(named + 2)[p] = 1 + patient % Fictitious.HOUSES;
            rows.vector(named + 3)[p] = Fictitious.patient(patient, Fictitious.STREETS);
            rows.vector(named + 4)[p] = Fictitious.patient(patient, Fictitious.CITIES);
            rows.vector(named + 5)[p] = 0;
        }
    }
}
