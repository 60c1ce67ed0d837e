package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.ChosenWords;
import org.anamnesis.plan.Words;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Populations;

/** What the user asked of one thing: "what share of women did I choose?" */
final class ChosenAnswer {
    private final CohortSpec spec;

    private ChosenAnswer(CohortSpec spec) {
        this.spec = spec;
    }

    /** Empty if the message names nothing that can be asked of a cohort. */
    static Optional<Answer> of(String message, CohortSpec spec) {
        Set<String> subjects = ChosenWords.subjects(message);
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        var chosen = new ChosenAnswer(spec);
        List<String> found =
                subjects.stream().flatMap(s -> chosen.lines(s).stream()).distinct().toList();
        List<String> all = Understood.lines(spec);
        String names = subjects.stream().map(ChosenAnswer::name).collect(Collectors.joining(", "));
        String text =
                found.isEmpty()
                        ? "Nothing is asked of %s at present.".formatted(names)
                        : "Asked at present: %s.".formatted(String.join(", ", found));
        return Optional.of(
                new Answer(
                        text,
                        List.of("in all: " + String.join("; ", all)),
                        Typed.object(
                                "kind",
                                "chosen",
                                "subjects",
                                List.copyOf(subjects),
                                "lines",
                                found)));
    }

    private static String name(String subject) {
        return switch (subject) {
            case "sex", "smoking", "insurance", "region" -> subject;
            case "race_ethnicity" -> "race and ethnicity";
            case ChosenWords.DRUGS -> "drugs";
            case ChosenWords.CONDITION -> "conditions";
            case ChosenWords.OBSERVATIONS -> "observations";
            case ChosenWords.LIMITS -> "limits";
            default -> Words.named(subject);
        };
    }

    private List<String> lines(String subject) {
        List<String> lines = new ArrayList<>();
        switch (subject) {
            case ChosenWords.COUNT -> lines.add("%,d patients".formatted(spec.count()));
            case ChosenWords.POPULATION ->
                    lines.add("population " + Populations.inWords(spec.population()));
            case ChosenWords.OBSERVATIONS -> lines.add(Understood.words(spec.observations()));
            case ChosenWords.FORMATS -> lines.add("formats " + String.join(", ", spec.formats()));
            case ChosenWords.SEED -> lines.add("seed " + spec.seed());
            case ChosenWords.ENGINE -> lines.add("engine " + spec.engine());
            default -> {
                boolean main =
                        spec.condition()
                                .filter(
                                        c ->
                                                c.equals(subject)
                                                        || subject.equals(ChosenWords.CONDITION))
                                .isPresent();
                if (main) {
                    lines.add(
                            Understood.words(
                                    new Edit.SetCondition(spec.condition().orElseThrow())));
                }
                spec.constraints().stream()
                        .filter(c -> about(c, subject))
                        .forEach(c -> lines.add(Words.of(c)));
                spec.beyond().overwrites().stream()
                        .filter(o -> o.observation().equals(subject))
                        .forEach(o -> lines.add(Words.of(o)));
                if (spec.observations().named().contains(subject)) {
                    lines.add("%s is among the observations".formatted(Words.named(subject)));
                }
            }
        }
        return lines;
    }

    private static boolean about(Constraint c, String subject) {
        String about = Edit.Forget.about(c).subject();
        Optional<Concept.Kind> kind = Catalogue.bundled().find(about).map(Concept::kind);
        boolean drug =
                kind.filter(k -> k == Concept.Kind.INGREDIENT || k == Concept.Kind.DRUG_CLASS)
                        .isPresent();
        return switch (subject) {
            case ChosenWords.DRUGS -> drug;
            case ChosenWords.CONDITION -> kind.filter(k -> k == Concept.Kind.CONDITION).isPresent();
            case ChosenWords.LIMITS -> true;
            default ->
                    about.equals(subject)
                            || Catalogue.bundled().ingredientsOf(subject).stream()
                                    .anyMatch(i -> i.id().equals(about));
        };
    }
}
