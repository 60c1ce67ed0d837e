package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.StudyOrder;

/** Who has a recording or image: everyone, a share, those who meet something. */
final class StudyPeople {
    private static final String PEOPLE =
            "wom[ae]n|m[ae]n|females?|males?|smokers?|adults?|diabetics?|anyone|anybody|whoever|older|younger|elderly|children";

    private final Sentence s;
    private final StudyClaim claim;
    private final Vocabulary vocabulary;
    private final CohortSpec current;

    StudyPeople(Sentence s, StudyClaim claim, Vocabulary vocabulary, CohortSpec current) {
        this.s = s;
        this.claim = claim;
        this.vocabulary = vocabulary;
        this.current = current;
    }

    /** "for 30 %", "in half of them", "for those with epilepsy", "40 % have an ECG". */
    Optional<StudyOrder> whom(StudyOrder order, Place head) {
        int at = head.to();
        while (claim.used(at) && at < s.size()) {
            at++;
        }
        at = s.like(at, "only|just|solely|but") ? at + 1 : at;
        if (!s.like(at, "for|in|of|among|on|from")) {
            return led(order, head);
        }
        OptionalDouble percent = claim.percent(at + 1);
        int next = at + 1;
        if (percent.isPresent()) {
            next = s.at(at + 1).number() ? at + 3 : at + 2;
            next = s.like(next, "of") ? next + 1 : next;
        }
        int who = next;
        while (s.like(
                next,
                "all|only|the|those|ones?|patients?|people|persons?|them|everyone|everybody|subjects|cases")) {
            next++;
        }
        boolean later = !current.equals(CohortSpec.DEFAULT);
        boolean these = who < next || (later && s.like(next, PEOPLE));
        List<Criterion> among = List.of();
        boolean those = s.like(who, "those|the|only") && these;
        if (these && (later || those) && next < s.size() && s.free(next)) {
            int end = clause(next);
            among = criteria(next, end);
            if (!among.isEmpty()) {
                claim.take(at, end);
            }
        }
        if (among.isEmpty() && percent.isEmpty() && !s.like(who, "all|everyone|everybody")) {
            return Optional.empty();
        }
        if (among.isEmpty()) {
            claim.take(at, Math.max(next, at + 1));
        }
        return Optional.of(order.among(among, percent.orElse(100)));
    }

    /** "40 % with an ECG", "half of them get an EEG". */
    private Optional<StudyOrder> led(StudyOrder order, Place head) {
        int i = head.from() - 1;
        while (i >= 0
                && s.like(
                        i,
                        "with|have|has|get|gets|receive|an?|the|should|of|them|patients?|those")) {
            i--;
        }
        boolean sign = s.like(i, "%|percent");
        OptionalDouble percent = sign ? claim.percent(i - 1) : claim.percent(i);
        boolean verb = i < head.from() - 1;
        if (percent.isEmpty() || !verb) {
            return Optional.empty();
        }
        claim.take(sign ? i - 1 : i, head.from());
        return Optional.of(order.among(List.of(), percent.getAsDouble()));
    }

    private int clause(int from) {
        int end = from;
        while (end < s.size() && !s.like(end, "[.;,]") && !claim.used(end)) {
            end++;
        }
        return end;
    }

    /** What the words ask of people, if they are requirements and nothing else; else nothing. */
    private List<Criterion> criteria(int from, int to) {
        Draft part = RuleReader.part("patients " + s.english(from, to), vocabulary, current);
        List<Criterion> found = new ArrayList<>();
        for (Reading.Quoted q : part.edits()) {
            if (q.edit() instanceof Edit.AddConstraint a
                    && a.constraint() instanceof Constraint.Require r) {
                found.add(r.criterion());
            } else if (q.edit() instanceof Edit.SetCondition c) {
                found.add(new Criterion.HasCondition(c.condition(), Optional.empty()));
            } else {
                return List.of();
            }
        }
        return part.problems().isEmpty() ? found : List.of();
    }
}
