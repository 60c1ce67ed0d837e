package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Question;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.population.Derived;

/** What a name of the catalogue stands for: its other names, its unit, the drugs of a class. */
final class MeaningAnswer {
    private static final int NAMES = 6;

    private MeaningAnswer() {}

    static Answer of(Question.Meaning q) {
        Concept c = Catalogue.bundled().find(q.concept()).orElseThrow();
        List<String> lines = new ArrayList<>();
        String names =
                c.synonyms().stream()
                        .limit(NAMES)
                        .map(n -> n.startsWith("=") ? n.substring(1) : n)
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            lines.add("also called: " + names);
        }
        Optional<Measurand> m = Measurands.bundled().find(c.id());
        m.ifPresent(x -> lines.addAll(AskDesk.range(x).lines()));
        Derived.of(c.id()).ifPresent(d -> lines.add("in this data: " + d.rule()));
        List<Concept> members = Catalogue.bundled().ingredientsOf(c.id());
        if (!members.isEmpty()) {
            lines.add(
                    "in the catalogue: "
                            + members.stream()
                                    .map(Concept::name)
                                    .collect(Collectors.joining(", ")));
        }
        List<Concept> classes = Catalogue.bundled().classesOf(c.id());
        if (!classes.isEmpty()) {
            lines.add(
                    "class: "
                            + classes.stream()
                                    .map(Concept::name)
                                    .collect(Collectors.joining(", ")));
        }
        String codes =
                Arrays.stream(CodeSystem.values())
                        .flatMap(system -> c.verified(system).stream())
                        .map(x -> x.system().title() + " " + x.code())
                        .collect(Collectors.joining(", "));
        if (!codes.isEmpty()) {
            lines.add("codes: " + codes);
        }
        String kind =
                switch (c.kind()) {
                    case CONDITION -> "a condition";
                    case OBSERVATION -> "an observation";
                    case INGREDIENT -> "a drug";
                    case DRUG_CLASS -> "a class of drugs";
                };
        return new Answer(
                "%s: %s of the catalogue.".formatted(c.name(), kind),
                lines,
                Typed.object("kind", "meaning", "concept", c.id(), "name", c.name()));
    }
}
