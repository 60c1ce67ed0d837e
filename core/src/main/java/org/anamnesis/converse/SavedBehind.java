package org.anamnesis.converse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Intent;
import org.anamnesis.interpret.TalkWords;
import org.anamnesis.spec.Trail;

/**
 * A change and a name for what comes of it: "asthma, n = 100, save as A".
 *
 * @param change what is asked
 * @param name of the state that comes of it
 */
record SavedBehind(String change, String name) {
    private static final int LONGEST = 400;
    private static final Pattern TAIL =
            Pattern.compile(
                    "(?is)^(.{4,}?)\\s*(?:[,;.:—-]\\s+|\\s+and\\s+|[,;.]\\s*and\\s+)(?:(?:and|then|please|also|now)\\s+)*"
                            + "((?:save|store|call|name|label|remember|bookmark|tag)\\b[^,;.]{1,40})[.!]?\\s*$");

    static Optional<SavedBehind> of(Conversation heard, String message) {
        Matcher m = TAIL.matcher(message);
        if (message.length() > LONGEST
                || !m.matches()
                || read(heard, message).isPresent()
                || read(heard, m.group(1)).isPresent()) {
            return Optional.empty();
        }
        return read(heard, m.group(2))
                .filter(i -> i instanceof Intent.Save)
                .map(i -> new SavedBehind(m.group(1), ((Intent.Save) i).name()));
    }

    private static Optional<Intent> read(Conversation heard, String words) {
        return TalkWords.read(words, heard.names().keySet(), heard.language());
    }

    /**
     * The state saved when the change is done; the message as it is, if that is no plain change.
     *
     * @param turns a message after a conversation
     */
    Step step(Conversation before, String message, Turns turns) {
        Step first = turns.step(before, change);
        Turn turn = first.turn();
        if (turn.kind() != Turn.Kind.CHANGED && turn.kind() != Turn.Kind.SAME) {
            return turns.step(before, message);
        }
        var after =
                new Conversation(
                        Trail.of(before.heard(message).messages()),
                        first.after().versions(),
                        first.after().names(),
                        first.after().advice());
        return new Step(
                after.named(name), turn.answering(message, "\nSaved as %s.".formatted(name)));
    }

    /** What a message comes to. */
    interface Turns {
        Step step(Conversation before, String message);
    }
}
