package org.anamnesis.export.omop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.export.Column;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;

/**
 * One table of the CDM with all its columns in the order of the standard, so that it loads into the
 * standard's tables as it is. A column that nothing fills is empty.
 */
final class CdmTable {
    /** The folder of these tables in an export. */
    static final String FOLDER = "omop";

    private static final int EMPTY = 0;
    private static final int CONSTANT = 1;

    /** The first vector of {@link Rows} that a table may fill. */
    static final int FIRST = 2;

    private final String name;
    private final Map<String, Column> filled = new HashMap<>();

    CdmTable(String name) {
        this.name = name;
    }

    /** Whole numbers: ids and parts of dates. */
    CdmTable number(String column, int vector) {
        return put(column, vector, new Column.Numeric(0));
    }

    /** A number as the other formats write it: {@code P0000042}. */
    CdmTable key(String column, int vector, Column.Key kind) {
        return put(column, vector, kind);
    }

    CdmTable day(String column, int vector) {
        return put(column, vector, new Column.Day());
    }

    /** A measured value, its digits by another vector. */
    CdmTable value(String column, int vector, Column.Mixed kind) {
        return put(column, vector, kind);
    }

    /** Names by index; cut to what the standard's column holds. */
    CdmTable text(String column, int vector, List<String> names) {
        int width = CdmLayout.width(name, column);
        List<String> cut =
                names.stream().map(n -> n.substring(0, Math.min(n.length(), width))).toList();
        return put(column, vector, new Column.Level(cut, CdmLayout.cell(name, column)));
    }

    /** Texts that come with the rows. */
    CdmTable written(String column, int vector) {
        return put(column, vector, new Column.Text());
    }

    /** The same in every row. */
    CdmTable constant(String column, String text) {
        return text(column, CONSTANT, List.of(text));
    }

    CdmTable constant(String column, int conceptId) {
        return constant(column, Integer.toString(conceptId));
    }

    private CdmTable put(String column, int vector, Column.Kind kind) {
        boolean required = CdmLayout.required(name, column);
        filled.put(column, new Column(column, column, "", kind, vector, required));
        return this;
    }

    TableSchema schema() {
        List<Column> columns = new ArrayList<>();
        for (String column : CdmLayout.columns(name)) {
            var none = new Column.Level(List.of(), CdmLayout.cell(name, column));
            var empty = new Column(column, column, "", none, EMPTY, false);
            columns.add(filled.getOrDefault(column, empty));
        }
        return new TableSchema(FOLDER + "/" + name, "OMOP CDM 5.4 " + name, columns);
    }

    /** Makes room for so many rows and fills what is the same in all. */
    static void clear(Rows rows, int count) {
        rows.clear(Math.max(1, count));
        Arrays.fill(rows.vector(EMPTY), 0, count, Double.NaN);
        Arrays.fill(rows.vector(CONSTANT), 0, count, 0);
    }
}
