package org.anamnesis.export.omop;

import java.util.ArrayList;
import java.util.List;

/** SQL that loads the tables of the folder into a database, in one transaction: all or none. */
final class LoadScript {
    private final List<String> tables;

    LoadScript(List<String> tables) {
        this.tables = List.copyOf(tables);
    }

    /** For {@code psql}, whose own command reads files where it runs. */
    String postgres() {
        List<String> lines = new ArrayList<>();
        lines.add("-- In this folder: psql \"$URL\" -v ON_ERROR_STOP=1 -f load_postgresql.sql");
        lines.add("-- The tables must not be there; SET search_path before it for a schema.");
        lines.add("BEGIN;");
        tables.forEach(t -> lines.add(CdmDdl.create(t, CdmDdl.Dialect.POSTGRESQL) + ";"));
        tables.forEach(
                t -> lines.add("\\copy " + t + " FROM '" + t + ".csv' WITH (FORMAT csv, HEADER)"));
        CdmDdl.keys(tables).forEach(k -> lines.add(k + ";"));
        lines.add("COMMIT;");
        return String.join("\n", lines) + "\n";
    }

    /** For DuckDB, whose keys are part of the table. */
    String duckDb() {
        return duckDb("load_duckdb.sql", "csv", "HEADER");
    }

    /** For DuckDB, of files in another format that it reads. */
    String duckDb(String ending) {
        return duckDb("load_duckdb_" + ending + ".sql", ending, "FORMAT " + ending);
    }

    private String duckDb(String name, String ending, String options) {
        List<String> lines = new ArrayList<>();
        lines.add("-- In this folder: duckdb cdm.duckdb -f " + name);
        lines.add("BEGIN;");
        tables.forEach(t -> lines.add(CdmDdl.create(t, CdmDdl.Dialect.DUCKDB) + ";"));
        tables.forEach(
                t -> lines.add("COPY %s FROM '%s.%s' (%s);".formatted(t, t, ending, options)));
        lines.add("COMMIT;");
        return String.join("\n", lines) + "\n";
    }
}
