package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;

/**
 * An answer to an open question with more beside it: "type 1, and 300 of them should be women".
 *
 * @param choice what is answered
 * @param rest what else is said
 */
record PartAnswer(Clarification.Choice choice, String rest) {
    private static final String CLAUSE = "\\s*[,;.!]\\s+(?:and |but |with )?|\\s+(?:and|but)\\s+";

    static Optional<PartAnswer> of(List<Clarification> open, String message, Language likely) {
        String[] clauses = open.isEmpty() ? new String[0] : message.strip().split(CLAUSE);
        for (int i = 0; clauses.length > 1 && i < clauses.length; i++) {
            String clause = clauses[i];
            Optional<Clarification.Choice> choice = Choosing.of(open, clause, likely);
            if (choice.isPresent()) {
                List<String> others = new ArrayList<>(List.of(clauses));
                others.remove(i);
                return Optional.of(new PartAnswer(choice.get(), String.join(", ", others)));
            }
        }
        return Optional.empty();
    }

    /** The answer and what is said beside it; empty if that is no plain change. */
    Optional<Step> done(
            Conversation heard,
            String message,
            Reader rules,
            Changes changes,
            StillOpen stillOpen) {
        CohortSpec first = Amendment.of(heard.spec(), choice.edits());
        Reading read = OpenQuestions.reading(rules, rest, first, heard.language());
        if (!(read instanceof Reading.Understood u)
                || u.edits().isEmpty()
                || !u.questions().isEmpty()) {
            return Optional.empty();
        }
        CohortSpec spec =
                Amendment.of(first, u.edits().stream().map(Reading.Quoted::edit).toList());
        List<String> done = new ArrayList<>(List.of(choice.label()));
        done.addAll(Understood.quoted(u.edits()));
        Step step =
                changes.step(
                        heard,
                        message,
                        spec,
                        done,
                        u.assumptions(),
                        u.ignored(),
                        stillOpen.waiting(heard, spec));
        return Optional.of(stillOpen.again(heard, step));
    }
}
