package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.interpret.Question;
import org.anamnesis.plan.Words;
import org.anamnesis.population.Derived;

/** What guidelines say: how a condition is defined, and what treatment aims at. */
final class GuidelineAnswer {
    private final Evidence evidence;
    private final Citations citations;

    GuidelineAnswer(Evidence evidence) {
        this.evidence = evidence;
        this.citations = new Citations(evidence);
    }

    Answer definition(Question.Definition q) {
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> typed = new ArrayList<>();
        Derived.of(q.stage().isPresent() ? "ckd_stage" : q.condition())
                .ifPresent(
                        d -> {
                            String source = citations.cited(d.source()).title();
                            lines.add("in this data: %s [%s]".formatted(d.rule(), source));
                            typed.add(
                                    Typed.object("in_this_data", d.rule(), "source_title", source));
                        });
        quote(q.condition(), "", Guideline::criteria, lines, typed);
        if (lines.isEmpty()) {
            lines.add(
                    "no definition is in the evidence; those who report it were told so by a doctor");
        }
        String name = Words.named(q.condition()) + q.stage().map(s -> " stage " + s).orElse("");
        return new Answer(
                "How " + Amounts.lower(name) + " is defined:",
                lines,
                Typed.object("kind", "definition", "condition", q.condition(), "criteria", typed));
    }

    Answer target(Question.Target q) {
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> typed = new ArrayList<>();
        Function<Guideline, List<String>> targets =
                g -> g.targets().stream().filter(t -> about(t, q.observation())).toList();
        List<String> conditions = q.condition().map(List::of).orElse(evidence.conditions());
        for (String id : conditions) {
            String name = q.condition().isPresent() ? "" : GroupName.condition(id) + ": ";
            quote(id, name, targets, lines, typed);
        }
        String of = q.observation().map(Words::named).map(n -> " of " + n).orElse("");
        String in = q.condition().map(c -> " in " + GroupName.condition(c)).orElse("");
        if (lines.isEmpty()) {
            throw NoFigure.of(
                    "target" + of,
                    "no guideline in the evidence states a target" + of + in,
                    "the target without the condition, or \"how is it defined?\"");
        }
        return new Answer(
                "Guideline targets%s%s (what care should reach, not what patients have):"
                        .formatted(of, in),
                lines,
                Typed.object("kind", "target", "targets", typed));
    }

    private void quote(
            String condition,
            String name,
            Function<Guideline, List<String>> sentences,
            List<String> lines,
            List<Map<String, Object>> typed) {
        for (Guideline g : evidence.condition(condition).guidelines()) {
            for (String sentence : sentences.apply(g)) {
                String by = "%s, %s %s".formatted(g.name(), g.organisation(), g.year());
                String checked = citations.checked(g.confidence(), g.source());
                lines.add("%s%s (%s; %s)".formatted(name, sentence, by, checked));
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("condition", condition);
                one.put("statement", sentence);
                one.put("guideline", g.name());
                one.put("organisation", g.organisation());
                one.put("year", g.year());
                citations.cited(g.source()).into(one);
                one.put("confidence", g.confidence().word());
                typed.add(one);
            }
        }
    }

    /** Whether a target names the observation, as guidelines write it. */
    private static boolean about(String target, Optional<String> observation) {
        if (observation.isEmpty()) {
            return true;
        }
        String name = Words.named(observation.get());
        List<String> words =
                switch (observation.get()) {
                    case "sbp", "dbp", "map" ->
                            List.of("BP", "blood pressure", "systolic", "/80", "mmHg");
                    case "hba1c" -> List.of("HbA1c");
                    case "ldl" -> List.of("LDL");
                    case "glucose", "glucose_fasting" -> List.of("glucose", "fasting");
                    case "egfr", "uacr", "inr", "lactate", "phq9", "das28" ->
                            List.of(observation.get().replace("phq9", "phq-9"));
                    default -> List.of(name.split("[ ,]")[0]);
                };
        String lower = target.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(w -> lower.contains(w.toLowerCase(Locale.ROOT)));
    }
}
