package org.anamnesis.export.omop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * SQL that loads the tables of the folder into a database, in one transaction: all of them or none.
 * Columns and types are those of the standard's DDL; keys are set at the end.
 */
final class LoadScript {
    private static final String PERSON = "person";
    private static final String VISIT = "visit_occurrence";

    /** Tables whose rows have no key of their own. */
    private static final List<String> WITHOUT_KEY = List.of("cdm_source");

    private final List<String> tables;

    /**
     * @param tables in an order in which what is referred to comes first
     */
    LoadScript(List<String> tables) {
        this.tables = List.copyOf(tables);
    }

    /** For {@code psql}, whose own command reads files where it runs. */
    String postgres() {
        List<String> lines = new ArrayList<>();
        lines.add("-- In this folder: psql \"$URL\" -v ON_ERROR_STOP=1 -f load_postgresql.sql");
        lines.add("-- The tables must not be there; SET search_path before it for a schema.");
        lines.add("BEGIN;");
        tables.forEach(t -> lines.add(create(t, false)));
        tables.forEach(
                t -> lines.add("\\copy " + t + " FROM '" + t + ".csv' WITH (FORMAT csv, HEADER)"));
        tables.forEach(t -> lines.addAll(keys(t)));
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
        tables.forEach(t -> lines.add(create(t, true)));
        tables.forEach(
                t -> lines.add("COPY %s FROM '%s.%s' (%s);".formatted(t, t, ending, options)));
        lines.add("COMMIT;");
        return String.join("\n", lines) + "\n";
    }

    private static String create(String table, boolean key) {
        List<String> columns = new ArrayList<>();
        for (String column : CdmLayout.columns(table)) {
            columns.add(
                    "    "
                            + column
                            + " "
                            + type(CdmLayout.type(table, column))
                            + (CdmLayout.required(table, column) ? " NOT NULL" : ""));
        }
        if (key && !WITHOUT_KEY.contains(table)) {
            columns.add("    PRIMARY KEY (" + key(table) + ")");
        }
        return "CREATE TABLE " + table + " (\n" + String.join(",\n", columns) + "\n);";
    }

    private static String type(String of) {
        return switch (of) {
            case "datetime" -> "TIMESTAMP";
            case "float" -> "NUMERIC";
            case "varchar(max)" -> "TEXT";
            default -> of.toUpperCase(Locale.ROOT);
        };
    }

    /** The first column is the key in every table of the standard that has one. */
    private static String key(String table) {
        return CdmLayout.columns(table).get(0);
    }

    private List<String> keys(String table) {
        List<String> lines = new ArrayList<>();
        if (!WITHOUT_KEY.contains(table)) {
            lines.add("ALTER TABLE " + table + " ADD PRIMARY KEY (" + key(table) + ");");
        }
        for (String to : List.of(PERSON, VISIT)) {
            boolean refers = CdmLayout.columns(table).contains(to + "_id");
            if (refers && !table.equals(to) && tables.contains(to)) {
                lines.add(
                        "ALTER TABLE "
                                + table
                                + " ADD FOREIGN KEY ("
                                + to
                                + "_id) REFERENCES "
                                + to
                                + " ("
                                + to
                                + "_id);");
            }
        }
        return lines;
    }
}
