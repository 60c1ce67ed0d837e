package org.anamnesis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.anamnesis.export.Database;
import org.anamnesis.export.omop.CdmDdl;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.testkit.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading into a real PostgreSQL, if there is one: what is asked, and nothing half. */
class PostgresDatabaseTest {
    private static final String USER = "postgres";
    private static final String TABLES =
            "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')";

    private static Optional<PostgresServer> installed = Optional.empty();
    private static int databases;

    @TempDir private Path temp;
    private PostgresServer server;
    private String name;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        installed = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (installed.isPresent()) {
            installed.get().close();
        }
    }

    @BeforeEach
    void aDatabaseOfItsOwn() throws SQLException {
        assumeTrue(
                installed.isPresent(),
                "SKIPPED: no PostgreSQL is installed here (apt-get install -y postgresql)");
        server = installed.get();
        name = "cdm" + ++databases;
        server.execute(USER, "CREATE DATABASE " + name);
    }

    private Database.Loaded load(
            Path cdm, String url, String schema, Map<String, String> environment) {
        var load = new Database.Load(cdm, url, Optional.ofNullable(schema), environment);
        return new PostgresDatabase().load(load, (what, fraction) -> {});
    }

    private Database.Loaded load(Path cdm) {
        return load(cdm, server.url(USER, name), null, server.password());
    }

    private Problem problem(Path cdm, String url, Map<String, String> environment) {
        var wrong = assertThrows(RequestException.class, () -> load(cdm, url, null, environment));
        assertEquals(1, wrong.problems().size());
        assertFalse(wrong.getMessage().contains(PostgresServer.PASSWORD));
        return wrong.problems().get(0);
    }

    private void assertNothing() throws SQLException {
        assertEquals("0", server.ask(name, TABLES));
    }

    @Test
    void tablesRowsAndKeysAreThere() throws IOException, SQLException {
        Path cdm = Cdm.made(temp.resolve("a"), "omop");

        Database.Loaded done = load(cdm);

        assertEquals("database %s at 127.0.0.1:%d".formatted(name, server.port()), done.into());
        assertEquals(List.of(), done.notes());
        for (String table : CdmDdl.tables()) {
            long rows = Cdm.rows(cdm, table);
            assertEquals(rows, done.rows().get(table), table);
            assertEquals("" + rows, server.ask(name, "SELECT count(*) FROM " + table), table);
        }
        long keys = CdmDdl.keys(CdmDdl.tables()).size();
        assertEquals(
                "" + keys,
                server.ask(
                        name,
                        "SELECT count(*) FROM pg_constraint WHERE contype IN ('p', 'f') AND connamespace = 'public'::regnamespace"));
        assertTrue(keys > CdmDdl.tables().size() * 3L, "keys: " + keys);
        var broken =
                assertThrows(
                        SQLException.class,
                        () -> server.execute(name, "UPDATE measurement SET person_id = 9999"));
        assertEquals("23503", broken.getSQLState());
        broken =
                assertThrows(
                        SQLException.class,
                        () -> server.execute(name, "UPDATE person SET year_of_birth = NULL"));
        assertEquals("23502", broken.getSQLState());
    }

    @Test
    void parquetIsLoadedAlike() throws IOException, SQLException {
        Path csv = Cdm.made(temp.resolve("a"), "omop");
        load(csv);
        String sum = "SELECT sum(value_as_number) || ' ' || max(measurement_date) FROM measurement";
        String asked = server.ask(name, sum);
        load(
                Cdm.made(temp.resolve("b"), "omop-parquet"),
                server.url(USER, name),
                "of \"Parquet\"",
                server.password());
        assertEquals(
                asked, server.ask(name, sum.replace("FROM m", "FROM \"of \"\"Parquet\"\"\".m")));
    }

    @Test
    void aSecondLoadIsRefusedAndTheFirstStays() throws IOException, SQLException {
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        load(cdm);
        Problem there = problem(cdm, server.url(USER, name), server.password());
        assertEquals("load.tables.there", there.code());
        assertTrue(there.message().contains("visit_occurrence"), there.message());
        assertEquals("" + Cdm.PATIENTS, server.ask(name, "SELECT count(*) FROM person"));
    }

    /** In the last table, in the middle of one, by a key at the very end. */
    @Test
    void aDamagedRowLeavesNothing() throws IOException, SQLException {
        damaged("concept", 3, l -> l.replaceFirst("^\\d+", "two"), "concept_id");
        damaged("person", 200, l -> l.replaceFirst(",\\d{4},", ",,"), "not-null");
        damaged("person", 7, l -> l.replaceFirst("^\\d+", "100000"), "fk_");
        damaged("visit_occurrence", 5, l -> "", "visit_occurrence");
        damaged("location", 1, l -> l + "," + "x", "location");
    }

    private void damaged(String table, int line, UnaryOperator<String> change, String where)
            throws IOException, SQLException {
        Path cdm = Cdm.damaged(temp.resolve(table + line), table, line, change);
        Problem wrong = problem(cdm, server.url(USER, name), server.password());
        assertEquals("load.row", wrong.code());
        assertTrue((wrong.where() + wrong.message()).contains(where), wrong.toString());
        assertNothing();
    }

    @Test
    void columnsOfAnotherModelAreAllNamedBeforeConnecting() throws IOException {
        Path cdm =
                Cdm.damaged(temp.resolve("a"), "person", 0, l -> l.replace("year_of_", "yr_of_"));
        var wrong =
                assertThrows(
                        RequestException.class,
                        () -> load(cdm, "postgresql://nobody@127.0.0.1:1/x", null, Map.of()));
        assertEquals(
                List.of("load.column.unknown", "load.column.absent"),
                wrong.problems().stream().map(Problem::code).toList());
    }

    @Test
    void withoutRightsNothingIsThere() throws IOException, SQLException {
        server.execute(
                name,
                "CREATE ROLE guest LOGIN PASSWORD '" + PostgresServer.PASSWORD + "'",
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        Problem wrong = problem(cdm, server.url("guest", name), server.password());
        assertEquals("load.rights", wrong.code());
        assertNothing();
        var schema =
                assertThrows(
                        RequestException.class,
                        () -> load(cdm, server.url("guest", name), "own", server.password()));
        assertEquals("load.rights", schema.problems().get(0).code());
    }

    @Test
    void thePasswordComesFromVariableOrFileAndIsNeverShown() throws IOException {
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        String url = server.url(USER, name);
        assertEquals("load.password", problem(cdm, url, Map.of("PGPASSWORD", "wrong")).code());
        Path pass = temp.resolve("pgpass");
        Files.writeString(
                pass,
                "127.0.0.1:%d:*:%s:%s\n".formatted(server.port(), USER, PostgresServer.PASSWORD));
        Files.setPosixFilePermissions(pass, PosixFilePermissions.fromString("rw-------"));
        System.setProperty("org.postgresql.pgpassfile", temp.resolve("absent").toString());
        try {
            assertEquals("load.password", problem(cdm, url, Map.of()).code());
            System.setProperty("org.postgresql.pgpassfile", pass.toString());
            load(cdm, url, null, Map.of());
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
        String inside = url.replace("@", ":geheim%207*4@");
        Problem seen = problem(cdm, inside, Map.of());
        assertEquals("load.address.password", seen.code());
        assertFalse(seen.toString().contains("geheim"), seen.toString());
    }

    @Test
    void anAbsentDatabaseIsNamed() throws IOException {
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        Problem wrong = problem(cdm, server.url(USER, "elsewhere"), server.password());
        assertEquals("load.database.absent", wrong.code());
    }

    @Test
    void aStandbyTakesNothing() throws IOException, SQLException {
        server.execute(USER, "ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        assertEquals(
                "load.read-only", problem(cdm, server.url(USER, name), server.password()).code());
        assertNothing();
    }

    @Test
    void aServerThatIsDownIsSaidToBe() throws IOException {
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        var down =
                assertThrows(
                        EnvironmentException.class,
                        () -> load(cdm, "postgresql://x@127.0.0.1:1/x", null, Map.of()));
        assertTrue(down.getMessage().contains("127.0.0.1:1"), down.getMessage());
        assertTrue(down.getMessage().endsWith("Nothing was loaded."), down.getMessage());
    }

    /** At each step, the first to the last: the server ends the connection. */
    @Test
    void aConnectionThatBreaksLeavesNothing() throws IOException, SQLException {
        Path cdm = Cdm.made(temp.resolve("a"), "omop");
        for (String at : List.of("loading measurement", "loading concept", "checking keys")) {
            Database.Steps kill =
                    (what, fraction) -> {
                        if (what.equals(at)) {
                            terminate();
                        }
                    };
            var load =
                    new Database.Load(
                            cdm, server.url(USER, name), Optional.empty(), server.password());
            var broke =
                    assertThrows(
                            EnvironmentException.class,
                            () -> new PostgresDatabase().load(load, kill),
                            at);
            assertTrue(broke.getMessage().endsWith("Nothing was loaded."), broke.getMessage());
            assertNothing();
        }
    }

    private void terminate() {
        try {
            server.ask(
                    name,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'anamnesis'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables on a small disk of their own, the journal elsewhere; only root can attach one. */
    @Test
    void aFullDiskLeavesNothing() throws Exception {
        Path disk = server.folder().resolve("small");
        Files.createDirectory(disk);
        assumeTrue(
                PostgresServer.run(
                        List.of("mount", "-t", "tmpfs", "-o", "size=9m", "none", disk.toString())),
                "skipped: a small disk can only be attached by root");
        try {
            PostgresServer.run(List.of("chown", "postgres", disk.toString()));
            server.execute(
                    USER,
                    "CREATE TABLESPACE small LOCATION '" + disk + "'",
                    "ALTER DATABASE " + name + " SET default_tablespace = small");
            Path cdm = Cdm.made(temp.resolve("a"), "omop", 20_000);
            var full = assertThrows(EnvironmentException.class, () -> load(cdm));
            assertTrue(
                    full.getMessage().contains("disk of the database is full"), full.getMessage());
            assertNothing();
            server.execute(USER, "DROP DATABASE " + name, "DROP TABLESPACE small");
        } finally {
            PostgresServer.run(List.of("umount", disk.toString()));
        }
    }

    @Test
    void aConceptTableWithoutZeroHasNoKeys() throws IOException, SQLException {
        Path cdm = Cdm.damaged(temp.resolve("a"), "concept", 1, l -> "");
        Database.Loaded done = load(cdm);
        assertEquals(1, done.notes().size(), done.notes().toString());
        assertTrue(done.notes().get(0).contains("no row 0"), done.notes().toString());
    }
}
