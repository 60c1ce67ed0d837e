package org.anamnesis.learn;

/**
 * What the table says for a rule.
 *
 * @param checked rows that could have broken it
 * @param breaking rows that do
 * @param accident upper bound of the chance that the search finds such a rule in a table without
 *     any; 1 for a stated rule
 */
public record RuleEvidence(int checked, int breaking, double accident) {
    public RuleEvidence {
        if (breaking < 0 || breaking > checked || !(accident >= 0 && accident <= 1)) {
            throw new IllegalArgumentException(
                    "%d of %d, %s".formatted(breaking, checked, accident));
        }
    }
}
