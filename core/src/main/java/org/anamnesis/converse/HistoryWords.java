package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryLayout;
import org.anamnesis.learn.HistoryTable;

/** What is said of a table with several rows a person. */
final class HistoryWords {
    /** Columns that are named; the model has them all. */
    private static final int NAMED = 12;

    private HistoryWords() {}

    /**
     * @param order column by which the rows were put in order; it may be one that is not learned
     * @param target whether the user named a column that is to be predicted
     */
    static List<String> of(HistoryTable table, Optional<String> order, boolean target) {
        Histories of = table.histories();
        HistoryLayout layout = table.layout();
        List<String> said = new ArrayList<>();
        said.add(
                String.format(
                        Locale.ROOT,
                        "%,d persons have %,d rows, which are learned as the rows of one person each: %s. The same in all rows of a person: %s. A made person gets a new number.",
                        of.count(),
                        of.rows().rows(),
                        order.map(o -> "they follow each other by " + o)
                                .orElse("they follow each other as they stand in the table"),
                        named(List.copyOf(layout.fixed()))));
        said.add(
                "sample makes persons with all their rows; a condition or target on a column that changes is about a person's first row, and %s is the number of rows."
                        .formatted(layout.count()));
        if (target) {
            said.add(
                    "The prediction of --target is not judged where persons have several rows; anamnesis evaluate --outcome judges it.");
        }
        return said;
    }

    private static String named(List<String> columns) {
        if (columns.isEmpty()) {
            return "nothing";
        }
        String more =
                columns.size() > NAMED ? " and %d more".formatted(columns.size() - NAMED) : "";
        return String.join(", ", columns.stream().limit(NAMED).toList()) + more;
    }
}
