package org.anamnesis.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.export.omop.CdmDdl;

/**
 * Reads the tables of a folder into DuckDB, each cell as the type of the standard; what is no such
 * value is counted and left empty, so that the checks of other cells can go on.
 */
final class CdmReader {
    /** Without them there is nothing to study (CDM 5.4 requires both). */
    private static final List<String> NEEDED = List.of("person", "observation_period");

    private final CdmQuery query;

    /** Columns of the tables that were read. */
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    CdmReader(CdmQuery query) {
        this.query = query;
    }

    Map<String, List<String>> read(Path folder) throws SQLException {
        for (String table : CdmDdl.tables()) {
            Path file = folder.resolve(table + ".csv");
            if (!Files.isRegularFile(file)) {
                file = folder.resolve(table + ".parquet");
            }
            if (Files.isRegularFile(file)) {
                read(table, file);
            } else if (NEEDED.contains(table)) {
                query.report("cdmTable", table, true, 1, 1, "the table is missing");
            }
        }
        return found;
    }

    private void read(String table, Path file) throws SQLException {
        String name = file.toString().replace("'", "''");
        String source =
                name.endsWith(".csv")
                        ? "read_csv('%s', all_varchar=true, header=true, delim=',', quote='\"', escape='\"', nullstr='')"
                                .formatted(name)
                        : "read_parquet('%s')".formatted(name);
        try {
            query.run("CREATE OR REPLACE TEMP TABLE raw AS SELECT * FROM " + source);
        } catch (SQLException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            query.report("unreadable", table, true, 1, 1, file.getFileName() + ": " + why);
            return;
        }
        List<String> there = query.list("SELECT lower(column_name) FROM (DESCRIBE raw)");
        long rows = query.number("SELECT count(*) FROM raw");
        List<String> select = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (String column : CdmDdl.columns(table)) {
            if (there.contains(column)) {
                kept.add(column);
                select.add(typed(table, column, rows) + " AS " + column);
            } else {
                boolean required = CdmDdl.required(table).contains(column);
                query.report(
                        "cdmField", table + "." + column, required, 1, 1, "the column is missing");
            }
        }
        for (String column : there) {
            if (!CdmDdl.columns(table).contains(column)) {
                query.report("cdmField", table + "." + column, false, 1, 1, "CDM 5.4 has none");
            }
        }
        if (!kept.isEmpty()) {
            query.run(
                    "CREATE TABLE %s AS SELECT %s FROM raw"
                            .formatted(table, String.join(", ", select)));
            found.put(table, kept);
        }
        if (rows == 0 && NEEDED.contains(table)) {
            query.report("tableNotEmpty", table, true, 1, 1, "the table has no rows");
        }
    }

    /** The cell as its type; counts what is none. */
    private String typed(String table, String column, long rows) throws SQLException {
        String type = CdmDdl.type(table, column);
        String where = table + "." + column;
        if (type.startsWith("varchar")) {
            if (!type.equals("varchar(max)")) {
                String width = type.replaceAll("\\D", "");
                String longer = "length(%s::VARCHAR) > %s".formatted(column, width);
                query.count("cdmWidth", where, true, "raw", longer, rows, "longer than " + width);
            }
            return column + "::VARCHAR";
        }
        String cast =
                "TRY_CAST(%s AS %s)"
                        .formatted(
                                column,
                                switch (type) {
                                    case "datetime" -> "TIMESTAMP";
                                    case "float" -> "DOUBLE";
                                    default -> type.toUpperCase(Locale.ROOT);
                                });
        query.count(
                "cdmDatatype",
                where,
                true,
                "raw",
                "%s IS NOT NULL AND %s IS NULL".formatted(column, cast),
                rows,
                "no " + type);
        return cast;
    }
}
