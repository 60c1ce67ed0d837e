package org.anamnesis.interpret;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Own;

/**
 * Names of columns as they stand in tables: "a column steps_per_day", and later "steps_per_day" or
 * "steps" alone, where only one column of one's own is called so.
 */
final class SnakeNames {
    private static final Pattern NEW =
            Pattern.compile(
                    "(?i)\\b((?:column|variable|field|feature|flag|measure)(?: called| named|:)?) ([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\b");
    private static final int SHORTEST = 4;

    /** "serum zinc between 60 and 120" beside a serum copper names another one. */
    private static final String ANOTHER =
            "(?! \\p{L}+,? (?:with |of |from |range )?(?:mean|average|median|between|[0-9])(?!\\p{L}))";

    private SnakeNames() {}

    static String plain(String message, CohortSpec current) {
        String text = message;
        if (text.indexOf('_') >= 0) {
            Matcher m = NEW.matcher(text);
            text = m.replaceAll(r -> r.group(1) + " \"" + r.group(2).replace('_', ' ') + "\"");
        }
        for (Own own : current.beyond().own()) {
            String name = own.name().toLowerCase(Locale.ROOT);
            if (name.matches("[a-z][a-z0-9]*(?: [a-z0-9]+)+")) {
                text = named(text, name, current);
            }
        }
        return text;
    }

    private static String named(String message, String name, CohortSpec current) {
        String text =
                message.replaceAll(
                        "(?i)\\b" + name.replace(' ', '_') + "\\b", Matcher.quoteReplacement(name));
        String first = name.substring(0, name.indexOf(' '));
        String two = name.replaceFirst("^(\\S+ \\S+).*", "$1");
        boolean said = text.toLowerCase(Locale.ROOT).contains(two); // others know the rest
        boolean other =
                current.beyond().own().stream()
                                .filter(o -> o.name().toLowerCase(Locale.ROOT).contains(first))
                                .count()
                        > 1;
        boolean known = !Vocabulary.bundled().find(first).isEmpty();
        return said || other || known || first.length() < SHORTEST
                ? text
                : text.replaceFirst(
                        "(?i)(?<![\\p{L}_\"-])" + first + "(?![\\p{L}_\"-])" + ANOTHER, name);
    }
}
