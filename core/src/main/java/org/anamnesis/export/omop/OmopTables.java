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
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.TableGroup;
import org.anamnesis.export.TableSink;

/**
 * The tables of the OMOP CDM 5.4 in the folder {@code omop}, whatever their format: all columns of
 * each table in the order of the standard's DDL. Concept ids are those seen in repositories of
 * OHDSI, else 0 with the code in the source value.
 */
public final class OmopTables {
    private OmopTables() {}

    /**
     * Opens them; without EHR tables there are none.
     *
     * @param ending of the files, without the point
     */
    public static Exporter.Sink open(ExportRequest request, String ending, TableSink.Opener opener)
            throws IOException {
        if (!request.tables().contains(TableGroup.EHR)) {
            return TableSink.of(request.directory(), List.of(), ending, opener);
        }
        Path folder = Files.createDirectories(request.directory().resolve(CdmTable.FOLDER));
        List<RowMaker> makers = makers(request);
        var script = new LoadScript(makers.stream().map(m -> name(m)).toList());
        if (ending.equals("csv")) {
            Files.writeString(folder.resolve("load_postgresql.sql"), script.postgres());
            Files.writeString(folder.resolve("load_duckdb.sql"), script.duckDb());
        } else {
            Files.writeString(
                    folder.resolve("load_duckdb_" + ending + ".sql"), script.duckDb(ending));
        }
        return TableSink.of(request.directory(), makers, ending, opener);
    }

    private static String name(RowMaker maker) {
        return maker.schema().name().substring(CdmTable.FOLDER.length() + 1);
    }

    private static List<RowMaker> makers(ExportRequest request) {
        CohortHeader header = request.header();
        var meanings = new Meanings(header, request.catalog());
        int type = meanings.id("Type Concept", "OMOP4976890"); // EHR
        List<RowMaker> makers = new ArrayList<>();
        makers.add(new Person(header, meanings, request.names()));
        makers.add(new ObservationPeriod(type));
        makers.add(new Death(type));
        makers.add(new VisitOccurrence(meanings, type));
        makers.add(new ConditionOccurrence(header, meanings, type));
        makers.add(new DrugExposure(header, request.catalog(), meanings, type));
        makers.add(new ProcedureOccurrence(meanings, type));
        makers.add(new Measurement(header, request.catalog(), meanings, type));
        makers.add(new Observation(header, meanings, type));
        makers.add(Eras.ofConditions(meanings.of(Field.Role.CONDITION, CodeSystem.SNOMED_CT)));
        makers.add(Eras.ofDrugs(meanings.ingredients()));
        makers.addAll(Surroundings.tables(header, request.names()));
        makers.add(Surroundings.concepts(meanings.used()));
        return makers;
    }

    /** Codes without a concept id. */
    public static List<String> unmapped(CohortHeader header, Catalog catalog) {
        return new Meanings(header, catalog).unmapped();
    }
}
