package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.FollowUp;
import org.anamnesis.interpret.Question;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * "what would be typical?", "and in men?" behind a wish: the figure of what was asked last, as it
 * is among real people.
 */
final class OfLast {
    private static final Pattern USUAL =
            Pattern.compile(
                    "(?i).*\\b(?:usual(?:ly)?|typical(?:ly)?|realistic|reality|real[- ]life|real world|common|expected|natural|true (?:figure|value|share)|in truth"
                            + "|normally|customary|plausible)\\b.*");

    private OfLast() {}

    /**
     * Empty where the message names something of its own, or nothing was asked that has a figure.
     */
    static Optional<Question> of(String message, CohortSpec spec) {
        List<Constraint> all = spec.constraints();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<Question> implied = figure(all.get(all.size() - 1), spec.condition());
        boolean bare =
                Vocabulary.bundled().find(message).isEmpty() && !message.matches(".*[0-9].*");
        if (bare && USUAL.matcher(message).matches()) {
            return implied;
        }
        return FollowUp.opens(message)
                ? implied.flatMap(q -> FollowUp.of(q, message))
                : Optional.empty();
    }

    private static Optional<Question> figure(Constraint c, Optional<String> condition) {
        if (c instanceof Constraint.Mean m) {
            return mean(m.observation(), condition);
        }
        Optional<Criterion> of =
                c instanceof Constraint.Share s
                        ? Optional.of(s.criterion())
                        : c instanceof Constraint.Require r
                                ? Optional.of(r.criterion())
                                : Optional.empty();
        if (of.isEmpty()) {
            return Optional.empty();
        }
        Criterion asked = of.get() instanceof Criterion.Not n ? n.inner() : of.get();
        if (asked instanceof Criterion.AgeBetween) {
            return mean("age", condition);
        }
        return asked instanceof Criterion.ObservationWithin o && c instanceof Constraint.Require
                ? mean(o.observation(), condition)
                : Optional.of(new Question.Share(List.of(asked), condition, List.of()));
    }

    private static Optional<Question> mean(String observation, Optional<String> condition) {
        boolean known =
                observation.equals("age") || Measurands.bundled().find(observation).isPresent();
        return known
                ? Optional.of(
                        new Question.Statistic(
                                Question.Statistic.Kind.MEAN,
                                0,
                                observation,
                                condition,
                                List.of(),
                                Optional.empty()))
                : Optional.empty();
    }
}
