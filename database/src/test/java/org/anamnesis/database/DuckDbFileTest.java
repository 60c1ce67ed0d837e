package org.anamnesis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.anamnesis.export.Database;
import org.anamnesis.export.omop.CdmDdl;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbFileTest {
    @TempDir private Path temp;

    private Database.Loaded load(Path cdm, Path file) {
        return load(cdm, file, null);
    }

    private static Database.Loaded load(Path cdm, Path file, String schema) {
        var load = new Database.Load(cdm, file.toString(), Optional.ofNullable(schema), Map.of());
        return new DuckDbFile().load(load, (what, fraction) -> {});
    }

    private static String ask(Path file, String sql) throws SQLException {
        try (Connection connection =
                        new DuckDBDriver().connect("jdbc:duckdb:" + file, new Properties());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    void csvAndParquetMakeTheSameFile() throws IOException, SQLException {
        Path csv = Cdm.made(temp.resolve("it's csv"), "omop");
        Path one = temp.resolve("one.duckdb");
        Database.Loaded done = load(csv, one);
        Path two = temp.resolve("two.duckdb");
        load(Cdm.made(temp.resolve("parquet"), "omop-parquet"), two);
        for (String table : CdmDdl.tables()) {
            assertEquals(Cdm.rows(csv, table), done.rows().get(table), table);
            // the apostrophe of a CSV cell protects spreadsheets; a Parquet file needs none
            String row = "replace(replace(t::text, '''', ''), '\\', '')";
            String all =
                    "SELECT count(*) || ' ' || md5(string_agg(%s, '' ORDER BY %s)) FROM %s t"
                            .formatted(row, row, table);
            assertEquals(ask(one, all), ask(two, all), table);
        }
        // more digits than NUMERIC keeps in DuckDB
        assertEquals("DOUBLE", ask(one, "SELECT typeof(value_as_number) FROM measurement LIMIT 1"));
    }

    @Test
    void aFileThatIsThereStays() throws IOException {
        Path file = Files.writeString(temp.resolve("mine.duckdb"), "mine");
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        var wrong = assertThrows(RequestException.class, () -> load(cdm, file));
        assertEquals("load.file.there", wrong.problems().get(0).code());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aDamagedRowLeavesNoFile() throws IOException {
        Path cdm =
                Cdm.damaged(temp.resolve("a"), "concept", 3, l -> l.replaceFirst("^\\d+", "two"));
        var wrong = assertThrows(RequestException.class, () -> load(cdm, temp.resolve("x.duckdb")));
        Problem row = wrong.problems().get(0);
        assertEquals("load.row", row.code());
        assertTrue(row.where().contains("concept.csv"), row.toString());
        assertEquals(List.of(), left());
    }

    @Test
    void aSchemaIsNotForAFile() throws IOException {
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        var wrong =
                assertThrows(
                        RequestException.class, () -> load(cdm, temp.resolve("x.duckdb"), "cdm"));
        assertEquals("load.schema.duckdb", wrong.problems().get(0).code());
    }

    /** A number of a process that cannot be: what it left is removed, what we do not know stays. */
    @Test
    void whatAKilledRunLeftIsRemoved() throws IOException {
        Files.writeString(temp.resolve(".x.duckdb.partial-4194999"), "half");
        Files.writeString(temp.resolve(".x.duckdb.partial-mine"), "mine");
        load(Cdm.made(temp.resolve("a"), "omop"), temp.resolve("x.duckdb"));
        assertEquals(
                List.of(".x.duckdb.partial-mine", "x.duckdb"), left().stream().sorted().toList());
    }
}
