package org.anamnesis.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.export.omop.CdmDdl;

/** Required cells, keys, and what they refer to. */
final class FieldChecks {
    private static final String CONCEPT = "concept";

    private final CdmQuery query;
    private final Map<String, List<String>> tables;
    private final Map<String, Long> rows;

    FieldChecks(CdmQuery query, Map<String, List<String>> tables, Map<String, Long> rows) {
        this.query = query;
        this.tables = tables;
        this.rows = rows;
    }

    void run() throws SQLException {
        for (String table : tables.keySet()) {
            for (String column : tables.get(table)) {
                field(table, column);
            }
        }
    }

    private void field(String table, String column) throws SQLException {
        String where = table + "." + column;
        long all = rows.get(table);
        if (CdmDdl.required(table).contains(column)) {
            String empty = column + " IS NULL";
            query.count("isRequired", where, true, table, empty, all, "the cell is empty");
        }
        if (column.equals(table + "_id")) {
            query.report(
                    "isPrimaryKey",
                    where,
                    true,
                    query.number(
                            "SELECT count(%s) - count(DISTINCT %s) FROM %s"
                                    .formatted(column, column, table)),
                    all,
                    "a key stands twice");
        }
        Optional<String> to = CdmDdl.referred(table, column);
        if (to.isPresent()) {
            refers(table, column, to.get());
        }
    }

    /** A key of a table that nobody reads, such as the vocabularies', is not looked up. */
    private void refers(String table, String column, String to) throws SQLException {
        if (!CdmDdl.tables().contains(to) || (to.equals(CONCEPT) && !tables.containsKey(to))) {
            return;
        }
        String none = column + " IS NULL" + (to.equals(CONCEPT) ? " OR " + column + " = 0" : "");
        String absent =
                tables.containsKey(to)
                        ? "NOT (%s) AND %s NOT IN (SELECT %s_id FROM %s WHERE %s_id IS NOT NULL)"
                                .formatted(none, column, to, to, to)
                        : "NOT (" + none + ")";
        query.count(
                "isForeignKey",
                table + "." + column,
                true,
                table,
                absent,
                query.number("SELECT count(*) FROM %s WHERE NOT (%s)".formatted(table, none)),
                "no such row in " + to);
    }
}
