package org.anamnesis.converse;

import java.util.List;

/**
 * A quick look at rows that a learned model makes under what a conversation asks: fewer of them,
 * not kept.
 *
 * @param made how many were made
 * @param columns what stands in each, over all rows made
 * @param first the first rows, a text a column, as a file holds them
 * @param said what was understood and what the user should know, a sentence each
 * @param seconds it took
 */
public record RowsLook(
        long made,
        List<Column> columns,
        List<List<String>> first,
        List<String> said,
        double seconds) {
    /**
     * A column.
     *
     * @param summary mean and ends of a number, in words
     * @param bars of a number in order, of anything else the most frequent first; empty if all rows
     *     differ
     */
    public record Column(String name, String summary, List<Bar> bars) {
        public Column {
            bars = List.copyOf(bars);
        }
    }

    /**
     * How many rows are like this.
     *
     * @param text the value, or from where to where
     * @param share of all rows, 0 to 1
     */
    public record Bar(String text, double share) {}

    public RowsLook {
        columns = List.copyOf(columns);
        first = List.copyOf(first);
        said = List.copyOf(said);
    }
}
