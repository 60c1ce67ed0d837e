package org.anamnesis.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "and what would happen to the LDL?", "what does that do to the BMI?" ask for the mean of it. */
final class EffectQuestions {
    private static final Pattern EFFECT =
            Pattern.compile(
                    "(?i)^\\W*(?:(?:and|so|ok(?:ay)?|but|then|now|well|hm+)\\b[,\\s]*)*"
                            + "(?:what (?:would|will|does|might|could|did) (?:then |this |that |it )?(?:happen|change|become|occur)(?: to| of| with| in| for)"
                            + "|what (?:happens|happened|becomes|became|changes)(?: then)?(?: to| of| with| in| for)"
                            + "|how (?:would|does|will|did|might) (?:that|this|it|the change) (?:change|affect|influence|alter|move|shift|impact)"
                            + "|what (?:does|would|will|did|might) (?:that|this|it) (?:do|mean)(?: to| for| with)"
                            + "|what(?:'s| is) the (?:effect|impact|influence) (?:of (?:that|this|it) )?(?:on|for))"
                            + " (?:the |their |its )?(?:mean |average )?([\\p{L}0-9 %-]{2,40}?)(?: then| now| in that case| (?:if|when) (?:i|we) do (?:that|this|so))?\\s*\\?*\\s*$");

    private EffectQuestions() {}

    static String plain(String text) {
        Matcher m = EFFECT.matcher(text);
        return m.matches() ? "what is the mean " + m.group(1) + "?" : text;
    }
}
