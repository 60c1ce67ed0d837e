package org.anamnesis.database;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in people's words why PostgreSQL did not load the tables, by its SQLSTATE. */
final class PostgresTrouble {
    private static final String NOTHING = " Nothing was loaded.";

    private final PostgresAddress address;

    PostgresTrouble(PostgresAddress address) {
        this.address = address;
    }

    RuntimeException explained(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String who = "%s@%s:%d".formatted(address.user(), address.host(), address.port());
        return switch (state) {
            case "28P01", "28000", "08004" ->
                    problem(
                            "load.password",
                            who,
                            "The server does not let this user in with the password that was found ("
                                    + reason(e)
                                    + ")",
                            "the password in PGPASSWORD, or a line HOST:PORT:DATABASE:USER:PASSWORD in a file of PGPASSFILE");
            case "3D000" ->
                    problem(
                            "load.database.absent",
                            address.database(),
                            "The server has no database of this name",
                            "createdb " + address.database() + ", or another name");
            case "3F000" ->
                    problem(
                            "load.schema.absent",
                            address.database(),
                            "The user has no schema to make tables in",
                            "--schema NAME");
            case "42501" ->
                    problem(
                            "load.rights",
                            who,
                            "The user lacks a right (" + reason(e) + ")",
                            "a user who may make tables there, a schema of her own (--schema), or GRANT CREATE ON SCHEMA by its owner");
            case "42P07" ->
                    problem(
                            "load.tables.there",
                            address.database(),
                            "A table of this name is there already (" + reason(e) + ")",
                            "--schema NAME for a new schema, or another database");
            case "25006" ->
                    problem(
                            "load.read-only",
                            address.host(),
                            "The server takes no changes: a standby, or read-only",
                            "the address of the primary server");
            case "53100" -> failure("The disk of the database is full (" + reason(e) + ").", e);
            case "53300" ->
                    failure(
                            "The server lets no further connection in ("
                                    + reason(e)
                                    + "); try again later.",
                            e);
            case "57014" ->
                    failure(
                            "The server broke off what took it too long ("
                                    + reason(e)
                                    + "); its statement_timeout is too short for this.",
                            e);
            default -> byClass(state, e);
        };
    }

    private RuntimeException byClass(String state, SQLException e) {
        String kind = state.length() < 2 ? "" : state.substring(0, 2);
        return switch (kind) {
            case "22", "23" ->
                    problem(
                            "load.row",
                            place(e),
                            "A row breaks a rule of OMOP CDM 5.4 (" + reason(e) + ")",
                            "tables as generate --format omop writes them, unchanged");
            case "08", "" -> failure(unreachable(e), e);
            case "53" -> failure("The database has no room for this (" + reason(e) + ").", e);
            case "57" -> failure("The database is stopping or starting (" + reason(e) + ").", e);
            default ->
                    failure("PostgreSQL refused (%s, SQLSTATE %s).".formatted(reason(e), state), e);
        };
    }

    private String unreachable(SQLException e) {
        String where = address.host() + ":" + address.port();
        for (Throwable c = e; c != null; c = c.getCause()) {
            if (c instanceof UnknownHostException) {
                return "There is no host %s.".formatted(address.host());
            }
        }
        boolean connected = !"08001".equals(e.getSQLState());
        return connected
                ? "The connection to %s broke (%s).".formatted(where, reason(e))
                : "PostgreSQL does not answer at %s; see whether it runs and whether the port is right."
                        .formatted(where);
    }

    /** Where in which file. */
    private static String place(SQLException e) {
        ServerErrorMessage server = server(e);
        String where = server == null ? null : server.getWhere();
        String table = server == null ? null : server.getTable();
        return where != null ? where.lines().findFirst().orElse("") : table != null ? table : "";
    }

    private static String reason(SQLException e) {
        ServerErrorMessage server = server(e);
        if (server == null || server.getMessage() == null) {
            String message = String.valueOf(e.getMessage()).strip();
            return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        }
        String detail = server.getDetail() == null ? "" : ": " + server.getDetail();
        String text = server.getMessage() + detail;
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static ServerErrorMessage server(SQLException e) {
        return e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    }

    static RequestException problem(String code, String where, String message, String suggestion) {
        return new RequestException(
                List.of(new Problem(code, where, message + "." + NOTHING, suggestion)));
    }

    private static EnvironmentException failure(String sentence, SQLException e) {
        String first = sentence.substring(0, 1).toUpperCase(Locale.ROOT);
        return new EnvironmentException(first + sentence.substring(1) + NOTHING, e);
    }
}
