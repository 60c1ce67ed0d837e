package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Edit;

/**
 * One end of the ages moved, the other kept: "extend the age range to 80", "lower the minimum age
 * to 35", "cap the age at 70"; and one age for all: "everyone should be 60".
 */
final class AgeEdits {
    private static final Set<String> TOP =
            Set.of("upper", "max", "maximum", "cap", "oldest", "top", "ceiling");
    private static final Set<String> BOTTOM =
            Set.of("lower", "min", "minimum", "youngest", "floor", "start", "bottom");
    private static final Set<String> WIDER =
            Set.of(
                    "extend",
                    "widen",
                    "expand",
                    "stretch",
                    "open",
                    "raise",
                    "increase",
                    "reduce",
                    "push");
    private static final Set<String> EVERYONE =
            Set.of("everyone", "everybody", "they", "all", "them");
    private static final Set<String> BE =
            Set.of(
                    "should", "must", "be", "are", "is", "to", "exactly", "of", "them", "aged",
                    "all", "just");

    private final Draft draft;
    private final Sentence s;
    private final Optional<AgeBetween> old;

    private AgeEdits(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.old =
                current.constraints().stream()
                        .filter(c -> c instanceof Constraint.Require)
                        .map(c -> ((Constraint.Require) c).criterion())
                        .filter(c -> c instanceof AgeBetween)
                        .map(c -> (AgeBetween) c)
                        .findFirst();
    }

    static void find(Draft draft, CohortSpec current) {
        AgeEdits edits = new AgeEdits(draft, current);
        for (int i = 0; i < edits.s.size(); i++) {
            if (edits.s.at(i).number() && edits.s.free(i) && !edits.s.inConcept(i)) {
                edits.end(i);
            }
        }
        edits.sameForAll();
    }

    /** "extend the age range to 80". */
    private void end(int n) {
        double age = s.at(n).doubleValue();
        int link = n - 1;
        boolean to = s.like(link, "to|at|is|=|until|till|as") || link < 0;
        boolean range = s.like(n + 1, "to|-|and") && s.at(n + 2).number();
        range |= s.like(n - 1, "to|-|and") && s.at(n - 2).number();
        if (age < 0 || age > AgeWords.OLDEST || range) {
            return;
        }
        boolean about = false;
        boolean wider = false;
        int end = 0;
        int from = n;
        for (int i = Math.max(0, n - 8); i < n; i++) {
            String w = s.word(i);
            if (!s.free(i) || s.inConcept(i)) {
                return;
            }
            about |= Words.like(w, "ages?|aged|old|older|years?|oldest|youngest");
            wider |= WIDER.contains(w);
            // "lower the minimum" moves the minimum, "lower the limit" the limit there is
            boolean verb = w.equals("lower") && s.like(i + 1, "the|it|that|age");
            end = TOP.contains(w) ? 1 : BOTTOM.contains(w) && !verb ? -1 : end;
            wider |= verb;
            boolean cue = wider || end != 0;
            from = cue && from == n ? i : from;
        }
        boolean ages = about || (old.isPresent() && s.like(n + 1, "years?"));
        if (!ages || !(to || end != 0) || (end == 0 && !(wider && old.isPresent()))) {
            return;
        }
        if (end == 0) {
            boolean young = age < old.get().minYears();
            boolean onlyLow = old.get().maxYears() >= AgeWords.OLDEST;
            end = young || (onlyLow && age < 60) ? -1 : 1;
        }
        int min = end < 0 ? (int) Math.ceil(age) : old.map(AgeBetween::minYears).orElse(0);
        int max = end > 0 ? (int) age : old.map(AgeBetween::maxYears).orElse(AgeWords.OLDEST);
        if (min <= max) {
            int last = s.like(n + 1, "years?") ? n + 2 : n + 1;
            require(new AgeBetween(min, max), from, last);
        }
    }

    /** "everyone should be 60", "make them all 60". */
    private void sameForAll() {
        for (int i = 0; i < s.size(); i++) {
            if (!EVERYONE.contains(s.word(i)) || !s.free(i)) {
                continue;
            }
            int n = i + 1;
            boolean be = s.word(i - 1).equals("make");
            while (BE.contains(s.word(n))) {
                be |= s.like(n, "be|are|aged");
                n++;
            }
            boolean age = s.at(n).number() && s.at(n).doubleValue() <= AgeWords.OLDEST;
            boolean ends = s.like(n + 1, "|\\.|,|!|please");
            if (be && age && ends && s.free(i, n + 1)) {
                int years = s.at(n).value().intValue();
                require(new AgeBetween(years, years), i, n + 1);
            }
        }
    }

    private void require(AgeBetween ages, int from, int to) {
        draft.edit(new Edit.AddConstraint(new Constraint.Require(ages)), from, to);
    }
}
