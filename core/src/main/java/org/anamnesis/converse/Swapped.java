package org.anamnesis.converse;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One number in the place of another that was said before: "sorry, I meant 60, not 50". */
final class Swapped {
    private static final String NUMBER = "([0-9]+(?:[.,][0-9]+)?(?:[ab]\\b)?)";
    private static final String UNIT =
            "\\s*(?:%|(?:percent|years?|months?|yrs?|mg/dl|mmhg|points?|people|patients|visits?|kg)\\b)?";
    private static final Pattern NEW_FIRST =
            Pattern.compile(
                    NUMBER
                            + UNIT
                            + ",?\\s*(?:and )?(?:not|instead of|rather than|in place of)\\s+(?:the )?"
                            + NUMBER);
    private static final Pattern OLD_FIRST =
            Pattern.compile(
                    "(?:not\\s+"
                            + NUMBER
                            + "\\s*%?\\s*(?:but|,|-)\\s*|(?:replace|change|correct|swap|turn)\\s+(?:the )?"
                            + NUMBER
                            + "\\s*%?\\s*(?:with|by|to|for|into)\\s+(?:a )?|(?:the|that|my|those)\\s+"
                            + NUMBER
                            + UNIT
                            + "\\s*(?:should|must|ought to|has to|was meant to|is meant to|was supposed to|is supposed to)\\s+(?:be|have been|read|say)\\s+)"
                            + NUMBER);

    private static final Pattern TYPO =
            Pattern.compile(
                    NUMBER
                            + "\\s*%?(?:\\s+(?:for|on|of|with)\\s+[\\p{L}0-9-]+(?:\\s[\\p{L}0-9-]+)?)?\\s+(?:was|is)\\s+(?:a |an |my )?(?:typo|mistake|error|wrong|slip|nonsense)"
                            + "[,.;:\\s—-]*(?:sorry[,.]?\\s*)?(?:(?:i meant|it should be|should be|make it|make that|it is|rather|take)\\s+)?"
                            + NUMBER);

    /** So many messages back a number may have been said. */
    private static final int FAR = 6;

    private static final int LONGEST = 60;

    private Swapped() {}

    /** A message as it was said and with the other number. */
    record Of(String before, String after) {}

    /** The message that had the number, with the other one; empty if none had it. */
    static Optional<Of> of(Conversation heard, String message) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher now = NEW_FIRST.matcher(message);
        if (now.find()) {
            return in(heard, now.group(2), now.group(1));
        }
        Matcher typo = TYPO.matcher(message);
        if (typo.find()) {
            return in(heard, typo.group(1), typo.group(2));
        }
        Matcher last = OLD_FIRST.matcher(message);
        if (last.find()) {
            String first = last.group(1) == null ? last.group(2) : last.group(1);
            return in(heard, first == null ? last.group(3) : first, last.group(4));
        }
        return Optional.empty();
    }

    private static Optional<Of> in(Conversation heard, String old, String now) {
        Pattern whole =
                Pattern.compile("(?<![0-9.,])" + Pattern.quote(old) + "(?![0-9]|[.,][0-9])");
        Version v = heard.now();
        for (int back = 0; back < FAR; back++) {
            Matcher m = whole.matcher(v.message());
            if (m.find()) {
                String swapped = v.message().substring(0, m.start()) + now;
                String rest = v.message().substring(m.end());
                return m.find()
                        ? Optional.empty()
                        : Optional.of(new Of(v.message(), swapped + rest));
            }
            OptionalInt before = v.before();
            if (before.isEmpty()) {
                return Optional.empty();
            }
            v = heard.versions().get(before.getAsInt());
        }
        return Optional.empty();
    }
}
