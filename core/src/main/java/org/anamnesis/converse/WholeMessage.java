package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.SpokenOf;
import org.anamnesis.spec.CohortSpec;

/** A message together with what was asked or said before, where it says little alone. */
final class WholeMessage {
    private WholeMessage() {}

    /**
     * The message itself, if nothing before completes it.
     *
     * @param open what is asked of the user
     */
    static String of(Conversation before, String message, List<Clarification> open, Reader rules) {
        Language likely = before.language();
        return AgeAnswer.of(open, message)
                .or(() -> Choosing.measured(open, message, likely))
                .or(() -> AnswerWords.completed(open, message, rules, before.spec(), likely))
                .or(() -> spokenOf(before, message))
                .orElseGet(() -> Abroad.together(before, message, rules));
    }

    /** Of a cohort that is not there yet: those whom the message before was about. */
    private static Optional<String> spokenOf(Conversation before, String message) {
        int last = before.messages().size() - 1;
        return last < 0 || !before.spec().equals(CohortSpec.DEFAULT)
                ? Optional.empty()
                : SpokenOf.named(message, before.messages().get(last));
    }
}
