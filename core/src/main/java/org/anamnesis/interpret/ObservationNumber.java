package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Edit;

/** How many observations are wanted: "20 important diabetes observations". */
final class ObservationNumber {
    static final Set<String> NOUNS =
            Set.of(
                    ("observation observations labs lab variables measurements "
                                    + "measures tests parameters features biomarkers markers columns "
                                    + "measurement variable analytes values vitals")
                            .split(" "));
    private static final Set<String> ADJECTIVES =
            Set.of(
                    ("important key top main most relevant different clinical lab "
                                    + "laboratory essential common major related specific of the "
                                    + "diabetes diabetic medical typical standard core value primary "
                                    + "routine health clinically disease best useful critical "
                                    + "distinct other")
                            .split(" "));

    /** So many are asked for by these tokens. */
    record Counted(int count, int from, int to) {}

    private final Draft draft;
    private final Sentence s;

    private ObservationNumber(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    /** "20 important diabetes observations". */
    static Optional<Counted> at(Draft draft, int n) {
        return new ObservationNumber(draft).number(n);
    }

    private Optional<Counted> number(int n) {
        if (s.inConcept(n)) {
            return Optional.empty();
        }
        int i = n + 1;
        while (i < n + 9 && !NOUNS.contains(s.word(i))) {
            Optional<Sentence.Named> topic = s.namedAt(i, Concept.Kind.CONDITION);
            if (topic.isPresent()) {
                i = topic.get().to();
            } else if (ADJECTIVES.contains(s.word(i))) {
                i++;
            } else {
                return Optional.empty();
            }
        }
        while (NOUNS.contains(s.word(i)) && NOUNS.contains(s.word(i + 1))) {
            i++;
        }
        if (!NOUNS.contains(s.word(i)) || s.namedAt(i, Concept.Kind.OBSERVATION).isPresent()) {
            return Optional.empty();
        }
        int end = s.word(i + 1).startsWith("value") ? i + 2 : i + 1;
        double asked = s.at(n).doubleValue();
        if (asked < 1 || asked != Math.rint(asked) || asked > 1_000_000) {
            draft.problem(
                    "request.observations.count",
                    n,
                    end,
                    "The number of observations is a whole number from 1.",
                    "20 important observations");
            return Optional.empty();
        }
        topic(n + 1, i);
        s.use(n, end);
        return Optional.of(new Counted((int) asked, n, end));
    }

    /** The condition beside "observations" is their topic, unless it is the only one named. */
    private void topic(int start, int end) {
        for (Sentence.Named n : s.named()) {
            if (n.from() >= start && n.to() <= end && n.is(Concept.Kind.CONDITION)) {
                boolean other =
                        s.named().stream()
                                .anyMatch(
                                        o ->
                                                o.is(Concept.Kind.CONDITION)
                                                        && (o.to() <= start || o.from() >= end));
                if (!other) {
                    draft.edit(new Edit.SetCondition(n.concept().id()), n.from(), n.to());
                }
            }
        }
    }
}
