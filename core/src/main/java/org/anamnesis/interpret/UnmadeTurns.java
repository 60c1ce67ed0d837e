package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.spec.CohortSpec;

/**
 * Turns of an illness and of a treatment that no history here can be asked: exacerbations, who
 * comes to have a complication, who stops a drug and why, from which stage to which somebody goes.
 * Left undone, and said with what would do.
 */
final class UnmadeTurns {
    private static final Map<String, String> SETS =
            Map.ofEntries(
                    Map.entry(
                            "@episodes",
                            "exacerbations/exacerbation/flares/flare/flare-ups/flare_ups/relapses/relapse/seizures/seizure/attacks/attack/asthma_attacks/asthma_attack/hypos/hypoglycaemias/hypoglycemias/hypoglycaemic_episodes/hypoglycemic_episodes/falls/fractures/decompensations/recurrences"),
                    Map.entry(
                            "@severe", "severe/moderate/mild/acute/serious/copd/asthma/epileptic"),
                    Map.entry(
                            "@count",
                            "at_least/at_most/no_more_than/more_than/fewer_than/less_than/up_to/exactly/average/mean/an_average_of/a_mean_of/about/around/one_or_more/between/any"),
                    Map.entry("@each", "a/per/each/every/the"),
                    Map.entry(
                            "@them",
                            "them/patients/people/these/those/whom/the_cohort/all_patients/the_patients"),
                    Map.entry(
                            "@have", "with/have/having/has/had/get/gets/suffer/suffers/experience"),
                    Map.entry(
                            "@develop",
                            "develop/develops/developing/developed/progress_to/progressing_to/come_to_have/will_have"),
                    Map.entry("@during", "during/in/within/over/throughout/by/before/after/at"),
                    Map.entry("@units", "years/year/yrs/months/month/weeks/days/week"),
                    Map.entry(
                            "@moves",
                            "falls/fall/falling/fell/declines/decline/declining/drops/drop/dropping/dropped/rises/rise/rising/rose/increases/increase/increasing/decreases/decrease/decreasing/improves/improving/worsens/worsening/changes/goes/go/going/went/moves/comes_down"),
                    Map.entry("@stops", "stopped/stops/stop/stopping/discontinued/withdrawn/ended"),
                    Map.entry(
                            "@quit",
                            "stop/stops/stopping/stopped/discontinue/discontinues/discontinued/quit/abandon/pause/interrupt"),
                    Map.entry(
                            "@medicine",
                            "medication/medications/drug/drugs/treatment/treatments/therapy/medicine/medicines/pills/tablets"),
                    Map.entry("@poor", "poor/bad/good/full/perfect/low/high/partial/imperfect"),
                    Map.entry(
                            "@adherence",
                            "adherence/compliance/persistence/non-adherence/nonadherence"),
                    Map.entry(
                            "@complication",
                            RecordOnly.bundled().stream()
                                    .flatMap(r -> r.concept().synonyms().stream())
                                    .map(w -> w.replace(' ', '_'))
                                    .collect(Collectors.joining("/"))));

    private static final String EPISODES =
            "[@severe] @episodes [@each] [year/patient/person] [each] [on] [average]";
    private static final String SPAN = "[@during] [the/a/an] [first] [{int}] [@units]";

    private enum Kind {
        EPISODES(
                "request.episodes",
                "Exacerbations, attacks, seizures, relapses and falls are not made as events of a history.",
                "2 to 3 emergency visits a year each, or: 20 % with at least one hospital stay"),
        ONSETS(
                "request.events.within",
                "Complications come by published hazards, as often as in the models; how many patients come to have one within the years cannot be asked.",
                "20 % with stroke, whenever it was; or: without retinopathy"),
        STAGES(
                "request.course.slope",
                "How a value moves within a patient, and with it a stage, follows published courses and treatment; a course of its own cannot be asked.",
                "a stage or a mean at the index visit, such as CKD stage 4"),
        RULES(
                "request.drugs.rule",
                "When a drug ends follows guidelines and published persistence, metformin where eGFR was measured below 30; rules of one's own cannot be asked.",
                "who takes it at the index visit, such as 40 % on insulin"),
        ADHERENCE(
                "request.drugs.adherence",
                "How long people stay on a drug and who pauses it follows published persistence; another adherence cannot be asked.",
                "who takes a drug at the index visit, such as 40 % on insulin; or: gaps as in practice, which has missed visits");

        private final String code;
        private final String message;
        private final String suggestion;

        Kind(String code, String message, String suggestion) {
            this.code = code;
            this.message = message;
            this.suggestion = suggestion;
        }
    }

    private record Family(Kind kind, IdiomPattern words) {}

    private static final List<Family> FAMILIES = new ArrayList<>();

    static {
        of(
                Kind.EPISODES,
                "{share} [of] [@them] [@have] [@count] [{int}] [or] [more] " + EPISODES,
                "[@have] [@count] {int} [to/-/–/or/and] [{int}] [more] " + EPISODES,
                "[@have] [@count] " + EPISODES.replace("[@each]", "@each"));
        of(
                Kind.ONSETS,
                "{share} [of] [@them] [who/that/will/shall/should] @develop [a/an] @complication "
                        + SPAN);
        of(
                Kind.STAGES,
                "[whose/with/the] [their] {obs} @moves [from] {num} to {num} " + SPAN,
                "[who/that/and] progress/progresses/progressing/worsen/worsens/worsening/go/goes/going/move/moving from stage {int} to [stage] {int} "
                        + SPAN);
        of(
                Kind.RULES,
                "[with/and] {drug} [is/are/be/being] @stops when/if/once/where/as_soon_as {obs} [@moves/is/are/gets] [to] [below/under/above/over/<] {num}",
                "[with/and] @stops {drug} when/if/once/where/as_soon_as {obs} [@moves/is/are/gets] [to] [below/under/above/over/<] {num}");
        of(
                Kind.ADHERENCE,
                "[with] @poor [medication/drug/treatment] @adherence [to] [@medicine]",
                "[medication/drug/treatment] @adherence [of] [about] {share}",
                "{share} [of] [@them] [are/is] adherent/non-adherent/nonadherent [to] [@medicine]",
                "{share} [of] [@them] [who/will/that] @quit [taking] [their/the/all] @medicine "
                        + SPAN);
    }

    private UnmadeTurns() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        if (!HistorySigns.any(s, current)) {
            return;
        }
        for (int i = 0; i < s.size(); i++) {
            if (s.free(i) && !s.like(i - 1, "no|nobody|without|none|not|never|zero")) {
                at(draft, i);
            }
        }
    }

    private static void at(Draft draft, int i) {
        Sentence s = draft.sentence;
        for (Family f : FAMILIES) {
            var found = f.words.match(s, i).filter(m -> s.free(i, m.to()));
            if (found.isPresent()) {
                draft.invite(f.kind.code, i, found.get().to(), f.kind.message, f.kind.suggestion);
                return;
            }
        }
    }

    private static void of(Kind kind, String... words) {
        for (String w : words) {
            FAMILIES.add(new Family(kind, new IdiomPattern(w, SETS)));
        }
    }
}
