package org.anamnesis.database;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.anamnesis.export.RecordCheck.Finding;
import org.duckdb.DuckDBDriver;

/** Asks a DuckDB in memory, and keeps what fails. */
final class CdmQuery implements Closeable {
    private final Connection connection;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param aside folder for what memory does not hold
     */
    CdmQuery(Path aside) throws SQLException {
        connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        run("SET memory_limit = '1GB'");
        run("SET temp_directory = '" + aside.toString().replace("'", "''") + "'");
    }

    /** A statement that failed cannot be used again, so that each has its own. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    List<String> list(String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                all.add(String.valueOf(answer.getString(1)));
            }
        }
        return all;
    }

    /** Counts the rows of a table, alias t, that meet a condition. */
    void count(
            String check,
            String where,
            boolean error,
            String from,
            String condition,
            long of,
            String example)
            throws SQLException {
        report(
                check,
                where,
                error,
                number("SELECT count(*) FROM %s WHERE %s".formatted(from, condition)),
                of,
                example);
    }

    void report(String check, String where, boolean error, long failed, long of, String example) {
        if (failed > 0) {
            findings.add(new Finding(check, where, error, failed, of, example));
        }
    }

    /** Errors first, then the most frequent. */
    List<Finding> findings() {
        return findings.stream()
                .sorted(
                        Comparator.comparing((Finding f) -> !f.error())
                                .thenComparing(f -> -f.failed()))
                .toList();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close", e);
        }
    }
}
