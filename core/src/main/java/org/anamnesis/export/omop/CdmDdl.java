package org.anamnesis.export.omop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * SQL that makes tables of the OMOP CDM 5.4 with the columns, types and keys of the standard's DDL.
 */
public final class CdmDdl {
    /** Where two databases differ. */
    public enum Dialect {
        /** Its keys are added by {@link #keys} when the rows are there, which is faster. */
        POSTGRESQL,
        /** Cannot add a key to a table that is there; NUMERIC would keep three digits. */
        DUCKDB
    }

    private CdmDdl() {}

    /** Names of the tables that can be made, in an order in which the first is a person. */
    public static List<String> tables() {
        return CdmLayout.tables();
    }

    /** Columns of a table in the order of the standard. */
    public static List<String> columns(String table) {
        return CdmLayout.columns(table);
    }

    /** Columns that no row may leave empty. */
    public static List<String> required(String table) {
        return columns(table).stream().filter(c -> CdmLayout.required(table, c)).toList();
    }

    /** Type of a column in the words of the standard, such as {@code varchar(50)}. */
    public static String type(String table, String column) {
        return CdmLayout.type(table, column);
    }

    /** The table whose key stands in a column, if it is one. */
    public static Optional<String> referred(String table, String column) {
        return CdmLayout.referred(table, column);
    }

    /** The domain that a concept in a column must be of, if the standard says one. */
    public static Optional<String> domain(String table, String column) {
        return CdmLayout.domain(table, column);
    }

    /** Makes an empty table. */
    public static String create(String table, Dialect dialect) {
        List<String> columns = new ArrayList<>();
        for (String column : columns(table)) {
            String type = type(CdmLayout.type(table, column), dialect);
            String required = CdmLayout.required(table, column) ? " NOT NULL" : "";
            columns.add("    " + column + " " + type + required);
        }
        if (dialect == Dialect.DUCKDB && hasKey(table)) {
            columns.add("    PRIMARY KEY (" + key(table) + ")");
        }
        return "CREATE TABLE " + table + " (\n" + String.join(",\n", columns) + "\n)";
    }

    private static String type(String of, Dialect dialect) {
        return switch (of) {
            case "datetime" -> "TIMESTAMP";
            case "float" -> dialect == Dialect.DUCKDB ? "DOUBLE" : "NUMERIC";
            case "varchar(max)" -> "TEXT";
            default -> of.toUpperCase(Locale.ROOT);
        };
    }

    private static String key(String table) {
        return table + "_id";
    }

    private static boolean hasKey(String table) {
        return columns(table).contains(key(table));
    }

    /**
     * Adds the primary keys of these tables, then the foreign keys among them.
     *
     * @param loaded names of tables; a reference to another is left unchecked
     */
    public static List<String> keys(Collection<String> loaded) {
        List<String> lines = new ArrayList<>();
        for (String table : loaded) {
            if (hasKey(table)) {
                lines.add("ALTER TABLE %s ADD PRIMARY KEY (%s)".formatted(table, key(table)));
            }
        }
        for (String table : loaded) {
            for (String column : columns(table)) {
                CdmLayout.referred(table, column)
                        .filter(loaded::contains)
                        .ifPresent(to -> lines.add(foreign(table, column, to)));
            }
        }
        return lines;
    }

    private static String foreign(String table, String column, String to) {
        return "ALTER TABLE %s ADD CONSTRAINT fk_%s_%s FOREIGN KEY (%s) REFERENCES %s (%s)"
                .formatted(table, table, column, column, to, key(to));
    }
}
