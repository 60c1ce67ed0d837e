package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Language;

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
}
