package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;

/**
 * A condition or variable of one's own that is named before it is said what it is: "add fatigue as
 * a condition of my own, 30 %", "cachexia isn't in your list, so take it as an own diagnosis".
 */
final class OwnNamed {
    private static final String VERB =
            "(?:please |also |then |so |and )*(?:add|include|define|take|put in|put|introduce|bring in|create|declare|treat|count|record|measure|track|enter|have|and|also|plus)(?: in)?";
    private static final String NAME = "(\"?\\p{L}[\\p{L}-]*(?: \\p{L}[\\p{L}-]*){0,2}?\"?)";
    private static final String KIND =
            "(condition|diagnosis|disease|comorbidity|variable|column|measurement|score)";
    private static final String AS_OWN =
            " as (?:(?:(?:an?|the) )?(?:my|our) (?:own )?|(?:an?|one|another) (?:own|extra|additional|custom|further|new) |own )"
                    + KIND
                    + "|";
    private static final String OF_OWN =
            " as (?:an? |another )?" + KIND + "(?= of (?:my|our|their) own| of (?:mine|ours))";
    private static final String BEHIND =
            "(?: of (?:my|our|their) own| of (?:mine|ours))?[,:;]?(?: (?:with|at|in|of|for|which|that|has|have))*(?= *(?:[0-9]|a |half|one |two |mean|median|normal))";

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)\\b"
                            + VERB
                            + " (?:the |an? )?"
                            + NAME
                            + "(?:"
                            + AS_OWN
                            + OF_OWN
                            + ")"
                            + BEHIND);

    /** Said to be unknown, and then meant by "it". */
    private static final Pattern UNKNOWN =
            Pattern.compile(
                    "(?i)(?:(?:i (?:guess|suppose|think) )?you (?:(?:do|wo|will|ca|can|may|might)(?:n[’']?t| not) |probably |surely )+(?:have|know|offer|hold) (?:about |of )?(?:the )?"
                            + NAME
                            + "|"
                            + NAME
                            + " (?:is not|isn[’']?t|is missing|will not be|won[’']?t be) (?:in|on|from|among|part of) (?:your|the) (?:list|catalogue|conditions|diseases|vocabulary|data)"
                            + ")(?:[,;:.—-]| |i[’']?d guess|i guess|i suppose|i think|so|then|and|hence|therefore|but)+"
                            + VERB
                            + " (?:it|that|this)(?:"
                            + AS_OWN
                            + OF_OWN
                            + ")"
                            + BEHIND);

    private OwnNamed() {}

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        if (s.foreign() || s.definition()) {
            return s;
        }
        List<Exchange> all = new ArrayList<>();
        for (Pattern p : List.of(UNKNOWN, NAMED)) {
            Matcher m = p.matcher(s.english());
            if (all.isEmpty() && m.find()) {
                named(s, m, all);
            }
        }
        return s.exchanged(all, vocabulary);
    }

    /** The name stays as it was typed; what stands before and behind it is said plainly. */
    private static void named(Sentence s, Matcher m, List<Exchange> all) {
        int name = group(m, 1);
        String kind = m.group(group(m, name + 1)).toLowerCase(Locale.ROOT);
        boolean number = kind.matches("variable|column|measurement|score");
        String add = number ? "add a variable" : "add a condition called";
        boolean first = m.start(name) == m.start();
        tokens(
                s,
                m.start(),
                first ? m.end(name) : m.start(name),
                first ? add + " " + m.group(name) : add,
                all);
        tokens(s, m.end(name), m.end(), number ? ":" : "in", all);
    }

    /** The first group from here on that took part. */
    private static int group(Matcher m, int from) {
        int g = from;
        while (m.start(g) < 0) {
            g++;
        }
        return g;
    }

    /** The tokens that lie within these characters. */
    private static void tokens(Sentence s, int start, int end, String words, List<Exchange> all) {
        int from = 0;
        while (from < s.size() && s.at(from).start() < start) {
            from++;
        }
        int to = from;
        while (to < s.size() && s.at(to).end() <= end) {
            to++;
        }
        if (to > from) {
            all.add(new Exchange(from, to, words));
        }
    }
}
