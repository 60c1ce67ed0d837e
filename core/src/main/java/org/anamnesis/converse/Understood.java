package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * A message applied to a specification.
 *
 * @param spec afterwards; unchanged if there are problems
 * @param understood a sentence an edit, with the words it rests on
 * @param assumed what the reader decided
 * @param notUsed words that were not used
 * @param problems why it was not understood
 * @param question the message, if it is a question to be answered rather than a request
 */
record Understood(
        CohortSpec spec,
        List<String> understood,
        List<String> assumed,
        List<String> notUsed,
        List<Problem> problems,
        Optional<String> question) {
    static Understood of(String message, CohortSpec before, Reader reader) {
        Reading reading = reader.read(message, before);
        if (reading instanceof Reading.Understood u) {
            CohortSpec spec = before;
            List<String> lines = new ArrayList<>();
            for (Reading.Quoted quoted : u.edits()) {
                spec = quoted.edit().apply(spec);
                lines.add("%s (\"%s\")".formatted(words(quoted.edit()), quoted.quote().strip()));
            }
            return new Understood(
                    spec, lines, u.assumptions(), u.ignored(), List.of(), Optional.empty());
        }
        if (reading instanceof Reading.Question q) {
            return new Understood(
                    before, List.of(), List.of(), List.of(), List.of(), Optional.of(q.text()));
        }
        List<Problem> problems = ((Reading.NotUnderstood) reading).problems();
        return new Understood(before, List.of(), List.of(), List.of(), problems, Optional.empty());
    }

    static String words(Edit edit) {
        if (edit instanceof Edit.SetCount e) {
            return String.format(Locale.ROOT, "%,d patients", e.count());
        }
        if (edit instanceof Edit.SetCondition e) {
            return "everyone has " + Words.named(e.condition());
        }
        if (edit instanceof Edit.SetPopulation e) {
            return "population " + e.population();
        }
        if (edit instanceof Edit.AddConstraint e) {
            return Words.of(e.constraint());
        }
        if (edit instanceof Edit.SetObservations e) {
            List<String> parts = new ArrayList<>();
            if (e.observations().count() > e.observations().named().size()) {
                parts.add(
                        "%d observations, the most important of the condition%s"
                                .formatted(
                                        e.observations().count(),
                                        e.observations().named().isEmpty()
                                                ? ""
                                                : " beside those named"));
            }
            e.observations().named().forEach(id -> parts.add(Words.named(id)));
            e.observations().dropped().forEach(id -> parts.add("no " + Words.named(id)));
            return String.join(", ", parts);
        }
        if (edit instanceof Edit.SetSeed e) {
            return "seed " + e.seed();
        }
        if (edit instanceof Edit.SetEngine e) {
            return "engine " + e.engine();
        }
        return "formats " + String.join(", ", ((Edit.SetFormats) edit).formats());
    }
}
