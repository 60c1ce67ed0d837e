package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/** "no, half that", of a share or mean that was asked just now. */
final class LastNumber {
    private static final Pattern TIMES =
            Pattern.compile(
                    "(?i)(?:no|oh|sorry|actually|rather|make (?:it|that)|better|hm+|well|ok(?:ay)?|wait|only|just|[,.;:!—-]|\\s)*"
                            + "(half|twice|double|a third|a quarter|a tenth)(?: of)? (?:that|this|it)(?: please| then| instead| share| percentage|[.!]|\\s)*");

    private LastNumber() {}

    /**
     * Empty unless the last change asked one share or mean.
     *
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message) {
        Matcher times = TIMES.matcher(message.strip());
        if (!times.matches() || heard.now().before().isEmpty()) {
            return List.of();
        }
        CohortSpec past = heard.versions().get(heard.now().before().getAsInt()).spec();
        List<Constraint> come = new ArrayList<>(heard.spec().constraints());
        come.removeAll(past.constraints());
        boolean only = come.size() == 1 && past.count() == heard.spec().count();
        if (!only) {
            return List.of();
        }
        double factor =
                switch (times.group(1).toLowerCase(Locale.ROOT)) {
                    case "half" -> 0.5;
                    case "a third" -> 1.0 / 3;
                    case "a quarter" -> 0.25;
                    case "a tenth" -> 0.1;
                    default -> 2;
                };
        if (come.get(0) instanceof Constraint.Share s && s.percent() * factor <= 100) {
            return List.of(
                    new Edit.AddConstraint(
                            new Constraint.Share(s.criterion(), s.percent() * factor)));
        }
        if (come.get(0) instanceof Constraint.Mean m) {
            return List.of(
                    new Edit.AddConstraint(
                            new Constraint.Mean(m.observation(), m.value() * factor)));
        }
        return List.of();
    }
}
