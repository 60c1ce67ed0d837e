package org.anamnesis.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "how old are they on average?" asks for the mean age, and not what old means. */
final class HowOld {
    private static final Pattern OLD =
            Pattern.compile(
                    "(?i)(?:and |so |but )?how old (?:on average )?(?:are|is|were) (?!old|elderly|young)([\\p{L}0-9 ,/-]{3,60}?)"
                            + "(?: on average| typically| usually| normally| in general)?\\W*");

    private HowOld() {}

    /** The question for the mean age, or the text as it is. */
    static String plain(String text) {
        Matcher old = OLD.matcher(text.strip());
        if (!old.matches()) {
            return text;
        }
        String who = old.group(1).strip();
        boolean they =
                who.matches(
                        "(?i)they|these|those|(?:the|these|those|my|our|your) (?:patients|people)");
        return they ? "what is their mean age?" : "what is the mean age of " + who + "?";
    }
}
