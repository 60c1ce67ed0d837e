package org.anamnesis.export;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One table of an export, the same in every format.
 *
 * @param name of the file, without ending
 * @param title for people
 */
public record TableSchema(String name, String title, List<Column> columns) {
    public TableSchema {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        columns = List.copyOf(columns);
        if (columns.isEmpty()
                || columns.stream().map(Column::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("columns of " + name + " miss or repeat a name");
        }
    }

    /** Number of vectors that the columns read. */
    public int vectors() {
        return columns.stream().mapToInt(Column::vector).max().getAsInt() + 1;
    }
}
