package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** "70", "from 72 up" behind "From which age?": an age, and no number of patients. */
final class AgeAnswer {
    private static final int ADULT = 18;
    private static final Pattern AGE =
            Pattern.compile(
                    "(?i)(?:(?:i(?:'d| would)? (?:say|mean|meant|think|want)|say|let'?s say|make (?:it|that)|about|around|maybe|perhaps|ok(?:ay)?|well|hm+|please"
                            + "|from|starting (?:at|from)|beginning (?:at|with)|age[ds]?|the age of|all|everyone|,)\\s*)*"
                            + "([1-9][0-9]?)\\s*(?:years?|yrs?|y)?(?: old| of age)?\\s*((?:and |or )?(?:up(?:wards?)?|on(?:wards?)?|plus|\\+|older|over|above))?"
                            + "(?:\\s+(?:then|please|i think|i guess|would do|will do|is fine))*[.!\\s]*");

    private AgeAnswer() {}

    /** The answer with the word that it is an age; empty if that is not asked or not said. */
    static Optional<String> of(List<Clarification> open, String message) {
        Matcher age = AGE.matcher(message.strip());
        if (open.isEmpty() || !age.matches()) {
            return Optional.empty();
        }
        Optional<Criterion.AgeBetween> usual =
                open.get(0).usual().edits().stream()
                        .filter(e -> e instanceof Edit.AddConstraint)
                        .map(e -> ((Edit.AddConstraint) e).constraint())
                        .filter(c -> c instanceof Constraint.Require)
                        .map(c -> ((Constraint.Require) c).criterion())
                        .filter(c -> c instanceof Criterion.AgeBetween)
                        .map(c -> (Criterion.AgeBetween) c)
                        .findFirst();
        boolean from = age.group(2) != null || message.matches("(?i).*\\b(?:from|starting)\\b.*");
        return usual.map(
                u ->
                        from || u.minYears() > ADULT
                                ? "aged " + age.group(1) + " and older"
                                : "aged up to " + age.group(1));
    }
}
