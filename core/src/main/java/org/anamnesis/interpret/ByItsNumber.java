package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.Overwrite;

/**
 * What is meant by its number alone: "bump the 60 up to 70", "change 8.1 to 9", of whatever has
 * that number, if only one thing has it.
 */
final class ByItsNumber {
    private static final String VERBS =
            "bump|change|raise|lower|make|turn|move|increase|decrease|switch|cut|reduce|drop|set|take"
                    + "|replace|push|correct|lift|let|bring|get|shift|and|,|please|now";
    private static final String TO =
            "to|into|by|with|become|becomes|be|a|an|up|down|instead|→|=|->";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private ByItsNumber(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        var words = new ByItsNumber(draft, current);
        boolean named =
                words.s.named().stream().anyMatch(n -> words.s.free(n.from(), n.to()))
                        || !CategoryWords.places(words.s).isEmpty();
        for (int i = 0; i < words.s.size() && !named; i++) {
            if (words.s.at(i).number() && words.s.free(i)) {
                words.at(i);
            }
        }
    }

    private void at(int i) {
        boolean the = s.like(i - 1, "the|that|those|these|our|my");
        int verb = the ? i - 2 : i - 1;
        boolean moved = s.like(verb, VERBS) || (the && verb < 0);
        int to = behind(i);
        int n = to;
        while (s.like(n, TO) && n < to + 4) {
            n++;
        }
        boolean led = n > to && (the || s.like(verb, "change|replace|correct|turn|switch"));
        if (!moved || !led || !s.at(n).number() || !s.free(n)) {
            return;
        }
        int end = behind(n);
        if (!s.like(end, "|[.,;!]|please|instead|then|now|and|percent")) {
            return;
        }
        List<Edit> all = edits(s.at(i).doubleValue(), s.at(n).doubleValue(), to > i + 1);
        if (all.size() == 1) {
            draft.edit(all.get(0), Math.max(0, verb), end);
        }
    }

    private int behind(int number) {
        return s.like(number + 1, "%|percent|years?|patients|people") ? number + 2 : number + 1;
    }

    /** The edits of all that has the old number. */
    private List<Edit> edits(double old, double now, boolean unit) {
        List<Edit> all = new ArrayList<>();
        if (current.count() == old && now >= 1 && now == Math.rint(now)) {
            all.add(new Edit.SetCount((long) now));
        }
        ObservationChoice o = current.observations();
        if (o.count() == old && now >= 1 && now == Math.rint(now) && now < 1000) {
            all.add(
                    new Edit.SetObservations(
                            new ObservationChoice((int) now, o.named(), o.dropped())));
        }
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Share h && h.percent() == old && now >= 0 && now <= 100) {
                all.add(add(new Constraint.Share(h.criterion(), now)));
            } else if (c instanceof Constraint.Mean m && m.value() == old) {
                all.add(add(new Constraint.Mean(m.observation(), now)));
            } else if (c instanceof Constraint.Correlation r
                    && r.value() == old
                    && Math.abs(now) < 1) {
                all.add(add(new Constraint.Correlation(r.first(), r.second(), now)));
            } else if (c instanceof Constraint.Require r) {
                required(r.criterion(), old, now, all);
            }
        }
        for (Overwrite w : current.beyond().overwrites()) {
            if (w instanceof Overwrite.Missing m && m.percent() == old && now >= 0 && now <= 100) {
                all.add(
                        new Edit.AddOverwrite(
                                new Overwrite.Missing(m.observation(), now, m.more())));
            } else if (w instanceof Overwrite.Outliers m
                    && m.percent() == old
                    && now >= 0
                    && now <= 100) {
                all.add(new Edit.AddOverwrite(new Overwrite.Outliers(m.observation(), now)));
            } else if (w instanceof Overwrite.SetValue v && v.value() == old && !unit) {
                all.add(new Edit.AddOverwrite(new Overwrite.SetValue(v.observation(), now)));
            }
        }
        return all;
    }

    private static void required(Criterion c, double old, double now, List<Edit> all) {
        if (c instanceof Criterion.AgeBetween a && now == Math.rint(now)) {
            int years = (int) now;
            int min = a.minYears() == old ? years : a.minYears();
            int max = a.maxYears() == old ? years : a.maxYears();
            boolean changed = min != a.minYears() || max != a.maxYears();
            if (changed && min <= max && min >= 0 && max <= AgeWords.OLDEST) {
                all.add(add(new Constraint.Require(new Criterion.AgeBetween(min, max))));
            }
        }
        if (c instanceof ObservationWithin o) {
            QuantityRange r = o.range();
            double low = r.low() == old ? now : r.low();
            double high = r.high() == old ? now : r.high();
            boolean changed = low != r.low() || high != r.high();
            if (changed && low <= high) {
                var range = new QuantityRange(low, high, r.unit());
                all.add(add(new Constraint.Require(new ObservationWithin(o.observation(), range))));
            }
        }
    }

    private static Edit add(Constraint c) {
        return new Edit.AddConstraint(c);
    }
}
