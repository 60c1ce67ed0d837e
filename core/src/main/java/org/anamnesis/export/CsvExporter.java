package org.anamnesis.export;

import java.io.IOException;
import java.nio.file.Path;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;

/** Comma-separated tables: UTF-8, lines end in {@code \n}, a heading, missing values empty. */
public final class CsvExporter implements Exporter {
    @Override
    public String format() {
        return "csv";
    }

    @Override
    public Sink open(ExportRequest request) throws IOException {
        return TableSink.open(request, "csv", CsvTable::new);
    }

    /** The file of one table, for formats that are tables of their own in CSV. */
    public static TableWriter table(Path file, TableSchema schema) throws IOException {
        return new CsvTable(file, schema);
    }

    /** Average cell widths as measured on a cohort of US adults with type 2 diabetes. */
    @Override
    public double bytesPerPatient(CohortHeader header, TableGroup group) {
        double bytes = 0;
        for (Field field : header.fields()) {
            bytes +=
                    switch (group) {
                        case ANALYSIS -> field.analysis() ? 6 : 0;
                        case EHR ->
                                switch (field.role()) {
                                    case OBSERVATION -> 105;
                                    case CONDITION, MEDICATION -> 30;
                                    case DEMOGRAPHIC -> 10;
                                    case DURATION -> 0;
                                };
                    };
        }
        return bytes + (group == TableGroup.EHR ? 80 : 10);
    }
}
