package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
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
        words.swapped(current);
        words.parts(current);
        if (!current.equals(CohortSpec.DEFAULT)) {
            words.unasked(current);
        }
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Share share) {
                words.named(share.criterion())
                        .ifPresent(
                                at -> {
                                    words.times(share, at);
                                    words.fraction(share, at);
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

    /** "swap the ACE inhibitor and ARB shares". */
    private void swapped(CohortSpec current) {
        List<Constraint.Share> shares = new ArrayList<>();
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Share share) {
                shares.add(share);
            }
        }
        for (int i = 0; i < s.size(); i++) {
            boolean about = s.like(s.size() - 1, "shares|percentages|proportions|them|two");
            boolean verb = s.like(i, "swap|exchange|switch|flip|interchange") && about;
            if (verb && shares.size() == 2) {
                Constraint.Share a = shares.get(0);
                Constraint.Share b = shares.get(1);
                var first = new Constraint.Share(a.criterion(), b.percent());
                var second = new Constraint.Share(b.criterion(), a.percent());
                draft.edit(new Edit.AddConstraint(first), i, s.size());
                draft.edit(new Edit.AddConstraint(second), i, s.size());
                return;
            }
            if (verb && !shares.isEmpty()) {
                draft.unread(i, s.size());
                return;
            }
        }
    }

    /** "10 % more smokers", "5 points fewer women", where nothing was asked of them. */
    private void unasked(CohortSpec current) {
        for (int i = 0; i + 3 < s.size(); i++) {
            int unit = s.like(i + 1, "%|percent|percentage") ? i + 2 : i + 1;
            int how = s.like(unit, "points?") ? unit + 1 : unit;
            boolean more =
                    s.at(i).number()
                            && how > i + 1
                            && s.free(i, how + 1)
                            && s.like(how, "more|fewer|less");
            int at = s.like(how + 1, "of|on|with|the|current") ? how + 2 : how + 1;
            int person =
                    Words.PERSONS.contains(s.word(at)) && s.like(at + 1, "on|with") ? at + 2 : at;
            boolean who =
                    (s.inConcept(person) && !s.observed(person)) || CategoryWords.named(s, person);
            boolean asked =
                    current.constraints().stream()
                            .anyMatch(
                                    c ->
                                            c instanceof Constraint.Share share
                                                    && named(share.criterion())
                                                            .filter(p -> p.from() <= person)
                                                            .filter(p -> p.to() > person)
                                                            .isPresent());
            if (more && who && !asked) {
                int to = person + 1;
                while (s.inConcept(to) && !s.observed(to)) {
                    to++;
                }
                draft.problem(
                        "request.share.relative",
                        i,
                        to,
                        "No share of these was asked that could be more or less.",
                        "a share from 0 to 100 %");
            }
        }
    }

    /** "rather 70/30", of the share that was asked last, or of the two that were asked last. */
    private void parts(CohortSpec current) {
        int at = FillerWords.first(s);
        if (at < 0 || !s.at(at).number()) {
            return;
        }
        boolean percent = s.like(at + 1, "%|percent");
        int link = percent ? at + 2 : at + 1;
        int other = link + 1;
        int to = s.like(other + 1, "%|percent") ? other + 2 : other + 1;
        boolean two =
                s.like(link, percent ? "/|:|to|-|and|," : "/|:|to|-")
                        && s.at(other).number()
                        && s.at(at).doubleValue() + s.at(other).doubleValue() == 100;
        List<Constraint> all = current.constraints();
        if (!two || !FillerWords.alone(s, at, to) || all.isEmpty()) {
            return;
        }
        Constraint last = all.get(all.size() - 1);
        Constraint before = all.size() > 1 ? all.get(all.size() - 2) : last;
        if (last instanceof Constraint.Share b) {
            boolean pair = before instanceof Constraint.Share a && alike(a, b);
            Constraint.Share first = pair ? (Constraint.Share) before : b;
            part(first, at, to);
            if (pair) {
                part(b, other, to);
            }
            s.use(0, s.size());
        }
    }

    private void part(Constraint.Share share, int number, int to) {
        var now = new Constraint.Share(share.criterion(), s.at(number).doubleValue());
        draft.edit(new Edit.AddConstraint(now), number, to);
    }

    /** Two shares that split people between two drugs or two conditions. */
    private static boolean alike(Constraint.Share a, Constraint.Share b) {
        boolean other = !a.equals(b) && !(a.criterion() instanceof Criterion.CategoryIn);
        return other && a.criterion().getClass() == b.criterion().getClass();
    }

    /** "cut the heart failure share by a third", "20 % relative increase in insulin". */
    private void fraction(Constraint.Share share, BareNames.Place at) {
        int last = Math.min(s.size(), at.to() + FAR);
        for (int i = Math.max(0, at.from() - FAR); i < last; i++) {
            boolean part = s.at(i).kind() == Token.Kind.FRACTION && s.free(i);
            boolean by = s.word(i - 1).equals("by") || s.after(i - 2, "by a") > 0;
            boolean percent = s.at(i).number() && s.free(i) && s.like(i + 1, "%|percent");
            boolean relative = false;
            int sign = 0;
            for (int k = Math.max(0, i - FAR); k < Math.min(s.size(), i + FAR); k++) {
                relative |= s.like(k, "relative|relatively");
                sign = sign == 0 && s.free(k) ? verb(s.word(k)) : sign;
            }
            if (sign != 0 && ((part && by) || (percent && relative))) {
                double f = 1 + sign * s.at(i).doubleValue() / 100;
                int from = Math.min(at.from(), i);
                while (from > 0 && (verb(s.word(from - 1)) != 0 || s.like(from - 1, "the|by|a"))) {
                    from--;
                }
                int to = Math.max(at.to(), i + 1);
                while (s.like(to, "%|percent|relative|relatively|increase|decrease|reduction")) {
                    to++;
                }
                emit(share, Math.round(share.percent() * f * 1e4) / 1e4, from, to);
                return;
            }
        }
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
