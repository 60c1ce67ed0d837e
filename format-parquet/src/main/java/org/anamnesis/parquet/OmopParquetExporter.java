package org.anamnesis.parquet;

import java.io.IOException;
import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.TableGroup;
import org.anamnesis.export.omop.OmopTables;

/**
 * OMOP CDM 5.4 as Parquet, with the types of the standard: ids as INT32, values as DOUBLE, dates as
 * DATE, moments as TIMESTAMP without a zone, all else as STRING.
 */
public final class OmopParquetExporter implements Exporter {
    @Override
    public String format() {
        return "omop-parquet";
    }

    @Override
    public Sink open(ExportRequest request) throws IOException {
        var budget = new GroupBudget();
        return OmopTables.open(
                request, "parquet", (path, schema) -> new ParquetTable(path, schema, budget));
    }

    @Override
    public List<String> unmapped(CohortHeader header, Catalog catalog) {
        return OmopTables.unmapped(header, catalog);
    }

    /** Average widths as measured on US adults with type 2 diabetes. */
    @Override
    public double bytesPerPatient(CohortHeader header, TableGroup group) {
        if (group != TableGroup.EHR) {
            return 0;
        }
        double bytes = 60;
        for (Field field : header.fields()) {
            bytes +=
                    switch (field.role()) {
                        case OBSERVATION -> 9;
                        case CONDITION, MEDICATION -> 6;
                        case DEMOGRAPHIC, DURATION -> 0;
                    };
        }
        return bytes;
    }
}
