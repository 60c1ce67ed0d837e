package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/**
 * A number that names nothing is about what was asked last: "30 %", "above 9 then", "9 instead".
 */
final class BareWords {
    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private BareWords(Draft draft, CohortSpec current) {
        this.current = current;
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        SetAgain.find(draft, current);
        if (current.beyond().timeline().isPresent()) {
            new BareWords(draft, current).timeline();
        }
        if (BareOwn.find(draft, current)) {
            return;
        }
        if (ContactAgain.find(draft, current)) {
            return;
        }
        Optional<Constraint> last = Last.of(current);
        if (!new BareOverwrite(draft, current).read() && last.isPresent()) {
            new BareWords(draft, current).read(last.get());
        }
    }

    private void read(Constraint last) {
        if (OrdinalShares.find(draft, current) || EveryoneWords.find(draft, last)) {
            return;
        }
        int at = FillerWords.first(s);
        if (at < 0 || BareAges.meant(s, last) || compared(last)) {
            return;
        }
        int share = shareEnd(at);
        if (last instanceof Constraint.Share of && points(of, at)) {
            return;
        }
        if (share > 0 && last instanceof Constraint.Mean mean && percent(mean)) {
            mean(mean, at);
        } else if (share > 0) {
            share(at, share);
        } else if (last instanceof Constraint.Correlation c && s.at(at).number()) {
            double value = s.at(at).doubleValue();
            if (Math.abs(value) < 1 && FillerWords.alone(s, at, at + 1)) {
                edit(new Constraint.Correlation(c.first(), c.second(), value), at, at + 1);
            }
        } else if (last instanceof Constraint.Mean mean && s.at(at).number()) {
            mean(mean, at);
        } else if (last instanceof Constraint.Share old
                && near(at, old.percent())
                && !statistic()) {
            double value = s.at(at).doubleValue();
            if (value <= 100 && FillerWords.alone(s, at, at + 1)) {
                edit(new Constraint.Share(old.criterion(), value), at, at + 1);
            }
        } else if (last instanceof Constraint.Require r) {
            required(r, at);
        }
    }

    /** "ten points more", of the share that was asked last. */
    private boolean points(Constraint.Share last, int at) {
        int unit = s.like(at + 1, "%|percent|percentage") ? at + 2 : at + 1;
        boolean said = s.at(at).number() && s.like(unit, "points?|pp");
        int sign =
                s.like(unit + 1, "more|higher|up")
                        ? 1
                        : s.like(unit + 1, "less|fewer|lower|down") ? -1 : 0;
        double percent = last.percent() + sign * s.at(at).doubleValue();
        if (!said || sign == 0 || percent < 0 || percent > 100) {
            return false;
        }
        if (FillerWords.alone(s, at, unit + 2)) {
            edit(new Constraint.Share(last.criterion(), percent), at, unit + 2);
        }
        return true;
    }

