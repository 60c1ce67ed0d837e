package org.anamnesis.export.omop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.CsvExporter;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.TableGroup;
import org.anamnesis.export.TableSink;

/**
 * OMOP CDM 5.4 as CSV in the folder {@code omop}, with scripts that load it into a database: all
 * columns of each table in the order of the standard's DDL. Concept ids are those seen in
 * repositories of OHDSI, else 0 with the code in the source value.
 */
public final class OmopExporter implements Exporter {
    @Override
    public String format() {
        return "omop";
    }

    @Override
    public Sink open(ExportRequest request) throws IOException {
        if (!request.tables().contains(TableGroup.EHR)) {
            return TableSink.of(request.directory(), List.of(), "csv", CsvExporter::table);
        }
        Path folder = request.directory().resolve(CdmTable.FOLDER);
        Files.createDirectories(folder);
        List<RowMaker> makers = makers(request);
        var script =
                new LoadScript(
                        makers.stream()
                                .map(m -> Path.of(m.schema().name()).getFileName().toString())
                                .toList());
        Files.writeString(folder.resolve("load_postgresql.sql"), script.postgres());
        Files.writeString(folder.resolve("load_duckdb.sql"), script.duckDb());
        return TableSink.of(request.directory(), makers, "csv", CsvExporter::table);
    }

    private static List<RowMaker> makers(ExportRequest request) {
        CohortHeader header = request.header();
        var meanings = new Meanings(header, request.catalog());
        int type = meanings.id("Type Concept", "OMOP4976890"); // EHR
        List<RowMaker> makers = new ArrayList<>();
        makers.add(new Person(header, meanings));
        makers.add(new ObservationPeriod(type));
        makers.add(new Death(type));
        makers.add(new VisitOccurrence(meanings, type));
        makers.add(new ConditionOccurrence(header, meanings, type));
        makers.add(new DrugExposure(header, request.catalog(), meanings, type));
        makers.add(new Measurement(header, request.catalog(), meanings, type));
        makers.add(new Observation(header, meanings, type));
        makers.add(Eras.ofConditions(meanings.of(Field.Role.CONDITION, CodeSystem.SNOMED_CT)));
        makers.add(Eras.ofDrugs(meanings.ingredients()));
        makers.addAll(Surroundings.tables(header));
        makers.add(Surroundings.concepts(meanings.used()));
        return makers;
    }

    @Override
    public List<String> unmapped(CohortHeader header, Catalog catalog) {
        return new Meanings(header, catalog).unmapped();
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
