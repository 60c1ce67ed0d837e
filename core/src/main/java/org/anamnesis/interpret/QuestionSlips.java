package org.anamnesis.interpret;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slips in the words that questions are made of: "waht is thier mean HbA1c?", "how meny of them
 * smoke?". Names of concepts are the vocabulary's business.
 */
public final class QuestionSlips {
    /** Two neighbouring letters swapped, one left out or one doubled in one of these is a slip. */
    private static final String WORDS =
            "what which when where many much does their there those average mean median percent"
                    + " percentage proportion share common prevalence number numbers come source"
                    + " sources evidence guideline guidelines define defined definition normal range"
                    + " real synthetic patients people women smoke smoking training private privacy"
                    + " limitations assume assumed assumptions change changed between difference"
                    + " correlate correlation correlated about would could should export formats"
                    + " engine engines conditions drugs citation cite based data united states"
                    + " usual highest lowest compare history saved versions version diabetes stage unit units"
                    + " measured diagnosed taking cohort reference population values value";

    /** What one of these slips would make of them is a word of its own. */
    private static final String WORDS_OF_THEIR_OWN =
            "dose three were wear wean men man mane name amen come came sure rang rage sates"
                    + " state reverse dug dugs sare hare share unite untied untie real"
                    + " reel eta date cote site cites ranges form from abut bout woman"
                    + " whey whet wheat hat bases basted base daft ever sever server";

    private static final SlipTable TABLE =
            new SlipTable(WORDS, WORDS_OF_THEIR_OWN)
                    .every(1, false)
                    .told("what", "waht wath whta wat wht hwat")
                    .told("how", "hw hou")
                    .told("which", "wich whcih wihch")
                    .told("many", "meny mny")
                    .told("the", "teh hte")
                    .told("their", "thier theri")
                    .told("there", "thre")
                    .told("is", "iz")
                    .told("are", "aer")
                    .told("your", "yuor yoru youre")
                    .told("you", "yuo yu")
                    .told("why", "wyh whi")
                    .told("who", "hwo woh")
                    .told("does", "deos dosent doess")
                    .told("can", "cna")
                    .told("and", "adn")
                    .told("have", "hvae ahve")
                    .told("this", "tihs thsi")
                    .told("prevalence", "prevalance prevelance prevelence prevalense")
                    .told("average", "avrage averge avarage")
                    .told("definition", "defintion definiton defenition definishun")
                    .told("synthetic", "synthethic sintetic synthetik")
                    .told("correlation", "corelation correlaton corrolation");

    private static final String HOW =
            "(reduced|preserved|normal|abnormal|high|low|elevated|raised|increased|decreased)";
    private static final String TAKES =
            "(?:(?:do|would|does|did) (?:you|we|one|they|it|anamnesis|the program) (?:call|consider|regard as|take as|count as|define as|treat as|see as)|counts? as|is called|is considered|passes for|is)";
    private static final Pattern CALLED =
            Pattern.compile(
                    "(?i)(?:and |so |but )?(?:which|what) ([\\p{L}0-9 -]{2,30}?) (?:values? |levels? )?"
                            + TAKES
                            + " "
                            + HOW
                            + "(?: here)?\\s*\\?*");
    private static final Pattern CALL =
            Pattern.compile(
                    "(?i)(?:and |so |but )?(?:what (?:do|would) (?:you|we|one|they) (?:call|consider|regard as|take as|count as|define as|treat as|see as)|how (?:do you define|is)) (?:an? )?"
                            + HOW
                            + " ([\\p{L}0-9 -]{2,30}?)(?: defined)?(?: here)?\\s*\\?*");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final int LONGEST = 300;

    private QuestionSlips() {}

    private static boolean asks(String message) {
        String first = message.strip().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
        return TABLE.meant(first)
                .filter(Set.of("what", "how", "which", "why")::contains)
                .isPresent();
    }

    /** The question as it was meant; anything else stays as it is. */
    public static String mended(String message) {
        boolean question = message.strip().endsWith("?") || asks(message);
        if (!question || message.length() > LONGEST || Language.of(message) != Language.EN) {
            return message;
        }
        StringBuilder out = new StringBuilder();
        Matcher word = WORD.matcher(message);
        int at = 0;
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            boolean shouted = word.group().equals(word.group().toUpperCase(Locale.ROOT));
            String meant = shouted ? word.group() : TABLE.meant(lower).orElse(word.group());
            out.append(message, at, word.start()).append(meant);
            at = word.end();
        }
        return called(out.append(message.substring(at)).toString());
    }

    /** "which EF do you call reduced?" and "what do you call a high LDL?" ask for a definition. */
    private static String called(String question) {
        Matcher behind = CALLED.matcher(question);
        Matcher before = CALL.matcher(question);
        boolean first = behind.matches();
        if (!first && !before.matches()) {
            return question;
        }
        String thing = first ? behind.group(1) : before.group(2);
        String how = (first ? behind.group(2) : before.group(1)).toLowerCase(Locale.ROOT);
        boolean ejection = thing.matches("(?i)(?:lv)?ef|(?:left ventricular )?ejection fraction");
        return ejection && !how.matches("normal|high")
                ? "how is HFrEF defined?"
                : "what is the normal range of " + thing + "?";
    }
}
