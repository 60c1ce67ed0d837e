package org.anamnesis.export;

import java.io.IOException;
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
