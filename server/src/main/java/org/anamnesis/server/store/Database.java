package org.anamnesis.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.server.ServerSettings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * What the server keeps: SQLite in one file, or PostgreSQL. A commit has reached the disk when it
 * returns, so that whatever was acknowledged outlives a killed process.
 */
public final class Database implements AutoCloseable {
    private static final String FILE = "anamnesis.db";

    /** Connections to PostgreSQL; SQLite has one, for it writes one after the other anyway. */
    private static final int CONNECTIONS = 8;

    /** Whoever asks while PostgreSQL is down is told so after this time, in milliseconds. */
    private static final int PATIENCE = 5_000;

    private final HikariDataSource source;
    private volatile boolean taken;

    private Database(HikariDataSource source) {
        this.source = source;
    }

    /**
     * Opens and, where it is older, migrates it.
     *
     * @throws EnvironmentException if it cannot be reached, or is of a newer version
     */
    public static Database open(ServerSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("anamnesis");
        config.setAutoCommit(true);
        if (settings.database().isPresent()) {
            config.setJdbcUrl(settings.database().get());
            config.setPassword(settings.password());
            config.setMaximumPoolSize(CONNECTIONS);
            config.setConnectionTimeout(PATIENCE);
        } else {
            config.setJdbcUrl("jdbc:sqlite:" + file(settings.folder()));
            config.setMaximumPoolSize(1);
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("foreign_keys", "true");
            config.addDataSourceProperty("busy_timeout", "10000");
        }
        HikariDataSource source;
        try {
            source = new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new EnvironmentException("The database cannot be opened: " + reason(e) + ".", e);
        }
        try {
            migrate(source);
        } catch (FlywayException e) {
            source.close();
            throw new EnvironmentException(
                    "The database is of a newer version of this program, or damaged: "
                            + firstLine(e)
                            + ".",
                    e);
        }
        return new Database(source);
    }

    private static Path file(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The folder %s cannot be made (%s).".formatted(folder, e.getMessage()), e);
        }
        return folder.resolve(FILE).toAbsolutePath();
    }

    private static void migrate(HikariDataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:org/anamnesis/server/migration")
                .ignoreMigrationPatterns(new String[0]) // a later version's is not ours to ignore
                .loggers("slf4j")
                .load()
                .migrate();
    }

    static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .limit(2)
                .reduce("", (a, b) -> a + " " + b)
                .strip();
    }

    /** What a row is made of. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Several statements that hold together or not at all. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Whether it answers. */
    public boolean answers() {
        return one("select 1", r -> r.getInt(1)).isPresent();
    }

    /** Another server has it: nothing of it is read or written any more. */
    public void giveUp() {
        taken = true;
    }

    private Connection connection() throws SQLException {
        if (taken) {
            throw new EnvironmentException(
                    "Another server has taken this server's database while their connection was broken; end one of the two.",
                    null);
        }
        return source.getConnection();
    }

    <T> T together(Work<T> work) {
        try (Connection c = connection()) {
            c.setAutoCommit(false);
            try {
                T done = work.in(c);
                c.commit();
                c.setAutoCommit(true);
                return done;
            } catch (SQLException | RuntimeException e) {
                undo(c, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What SQLite has undone itself, on a full disk, cannot be undone once more. */
    private static void undo(Connection c, Exception why) {
        try {
            c.rollback();
            c.setAutoCommit(true);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    <T> List<T> all(String sql, Row<T> row, Object... values) {
        try (Connection c = connection();
                PreparedStatement s = prepared(c, sql, values);
                ResultSet found = s.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row.of(found));
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... values) {
        return all(sql, row, values).stream().findFirst();
    }

    int change(String sql, Object... values) {
        try (Connection c = connection()) {
            return change(c, sql, values);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static int change(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement s = prepared(c, sql, values)) {
            return s.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection c, String sql, Object... values)
            throws SQLException {
        PreparedStatement s = c.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            s.setObject(i + 1, values[i]);
        }
        return s;
    }

    /** A full disk, a lost connection; without the statement's values. */
    private static EnvironmentException failed(SQLException e) {
        if (reason(e).contains("SQLITE_FULL")) {
            return new EnvironmentException("The server's disk is full.", e);
        }
        return new EnvironmentException("The database failed: " + reason(e) + ".", e);
    }

    @Override
    public void close() {
        source.close();
    }
}
