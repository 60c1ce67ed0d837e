package org.anamnesis.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "why are there so many women?" asks for their share, "why is the mean so high?" for the mean. */
final class WhyQuestions {
    private static final Pattern MANY =
            Pattern.compile(
                    "(?i)\\s*(?:but |and |so )?(?:why|how come)(?: (?:are|do|have|did|is|were))?(?: (?:there|we|you|i|they))?(?: (?:have|get|see|got|include))?"
                            + "(?: (?:so|this|that|quite|such) (?:many|few|a lot of|lots of)(?: of)?| more| fewer| less| mostly| mainly) (.{3,60}?)(?: than .{2,40}?)?"
                            + "(?: (?:in (?:it|there|here|this|that|them|the (?:cohort|data|list|sample))|among them|here|there))?\\s*\\?*\\s*");
    private static final Pattern HIGH =
            Pattern.compile(
                    "(?i)\\s*(?:but |and |so )?(?:why|how come)(?: (?:is|are|was|were))? (?:the |their )?(?:mean |average )?(.{2,40}?)"
                            + " (?:is |are )?(?:so|that|this|quite) (?:high|low|large|small|raised|elevated)\\s*\\?*\\s*");

    /** "why are there no women in it?", "how come nobody is on a statin?", "why only men?" */
    private static final Pattern NONE =
            Pattern.compile(
                    "(?i)\\s*(?:but |and |so )?(?:why|how come)(?: (?:is|are|do|does|did|was|were|have))?(?: (?:there|it|we|you|i|they|that))?"
                            + "(?: (?:have|get|see|got|include|all))?"
                            + " (?:no|not any|only|just|zero|nobody|no one|none)(?: of them)?(?: (?:is|are|has|have))? (.{3,60}?)"
                            + "(?: (?:in (?:it|there|here|this|that|them|the (?:cohort|data|list|sample))|among them|here|there))?\\s*\\?*\\s*");

    private WhyQuestions() {}

    /** "how come the LDL is only 100?" asks why it is 100. */
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(?i)(\\s*(?:but |and |so )?)(?:why|how come) (.{2,60}?) (?:only|just|already|merely|as (?:high|low|much|little) as) ([0-9].*)");

    /** "the LDL is 100" as a question has the verb in front. */
    private static final Pattern VERB_BEHIND =
            Pattern.compile("(?i)((?:the |their )?[^?]{2,50}?) (is|are|was|were)");

    static String plain(String said) {
        Matcher amount = AMOUNT.matcher(said);
        String text = said;
        if (amount.matches()) {
            Matcher behind = VERB_BEHIND.matcher(amount.group(2));
            String asked =
                    behind.matches() ? behind.group(2) + " " + behind.group(1) : amount.group(2);
            text = amount.group(1) + "why " + asked + " " + amount.group(3);
        }
        Matcher many = MANY.matcher(text);
        if (many.matches()) {
            return "what share of them are " + many.group(1) + "?";
        }
        Matcher none = NONE.matcher(text);
        if (none.matches()) {
            return "what share of them are " + none.group(1) + "?";
        }
        Matcher high = HIGH.matcher(text);
        return high.matches() ? "what is their mean " + high.group(1) + "?" : text;
    }
}
