package org.anamnesis.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;

/** {@code cohort}: one row a patient, the fields that are meant for analysis. */
final class AnalysisTable implements RowMaker {
    private final TableSchema schema;
    private final int[] fields;

    AnalysisTable(CohortHeader header) {
        fields =
                IntStream.range(0, header.fields().size())
                        .filter(k -> header.fields().get(k).analysis())
                        .toArray();
        List<Column> columns = new ArrayList<>();
        columns.add(Ids.patient(header, 0));
        for (int k = 0; k < fields.length; k++) {
            columns.add(of(header.fields().get(fields[k]), k + 1));
        }
        schema = new TableSchema("cohort", "Analysis table, one row a patient", columns);
    }

    /** A field as it stands, in its unit or by the name of its level. */
    static Column of(Field field, int vector) {
        return new Column(field.name(), field.label(), field.unit(), kind(field), vector, false);
    }

    private static Column.Kind kind(Field field) {
        if (field.isCategory()) {
            return new Column.Level(field.levels());
        }
        return field.role() == Field.Role.CONDITION
                ? new Column.Level(List.of("no", "yes"))
                : new Column.Numeric(field.decimals());
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        rows.clear(PatientBlock.CAPACITY);
        double[] key = rows.vector(0);
        for (int p = 0; p < block.count(); p++) {
            key[p] = block.first() + p + 1;
        }
        for (int k = 0; k < fields.length; k++) {
            System.arraycopy(block.column(fields[k]), 0, rows.vector(k + 1), 0, block.count());
        }
        rows.fill(block.count());
    }
}
