package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * A correlation that shall not be asked any more, told by its observations: "drop the correlation
 * of HbA1c and BMI", "without the LDL-HDL correlation", "HbA1c and BMI need not correlate".
 */
final class CorrelationGone {
    private static final String WORD = "correlations?|corr|association|relation|link|coupling";
    private static final String JOIN = "and|with|to|,|-|/|the|between|of";

    private final Draft draft;
    private final Sentence s;
    private final List<Constraint.Correlation> all;

    private CorrelationGone(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.all =
                current.constraints().stream()
                        .filter(Constraint.Correlation.class::isInstance)
                        .map(Constraint.Correlation.class::cast)
                        .toList();
    }

    static void find(Draft draft, CohortSpec current) {
        var gone = new CorrelationGone(draft, current);
        for (int i = 0; i < draft.sentence.size() && !gone.all.isEmpty(); i++) {
            gone.verb(i);
            gone.unneeded(i);
        }
    }

    /** Names in a row. */
    private record Names(List<String> ids, int to) {}

    private Names names(int from) {
        List<String> ids = new ArrayList<>();
        int at = from;
        int to = from;
        while (true) {
            while (s.like(at, JOIN)) {
                at++;
            }
            var name = s.namedAt(at, Concept.Kind.OBSERVATION);
            if (name.isEmpty() || !s.free(at)) {
                return new Names(ids, to);
            }
            ids.add(name.get().concept().id());
            at = name.get().to();
            to = at;
        }
    }

    private void verb(int i) {
        if (!RemovalWords.VERBS.contains(s.word(i)) || !s.free(i)) {
            return;
        }
        int at = i + 1;
        while (s.like(at, "the|that|about|any|my|our|this")) {
            at++;
        }
        boolean before = s.like(at, WORD) && s.like(at + 1, "of|between|with|for|to");
        Names names = names(before ? at + 1 : at);
        boolean pair =
                names.ids().size() == 2
                        && (s.like(names.to(), "pair|thing|bit")
                                || IdiomPattern.word(s, names.to()).equals("one"));
        boolean behind = !before && (pair || s.like(names.to(), WORD));
        if (before || behind) {
            forget(names, i, behind ? names.to() + 1 : names.to());
        }
    }

    /** "HbA1c and BMI need not correlate any more". */
    private void unneeded(int i) {
        if (s.namedAt(i, Concept.Kind.OBSERVATION).isEmpty() || !s.free(i)) {
            return;
        }
        Names names = names(i);
        int at = names.to();
        boolean not = false;
        while (s.like(
                at,
                "need|needs|not|neednt|dont|do|does|doesnt|should|shouldnt|must|have|to|no|longer|be|are|is|arent|isnt|never")) {
            not |= s.like(at, "not|no|neednt|dont|doesnt|shouldnt|arent|isnt|never");
            at++;
        }
        if (not && s.like(at, "correlated?") && !s.at(at + 1).number()) {
            at = s.after(at + 1, "any more") > 0 ? at + 3 : at + 1;
            forget(names, i, s.like(at, "anymore|together") ? at + 1 : at);
        }
    }

    private void forget(Names names, int from, int to) {
        List<Constraint.Correlation> gone =
                all.stream()
                        .filter(c -> List.of(c.first(), c.second()).containsAll(names.ids()))
                        .toList();
        if (!names.ids().isEmpty()) {
            gone.forEach(c -> draft.edit(Edit.Forget.about(c), from, to));
        }
    }
}
