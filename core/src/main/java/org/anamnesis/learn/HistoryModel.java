package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * What is kept of a table with several rows a person beside the model of the persons and their
 * first rows.
 *
 * @param layout of the columns
 * @param later how rows follow each other
 * @param keys of made persons
 * @param second where the rows are a table of their own
 */
public record HistoryModel(
        HistoryLayout layout, LaterRows later, MadeKeys keys, Optional<SecondTable> second) {
    public HistoryModel {
        requireNonNull(layout, "layout");
        requireNonNull(later, "later");
        requireNonNull(keys, "keys");
        requireNonNull(second, "second");
    }

    /**
     * Gives persons the rows after their first.
     *
     * @param rules the model that drew the persons
     * @param firsts one row a person, as it drew them
     */
    public Histories continued(RuledModel rules, Table firsts, SeedTree seeds) {
        return later.continued(rules, layout, firsts, seeds);
    }
}
