package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.RuleReader;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecCheck;
import org.anamnesis.spec.SpecJson;

/** The use cases on the evidence and population that ship. */
final class Desk implements Anamnesis {
    static final String VERSION = "0.1.0";

    private final Reader reader = new RuleReader();

    @Override
    public Interpretation interpret(List<String> messages) {
        CohortSpec spec = CohortSpec.DEFAULT;
        List<Turn> turns = new ArrayList<>();
        for (String message : messages) {
            Understood u = Understood.of(message, spec, reader);
            List<Problem> problems = new ArrayList<>(u.problems());
            if (problems.isEmpty() && u.question().isEmpty()) {
                problems.addAll(SpecCheck.problems(u.spec()));
            }
            CohortSpec after = problems.isEmpty() ? u.spec() : spec;
            turns.add(
                    new Turn(
                            message,
                            u.understood(),
                            reply(u, problems),
                            problems.isEmpty() ? u.understood() : List.of(),
                            problems,
                            Optional.empty()));
            spec = after;
        }
        return new Interpretation(SpecJson.write(spec), turns);
    }

    private static String reply(Understood u, List<Problem> problems) {
        if (u.question().isPresent()) {
            return "That is a question; \"ask\" answers it. Nothing was changed.";
        }
        if (!problems.isEmpty()) {
            return "Nothing was changed: "
                    + sentence(problems.stream().map(Problem::message).toList());
        }
        List<String> parts = new ArrayList<>();
        parts.add("Understood: " + sentence(u.understood()));
        if (!u.assumed().isEmpty()) {
            parts.add("Assumed: " + sentence(u.assumed()));
        }
        if (!u.notUsed().isEmpty()) {
            parts.add("Not used: \"" + String.join("\", \"", u.notUsed()) + "\".");
        }
        return String.join(" ", parts);
    }

    /** Several as one, with one full stop. */
    private static String sentence(List<String> parts) {
        return String.join("; ", parts.stream().map(p -> p.replaceFirst("\\.$", "")).toList())
                + ".";
    }

    @Override
    public Outcome generate(GenerateRequest request, Progress progress) {
        return new GenerateDesk(Wanted.of(request, reader), request, progress).outcome();
    }

    @Override
    public Answer ask(String question) {
        return new AskDesk(Evidence.bundled()).answer(question);
    }

    @Override
    public void buildCensus(Path nhanes, Path out, OptionalInt keepApart, Progress progress) {
        CensusDesk.build(nhanes, out, keepApart, progress);
    }
}
