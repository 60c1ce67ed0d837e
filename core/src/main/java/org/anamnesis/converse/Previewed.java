package org.anamnesis.converse;

import java.util.List;
import org.anamnesis.report.Dossier;

/**
 * A quick look at what would be made: a smaller sample of the same request, made and judged in
 * memory.
 *
 * @param patients in the sample
 * @param columns of the analysis table
 * @param rows the first patients, a text a column; empty text where a value is missing
 * @param found all that the report of a run would be written from, about the sample
 * @param seconds it took
 */
public record Previewed(
        long patients,
        List<Column> columns,
        List<List<String>> rows,
        Dossier found,
        double seconds) {
    /**
     * A column of the table.
     *
     * @param name in the files
     * @param label for people
     * @param unit for people; empty if it has none
     */
    public record Column(String name, String label, String unit) {}

    public Previewed {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
