package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import org.anamnesis.table.Table;

/**
 * Something that every row must obey: a condition that was asked for, a relation of the table, or
 * what a body can do.
 *
 * @param id stable name
 * @param statement the rule in words
 * @param source where the rule or its constants come from; {@code request} for what was asked
 * @param test of a row
 */
public record RowRule(String id, String statement, String source, Test test) {
    public RowRule {
        requireNonNull(id, "id");
        requireNonNull(statement, "statement");
        requireNonNull(source, "source");
        requireNonNull(test, "test");
    }

    /** Answers for one row of a table. */
    @FunctionalInterface
    public interface Test {
        Answer answer(Table table, int row);
    }

    /** Whether a row obeys. */
    public enum Answer {
        OBEYED,
        BROKEN,
        /** Something that the rule needs is missing. */
        UNKNOWN;

        public static Answer of(boolean obeyed) {
            return obeyed ? OBEYED : BROKEN;
        }
    }

    /** Counts over all rows. */
    RuleCheck check(Table table) {
        long checked = 0;
        long broken = 0;
        for (int i = 0; i < table.rows(); i++) {
            Answer answer = test.answer(table, i);
            checked += answer == Answer.UNKNOWN ? 0 : 1;
            broken += answer == Answer.BROKEN ? 1 : 0;
        }
        return new RuleCheck(id, statement, source, checked, broken);
    }
}
