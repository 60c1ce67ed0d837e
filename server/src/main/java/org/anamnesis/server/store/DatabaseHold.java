package org.anamnesis.server.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.server.ServerSettings;

/**
 * A database of PostgreSQL, held for as long as one server runs: two would take up each other's
 * jobs, whose files lie in two folders. It is an advisory lock of a connection of its own, which
 * PostgreSQL gives back when the process has ended, however it ended. A database in a file needs
 * none: its folder is held.
 */
public final class DatabaseHold implements AutoCloseable {
    /** Says that a lock is of servers of this program; the second half is of the schema. */
    private static final int OURS = 0x414e414d;

    private static final String TAKE =
            "select pg_try_advisory_lock(" + OURS + ", hashtext(current_schema()))";

    /** Ends the hold of a machine that is gone, of which no word comes, after a minute. */
    private static final String NOTICE =
            "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

    /** A server that was ended a moment ago may still hold it. */
    private static final int TRIES = 20;

    private static final long PAUSE = 150; // milliseconds
    private static final int PATIENCE = 5; // seconds

    private final ServerSettings settings;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    r -> {
                        var thread = new Thread(r, "database-hold");
                        thread.setDaemon(true);
                        return thread;
                    });
    private Optional<ScheduledFuture<?>> looks = Optional.empty();
    private Connection connection;
    private boolean lost;

    private DatabaseHold(ServerSettings settings, Connection connection) {
        this.settings = settings;
        this.connection = connection;
    }

    /**
     * Nothing is held if the settings name no database.
     *
     * @throws EnvironmentException if another server has it, or it cannot be reached
     */
    public static Optional<DatabaseHold> take(ServerSettings settings) {
        if (settings.database().isEmpty()) {
            return Optional.empty();
        }
        try {
            for (int i = 0; i < TRIES; i++) {
                Connection connection = connected(settings);
                if (taken(connection)) {
                    return Optional.of(new DatabaseHold(settings, connection));
                }
                connection.close();
                Thread.sleep(PAUSE);
            }
        } catch (SQLException e) {
            throw new EnvironmentException(
                    "The database cannot be opened: " + Database.reason(e) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new EnvironmentException(
                "Another server uses this database, with a folder of its own; end it, or give this one another database. One server has one database and one folder.",
                null);
    }

    private static Connection connected(ServerSettings settings) throws SQLException {
        var given = new Properties();
        given.setProperty("password", settings.password());
        given.setProperty("connectTimeout", "" + PATIENCE);
        return DriverManager.getConnection(settings.database().orElseThrow(), given);
    }

    private static boolean taken(Connection connection) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(NOTICE);
            try (ResultSet found = s.executeQuery(TAKE)) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    /**
     * Looks after the connection.
     *
     * @param whenLost told once, should another server have taken the database while it was broken
     */
    public synchronized void watch(Runnable whenLost) {
        looks =
                Optional.of(
                        watch.scheduleWithFixedDelay(
                                () -> look(whenLost), PATIENCE, PATIENCE, TimeUnit.SECONDS));
    }

    /** A connection that broke is made anew, and the database taken again if nobody else has. */
    synchronized void look(Runnable whenLost) {
        try {
            if (lost || connection.isValid(PATIENCE)) {
                return;
            }
            connection.close();
            Connection again = connected(settings);
            if (taken(again)) {
                connection = again;
            } else {
                again.close();
                lost = true;
                whenLost.run();
            }
        } catch (SQLException down) {
            // It is not there at present; whoever asks for something of it is told so.
            return;
        }
    }

    @Override
    public synchronized void close() {
        looks.ifPresent(l -> l.cancel(false));
        watch.shutdownNow();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new EnvironmentException("The database cannot be given back.", e);
        }
    }
}
