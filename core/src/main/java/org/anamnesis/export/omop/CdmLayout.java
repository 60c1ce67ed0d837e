package org.anamnesis.export.omop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.export.Column;

/**
 * Tables and columns of the OMOP CDM 5.4 that are written. Source: OHDSI CommonDataModel,
 * OMOP_CDMv5.4_Field_Level.csv.
 */
final class CdmLayout {
    private record Field(String type, boolean required) {}

    private static final Map<String, Map<String, Field>> TABLES = read();

    /** By {@code table.column}. */
    private static final Map<String, Key> KEYS = keys();

    /**
     * What a column refers to.
     *
     * @param domain that the concept must be of, empty if any
     */
    private record Key(String table, String domain) {}

    private CdmLayout() {}

    private static Map<String, Map<String, Field>> read() {
        Map<String, Map<String, Field>> tables = new LinkedHashMap<>();
        for (String line : lines("cdm54.tsv")) {
            String[] f = line.split("\t", -1);
            tables.computeIfAbsent(f[0], t -> new LinkedHashMap<>())
                    .put(f[1], new Field(f[2], f[3].equals("required")));
        }
        return tables;
    }

    private static Map<String, Key> keys() {
        Map<String, Key> keys = new HashMap<>();
        for (String line : lines("cdm54keys.tsv")) {
            String[] f = line.split("\t", -1);
            keys.put(f[0] + "." + f[1], new Key(f[2], f[3]));
        }
        return keys;
    }

    /** Lines of a resource beside this class, comments left out. */
    static List<String> lines(String resource) {
        try (InputStream in = CdmLayout.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> tables() {
        return List.copyOf(TABLES.keySet());
    }

    /** The table whose key stands in a column, if it is one. */
    static Optional<String> referred(String table, String column) {
        return Optional.ofNullable(KEYS.get(table + "." + column)).map(Key::table);
    }

    /** The domain that a concept in a column must be of, if the standard says one. */
    static Optional<String> domain(String table, String column) {
        return Optional.ofNullable(KEYS.get(table + "." + column))
                .map(Key::domain)
                .filter(d -> !d.isEmpty());
    }

    static List<String> columns(String table) {
        return List.copyOf(TABLES.get(table).keySet());
    }

    static boolean required(String table, String column) {
        return field(table, column).required();
    }

    /** As the standard's DDL writes it. */
    static String type(String table, String column) {
        return field(table, column).type();
    }

    /** What a cell of the column is where cells have types. */
    static Column.Cell cell(String table, String column) {
        return switch (type(table, column)) {
            case "integer" -> Column.Cell.WHOLE;
            case "float" -> Column.Cell.REAL;
            case "date" -> Column.Cell.DATE;
            case "datetime" -> Column.Cell.MOMENT;
            default -> Column.Cell.TEXT;
        };
    }

    /** Characters that the column holds. */
    static int width(String table, String column) {
        String type = field(table, column).type();
        boolean bounded = type.startsWith("varchar(") && !type.equals("varchar(max)");
        return bounded ? Integer.parseInt(type.substring(8, type.length() - 1)) : 4000;
    }

    private static Field field(String table, String column) {
        Field field = TABLES.get(table).get(column);
        if (field == null) {
            throw new IllegalArgumentException("the CDM has no " + table + "." + column);
        }
        return field;
    }
}
