package org.anamnesis.export.omop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.TableGroup;
import org.anamnesis.export.TableSink;
import org.anamnesis.measure.Measurand;

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
        makers.add(new Note(type));
        makers.add(Eras.ofConditions(meanings.of(Field.Role.CONDITION, CodeSystem.SNOMED_CT)));
        makers.add(Eras.ofDrugs(meanings.ingredients()));
        Vocabulary vocabulary = request.catalog().vocabulary();
        makers.addAll(Surroundings.tables(header, request.names(), vocabulary));
        makers.add(Surroundings.concepts(meanings.used(), vocabulary));
        return makers;
    }

    /** Codes without a concept id. */
    public static List<String> unmapped(CohortHeader header, Catalog catalog) {
        return new Meanings(header, catalog).unmapped();
    }

    /**
     * A vocabulary of the user, for the codes that cohorts with these headers use.
     *
     * @param folder as OHDSI's Athena gives it out
     * @throws org.anamnesis.problem.RequestException if it is damaged or of another version
     */
    public static Vocabulary vocabulary(Path folder, List<CohortHeader> headers, Catalog catalog) {
        Set<String> asked = new HashSet<>();
        for (CohortHeader header : headers) {
            makers(ExportRequest.all(folder, header, new Asking(catalog, asked)));
        }
        return AthenaFolder.read(folder, asked);
    }

    /**
     * A look at a vocabulary of the user before anything is asked of it.
     *
     * @throws org.anamnesis.problem.RequestException if it is of another version, or not whole
     */
    public static void check(Path folder) {
        AthenaFolder.check(folder);
    }

    /** Writes down which codes are asked for. */
    private record Asking(Catalog catalog, Set<String> asked) implements Catalog, Vocabulary {
        @Override
        public Optional<Concept> concept(String id) {
            return catalog.concept(id);
        }

        @Override
        public Optional<Measurand> measurand(String id) {
            return catalog.measurand(id);
        }

        @Override
        public Vocabulary vocabulary() {
            return this;
        }

        @Override
        public Optional<CdmConcept> find(String vocabulary, String code) {
            asked.add(CdmConcept.key(vocabulary, code));
            return Vocabulary.SEEN.find(vocabulary, code);
        }

        @Override
        public Optional<CdmConcept> find(int id) {
            return Vocabulary.SEEN.find(id);
        }

        @Override
        public String version() {
            return Vocabulary.SEEN.version();
        }
    }
}
