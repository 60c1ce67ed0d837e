package org.anamnesis.converse;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.TalkWords;
import org.anamnesis.spec.CohortSpec;

/**
 * A change and a question in one message: "seed 55 - and will I get the same rows each time?". The
 * change is made and the question answered; only of a cohort that is there, as a question of
 * somebody who tells of a patient first is no wish.
 *
 * @param change what is changed
 * @param question what is asked
 */
record AskedBeside(String change, String question) {
    private static final int LONGEST = 200;
    private static final Pattern JOINT =
            Pattern.compile(
                    "(?i)\\s*[,;.!?]+\\s+(?:(?:and|but|also|oh|btw|by the way)[, ]+)*|\\s+[—–-]+\\s+(?:(?:and|but|also)\\s+)*|\\s+(?:and|but)\\s+");

    /**
     * Empty unless one part is a change, whole by itself, and the other a question.
     *
     * @param before the conversation before the message
     */
    static Optional<AskedBeside> of(Conversation before, String message, Reader rules) {
        boolean nothing = before.spec().equals(CohortSpec.DEFAULT);
        boolean marked = message.indexOf('?') >= 0 || message.indexOf('？') >= 0;
        if (nothing || !marked || message.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher joint = JOINT.matcher(message);
        while (joint.find()) {
            boolean mark = message.substring(joint.start(), joint.end()).contains("?");
            String first = message.substring(0, joint.start()) + (mark ? "?" : "");
            String rest = message.substring(joint.end());
            if (rest.strip().endsWith("?")
                    && !mark
                    && change(before, first, rules)
                    && asks(before, rest, rules)) {
                return Optional.of(new AskedBeside(first.strip(), rest.strip()));
            }
            if (mark && change(before, rest, rules) && asks(before, first, rules)) {
                return Optional.of(new AskedBeside(rest.strip(), first.strip()));
            }
        }
        return Optional.empty();
    }

    /**
     * Both; empty where one of them comes to nothing.
     *
     * @param heard the conversation with the message at its end
     * @param turn what a message comes to after a conversation
     */
    Optional<Step> done(
            Conversation before,
            Conversation heard,
            String message,
            Changes changes,
            BiFunction<Conversation, String, Step> turn) {
        Step made = turn.apply(before, change);
        if (made.turn().kind() != Turn.Kind.CHANGED) {
            return Optional.empty();
        }
        Turn answer = turn.apply(made.after(), question).turn();
        if (answer.kind() != Turn.Kind.ANSWERED) {
            return Optional.empty();
        }
        Step step =
                changes.step(
                        heard,
                        message,
                        made.after().spec(),
                        made.turn().reading(),
                        made.turn().assumed(),
                        made.turn().notUsed(),
                        Optional.empty());
        return Optional.of(
                new Step(step.after(), step.turn().answering(message, "\n" + answer.reply())));
    }

    private static boolean change(Conversation before, String part, Reader rules) {
        Language likely = before.language();
        return !part.strip().endsWith("?")
                && TalkWords.read(part, Set.of(), likely).isEmpty()
                && rules.read(part, before.spec(), likely) instanceof Reading.Understood u
                && !u.edits().isEmpty()
                && u.ignored().isEmpty()
                && u.questions().isEmpty();
    }

    /** "is it real?" is read as words about the program. */
    private static boolean asks(Conversation before, String part, Reader rules) {
        Language likely = before.language();
        return part.strip().split("\\s+").length > 2
                && (rules.read(part, before.spec(), likely) instanceof Reading.Question
                        || TalkWords.about(part, likely).isPresent());
    }
}
