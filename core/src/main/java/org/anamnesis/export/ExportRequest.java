package org.anamnesis.export;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.anamnesis.cohort.CohortHeader;

/**
 * What to write and where.
 *
 * @param directory exists and is ours alone until published
 * @param header of the cohort
 * @param tables which groups of tables, at least one
 * @param catalog codes and ranges that the header does not carry
 * @param names whether patients get names and addresses ({@link Fictitious})
 */
public record ExportRequest(
        Path directory,
        CohortHeader header,
        Set<TableGroup> tables,
        Catalog catalog,
        boolean names) {
    public ExportRequest {
        requireNonNull(directory, "directory");
        requireNonNull(header, "header");
        requireNonNull(catalog, "catalog");
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("no tables asked");
        }
        tables = Set.copyOf(EnumSet.copyOf(tables));
    }

    /** Without names. */
    public ExportRequest(
            Path directory, CohortHeader header, Set<TableGroup> tables, Catalog catalog) {
        this(directory, header, tables, catalog, false);
    }

    /** All tables. */
    public static ExportRequest all(Path directory, CohortHeader header, Catalog catalog) {
        return new ExportRequest(directory, header, EnumSet.allOf(TableGroup.class), catalog);
    }

    public ExportRequest withTables(Set<TableGroup> changed) {
        return new ExportRequest(directory, header, changed, catalog, names);
    }

    public ExportRequest withNames(boolean changed) {
        return new ExportRequest(directory, header, tables, catalog, changed);
    }
}
