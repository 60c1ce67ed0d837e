package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** "why not?" after what could not be done: the reason once more. */
final class WhyNot {
    private static final Pattern ASKS =
            Pattern.compile(
                    "(?iu)\\W*(?:(?:and|but|ok(?:ay)?|so|hm+|oh|really) ?,? )?"
                            + "(?:why (?:not|can(?:no|'?)t (?:you|i|that be|it be)(?: do (?:it|that|this))?|is(?:n'?t| that not| it not) (?:that |it )?possible"
                            + "|did(?:n'?t| not) (?:that|it|you)(?: (?:work|do (?:it|that)))?|does(?:n'?t| not) (?:that|it) work)"
                            + "|what(?:'s| is| was) (?:wrong|the problem)(?: (?:with (?:that|it|this)|there|here))?"
                            + "|warum (?:nicht|geht das nicht)|wieso nicht|pourquoi pas|por qu[eé] no|为什么不(?:行|能|可以)?)\\W*");

    private WhyNot() {}

    /**
     * Empty unless the message before changed nothing because it could not.
     *
     * @param before the conversation before the question
     * @param played what comes of a message after it
     */
    static Optional<Answer> of(Conversation before, String message, Function<String, Turn> played) {
        List<String> all = before.messages();
        String last = all.isEmpty() ? "" : all.get(all.size() - 1);
        boolean done = last.isEmpty() || last.equals(before.now().message());
        if (done || !ASKS.matcher(message).matches() || ASKS.matcher(last).matches()) {
            return Optional.empty();
        }
        Turn failed = played.apply(last);
        boolean told = failed.kind() == Turn.Kind.PROBLEM || failed.kind() == Turn.Kind.REFUSED;
        String why = failed.reply().replaceFirst("^Nothing was changed\\. ", "");
        return told
                ? Optional.of(
                        new Answer(why, List.of(), Typed.object("kind", "reason", "of", last)))
                : Optional.empty();
    }
}
