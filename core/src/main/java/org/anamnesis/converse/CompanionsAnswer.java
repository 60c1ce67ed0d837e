package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.interpret.Question;

/** Which other conditions people with a condition have, or which drugs they take: how often. */
final class CompanionsAnswer {
    private static final int MOST = 12;

    private final Evidence evidence;
    private final Citations citations;

    CompanionsAnswer(Evidence evidence) {
        this.evidence = evidence;
        this.citations = new Citations(evidence);
    }

    /**
     * @throws org.anamnesis.problem.RequestException if no such figure is in the evidence
     */
    Answer answer(Question.Companions q) {
        ConditionEvidence among = evidence.condition(q.condition());
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> typed = new ArrayList<>();
        for (Fact f : best(among, q)) {
            Standing s = citations.of(f);
            lines.add(
                    "share %s %s: %s of %s; %s; %s; %s"
                            .formatted(
                                    q.drugs() ? "on" : "with",
                                    name(f.subject()).orElseThrow(),
                                    Amounts.of(f.value(), "%"),
                                    s.population(),
                                    s.years(),
                                    s.source().shown(),
                                    s.checked()));
            Map<String, Object> one = Typed.object("concept", f.subject());
            one.put("percent", Amounts.rounded(f.value()));
            s.into(one);
            typed.add(one);
        }
        String condition = GroupName.condition(q.condition());
        if (lines.isEmpty()) {
            throw NoFigure.of(
                    condition,
                    q.drugs()
                            ? "no figure on drugs is known of this condition"
                            : "no figure on other conditions is known of this condition",
                    "\"what share of them takes a statin?\"");
        }
        return new Answer(
                (q.drugs()
                                ? "Drugs taken in %s, as far as figures are known:"
                                : "Other conditions in %s, as far as figures are known:")
                        .formatted(condition),
                lines,
                Typed.object("kind", "companions", "condition", q.condition(), "figures", typed));
    }

    /** The best figure of each, the most frequent first. */
    private static List<Fact> best(ConditionEvidence among, Question.Companions q) {
        List<Fact.Kind> kinds =
                q.drugs()
                        ? List.of(Fact.Kind.DRUG_CLASS_USE, Fact.Kind.INGREDIENT_USE)
                        : List.of(Fact.Kind.COMORBIDITY);
        Set<String> seen = new HashSet<>();
        return kinds.stream()
                .flatMap(kind -> among.facts(kind).stream())
                .filter(f -> name(f.subject()).isPresent() && seen.add(f.subject()))
                .flatMap(f -> first(among, kinds, f.subject()))
                .sorted(Comparator.comparingDouble(Fact::value).reversed())
                .limit(MOST)
                .toList();
    }

    private static Stream<Fact> first(
            ConditionEvidence among, List<Fact.Kind> kinds, String subject) {
        return kinds.stream()
                .flatMap(kind -> among.facts(kind, subject).stream())
                .filter(f -> f.unit().equals("%") && f.stratum().equals("all"))
                .limit(1);
    }

    private static Optional<String> name(String subject) {
        return Catalogue.bundled().find(subject).map(Concept::name);
    }
}
