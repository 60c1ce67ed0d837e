package org.anamnesis.converse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.spec.Criterion;

/**
 * The survey table's figure for a criterion among those with a condition, found by the table's
 * variable names.
 */
final class PublishedShares {
    private static final Map<String, String> VARIABLES =
            Map.ofEntries(
                    Map.entry("chronic-kidney-disease", "ckd"),
                    Map.entry("coronary-artery-disease", "mi_or_chd"),
                    Map.entry("heart-failure", "heart_failure"),
                    Map.entry("depression", "depression_phq9_10"),
                    Map.entry("asthma", "asthma_current"),
                    Map.entry("copd", "copd_any"),
                    Map.entry("rheumatoid-arthritis", "rheumatoid_arthritis"),
                    Map.entry("type-2-diabetes", "t2dm_diagnosed"),
                    Map.entry("hypertension", "hypertension"),
                    Map.entry("hyperlipidemia", "hyperlipidemia"),
                    Map.entry("obesity", "obesity"),
                    Map.entry("stroke", "stroke"));

    private PublishedShares() {}

    /**
     * Names by which the survey tables know a criterion; a stage may need several, to be added up.
     */
    static List<String> variables(Criterion criterion) {
        if (criterion instanceof Criterion.HasCondition h) {
            if (h.stage().isEmpty()) {
                return Optional.ofNullable(VARIABLES.get(h.condition()))
                        .map(List::of)
                        .orElse(List.of());
            }
            return switch (h.stage().get()) {
                case "3" -> List.of("ckd_stage_G3a", "ckd_stage_G3b");
                case "3a" -> List.of("ckd_stage_G3a");
                case "3b" -> List.of("ckd_stage_G3b");
                case "4" -> List.of("ckd_stage_G4");
                case "5" -> List.of("ckd_stage_G5");
                default -> List.of();
            };
        }
        if (criterion instanceof Criterion.CategoryIn c && c.levels().size() == 1) {
            return switch (c.variable() + " " + c.levels().get(0)) {
                case "smoking current" -> List.of("smoker_current");
                case "smoking former" -> List.of("smoker_former");
                case "insurance insured" -> List.of("insured");
                default -> List.of();
            };
        }
        return criterion instanceof Criterion.TakesMedication m
                        && m.medication().equals("class:insulin")
                ? List.of("insulin_now")
                : List.of();
    }

    static Optional<Fact> of(ConditionEvidence condition, Criterion criterion) {
        List<String> wanted = variables(criterion);
        List<Fact> found =
                wanted.stream()
                        .flatMap(
                                v ->
                                        condition.facts(Fact.Kind.COMORBIDITY).stream()
                                                .filter(f -> f.note().equals(v))
                                                .limit(1))
                        .toList();
        if (found.isEmpty() || found.size() < wanted.size()) {
            return Optional.empty();
        }
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        Fact f = found.get(0);
        return Optional.of(
                new Fact(
                        f.id(),
                        f.condition(),
                        f.kind(),
                        String.join(" + ", found.stream().map(Fact::about).toList()),
                        found.stream().mapToDouble(Fact::value).sum(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        f.n(),
                        f.unit(),
                        f.population(),
                        f.stratum(),
                        f.period(),
                        f.source(),
                        f.confidence(),
                        "sum of " + found.size() + " figures"));
    }
}
