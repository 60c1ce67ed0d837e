package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.interpret.Question;
import org.anamnesis.population.ReferencePopulation;

/** Which data and guidelines the figures rest on, and how many figures each of them gave. */
final class SourcesAnswer {
    private final ReferencePopulation adults;
    private final Evidence evidence;
    private final Citations citations;
    private final Map<String, Integer> figures = new TreeMap<>();
    private final Map<Confidence, Integer> byConfidence = new TreeMap<>();
    private final Set<Guideline> guidelines = new LinkedHashSet<>();

    SourcesAnswer(Evidence evidence, ReferencePopulation adults) {
        this.adults = adults;
        this.evidence = evidence;
        this.citations = new Citations(evidence);
    }

    Answer answer(Question.Sources q) {
        List<String> conditions = q.condition().map(List::of).orElse(evidence.conditions());
        conditions.forEach(id -> count(evidence.condition(id)));
        List<String> lines = new ArrayList<>();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "sources");
        json.put("version", evidence.version());
        String people = adults.about();
        lines.add("people: " + people);
        json.put("people", people);
        data(lines, json);
        guidelines(lines, json);
        List<String> checked = new ArrayList<>();
        byConfidence.forEach((c, n) -> checked.add(Amounts.count(n) + " " + c.word()));
        String about =
                q.condition()
                        .map(c -> "on " + GroupName.condition(c))
                        .orElse("for all " + conditions.size() + " conditions");
        return new Answer(
                "Evidence %s (version %s): figures %s"
                        .formatted(about, evidence.version(), String.join(", ", checked)),
                lines,
                json);
    }

    private void count(ConditionEvidence c) {
        c.facts().forEach(f -> count(f.source(), f.confidence()));
        c.observations().stream()
                .flatMap(o -> o.overall().stream())
                .forEach(m -> count(m.source(), m.confidence()));
        guidelines.addAll(c.guidelines());
    }

    private void count(String source, Confidence confidence) {
        figures.merge(source, 1, Integer::sum);
        byConfidence.merge(confidence, 1, Integer::sum);
    }

    private void data(List<String> lines, Map<String, Object> json) {
        List<Map<String, Object>> typed = new ArrayList<>();
        figures.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(
                        e -> {
                            Citations.Cited source = citations.cited(e.getKey());
                            String unit = e.getValue() == 1 ? "figure" : "figures";
                            lines.add(
                                    "data: %s %s from %s"
                                            .formatted(
                                                    Amounts.count(e.getValue()),
                                                    unit,
                                                    source.shown()));
                            Map<String, Object> one = new LinkedHashMap<>();
                            source.into(one);
                            one.put("figures", e.getValue());
                            typed.add(one);
                        });
        json.put("data", typed);
    }

    private void guidelines(List<String> lines, Map<String, Object> json) {
        List<Map<String, Object>> typed = new ArrayList<>();
        for (Guideline g : guidelines) {
            String checked = citations.checked(g.confidence(), g.source());
            String line =
                    "guideline: %s, %s %s (%s)"
                            .formatted(g.name(), g.organisation(), g.year(), checked);
            if (lines.contains(line)) {
                continue; // one guideline may serve several conditions
            }
            lines.add(line);
            typed.add(
                    Typed.object(
                            "guideline", g.name(),
                            "organisation", g.organisation(),
                            "year", g.year(),
                            "confidence", g.confidence().word()));
        }
        json.put("guidelines", typed);
    }
}
