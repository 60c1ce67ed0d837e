package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Edit;

/**
 * The opposite of what was asked: "the other way round", "swap the sexes", "the other sex", "the
 * female equivalent", "the younger ones".
 */
final class Opposites {
    private static final List<String> ROUND =
            List.of(
                    "the other way round",
                    "the other way about",
                    "other way about",
                    "wrong way round",
                    "wrong way around",
                    "wrong way about",
                    "back to front",
                    "the other way around",
                    "other way round",
                    "other way around",
                    "the other way",
                    "vice versa",
                    "the opposite",
                    "the reverse",
                    "the inverse",
                    "the exact opposite",
                    "just the opposite",
                    "upside down");
    private static final Set<String> TURN =
            Set.of("swap", "switch", "flip", "reverse", "invert", "exchange", "mirror", "turn");
    private static final String THINGS =
            "it|that|this|them|two two|shares?|sex|sexes|gender|genders|ratio|proportions?|percentages?"
                    + "|fractions?|men|women|two|balance|split|numbers|limit|mix";
    private static final String EMPTY =
            "please|make|it|now|and|but|then|no|do|that|with|be|to|should|ok|okay|can|could|you"
                    + "|we|just|instead|have|is|so|the|same|for|only|also|,|\\.|!|\\?|around|round"
                    + "|give|me|show|want|i|id|like|would|take|use|build|create|as|in|of|a|an";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private Opposites(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        Opposites words = new Opposites(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.free(i) && (words.round(i) || words.otherSex(i) || words.half(i))) {
                return;
            }
        }
    }

    /** "make it the other way round", "flip the share", "swap the sexes". */
    private boolean round(int i) {
        int to = -1;
        for (String phrase : ROUND) {
            to = Math.max(to, s.after(i, phrase));
        }
        if (to < 0 && TURN.contains(s.word(i))) {
            to = i + 1;
            while (s.like(to, "the|these|those|both|two|around|over|of|" + THINGS)) {
                to++;
            }
            to = to > i + 1 ? to : -1;
        }
        if (to < 0 || !alone(i, to)) {
            return false;
        }
        boolean sexes = false;
        for (int k = i; k < to; k++) {
            sexes |= s.like(k, "sex|sexes|gender|genders|men|women");
        }
        List<Constraint> all = new ArrayList<>(current.constraints());
        if (!sexes && swapped(all, i, to)) {
            return true;
        }
        for (int k = all.size() - 1; k >= 0; k--) {
            Optional<Constraint> turned = turned(all.get(k));
            boolean about = !sexes || Last.subject(all.get(k)).equals("sex");
            if (turned.isPresent() && about) {
                draft.edit(new Edit.Forget(Last.subject(all.get(k))), i, i);
                draft.edit(new Edit.AddConstraint(turned.get()), i, to);
                return true;
            }
        }
        return false;
    }

    /** "alendronate in half of them, denosumab in a fifth": the two shares change places. */
    private boolean swapped(List<Constraint> all, int from, int to) {
        int n = all.size();
        if (n < 2
                || !(all.get(n - 1) instanceof Constraint.Share b)
                || !(all.get(n - 2) instanceof Constraint.Share a)
                || a.percent() == b.percent()) {
            return false;
        }
        boolean drugs =
                a.criterion() instanceof Criterion.TakesMedication
                        && b.criterion() instanceof Criterion.TakesMedication;
        boolean conditions =
                a.criterion() instanceof Criterion.HasCondition
                        && b.criterion() instanceof Criterion.HasCondition;
        boolean kinds =
                a.criterion() instanceof CategoryIn x
                        && b.criterion() instanceof CategoryIn y
                        && x.variable().equals(y.variable());
        if (!drugs && !conditions && !kinds) {
            return false;
        }
        draft.edit(
                new Edit.AddConstraint(new Constraint.Share(a.criterion(), b.percent())),
                from,
                from);
        draft.edit(
                new Edit.AddConstraint(new Constraint.Share(b.criterion(), a.percent())), from, to);
        return true;
    }

    /** 60 % women are 40 %, only women only men, smokers no smokers. */
    private static Optional<Constraint> turned(Constraint c) {
        if (c instanceof Constraint.Share h) {
            return Optional.of(new Constraint.Share(h.criterion(), 100 - h.percent()));
        }
        if (!(c instanceof Constraint.Require r)) {
            return Optional.empty();
        }
        if (r.criterion() instanceof Criterion.Not n) {
            return Optional.of(new Constraint.Require(n.inner()));
        }
        if (r.criterion() instanceof CategoryIn in && in.variable().equals("sex")) {
            String other = in.levels().contains("female") ? "male" : "female";
            return Optional.of(new Constraint.Require(new CategoryIn("sex", List.of(other))));
        }
        boolean yesOrNo =
                r.criterion() instanceof Criterion.TakesMedication
                        || r.criterion() instanceof Criterion.HasCondition
                        || r.criterion() instanceof CategoryIn;
        return yesOrNo
                ? Optional.of(new Constraint.Require(new Criterion.Not(r.criterion())))
                : Optional.empty();
    }

    /** "the other sex", "the female version". */
    private boolean otherSex(int i) {
        String only = onlySex();
        boolean other = s.word(i).equals("other") && s.like(i + 1, "sex|gender|half");
        boolean likeness =
                s.like(i, "female|male")
                        && s.like(i + 1, "equivalent|version|counterparts?|variant|analogue|twin");
        if ((!other || only.isEmpty()) && !likeness) {
            return false;
        }
        String now = likeness ? s.word(i) : only.equals("female") ? "male" : "female";
        if (!only.isEmpty()) {
            draft.edit(new Edit.Forget("sex"), i, i);
        }
        draft.edit(
                new Edit.AddConstraint(new Constraint.Require(new CategoryIn("sex", List.of(now)))),
                i,
                i + 2);
        return true;
    }

    private String onlySex() {
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Require r
                    && r.criterion() instanceof CategoryIn in
                    && in.variable().equals("sex")
                    && in.levels().size() == 1) {
                return in.levels().get(0);
            }
        }
        return "";
    }

    /** "the younger ones" of those over 50 are those up to 50, where one end is open. */
    private boolean half(int i) {
        boolean young = s.word(i).equals("younger");
        boolean old = s.word(i).equals("older");
        boolean ones = s.like(i + 1, "ones?|1|patients|people|half|group|part|rest|lot");
        if (!(young || old) || !ones || !alone(i, i + 2)) {
            return false;
        }
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Require r && r.criterion() instanceof AgeBetween a) {
                boolean openAbove = a.maxYears() >= AgeWords.OLDEST && a.minYears() > 18;
                boolean openBelow = a.minYears() <= 18 && a.maxYears() < AgeWords.OLDEST;
                Optional<AgeBetween> rest =
                        young && openAbove
                                ? Optional.of(new AgeBetween(0, a.minYears() - 1))
                                : old && openBelow
                                        ? Optional.of(
                                                new AgeBetween(a.maxYears() + 1, AgeWords.OLDEST))
                                        : Optional.empty();
                if (rest.isPresent()) {
                    draft.edit(new Edit.Forget("age"), i, i);
                    draft.edit(
                            new Edit.AddConstraint(new Constraint.Require(rest.get())), i, i + 2);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean alone(int from, int to) {
        for (int i = 0; i < s.size(); i++) {
            boolean inside = i >= from && i < to;
            if (!inside && s.free(i) && !s.like(i, EMPTY)) {
                return false;
            }
        }
        return true;
    }
}
