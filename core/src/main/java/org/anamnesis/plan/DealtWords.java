package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Fact;

/** What the user must know of drugs that are dealt, in words. */
public final class DealtWords {
    private static final String AT_RANDOM = "chosen at random among ";
    private static final String NOBODY = "here nobody takes it";

    /** Whom it is dealt to. */
    enum Kind {
        /** Any people. */
        ANYBODY,
        /** People whom the survey knows by taking the class. */
        KNOWN_BY,
        /** Those who take the class by themselves. */
        WITHIN
    }

    private final AssignedDrugs.Asked asked;
    private final List<String> left;
    private final boolean everyone;
    private final Kind kind;

    /**
     * @param left drugs of the class that stay with those who are dealt none
     * @param everyone whether everyone is dealt something
     * @param kind whose drugs these are
     */
    DealtWords(AssignedDrugs.Asked asked, List<String> left, boolean everyone, Kind kind) {
        this.asked = asked;
        this.kind = kind;
        this.left = left;
        this.everyone = everyone;
    }

    /** Whether something that was explained tells of drugs that are dealt. */
    public static boolean told(String explained) {
        return explained.contains(AT_RANDOM) || explained.endsWith(NOBODY);
    }

    /** The drugs that somebody is dealt. */
    private List<AskedDrug> taken() {
        Set<String> seen = new LinkedHashSet<>();
        return asked.all().stream()
                .filter(d -> d.percent() > 0)
                .filter(d -> seen.add(d.medication()))
                .toList();
    }

    private String names() {
        List<String> names = taken().stream().map(d -> name(d.medication())).toList();
        return names.isEmpty() ? "none of it" : String.join(" or ", names);
    }

    private static String name(String id) {
        return DrugHome.isClass(id) ? "a drug of the class " + plain(id) : plain(id);
    }

    private static String plain(String id) {
        return Catalogue.bundled().find(id).map(Concept::name).orElse(id);
    }

    private String className() {
        return plain(asked.home().id());
    }

    /** "no survey tells who takes etanercept: they are chosen at random ...". */
    String sentence(ConditionEvidence evidence) {
        boolean untold = asked.all().stream().anyMatch(d -> !d.told());
        String among = asked.byGroup() ? "the patients of each group" : "the patients";
        List<String> parts = new ArrayList<>();
        String who = "who takes %s is %s%s".formatted(names(), AT_RANDOM, among);
        String known = "the survey knows these people by a drug that they take (%s): ";
        boolean some = asked.all().stream().anyMatch(d -> d.ingredients().isEmpty());
        if (taken().isEmpty() && !some) {
            parts.add((kind == Kind.KNOWN_BY ? known : "%s: ").formatted(className()) + NOBODY);
        } else if (untold) {
            parts.add(
                    "no survey tells who takes %s: they are %s%s, independent of all else"
                            .formatted(names(), AT_RANDOM, among));
        } else if (kind == Kind.WITHIN) {
            parts.add(
                    "%s: who of those that take one takes %s is %sthem"
                            .formatted(className(), names(), AT_RANDOM));
        } else if (kind == Kind.KNOWN_BY) {
            parts.add(known.formatted(className()) + who);
        } else {
            parts.add("%s: %s".formatted(className(), who));
        }
        if (!taken().isEmpty() && asked.home().census().isPresent() && !everyone) {
            parts.add(others(untold));
        }
        taken().stream()
                .filter(d -> d.ingredients().size() > 1)
                .filter(d -> equally(d, evidence))
                .map(d -> d.ingredients().stream().map(DealtWords::name).toList())
                .map(drugs -> String.join(" and ", drugs))
                .forEach(
                        drugs ->
                                parts.add("that " + drugs + " are taken equally often is assumed"));
        taken().stream()
                .flatMap(d -> figure(d.medication(), evidence).stream())
                .forEach(parts::add);
        return String.join("; ", parts);
    }

    private static boolean equally(AskedDrug d, ConditionEvidence evidence) {
        return DrugShares.use(evidence, d.ingredients()).stream().allMatch(Optional::isEmpty);
    }

    private String others(boolean untold) {
        if (left.isEmpty()) {
            return "the others take no %s".formatted(className());
        }
        String kept = String.join(" or ", left.stream().map(DealtWords::name).toList());
        return untold
                ? "whoever takes it takes no other %s, of the others some take %s"
                        .formatted(className(), kept)
                : "the others take " + kept;
    }

    /** How many with the condition take it, where somebody said so. */
    private static Optional<String> figure(String medication, ConditionEvidence evidence) {
        return Stream.of(Fact.Kind.INGREDIENT_USE, Fact.Kind.DRUG_CLASS_USE)
                .flatMap(kind -> evidence.facts(kind, medication).stream())
                .filter(f -> f.stratum().equals("all"))
                .findFirst()
                .map(
                        f ->
                                "%s %% of %s take %s%s"
                                        .formatted(
                                                Shares.number(f.value()),
                                                f.population(),
                                                name(medication),
                                                f.confidence() == Confidence.RECALLED
                                                        ? " (unverified)"
                                                        : ""));
    }
}
