package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A rule and what speaks for it.
 *
 * @param rule what holds
 * @param evidence rows of the table that it was checked on
 * @param origin where it comes from
 */
public record KnownRule(TableRule rule, RuleEvidence evidence, Origin origin) {
    /** Where a rule comes from. */
    public enum Origin {
        /** The table shows it. */
        FOUND,
        /** Medicine knows it of columns with such names, and the table does not contradict. */
        MEDICINE,
        /** The user said so. */
        STATED
    }

    public KnownRule {
        requireNonNull(rule, "rule");
        requireNonNull(evidence, "evidence");
        requireNonNull(origin, "origin");
    }

    /** The rule without what the table says of it: evidence is computed from people's rows. */
    public KnownRule withoutEvidence() {
        return new KnownRule(rule, new RuleEvidence(0, 0, 1), origin);
    }

    /** The rule and its evidence for the user. */
    public String sentence() {
        return withEvidence(rule.sentence());
    }

    /** The same in the spelling of the table. */
    public String sentence(Schema of) {
        return withEvidence(of.sentence(rule));
    }

    private String withEvidence(String said) {
        if (evidence.checked() == 0) {
            return said + (origin == Origin.STATED ? " Stated." : "");
        }
        String rows =
                evidence.breaking() == 0
                        ? String.format(Locale.ROOT, "all %,d rows", evidence.checked())
                        : String.format(
                                Locale.ROOT,
                                "%,d of %,d rows%s",
                                evidence.checked() - evidence.breaking(),
                                evidence.checked(),
                                origin == Origin.STATED
                                        ? ""
                                        : "; the others look like typing errors");
        String from =
                switch (origin) {
                    case FOUND -> "Holds";
                    case MEDICINE -> "Known to medicine; holds";
                    case STATED -> "Stated; holds";
                };
        return "%s %s in %s.".formatted(said, from, rows);
    }
}
