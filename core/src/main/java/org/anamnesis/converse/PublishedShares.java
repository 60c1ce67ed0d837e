package org.anamnesis.converse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.spec.Criterion;

/**
 * The published figures for a criterion in a group, best first. Facts are found by their subject: a
 * concept, or a variable of the survey table.
 */
final class PublishedShares {
    private static final Map<String, List<String>> SUBJECTS =
            Map.ofEntries(
                    Map.entry("stage 1", List.of("ckd_stage_G1")),
                    Map.entry("stage 2", List.of("ckd_stage_G2")),
                    Map.entry("stage 3", List.of("ckd_stage_G3a", "ckd_stage_G3b")),
                    Map.entry("stage 3a", List.of("ckd_stage_G3a")),
                    Map.entry("stage 3b", List.of("ckd_stage_G3b")),
                    Map.entry("stage 4", List.of("ckd_stage_G4")),
                    Map.entry("stage 5", List.of("ckd_stage_G5")),
                    Map.entry("smoking current", List.of("smoker_current")),
                    Map.entry("smoking former", List.of("smoker_former")),
                    Map.entry("insurance insured", List.of("insured")),
                    Map.entry("class:insulin", List.of("insulin_now")),
                    Map.entry("hba1c below 7.0", List.of("hba1c_lt7")),
                    Map.entry("hba1c from 9.0", List.of("hba1c_ge9")),
                    Map.entry("ldl below 100.0", List.of("ldl_lt_100")),
                    Map.entry("ldl below 70.0", List.of("ldl_lt_70")),
                    Map.entry("egfr below 60.0", List.of("ckd_egfr_lt60")),
                    Map.entry("uacr from 30.0", List.of("albuminuria_30")));

    private final Evidence evidence;

    PublishedShares(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Figures of exactly this group, best first. */
    List<Fact> of(Optional<String> condition, List<Criterion> filters, Criterion what) {
        ConditionEvidence among = evidence.condition(condition.orElse(GroupName.GENERAL));
        Optional<String> stratum = Strata.of(filters);
        Stream<Fact> prevalence =
                condition.isPresent()
                        ? Stream.empty()
                        : plainCondition(what).stream()
                                .flatMap(
                                        id ->
                                                evidence
                                                        .condition(id)
                                                        .facts(Fact.Kind.PREVALENCE, id)
                                                        .stream());
        List<Fact> inGroup =
                Stream.concat(prevalence, comorbid(among, what))
                        .filter(f -> f.unit().equals("%"))
                        .filter(f -> stratum.equals(Optional.of(f.stratum())))
                        .toList();
        return inGroup.isEmpty() && filters.isEmpty() ? composition(among, what) : inGroup;
    }

    private Optional<String> plainCondition(Criterion what) {
        return what instanceof Criterion.HasCondition h
                        && h.stage().isEmpty()
                        && evidence.conditions().contains(h.condition())
                ? Optional.of(h.condition())
                : Optional.empty();
    }

    private static Stream<Fact> comorbid(ConditionEvidence among, Criterion what) {
        List<String> wanted = subjects(what);
        List<Optional<Fact>> each =
                wanted.stream()
                        .map(s -> among.facts(Fact.Kind.COMORBIDITY, s).stream().findFirst())
                        .toList();
        Stream<Fact> all =
                each.size() == 1
                        ? among.facts(Fact.Kind.COMORBIDITY, wanted.get(0)).stream()
                        : !each.isEmpty() && each.stream().allMatch(Optional::isPresent)
                                ? Stream.of(sum(each.stream().map(Optional::get).toList()))
                                : Stream.empty();
        return what instanceof Criterion.TakesMedication m
                ? Stream.concat(all, used(among, m.medication()))
                : all;
    }

    /** Use of a drug by those with the condition; the unverified figure where there is no other. */
    private static Stream<Fact> used(ConditionEvidence among, String drug) {
        Optional<Fact> read = among.drugUse(drug);
        return read.isPresent()
                ? read.stream()
                : Stream.of(Fact.Kind.DRUG_CLASS_USE, Fact.Kind.INGREDIENT_USE)
                        .flatMap(kind -> among.facts(kind, drug).stream())
                        .filter(f -> f.stratum().equals("all"))
                        .limit(1);
    }

    /** How a population is made up by sex, age and race: there the stratum is what is asked. */
    private static List<Fact> composition(ConditionEvidence among, Criterion what) {
        return Strata.of(what).stream()
                .flatMap(
                        s ->
                                among.facts(Fact.Kind.DEMOGRAPHIC).stream()
                                        .filter(f -> f.stratum().equals(s)))
                .filter(f -> f.unit().equals("%"))
                .toList();
    }

    /** Subjects of facts that a criterion is about; a stage may need several, to be added up. */
    private static List<String> subjects(Criterion what) {
        if (what instanceof Criterion.HasCondition h) {
            return h.stage()
                    .map(s -> SUBJECTS.getOrDefault("stage " + s, List.of()))
                    .orElse(List.of(h.condition()));
        }
        if (what instanceof Criterion.CategoryIn c && c.levels().size() == 1) {
            return SUBJECTS.getOrDefault(c.variable() + " " + c.levels().get(0), List.of());
        }
        if (what instanceof Criterion.TakesMedication m) {
            return SUBJECTS.getOrDefault(m.medication(), List.of());
        }
        return what instanceof Criterion.ObservationWithin o
                ? SUBJECTS.getOrDefault(limit(o), List.of())
                : List.of();
    }

    /** "Below 7 %" is held as "at most 6.9 %", one step of the reported decimals lower. */
    private static String limit(Criterion.ObservationWithin o) {
        double low = o.range().low();
        double high = o.range().high();
        if (Double.isInfinite(low)) {
            double step = o.observation().equals("hba1c") ? 0.1 : 1;
            return o.observation() + " below " + Math.round(10 * (high + step)) / 10.0;
        }
        return Double.isInfinite(high) ? o.observation() + " from " + low : "";
    }

    private static Fact sum(List<Fact> parts) {
        Fact f = parts.get(0);
        return new Fact(
                f.id(),
                f.condition(),
                f.kind(),
                String.join(" + ", parts.stream().map(Fact::about).toList()),
                String.join(" + ", parts.stream().map(Fact::subject).toList()),
                parts.stream().mapToDouble(Fact::value).sum(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                f.n(),
                f.unit(),
                f.population(),
                f.stratum(),
                f.period(),
                f.source(),
                f.confidence(),
                "sum of " + parts.size() + " figures");
    }
}
