package org.anamnesis.export.omop;

import java.io.IOException;
import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.CsvExporter;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.TableGroup;

/** OMOP CDM 5.4 as CSV, with scripts that load it into a database. */
public final class OmopExporter implements Exporter {
    @Override
    public String format() {
        return "omop";
    }

    @Override
    public Sink open(ExportRequest request) throws IOException {
        return OmopTables.open(request, "csv", CsvExporter::table);
    }

    @Override
    public List<String> unmapped(CohortHeader header, Catalog catalog) {
        return OmopTables.unmapped(header, catalog);
    }

    /** Average widths as measured on a cohort of US adults with type 2 diabetes. */
    @Override
    public double bytesPerPatient(CohortHeader header, TableGroup group) {
        if (group != TableGroup.EHR) {
            return 0;
        }
        double bytes = 300;
        for (Field field : header.fields()) {
            bytes +=
                    switch (field.role()) {
                        case OBSERVATION -> 100;
                        case CONDITION -> 25;
                        case MEDICATION -> 30;
                        case DEMOGRAPHIC, DURATION -> 0;
                    };
        }
        return bytes;
    }
}