    /** "mean 14" is of a quantity, and no share of people. */
    private boolean statistic() {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "mean|average|avg|median|sd")) {
                return true;
            }
        }
        return false;
    }

    private int shareEnd(int at) {
        return OrdinalShares.shareEnd(s, at);
    }

    /** "15 % rather, ages 60+": alone in its clause, which says that it is another number. */
    static boolean clause(Sentence s, int at, int to) {
        boolean other =
                (at == 0 || s.like(at - 1, "[,;.]|make|say|it"))
                        && s.like(to, "rather|instead|better")
                        && s.like(to + 1, "[,;.]|and");
        return other || (at == 0 && s.like(to, ",") && s.like(to + 1, "and|but|also"));
    }

    /** A share alone is one of what a share was asked of last, or else of what all should be. */
    private void share(int at, int to) {
        double value = s.at(at).doubleValue();
        boolean clause = clause(s, at, to);
        if (value < 0 || value > 100 || !(clause || FillerWords.alone(s, at, to))) {
            return;
        }
        List<Constraint> all = current.constraints();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) instanceof Constraint.Share old) {
                int sign = s.like(to, "more|higher") ? 1 : s.like(to, "less|fewer|lower") ? -1 : 0;
                double now = sign == 0 ? value : old.percent() + sign * value;
                if (now >= 0 && now <= 100 && clause) {
                    var share = new Constraint.Share(old.criterion(), now);
                    draft.edit(new Edit.AddConstraint(share), at, s.like(to, ",") ? to : to + 1);
                } else if (now >= 0 && now <= 100) {
                    edit(new Constraint.Share(old.criterion(), now), at, to);
                }
                return;
            }
            boolean could =
                    all.get(i) instanceof Constraint.Require r
                            && !(r.criterion() instanceof ObservationWithin)
                            && !(r.criterion() instanceof Criterion.AgeBetween);
            if (could && !clause) {
                Criterion old = ((Constraint.Require) all.get(i)).criterion();
                Criterion of = old instanceof Criterion.Not n ? n.inner() : old;
                edit(new Constraint.Share(of, value), at, to);
                return;
            }
        }
    }

    /** "but less than 21", of the limit that was asked last. */
    private boolean compared(Constraint last) {
        for (int i = 0; i < s.size(); i++) {
            boolean begins =
                    s.free(i)
                            && !s.at(i).number()
                            && Comparison.at(s, i).filter(r -> r.sign() != Sign.NONE).isPresent();
            if (begins) {
                if (BarePressures.find(draft, current, i)) {
                    return true;
                }
                boolean limit =
                        last instanceof Constraint.Require r
                                && r.criterion() instanceof ObservationWithin;
                if (last instanceof Constraint.Mean m && !m.observation().equals("age")) {
                    var open =
                            new QuantityRange(
                                    Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "");
                    limit(new ObservationWithin(m.observation(), open), i);
                    return true;
                }
                if (limit) {
                    limit((ObservationWithin) ((Constraint.Require) last).criterion(), i);
                }
                return limit;
            }
        }
        return false;
    }

    /** "65 rather" of those over 60, "130 then" of an LDL above 100. */
    private void required(Constraint.Require r, int at) {
        if (r.criterion() instanceof ObservationWithin d
                && d.observation().equals(OnsetWords.DURATION)) {
            new BareDuration(draft).years(d, at);
        } else if (r.criterion() instanceof ObservationWithin o) {
            Optional<QuantityRange> moved = moved(o.range(), at, step(o.observation()));
            boolean fits =
                    moved.isPresent()
                            && plausible(o.observation(), s.at(at).doubleValue())
                            && FillerWords.alone(s, at, at + 1);
            if (fits) {
                var within = new ObservationWithin(o.observation(), moved.get());
                edit(new Constraint.Require(within), at, at + 1);
            } else {
                limit(o, at);
            }
        } else if (r.criterion() instanceof Criterion.AgeBetween a) {
            var ages =
                    new QuantityRange(
                            a.minYears() == 0 ? Double.NEGATIVE_INFINITY : a.minYears(),
                            a.maxYears() >= AgeWords.OLDEST
                                    ? Double.POSITIVE_INFINITY
                                    : a.maxYears(),
                            "a");
            int to = s.like(at + 1, "years?") ? at + 2 : at + 1;
            if (s.like(to, "or|and|\\+") && AgeEnds.side(s.word(to + 1))) {
                return; // "65 years or more" says itself which end it is
            }
            moved(ages, at, 1)
                    .filter(
                            q ->
                                    FillerWords.alone(s, at, to)
                                            && s.at(at).doubleValue() <= AgeWords.OLDEST)
                    .ifPresent(q -> edit(new Constraint.Require(ages(q)), at, to));
        }
    }

    private static Criterion.AgeBetween ages(QuantityRange q) {
        int min = Double.isInfinite(q.low()) ? 0 : (int) q.low();
        int max = Double.isInfinite(q.high()) ? AgeWords.OLDEST : (int) q.high();
        return new Criterion.AgeBetween(min, Math.max(min, max));
    }

    /** Whether it is measured in percent. */
    private static boolean percent(Constraint.Mean mean) {
        return Measurands.bundled()
                .find(mean.observation())
                .filter(m -> m.unit().equals("%"))
                .isPresent();
    }

    private static double step(String observation) {
        return Measurands.bundled()
                .find(observation)
                .map(m -> Math.pow(10, -m.decimals()))
                .orElse(1.0);
    }

    static boolean plausible(String observation, double value) {
        return Measurands.bundled()
                .find(observation)
                .flatMap(Measurand::plausible)
                .filter(p -> p.contains(value))
                .isPresent();
    }

    /**
     * The range with its one end at the number: beyond it, if the old end was beyond a rounder
     * number, as 8.1 is for "above 8".
     */
    private Optional<QuantityRange> moved(QuantityRange old, int at, double step) {
        boolean low = Double.isFinite(old.low());
        if (low && Double.isFinite(old.high())) {
            return nearer(old, at);
        }
        double end = low ? old.low() : old.high();
        if (low == Double.isFinite(old.high()) || !near(at, end)) {
            return Optional.empty();
        }
        double towards = low ? -step : step;
        int rounder = roundness((end + towards) / step) - roundness(end / step);
        boolean beyond = low ? rounder > 0 : rounder >= 0; // "at least 8" is said, "below 94" is
        double value = s.at(at).doubleValue() + (beyond ? -towards : 0);
        double rounded = Math.round(value / step) * step;
        double exact = Math.round(rounded * 1e6) / 1e6;
        return Optional.of(
                low
                        ? new QuantityRange(exact, old.high(), old.unit())
                        : new QuantityRange(old.low(), exact, old.unit()));
    }

    /** "no, 50" of 18 to 60 is the end that is far nearer. */
    private Optional<QuantityRange> nearer(QuantityRange old, int at) {
        double value = s.at(at).doubleValue();
        if (s.like(at + 1, "and|or|plus|\\+|up|to|-")) {
            return Optional.empty();
        }
        boolean one = s.like(at - 1, "exactly|precisely") || old.low() == old.high();
        if (one && near(at, old.high())) {
            return Optional.of(new QuantityRange(value, value, old.unit()));
        }
        double toLow = Math.abs(value - old.low());
        double toHigh = Math.abs(value - old.high());
        if (toHigh * 2 < toLow && near(at, old.high())) {
            return Optional.of(new QuantityRange(old.low(), value, old.unit()));
        }
        return toLow * 2 < toHigh && near(at, old.low())
                ? Optional.of(new QuantityRange(value, old.high(), old.unit()))
                : Optional.empty();
    }

    private static int roundness(double steps) {
        long k = Math.round(steps);
        return k % 100 == 0 ? 3 : k % 10 == 0 ? 2 : k % 5 == 0 ? 1 : 0;
    }

    /** Whether a bare number is nearer to this than to the number of patients. */
    private boolean near(int at, double value) {
        double n = s.at(at).doubleValue();
        return s.at(at).number()
                && n > 0
                && value > 0
                && !(s.word(at - 1).equals("to") && away(at - 2, n, value))
                && !Words.PERSONS.contains(s.word(at + 1))
                && Math.abs(Math.log(n / value)) < Math.abs(Math.log(n / current.count()));
    }

    /** "down to 80" of an age of 50 and older is no lower age. */
    private boolean away(int at, double now, double before) {
        return s.like(at, "down") ? now > before : s.like(at, "up") && now < before;
    }

    private void mean(Constraint.Mean last, int at) {
        Optional<Measurand> of = Measurands.bundled().find(last.observation());
        Optional<Quantity.Value> said = of.map(m -> Quantity.of(s, at, m));
        boolean unit = said.filter(v -> v.to() > at + 1).isPresent();
        int to = unit ? said.get().to() : s.word(at + 1).equals("%") ? at + 2 : at + 1;
        double value = unit ? said.get().canonical() : s.at(at).doubleValue();
        boolean fits =
                last.observation().equals("age")
                        ? value <= 120
                        : plausible(last.observation(), value);
        if (fits && FillerWords.alone(s, at, to)) {
            edit(new Constraint.Mean(last.observation(), value), at, to);
        }
    }

    private void limit(ObservationWithin last, int first) {
        boolean not = s.like(first - 1, "not|no|never") && s.free(first - 1);
        int at = not ? first - 1 : first;
        Optional<Read> read = Comparison.at(s, at);
        Optional<Measurand> of = Measurands.bundled().find(last.observation());
        if (read.isEmpty()
                || read.get().sign() == Sign.NONE
                || !FillerWords.alone(s, at, read.get().to())) {
            return;
        }
        if (last.observation().equals(OnsetWords.DURATION)) {
            new BareDuration(draft).limit(read.get(), at);
            return;
        }
        if (of.isEmpty()) {
            return;
        }
        Read r = LimitValues.open(of.get(), s, read.get());
        LimitValues values = new LimitValues(draft);
        double low = values.silently(of.get(), r, r.first());
        LimitEnds ends =
                LimitEnds.of(of.get(), r.sign(), low, values.silently(of.get(), r, r.second()));
        boolean also = s.like(0, "and|but|also") || s.like(s.size() - 1, "too|also");
        boolean whole = read.get().sign() == Sign.WITHIN;
        QuantityRange range =
                whole && ends.low() <= ends.high()
                        ? new QuantityRange(ends.low(), ends.high(), of.get().unit())
                        : kept(last.range(), ends, of.get().unit(), also);
        if (of.get().mayBe(low)) {
            var within = new ObservationWithin(last.observation(), range);
            if (whole && Double.isInfinite(range.low())) { // else the old end would stay
                draft.edit(Edit.Forget.about(new Constraint.Require(last)), at, at);
            }
            edit(new Constraint.Require(within), at, r.to());
        }
    }

    /** Of a range with two ends, or with "too", the end that is not spoken of stays. */
    private static QuantityRange kept(
            QuantityRange last, LimitEnds now, String unit, boolean also) {
        boolean both = also || (Double.isFinite(last.low()) && Double.isFinite(last.high()));
        double low = both && Double.isInfinite(now.low()) ? last.low() : now.low();
        double high = both && Double.isInfinite(now.high()) ? last.high() : now.high();
        return low <= high
                ? new QuantityRange(low, high, unit)
                : new QuantityRange(now.low(), now.high(), unit);
    }

    /** "shorten it to 3 years", of the history. */
    private void timeline() {
        int at = FillerWords.first(s);
        boolean years = at >= 0 && s.at(at).number() && s.like(at + 1, "years?");
        double span = years ? s.at(at).doubleValue() : 0;
        if (span > 0 && span <= 120 && FillerWords.alone(s, at, at + 2)) {
            draft.edit(new Edit.SetTimeline(span, 0), at, at + 2);
        }
    }

    private void edit(Constraint constraint, int from, int to) {
        draft.edit(new Edit.AddConstraint(constraint), from, to);
        s.use(0, s.size()); // the rest says nothing
    }
}
