package org.anamnesis.server;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How the server runs.
 *
 * @param host address that it listens at
 * @param port 0 for any that is free
 * @param folder where database and files lie
 * @param database JDBC URL of PostgreSQL; empty: SQLite in the folder
 * @param password of the database; empty text if it needs none
 * @param token that every request must show; empty: only for addresses of this machine
 * @param names further host names by which a proxy reaches it
 * @param limits what one user may ask
 * @param log file for a line a request; empty: none is kept
 */
public record ServerSettings(
        String host,
        int port,
        Path folder,
        Optional<String> database,
        String password,
        Optional<String> token,
        Set<String> names,
        Limits limits,
        Optional<Path> log) {
    /**
     * What is refused before any work begins.
     *
     * @param patients of one cohort
     * @param waiting jobs in the queue, of all users
     * @param minutes that one job may take
     * @param bytes that all files of one user may take
     * @param requestsPerSecond of one user; bursts of four seconds are let through
     */
    public record Limits(
            long patients, int waiting, int minutes, long bytes, int requestsPerSecond) {
        public static final Limits USUAL = new Limits(1_000_000, 20, 60, 20L << 30, 100);
    }

    public ServerSettings {
        requireNonNull(host, "host");
        requireNonNull(folder, "folder");
        requireNonNull(database, "database");
        requireNonNull(password, "password");
        requireNonNull(token, "token");
        names = Set.copyOf(names);
        requireNonNull(limits, "limits");
        requireNonNull(log, "log");
    }

    /** Without a log. */
    public ServerSettings(
            String host,
            int port,
            Path folder,
            Optional<String> database,
            String password,
            Optional<String> token,
            Set<String> names,
            Limits limits) {
        this(host, port, folder, database, password, token, names, limits, Optional.empty());
    }

    /** Only for this machine, in a folder. */
    public static ServerSettings local(Path folder, int port) {
        return new ServerSettings(
                "127.0.0.1",
                port,
                folder,
                Optional.empty(),
                "",
                Optional.empty(),
                Set.of(),
                Limits.USUAL);
    }

    /** The same without what nobody may read in a log. */
    @Override
    public String toString() {
        return "ServerSettings[%s:%d, %s]".formatted(host, port, folder);
    }
}
