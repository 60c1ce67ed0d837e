package org.anamnesis.interpret;

import java.util.Map;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * A share relative to what it is: "double the share on lisinopril", "women 10 points higher",
 * "raise the smokers by 5 %".
 */
final class RelativeShares {
    private static final Map<String, Double> FACTORS =
            Map.of(
                    "double", 2.0, "twice", 2.0, "doubled", 2.0, "halve", 0.5, "halved", 0.5,
                    "triple", 3.0, "tripled", 3.0);
    private static final int FAR = 7;

    private final Draft draft;
    private final Sentence s;

    private RelativeShares(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        RelativeShares words = new RelativeShares(draft);
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Share share) {
                words.named(share.criterion())
                        .ifPresent(
                                at -> {
                                    words.times(share, at);
                                    words.points(share, at);
                                });
            }
        }
    }

    /** Where the message names who has the share. */
    private Optional<BareNames.Place> named(Criterion of) {
        if (of instanceof Criterion.CategoryIn c) {
            return CategoryWords.places(s).stream()
                    .filter(p -> p.asked().equals(c))
                    .map(p -> new BareNames.Place(p.from(), p.to()))
                    .findFirst();
        }
        String id =
                of instanceof Criterion.TakesMedication t
                        ? t.medication()
                        : of instanceof Criterion.HasCondition h ? h.condition() : "";
        return s.named().stream()
                .filter(n -> n.concept().id().equals(id) && s.free(n.from(), n.to()))
                .map(n -> new BareNames.Place(n.from(), n.to()))
                .findFirst();
    }

    private void times(Constraint.Share share, BareNames.Place at) {
        for (int i = Math.max(0, at.from() - FAR); i < at.to() + FAR; i++) {
            Double factor = FACTORS.get(s.word(i));
            if (factor != null && s.free(i) && !number(at.from() - FAR, at.to() + FAR)) {
                emit(share, share.percent() * factor, Math.min(i, at.from()), at.to());
                return;
            }
        }
    }

    /** A number of points with a word for up or down. */
    private void points(Constraint.Share share, BareNames.Place at) {
        for (int i = Math.max(0, at.from() - FAR); i < at.to() + FAR; i++) {
            if (!s.at(i).number() || !s.free(i)) {
                continue;
            }
            int unit = s.like(i + 1, "%|percent|percentage") ? i + 2 : i + 1;
            boolean points = s.like(unit, "points?");
            int end = points ? unit + 1 : unit;
            boolean by = s.word(i - 1).equals("by");
            int sign = sign(end);
            for (int k = Math.max(0, i - FAR); by && sign == 0 && k < i; k++) {
                sign = verb(s.word(k));
            }
            boolean said = points || by || (unit > i + 1 && sign(end) != 0);
            if (said && sign != 0) {
                int to = sign(end) != 0 ? end + 1 : end;
                double percent = share.percent() + sign * s.at(i).doubleValue();
                emit(share, percent, Math.min(i, at.from()), Math.max(to, at.to()));
                return;
            }
        }
    }

    private int sign(int i) {
        return s.like(i, "higher|more|up|greater|larger")
                ? 1
                : s.like(i, "lower|less|fewer|down|smaller") ? -1 : 0;
    }

    private static int verb(String w) {
        return Words.like(w, "raise|increase|lift|up|push|boost|add|bump")
                ? 1
                : Words.like(w, "lower|reduce|decrease|cut|drop|bring|shrink|down") ? -1 : 0;
    }

    private boolean number(int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (s.at(i).number() && s.free(i) && !s.inConcept(i)) {
                return true;
            }
        }
        return false;
    }

    private void emit(Constraint.Share share, double percent, int from, int to) {
        if (percent >= 0 && percent <= 100) {
            var now = new Constraint.Share(share.criterion(), percent);
            draft.edit(new Edit.AddConstraint(now), from, to);
            for (int k = Math.max(0, from - FAR); k < from; k++) {
                boolean verb = s.like(k, "raise|increase|lift|push|boost|share|proportion");
                s.use(k, verb ? k + 1 : k);
            }
        }
    }
}
