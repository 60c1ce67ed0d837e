package org.anamnesis.export.omop;

import java.util.List;
import java.util.Map;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;

/** A table whose rows do not depend on the patients: where the data come from and what they use. */
final class FixedTable implements RowMaker {
    private static final int ROW = CdmTable.FIRST;

    private final TableSchema schema;
    private final int count;

    /**
     * @param cells of each row by the names of the columns; what is left out is empty
     */
    FixedTable(String name, List<Map<String, String>> cells) {
        count = cells.size();
        var table = new CdmTable(name);
        for (String column : CdmLayout.columns(name)) {
            List<String> texts = cells.stream().map(r -> r.getOrDefault(column, "")).toList();
            table.text(column, ROW, texts);
        }
        schema = table.schema();
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        int n = block.first() == 0 ? count : 0;
        CdmTable.clear(rows, n);
        for (int r = 0; r < n; r++) {
            rows.vector(ROW)[r] = r;
        }
        rows.fill(n);
    }
}
