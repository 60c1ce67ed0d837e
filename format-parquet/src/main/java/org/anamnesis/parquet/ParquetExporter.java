package org.anamnesis.parquet;

import java.io.IOException;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.TableGroup;
import org.anamnesis.export.TableSink;

/**
 * Apache Parquet: whole numbers as INT32, others as DOUBLE, names as STRING, dates as DATE; missing
 * values are null.
 */
public final class ParquetExporter implements Exporter {
    @Override
    public String format() {
        return "parquet";
    }

    @Override
    public Sink open(ExportRequest request) throws IOException {
        var budget = new GroupBudget();
        return TableSink.open(
                request, "parquet", (path, schema) -> new ParquetTable(path, schema, budget));
    }

    /** Average bytes as measured on cohorts of noise, the least compressible there is. */
    @Override
    public double bytesPerPatient(CohortHeader header, TableGroup group) {
        double bytes = 0;
        for (Field field : header.fields()) {
            bytes +=
                    switch (group) {
                        case ANALYSIS -> !field.analysis() ? 0 : field.isCategory() ? 0.5 : 1.7;
                        case EHR ->
                                switch (field.role()) {
                                    case OBSERVATION -> 8;
                                    case CONDITION, MEDICATION -> 3;
                                    case DEMOGRAPHIC, DURATION -> 1;
                                };
                    };
        }
        return bytes + (group == TableGroup.EHR ? 60 : 12);
    }
}
