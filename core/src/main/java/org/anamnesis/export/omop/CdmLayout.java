package org.anamnesis.export.omop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables and columns of the OMOP CDM 5.4 that are written. Source: OHDSI CommonDataModel,
 * OMOP_CDMv5.4_Field_Level.csv.
 */
final class CdmLayout {
    private record Cell(String type, boolean required) {}

    private static final Map<String, Map<String, Cell>> TABLES = read();

    private CdmLayout() {}

    private static Map<String, Map<String, Cell>> read() {
        Map<String, Map<String, Cell>> tables = new LinkedHashMap<>();
        for (String line : lines("cdm54.tsv")) {
            String[] f = line.split("\t", -1);
            tables.computeIfAbsent(f[0], t -> new LinkedHashMap<>())
                    .put(f[1], new Cell(f[2], f[3].equals("required")));
        }
        return tables;
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

    static List<String> columns(String table) {
        return List.copyOf(TABLES.get(table).keySet());
    }

    static boolean required(String table, String column) {
        return cell(table, column).required();
    }

    /** As the standard's DDL writes it. */
    static String type(String table, String column) {
        return cell(table, column).type();
    }

    /** Characters that the column holds. */
    static int width(String table, String column) {
        String type = cell(table, column).type();
        boolean bounded = type.startsWith("varchar(") && !type.equals("varchar(max)");
        return bounded ? Integer.parseInt(type.substring(8, type.length() - 1)) : 4000;
    }

    private static Cell cell(String table, String column) {
        Cell cell = TABLES.get(table).get(column);
        if (cell == null) {
            throw new IllegalArgumentException("the CDM has no " + table + "." + column);
        }
        return cell;
    }
}
