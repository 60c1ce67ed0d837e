package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.AgeBetween;

/**
 * "raise LDL to 150", "push NT-proBNP up to 2500", "get BMI down to about 28": where nothing else
 * was asked of an observation, a value that it is moved to is its mean.
 */
final class MovedMeans {
    private static final String MOVES =
            "raise|lower|increase|reduce|decrease|bring|push|get|move|shift|drop|take|put|bump|elevate|lift|change|adjust|turn|cut|nudge|pull|boost|make|have|want|let";
    private static final String RAISES =
            "raise|lower|increase|reduce|decrease|bring|push|bump|pull|shift|move|get";
    private static final String BEFORE =
            "the|their|a|all|also|to|please|now|then|mean|average|typical|overall|patients|serum|plasma|should|be|it|go|moved|raised|lowered";
    private static final String BETWEEN =
            "levels?|values?|mean|average|all|the|way|up|down|over|on|be|back|right|closer|nearer|a|bit|should|go|goes|moved|raised|lowered|brought|pushed|increased|reduced";
    private static final String TO = "to|towards|at|=|around|about|near|roughly|approximately|say";

    /** Words between a verb and its observation. */
    private static final int FAR = 5;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private MovedMeans(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        MovedMeans means = new MovedMeans(draft, current);
        for (Sentence.Named n : means.s.named()) {
            if (n.is(Concept.Kind.OBSERVATION) && means.s.free(n.from(), n.to())) {
                means.moved(n);
            }
        }
        boolean limited =
                current.constraints().stream()
                        .anyMatch(
                                c ->
                                        c instanceof Constraint.Require r
                                                && r.criterion() instanceof AgeBetween);
        for (int i = 1; i < means.s.size() && !limited; i++) {
            if (means.s.like(i, "ages?") && means.s.free(i)) {
                means.older(i);
            }
        }
    }

    /** "raise the age to 70". */
    private void older(int age) {
        int verb = age - 1;
        while (verb > 0 && s.like(verb, BEFORE)) {
            verb--;
        }
        int at = age + 1;
        while (s.like(at, BETWEEN)) {
            at++;
        }
        boolean to = s.word(at).equals("to") && s.at(at + 1).number() && s.free(verb, at + 2);
        double value = s.at(at + 1).doubleValue();
        int years = s.word(at + 2).equals("years") ? at + 3 : at + 2;
        boolean ends = s.like(years, "|[.,;!?]|and|please|then|instead|now|but|too");
        if (to && ends && s.like(verb, RAISES) && value < AgeWords.OLDEST) {
            draft.takenAsMean("age", value, verb, years);
        }
    }

    private void moved(Sentence.Named n) {
        int at = n.to();
        while (s.like(at, BETWEEN)) {
            at++;
        }
        boolean to = s.word(at).equals("to") || s.word(at).equals("at");
        boolean up = s.word(at).equals("to") && s.word(at - 1).equals("up");
        while (s.like(at, TO)) {
            at++;
        }
        Optional<Measurand> m = Measurands.bundled().find(n.concept().id());
        int from = verb(n.from());
        if (up && from == n.from()) {
            return; // "BMI up to 45" is a limit
        }
        if (!to || from < 0 || m.isEmpty() || !s.at(at).number() || !s.free(n.from(), at + 1)) {
            return;
        }
        Quantity.Value value = Quantity.of(s, at, m.get());
        int end = value.to();
        boolean ends = s.like(end, "|[.,;!?]|and|please|then|instead|now|but|too|overall");
        String id = n.concept().id();
        boolean limited = LimitEdits.limit(current, Optional.of(id)).isPresent(); // moved otherwise
        boolean possible = m.get().mayBe(value.canonical()); // else others say so
        if (ends && !limited && !own(id) && possible) {
            boolean said = from == n.from() && s.like(from - 1, "mean|average");
            draft.takenAsMean(id, value.canonical(), said ? from - 1 : from, end);
        }
    }

    /** Where the words begin that move it: a verb, or the message itself; -1 if it is not moved. */
    private int verb(int observation) {
        for (int i = observation - 1; i >= Math.max(0, observation - FAR) && s.free(i); i--) {
            if (s.like(i, MOVES)) {
                return i;
            }
            if (!s.like(i, BEFORE)) {
                return s.like(i, "[,;.]|and|but") ? i + 1 : -1;
            }
        }
        return observation <= FAR ? observation : -1;
    }

    private boolean own(String id) {
        return current.beyond().overwrites().stream().anyMatch(o -> o.observation().equals(id));
    }
}
