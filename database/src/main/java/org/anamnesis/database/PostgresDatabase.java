package org.anamnesis.database;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.export.Database;
import org.anamnesis.export.omop.CdmDdl;
import org.anamnesis.problem.EnvironmentException;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * PostgreSQL by its address: tables, rows (by {@code COPY}) and keys in one transaction, so that
 * whatever breaks off leaves the database as it was.
 */
public final class PostgresDatabase implements Database {
    /** Older ones are out of support. */
    private static final int OLDEST = 12;

    /** Share of the time that making keys takes, about. */
    private static final double KEYS = 0.2;

    private static final String CONCEPT = "concept";

    @Override
    public boolean isNamed(String target) {
        return PostgresAddress.is(target);
    }

    @Override
    public Loaded load(Load load, Steps steps) {
        PostgresAddress address = PostgresAddress.of(load.target(), load.environment());
        CdmFolder folder = CdmFolder.of(load.folder());
        var trouble = new PostgresTrouble(address);
        steps.step("connecting", 0);
        try (Connection connection =
                new Driver().connect(address.jdbc(), address.properties(load.environment()))) {
            connection.setAutoCommit(false);
            check(connection, address);
            String schema = schema(connection, load);
            absent(connection, address, schema, folder.tables());
            List<String> notes = new ArrayList<>(folder.notes());
            Map<String, Long> rows = filled(connection, folder, notes, steps);
            commit(connection, address);
            steps.step("done", 1);
            String into = address.said() + (schema.equals("public") ? "" : ", schema " + schema);
            return new Loaded(into, rows, notes);
        } catch (SQLException e) {
            throw trouble.explained(e);
        } catch (IOException e) {
            throw CdmFolder.unreadable(e);
        }
    }

    private static void check(Connection connection, PostgresAddress address) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw PostgresTrouble.problem(
                    "load.version",
                    address.host(),
                    "The server is PostgreSQL %s"
                            .formatted(connection.getMetaData().getDatabaseProductVersion()),
                    "PostgreSQL " + OLDEST + " or newer");
        }
    }

    /** Makes the schema that is asked for; says the one in which tables will be made. */
    private static String schema(Connection connection, Load load) throws SQLException {
        if (load.schema().isPresent()) {
            String name = load.schema().get();
            String quoted = quoted(name);
            boolean there;
            try (PreparedStatement find =
                    connection.prepareStatement("SELECT 1 FROM pg_namespace WHERE nspname = ?")) {
                find.setString(1, name);
                try (ResultSet found = find.executeQuery()) {
                    there = found.next();
                }
            }
            if (!there) {
                run(connection, "CREATE SCHEMA " + quoted);
            }
            run(connection, "SET LOCAL search_path TO " + quoted);
        }
        try (Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery("SELECT current_schema()")) {
            answer.next();
            String schema = answer.getString(1);
            if (schema == null) {
                throw new SQLException("no schema", "3F000");
            }
            return schema;
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void absent(
            Connection connection, PostgresAddress address, String schema, List<String> tables)
            throws SQLException {
        String sql =
                "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = ? AND c.relname = ANY (?) ORDER BY relname";
        List<String> there = new ArrayList<>();
        try (PreparedStatement find = connection.prepareStatement(sql)) {
            find.setString(1, schema);
            find.setArray(2, connection.createArrayOf("text", tables.toArray()));
            try (ResultSet found = find.executeQuery()) {
                while (found.next()) {
                    there.add(found.getString(1));
                }
            }
        }
        if (!there.isEmpty()) {
            throw PostgresTrouble.problem(
                    "load.tables.there",
                    "%s, schema %s".formatted(address.database(), schema),
                    "Tables of these names are there already: " + String.join(", ", there),
                    "--schema NAME for a new schema, another database, or dropping them yourself");
        }
    }

    private static Map<String, Long> filled(
            Connection connection, CdmFolder folder, List<String> notes, Steps steps)
            throws SQLException, IOException {
        for (CdmFile file : folder.files()) {
            run(connection, CdmDdl.create(file.table(), CdmDdl.Dialect.POSTGRESQL));
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        Map<String, Long> rows = new LinkedHashMap<>();
        double all = folder.bytes();
        long before = 0;
        for (CdmFile file : folder.files()) {
            steps.step("loading " + file.table(), (1 - KEYS) * before / all);
            String sql =
                    "COPY %s (%s) FROM STDIN WITH (FORMAT csv, HEADER)"
                            .formatted(file.table(), String.join(", ", file.columns()));
            try (InputStream text = file.csv()) {
                rows.put(file.table(), copy.copyIn(sql, text));
            }
            before += file.bytes();
        }
        List<String> keys = CdmDdl.keys(keyed(connection, folder, notes));
        for (int k = 0; k < keys.size(); k++) {
            steps.step("checking keys", 1 - KEYS + KEYS * k / keys.size());
            run(connection, keys.get(k));
        }
        return rows;
    }

    /**
     * Tables whose keys hold. Concept 0 stands wherever there is none; without a row of its own no
     * table could refer to the concepts.
     */
    private static List<String> keyed(Connection connection, CdmFolder folder, List<String> notes)
            throws SQLException {
        List<String> tables = new ArrayList<>(folder.tables());
        if (tables.contains(CONCEPT)) {
            try (Statement ask = connection.createStatement();
                    ResultSet zero =
                            ask.executeQuery("SELECT 1 FROM concept WHERE concept_id = 0")) {
                if (!zero.next()) {
                    tables.remove(CONCEPT);
                    notes.add(
                            "The concept table has no row 0, for what has no concept: it was given no keys, and none refer to it.");
                }
            }
        }
        return tables;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void commit(Connection connection, PostgresAddress address) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
                throw new EnvironmentException(
                        "The connection to %s broke while it took the tables in; they are all there or none is: look before loading again."
                                .formatted(address.said()),
                        e);
            }
            throw e;
        }
    }
}
