package org.anamnesis.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.server.ServerSettings;
import org.anamnesis.server.web.WebServer;
import org.anamnesis.testkit.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a PostgreSQL server of our own; each test has a database of its own. */
final class PostgresStoreTest extends StoreContract {
    private static Optional<PostgresServer> installed = Optional.empty();
    private static int made;

    @TempDir private Path folder;
    private String name = "";

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        installed = PostgresServer.start();
        Assumptions.assumeTrue(
                installed.isPresent(),
                "SKIPPED: no PostgreSQL server is installed here, so the store is tested with SQLite alone (apt-get install -y postgresql)");
    }

    @AfterAll
    static void stop() throws IOException {
        if (installed.isPresent()) {
            installed.get().close();
        }
    }

    private static PostgresServer server() {
        return installed.orElseThrow();
    }

    @Override
    @BeforeEach
    void open() {
        if (name.isEmpty()) {
            name = "store" + made++;
            try {
                server().execute("postgres", "CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        super.open();
    }

    @Override
    ServerSettings settings() {
        return settings(server().port(), name, PostgresServer.PASSWORD);
    }

    private ServerSettings settings(int port, String database, String password) {
        return new ServerSettings(
                "127.0.0.1",
                0,
                folder,
                Optional.of(url(port, database) + "?user=postgres"),
                password,
                Optional.empty(),
                Set.of(),
                ServerSettings.Limits.USUAL);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    Connection raw() throws SQLException {
        return DriverManager.getConnection(
                url(server().port(), name), "postgres", PostgresServer.PASSWORD);
    }

    private static String refused(ServerSettings settings) {
        return assertThrows(EnvironmentException.class, () -> Database.open(settings)).getMessage();
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated() {
        String message = refused(settings(server().port(), name, "Wrong horse"));
        assertTrue(message.contains("password authentication failed"), message);
        assertFalse(message.contains("Wrong horse"), message);
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() {
        String message = refused(settings(server().port(), "nowhere", PostgresServer.PASSWORD));
        assertTrue(message.contains("\"nowhere\" does not exist"), message);
    }

    @Test
    void aServerThatIsDownIsSaid() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String message = refused(settings(port, name, PostgresServer.PASSWORD));
        assertTrue(message.contains("refused"), message);
    }

    /** Connections that broke are no end: the next question opens others. */
    @Test
    void connectionsThatBreakAreReplaced() throws SQLException {
        try (Database database = Database.open(settings())) {
            var talks = new TalkStore(database);
            talks.list("anna", Place.START, 1);
            cut();
            for (int i = 0; i < 20; i++) {
                try {
                    talks.list("anna", Place.START, 1);
                    return;
                } catch (EnvironmentException broken) {
                    assertTrue(broken.getMessage().startsWith("The database failed"));
                }
            }
            throw new AssertionError("never connected again");
        }
    }

    /** Whose files lie in another folder; the folders know nothing of each other. */
    @Tag("slow")
    @Test
    void aSecondServerOfTheSameDatabaseIsToldSo() {
        DatabaseHold first = DatabaseHold.take(settings()).orElseThrow();
        String message =
                assertThrows(EnvironmentException.class, () -> DatabaseHold.take(settings()))
                        .getMessage();
        assertTrue(message.startsWith("Another server uses this database"), message);
        first.close();
        try (WebServer server =
                WebServer.start(settings(), Anamnesis.bundled(), System::currentTimeMillis)) {
            assertTrue(server.port() > 0);
            assertThrows(EnvironmentException.class, () -> DatabaseHold.take(settings()));
        }
        DatabaseHold.take(settings()).orElseThrow().close();
    }

    @Tag("slow")
    @Test
    void aHoldThatBreaksIsTakenAgainUnlessSomebodyElseHasIt() throws SQLException {
        var lost = new AtomicInteger();
        try (DatabaseHold hold = DatabaseHold.take(settings()).orElseThrow()) {
            hold.look(lost::incrementAndGet);
            cut();
            hold.look(lost::incrementAndGet);
            assertThrows(EnvironmentException.class, () -> DatabaseHold.take(settings()));
            assertEquals(0, lost.get(), "taken again");
            cut();
            try (DatabaseHold other = DatabaseHold.take(settings()).orElseThrow();
                    Database database = Database.open(settings())) {
                hold.look(lost::incrementAndGet);
                hold.look(lost::incrementAndGet);
                assertEquals(1, lost.get(), "told once");
                assertTrue(database.answers());
                database.giveUp();
                String message =
                        assertThrows(EnvironmentException.class, database::answers).getMessage();
                assertTrue(message.startsWith("Another server has taken"), message);
                other.look(lost::incrementAndGet);
                assertEquals(1, lost.get(), "the other one keeps it");
            }
        }
    }

    private void cut() throws SQLException {
        server().ask(
                        "postgres",
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where datname = '"
                                + name
                                + "'");
    }

    @Test
    @Tag("slow")
    void aServerThatGoesDownMeanwhileIsSaidSoon()
            throws IOException, InterruptedException, SQLException {
        PostgresServer other = PostgresServer.start().orElseThrow();
        ServerSettings there = settings(other.port(), "postgres", PostgresServer.PASSWORD);
        try (Database database = Database.open(there)) {
            var talks = new TalkStore(database);
            talks.begin("a", "anna", "title", Conversation.EMPTY, 1);
            other.close();
            long began = System.nanoTime();
            String message =
                    assertThrows(EnvironmentException.class, () -> talks.find("anna", "a"))
                            .getMessage();
            assertTrue(message.startsWith("The database failed"), message);
            assertTrue(System.nanoTime() - began < 20e9, "told within 20 s");
        }
    }
}
