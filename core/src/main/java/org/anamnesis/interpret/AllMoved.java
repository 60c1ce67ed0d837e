package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/**
 * "both 5 lower", "raise all of them by 10 %", "each 5 points up": every one of the means, shares
 * or limits that were asked last moves.
 */
final class AllMoved {
    private static final String TWO = "both";
    private static final String ALL = "all|each|every|everything|them";
    private static final String BESIDE =
            "of|them|these|those|the|means|averages|values|figures|shares|percentages|limits|cutoffs|thresholds"
                    + "|bounds|ones|one one|two two|three three|four four|drugs|conditions|mean|average|numbers|by|points?"
                    + "|units?|percentage|move|go|up|down|higher|lower|more|less|fewer|increase|decrease|raise|reduce"
                    + "|raised|lowered|increased|reduced|decreased|should|be|shall|must|drop|rise|fall|heavier|lighter";
    private static final String UP =
            "higher|up|more|increase|increased|raise|raised|above|rise|bump|lift|push|greater|larger|add|plus|\\+";
    private static final String DOWN =
            "lower|down|less|fewer|decrease|decreased|reduce|reduced|lowered|drop|fall|cut|smaller|subtract|minus|-";

    private final Draft draft;
    private final Sentence s;
    private final List<Constraint> asked;

    private AllMoved(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.asked = current.constraints();
    }

    static void find(Draft draft, CohortSpec current) {
        new AllMoved(draft, current).find();
    }

    /** "the first one 5 lower": of the means asked, one by its place. */
    private boolean placed() {
        int place = -1;
        int number = -1;
        int sign = 0;
        for (int i = 0; i < s.size(); i++) {
            int k = List.of("first", "second", "third").indexOf(s.word(i));
            boolean counts = s.like(i, "one one");
            if ((k >= 0 && place >= 0) || (s.at(i).number() && !counts && number >= 0)) {
                return false;
            }
            place = k >= 0 ? k : place;
            number = s.at(i).number() && !counts ? i : number;
            sign = sign != 0 ? sign : s.like(i, UP) ? 1 : s.like(i, DOWN) ? -1 : 0;
            int n = number;
            int at = i;
            boolean unit = Quantity.unit(s, n).filter(u -> n < at && at < u.to()).isPresent();
            boolean word =
                    k >= 0
                            || unit
                            || s.at(i).number()
                            || s.like(i, BESIDE + "|%|percent|the")
                            || JudgingWords.empty(s, i);
            if (!word || !s.free(i)) {
                return false;
            }
        }
        List<Constraint> all = those(false);
        if (place < 0 || number < 0 || sign == 0 || all.size() < 2 || place >= all.size()) {
            return false;
        }
        boolean percent = s.like(number + 1, "%|percent");
        boolean points = percent && s.like(number + 2, "points?");
        double amount = sign * s.at(number).doubleValue();
        moved(all.get(place), amount, percent && !points, number)
                .forEach(e -> draft.edit(e, 0, s.size()));
        return true;
    }

    private void find() {
        if (placed()) {
            return;
        }
        int number = -1;
        int how = -1;
        int sign = 0;
        boolean two = false;
        for (int i = 0; i < s.size(); i++) {
            boolean counts = s.like(i, "two two|three three|four four"); // "all three"
            if (s.at(i).number() && !counts) {
                if (number >= 0) {
                    return;
                }
                number = i;
            }
            two |=
                    s.word(i).equals(TWO)
                            || (s.word(i).equals("two two") && s.like(i - 1, "the|these"));
            how = how < 0 && (s.like(i, ALL) || s.word(i).equals(TWO)) ? i : how;
            sign = sign != 0 ? sign : s.like(i, UP) ? 1 : s.like(i, DOWN) ? -1 : 0;
        }
        how = how < 0 && two ? 0 : how;
        if (number < 0 || how < 0 || sign == 0 || !s.free(0, s.size())) {
            return;
        }
        boolean percent = s.like(number + 1, "%|percent");
        boolean points = percent && s.like(number + 2, "points?");
        int unit = Quantity.unit(s, number).map(Quantity.Unit::to).orElse(number + 1);
        int to = percent ? number + 2 : unit;
        for (int i = 0; i < s.size(); i++) {
            boolean inside = i >= number && i < to;
            boolean says = s.like(i, ALL + "|" + TWO + "|" + BESIDE + "|\\+|-|plus|minus");
            if (!inside && !says && !JudgingWords.empty(s, i)) {
                return;
            }
        }
        double amount = sign * s.at(number).doubleValue();
        List<Edit> edits = new ArrayList<>();
        for (Constraint c : those(two)) {
            edits.addAll(moved(c, amount, percent && !points, number));
        }
        if (edits.size() > 1) {
            edits.forEach(e -> draft.edit(e, 0, s.size()));
        }
    }

    /**
     * Those of one kind with the one that was asked last; of more than two, "both" are the last.
     */
    private List<Constraint> those(boolean two) {
        List<Constraint> like = new ArrayList<>();
        int last = asked.size() - 1;
        while (last >= 0 && !movable(asked.get(last))) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            if (movable(asked.get(i)) && kind(asked.get(i)).equals(kind(asked.get(last)))) {
                like.add(asked.get(i));
            }
        }
        return two && like.size() > 2 ? like.subList(like.size() - 2, like.size()) : like;
    }

    private static boolean movable(Constraint c) {
        return !(c instanceof Constraint.Correlation)
                && (!(c instanceof Constraint.Require r)
                        || r.criterion() instanceof ObservationWithin);
    }

    /** A mean and a mean that was moved are alike. */
    private static String kind(Constraint c) {
        return c instanceof Constraint.Share
                ? "share"
                : c instanceof Constraint.Require ? "limit" : "mean";
    }

    private List<Edit> moved(Constraint c, double amount, boolean relative, int number) {
        if (c instanceof Constraint.Share share) { // "5 % more" of a share are points
            double percent = share.percent() + amount;
            return percent >= 0 && percent <= 100
                    ? List.of(
                            new Edit.AddConstraint(
                                    new Constraint.Share(share.criterion(), percent)))
                    : List.of();
        }
        if (c instanceof Constraint.Require r) {
            return limit((ObservationWithin) r.criterion(), amount, relative, number)
                    .map(o -> List.<Edit>of(new Edit.AddConstraint(new Constraint.Require(o))))
                    .orElse(List.of());
        }
        String id = Last.concept(c);
        double plus = relative ? 0 : RelativeWords.amount(s, id, number, amount);
        return List.of(new Edit.MoveMean(id, relative ? 1 + amount / 100 : 1, plus));
    }

    private Optional<ObservationWithin> limit(
            ObservationWithin old, double amount, boolean relative, int number) {
        Measurand m = Measurands.bundled().get(old.observation());
        double scale = Math.pow(10, m.decimals());
        double factor = relative ? 1 + amount / 100 : 1;
        double plus = relative ? 0 : RelativeWords.amount(s, m.id(), number, amount);
        QuantityRange r = old.range();
        double low = Math.round((r.low() * factor + plus) * scale) / scale;
        double high = Math.round((r.high() * factor + plus) * scale) / scale;
        boolean possible =
                (Double.isInfinite(r.low()) || m.mayBe(low))
                        && (Double.isInfinite(r.high()) || m.mayBe(high));
        return possible
                ? Optional.of(
                        new ObservationWithin(
                                old.observation(),
                                new QuantityRange(
                                        Double.isInfinite(r.low()) ? r.low() : low,
                                        Double.isInfinite(r.high()) ? r.high() : high,
                                        r.unit())))
                : Optional.empty();
    }
}
