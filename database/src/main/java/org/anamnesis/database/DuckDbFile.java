package org.anamnesis.database;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.anamnesis.export.Database;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.export.omop.CdmDdl;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.duckdb.DuckDBDriver;

/**
 * A new DuckDB file, written beside its place and put there when it is whole. DuckDB cannot add
 * foreign keys to a table; primary keys and required columns hold.
 */
public final class DuckDbFile implements Database {
    @Override
    public boolean isNamed(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        return !name.contains("://") && (name.endsWith(".duckdb") || name.endsWith(".ddb"));
    }

    @Override
    public Loaded load(Load load, Steps steps) {
        Path target = Path.of(load.target()).toAbsolutePath().normalize();
        CdmFolder folder = CdmFolder.of(load.folder());
        if (Files.exists(target)) {
            throw problem(
                    "load.file.there",
                    load.target(),
                    "A file of this name is there already",
                    "another name, or deleting it yourself");
        }
        if (load.schema().isPresent()) {
            throw problem(
                    "load.schema.duckdb",
                    "--schema " + load.schema().get(),
                    "A new DuckDB file has one schema",
                    "no --schema");
        }
        Path partial = null;
        try {
            Files.createDirectories(target.getParent());
            String name = "." + target.getFileName() + ".partial-";
            abandon(target.getParent(), name);
            partial = target.resolveSibling(name + ProcessHandle.current().pid());
            Map<String, Long> rows = filled(partial, folder, steps);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            steps.step("done", 1);
            return new Loaded("DuckDB file " + load.target(), rows, folder.notes());
        } catch (IOException e) {
            throw DiskTrouble.explain(e, target);
        } catch (SQLException e) {
            throw explained(e, load.target());
        } finally {
            discard(partial);
        }
    }

    private static Map<String, Long> filled(Path file, CdmFolder folder, Steps steps)
            throws SQLException, IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        double all = folder.bytes();
        long before = 0;
        try (Connection connection =
                        new DuckDBDriver().connect("jdbc:duckdb:" + file, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            for (CdmFile table : folder.files()) {
                steps.step("loading " + table.table(), before / all);
                statement.execute(CdmDdl.create(table.table(), CdmDdl.Dialect.DUCKDB));
                String options =
                        table.isCsv()
                                ? "FORMAT csv, HEADER, DELIM ',', QUOTE '\"', ESCAPE '\"', NULLSTR ''"
                                : "FORMAT parquet";
                String sql =
                        "COPY %s (%s) FROM '%s' (%s)"
                                .formatted(
                                        table.table(),
                                        String.join(", ", table.columns()),
                                        table.file().toString().replace("'", "''"),
                                        options);
                try {
                    rows.put(table.table(), (long) statement.executeUpdate(sql));
                } catch (SQLException e) {
                    throw explained(e, table.file().getFileName().toString());
                }
                before += table.bytes();
            }
            statement.execute("COMMIT");
        }
        return rows;
    }

    /** What runs that were killed left behind. */
    private static void abandon(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(prefix)) {
                    String pid = name.substring(prefix.length()).replaceAll("\\D.*", "");
                    if (!pid.isEmpty() && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static void discard(Path partial) {
        if (partial != null) {
            try {
                Files.deleteIfExists(partial);
                Files.deleteIfExists(partial.resolveSibling(partial.getFileName() + ".wal"));
            } catch (IOException stays) {
                partial.toFile().deleteOnExit();
            }
        }
    }

    /**
     * @param what file that was read or written
     */
    private static RuntimeException explained(SQLException e, String what) {
        String all = String.valueOf(e.getMessage());
        String reason = all.lines().limit(3).map(String::strip).collect(joining(", "));
        boolean row =
                reason.startsWith("Constraint")
                        || reason.startsWith("Conversion")
                        || reason.startsWith("Invalid Input");
        if (row) {
            return problem(
                    "load.row",
                    what,
                    "A row breaks a rule of OMOP CDM 5.4 (" + reason + ")",
                    "tables as generate --format omop writes them, unchanged");
        }
        return new EnvironmentException(
                "DuckDB failed at %s (%s). Nothing was loaded.".formatted(what, reason), e);
    }

    private static RequestException problem(
            String code, String where, String message, String suggestion) {
        return new RequestException(List.of(new Problem(code, where, message, suggestion)));
    }
}
