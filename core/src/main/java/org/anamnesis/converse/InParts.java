package org.anamnesis.converse;

import java.util.Optional;
import java.util.function.BiFunction;
import org.anamnesis.interpret.Reader;

/** Messages of two parts that are read one after the other and come to one step. */
final class InParts {
    private final Conversation before;
    private final Conversation heard;
    private final String message;
    private final Reader rules;
    private final Changes changes;
    private final BiFunction<Conversation, String, Step> turn;

    /**
     * @param heard the conversation with the message at its end
     * @param turn what a message comes to after a conversation
     */
    InParts(
            Conversation before,
            Conversation heard,
            String message,
            Reader rules,
            Changes changes,
            BiFunction<Conversation, String, Step> turn) {
        this.before = before;
        this.heard = heard;
        this.message = message;
        this.rules = rules;
        this.changes = changes;
        this.turn = turn;
    }

    /** A change and a question, or what comes back and its new number. */
    Optional<Step> step() {
        return AskedBeside.of(before, message, rules)
                .flatMap(b -> b.done(before, heard, message, changes, turn))
                .or(() -> joined(true));
    }

    /**
     * Two wishes of which one points back.
     *
     * @param valued whether the second is to be a number for the first
     */
    Optional<Step> joined(boolean valued) {
        return Joined.of(before, message, rules, turn, valued)
                .map(j -> j.done(changes, heard, message));
    }
}
