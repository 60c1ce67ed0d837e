package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Set<String> WORDS_OF_THEIR_OWN =
            Set.of(
                    ("dose three were wear wean men man mane name amen come came sure rang rage sates"
                                    + " state reverse dug dugs sare hare share unite untied untie real"
                                    + " reel eta date cote site cites ranges form from abut bout woman"
                                    + " whey whet wheat hat bases basted base daft ever sever server")
                            .split(" "));

    private static final Map<String, String> MEANT = new HashMap<>();

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final int SHORTEST_MISSING = 5;
    private static final int LONGEST = 300;

    static {
        Set<String> known = new HashSet<>(List.of(WORDS.split(" ")));
        known.forEach(word -> slips(word, known));
        all("what", "waht wath whta wat wht hwat");
        all("how", "hw hou");
        all("which", "wich whcih wihch");
        all("many", "meny mny");
        all("the", "teh hte");
        all("their", "thier theri");
        all("there", "thre");
        all("is", "iz");
        all("are", "aer");
        all("your", "yuor yoru youre");
        all("you", "yuo yu");
        all("why", "wyh whi");
        all("who", "hwo woh");
        all("does", "deos dosent doess");
        all("can", "cna");
        all("and", "adn");
        all("have", "hvae ahve");
        all("this", "tihs thsi");
        all("prevalence", "prevalance prevelance prevelence prevalense");
        all("average", "avrage averge avarage");
        all("definition", "defintion definiton defenition definishun");
        all("synthetic", "synthethic sintetic synthetik");
        all("correlation", "corelation correlaton corrolation");
    }

    private QuestionSlips() {}

    private static void slips(String word, Set<String> known) {
        for (int i = 1; i + 1 < word.length(); i++) {
            String rest = word.substring(i + 2);
            slip(word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + rest, word, known);
        }
        for (int i = 1; word.length() >= SHORTEST_MISSING && i < word.length(); i++) {
            slip(word.substring(0, i) + word.charAt(i) + word.substring(i), word, known);
            if (i + 1 < word.length()) {
                slip(word.substring(0, i) + word.substring(i + 1), word, known);
            }
        }
    }

    private static void slip(String typed, String word, Set<String> known) {
        if (!known.contains(typed) && !WORDS_OF_THEIR_OWN.contains(typed)) {
            MEANT.put(typed, word);
        }
    }

    private static void all(String meant, String slips) {
        for (String slip : slips.split(" ")) {
            MEANT.put(slip, meant);
        }
    }

    private static boolean asks(String message) {
        String first = message.strip().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
        return Set.of("what", "how", "which", "why").contains(MEANT.getOrDefault(first, ""));
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
            String meant = MEANT.get(lower);
            boolean typed =
                    meant != null && !word.group().equals(word.group().toUpperCase(Locale.ROOT));
            out.append(message, at, word.start()).append(typed ? meant : word.group());
            at = word.end();
        }
        return out.append(message.substring(at)).toString();
    }
}
