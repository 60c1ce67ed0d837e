package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** What those of one body say, or all that speak of something; which there are, if none. */
    Answer guidelines(Question.Guidelines q) {
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> typed = new ArrayList<>();
        for (String id : q.condition().map(List::of).orElse(evidence.conditions())) {
            String name = q.condition().isPresent() ? "" : GroupName.condition(id) + ": ";
            Function<Guideline, List<String>> said =
                    g ->
                            Stream.concat(g.criteria().stream(), g.targets().stream())
                                    .filter(t -> by(g, q.body()) && about(t, q.observation()))
                                    .toList();
            quote(id, name, said, lines, typed);
        }
        String of = q.observation().map(o -> " about " + Words.named(o)).orElse("");
        String in = q.condition().map(c -> " in " + GroupName.condition(c)).orElse("");
        String whose = q.body().map(b -> " of " + b).orElse("");
        Map<String, Object> json = Typed.object("kind", "guidelines", "statements", typed);
        if (!lines.isEmpty()) {
            return new Answer("What guidelines%s say%s%s:".formatted(whose, of, in), lines, json);
        }
        List<String> there = guidelines(q.body());
        return new Answer(
                there.isEmpty()
                        ? "No guideline%s is in the evidence; these are:".formatted(whose)
                        : "Nothing%s%s is known from the guidelines%s that are in the evidence:"
                                .formatted(of, in, whose),
                there.isEmpty() ? guidelines(Optional.empty()) : there,
                json);
    }

    private List<String> guidelines(Optional<String> body) {
        return evidence.conditions().stream()
                .flatMap(id -> evidence.condition(id).guidelines().stream())
                .filter(g -> by(g, body))
                .map(g -> "%s, %s %s".formatted(g.name(), g.organisation(), g.year()))
                .distinct()
                .toList();
    }

    /** Whether a body has part in a guideline: "ADA" is the American Diabetes Association, too. */
    private static boolean by(Guideline g, Optional<String> body) {
        if (body.isEmpty()) {
            return true;
        }
        String initials = g.organisation().replaceAll("(\\p{Lu})\\p{Ll}+ ?", "$1");
        String all = g.organisation() + " " + g.name() + " " + initials;
        return List.of(all.split("[^\\p{L}]+")).contains(body.get()) || all.contains(body.get());
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
