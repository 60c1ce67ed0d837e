package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * "fine, 300 people with that" behind "how common is hypertension?": those whom the question was
 * about, where no cohort says otherwise.
 */
public final class SpokenOf {
    private static final int LONGEST = 200;

    /** What points back, and how the patients are then named. */
    private static final Pattern WITH =
            Pattern.compile(
                    "(?i)\\b(?:with|having|who have|that have|for) (?:it|that|this|that one|this one|that condition|this condition"
                            + "|that disease|this disease)\\b(?! (?:age|sex|mean|limit|number|share|range))");

    private static final Pattern OF =
            Pattern.compile(
                    "(?i)\\b(\\d[\\d,.]*|some|a few|a dozen|two dozen|a hundred|a thousand) (?:of )?(?:those|them|these|such (?:people|patients|persons|cases)|such)(?: (?:people|patients|persons|cases))?\\b");

    private SpokenOf() {}

    /** The message with the condition in place of what points to it; empty if nothing does. */
    public static Optional<String> named(String message, String question) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        boolean own = !conditions(message).isEmpty();
        List<Concept> about = own ? List.of() : conditions(question);
        if (about.size() != 1) {
            return Optional.empty();
        }
        String name = Matcher.quoteReplacement(about.get(0).name());
        Matcher of = OF.matcher(message);
        if (of.find()) {
            return Optional.of(of.replaceFirst("$1 patients with " + name));
        }
        Matcher with = WITH.matcher(message);
        return with.find() ? Optional.of(with.replaceFirst("with " + name)) : Optional.empty();
    }

    private static List<Concept> conditions(String text) {
        String plain = MessageText.withoutControls(text);
        return new Sentence(plain, Vocabulary.bundled())
                .named().stream()
                        .filter(n -> n.is(Concept.Kind.CONDITION))
                        .map(Sentence.Named::concept)
                        .distinct()
                        .toList();
    }
}
