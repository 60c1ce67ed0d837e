package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * "the second one" counts in the order in which things were first asked; a specification has them
 * in the order in which they were last changed.
 */
final class AsMentioned {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?i).*\\b(?:first|second|third|former|latter|1st|2nd|3rd|both|respectively)\\b.*"
                            + "|[^0-9]{0,24}[0-9.]+ ?%? ?(?:and|,|/|&) ?[0-9.]+ ?%?[^0-9]{0,24}");

    private AsMentioned() {}

    /** The specification to read a message by. */
    static CohortSpec of(Conversation heard, String message) {
        CohortSpec now = heard.spec();
        if (now.constraints().size() < 2 || !PLACE.matcher(message).matches()) {
            return now;
        }
        List<String> order = new ArrayList<>();
        for (Version v : heard.versions()) {
            v.spec().constraints().stream()
                    .map(AsMentioned::subject)
                    .filter(s -> !order.contains(s))
                    .forEach(order::add);
        }
        List<Constraint> sorted = new ArrayList<>(now.constraints());
        sorted.sort(Comparator.comparingInt(c -> order.indexOf(subject(c))));
        return now.withConstraints(sorted);
    }

    private static String subject(Constraint c) {
        return c.getClass().getSimpleName() + " " + Edit.Forget.about(c).subject();
    }
}
