package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * What attacks on several models of one table came to, each of which held other people out: a
     * small table has too few held-out people for one of them to tell. Distances, copies and
     * inference are those of the first.
     */
    static PrivacyFindings pooled(List<PrivacyFindings> of) {
        PrivacyFindings first = of.get(0);
        if (of.size() == 1) {
            return first;
        }
        Membership membership =
                Membership.pooled(of.stream().map(PrivacyFindings::membership).toList());
        AttributeDisclosure attributes =
                AttributeDisclosure.pooled(of.stream().map(PrivacyFindings::attributes).toList());
        List<AttackRisk> singlingOut =
                eachPooled(of.stream().map(PrivacyFindings::singlingOut).toList());
        List<AttackRisk> linking = eachPooled(of.stream().map(PrivacyFindings::linking).toList());
        List<AttackRisk> others = new ArrayList<>(singlingOut);
        others.addAll(linking);
        others.addAll(first.inferring);
        return new PrivacyFindings(
                membership,
                first.closeness,
                first.copies,
                attributes,
                singlingOut,
                linking,
                first.inferring,
                PrivacyLimits.judge(membership, first.copies, attributes, others));
    }

    private static List<AttackRisk> eachPooled(List<List<AttackRisk>> of) {
        return IntStream.range(0, of.get(0).size())
                .mapToObj(k -> AttackRisk.pooled(of.stream().map(risks -> risks.get(k)).toList()))
                .toList();
    }
}
