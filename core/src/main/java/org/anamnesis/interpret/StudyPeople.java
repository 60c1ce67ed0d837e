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

    private static final String RECORDED =
            "recordings?|tracings?|traces?|strips?|scans?|images?|series|exams?|examinations?|each";

    private final Sentence s;
    private final StudyClaim claim;
    private final StudyShares shares;
    private final Vocabulary vocabulary;
    private final CohortSpec current;

    StudyPeople(
            Sentence s,
            StudyClaim claim,
            StudyShares shares,
            Vocabulary vocabulary,
            CohortSpec current) {
        this.shares = shares;
        this.s = s;
        this.claim = claim;
        this.vocabulary = vocabulary;
        this.current = current;
    }

    /** "for 30 %", "in half of them", "for those with epilepsy", "40 % have an ECG". */
    Optional<StudyOrder> whom(StudyOrder order, Place head) {
        int at = head.to();
        while (at < s.size() && (claim.used(at) || s.like(at, RECORDED))) {
            at++;
        }
        if (s.like(at - 1, RECORDED) && !claim.used(at - 1)) {
            claim.take(at - 1, at);
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
                && (claim.used(i)
                        || s.like(
                                i,
                                "with|have|has|get|gets|receive|an?|the|should|of|them|patients?|those"))) {
            i--;
        }
        OptionalDouble many =
                shares.divided() ? OptionalDouble.empty() : shares.counted(0, head.from());
        if (many.isPresent() && i >= 0 && s.at(i).number() && i < head.from() - 1) {
            claim.take(i, head.from());
            return Optional.of(order.among(List.of(), many.getAsDouble()));
        }
        boolean sign = s.like(i, "%|percent");
        OptionalDouble percent = sign ? claim.percent(i - 1) : claim.percent(i);
        boolean verb = false;
        for (int k = i + 1; k < head.from(); k++) {
            verb |= s.like(k, "with|have|has|get|gets|receive|need|needs|undergo|had");
        }
        if (percent.isEmpty() && verb) {
            return these(order, head);
        }
        if (percent.isEmpty() || !verb) {
            return Optional.empty();
        }
        claim.take(sign ? i - 1 : i, head.from());
        return Optional.of(order.among(List.of(), percent.getAsDouble()));
    }

    /** "only the men get an ECG", of patients who are there already. */
    private Optional<StudyOrder> these(StudyOrder order, Place head) {
        int from = head.from();
        int verb = head.from();
        while (from > 0 && s.free(from - 1) && !s.like(from - 1, "[.,;]")) {
            from--;
            verb = s.like(from, "have|has|get|gets|receive|need|needs|undergo") ? from : verb;
        }
        int who = from;
        while (s.like(who, "and|but|so|now|only|just|the|those|all|ones?|with|then|please")) {
            who++;
        }
        if (current.equals(CohortSpec.DEFAULT) || verb >= head.from() || who >= verb) {
            return Optional.empty();
        }
        int last = s.like(verb - 1, "should|must|shall|to|all") ? verb - 1 : verb;
        List<Criterion> among = criteria(who, last);
        if (among.isEmpty()) {
            return Optional.empty();
        }
        claim.take(from, head.from());
        return Optional.of(order.among(among, 100));
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
