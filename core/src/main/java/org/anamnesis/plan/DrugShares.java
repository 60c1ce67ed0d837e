package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Fact;

/**
 * Which of several drugs of a class: by their share of use among those with the condition, as far
 * as it was looked up, else each is equally likely.
 */
final class DrugShares {
    private DrugShares() {}

    /** Use of each drug; figures that nobody looked up count for nothing. */
    static List<Optional<Fact>> use(ConditionEvidence evidence, List<String> drugs) {
        List<Fact> known =
                evidence.facts(Fact.Kind.INGREDIENT_USE).stream()
                        .filter(f -> f.confidence() != Confidence.RECALLED)
                        .toList();
        return drugs.stream()
                .map(
                        id ->
                                known.stream()
                                        .filter(f -> f.about().equals(id))
                                        .reduce((earlier, later) -> later))
                .toList();
    }

    static GenerationPlan.Ingredients by(List<String> drugs, List<Optional<Fact>> facts) {
        List<Double> use = facts.stream().map(f -> f.map(Fact::value).orElse(0.0)).toList();
        boolean stated = use.stream().anyMatch(share -> share > 0);
        double total = use.stream().mapToDouble(d -> d).sum();
        List<Double> cumulative = new ArrayList<>();
        double sum = 0;
        for (int k = 0; k < drugs.size(); k++) {
            sum += stated ? use.get(k) / total : 1.0 / drugs.size();
            cumulative.add(k == drugs.size() - 1 ? 1.0 : sum);
        }
        return new GenerationPlan.Ingredients(drugs, cumulative);
    }
}
