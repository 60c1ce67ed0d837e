package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

/**
 * One rule that must hold in every row.
 *
 * @param id stable name
 * @param statement the rule in words
 * @param source where the rule or its constants come from
 * @param checked rows in which everything needed is there
 * @param broken rows that break it; must be 0
 */
public record RuleCheck(String id, String statement, String source, long checked, long broken) {
    public RuleCheck {
        requireNonNull(id, "id");
        requireNonNull(statement, "statement");
        requireNonNull(source, "source");
    }
}
