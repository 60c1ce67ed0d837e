package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What attacks on a synthetic table came to. Every figure is about training people beside strangers
 * from the same population: what the table tells about anyone is knowledge, not a leak.
 *
 * @param membership who was learned from
 * @param closeness distances, which warn but do not decide
 * @param copies rows that are somebody's record
 * @param attributes what is read off about people of whom a few facts are known
 * @param singlingOut by one and by several columns
 * @param linking one
 * @param inferring one a column; empty in the quick form
 * @param verdict of all of them
 */
public record PrivacyFindings(
        Membership membership,
        Closeness closeness,
        Copies copies,
        AttributeDisclosure attributes,
        List<AttackRisk> singlingOut,
        List<AttackRisk> linking,
        List<AttackRisk> inferring,
        PrivacyVerdict verdict) {
    public PrivacyFindings {
        requireNonNull(membership, "membership");
        requireNonNull(closeness, "closeness");
        requireNonNull(copies, "copies");
        requireNonNull(attributes, "attributes");
        singlingOut = List.copyOf(singlingOut);
        linking = List.copyOf(linking);
        inferring = List.copyOf(inferring);
        requireNonNull(verdict, "verdict");
    }
}
