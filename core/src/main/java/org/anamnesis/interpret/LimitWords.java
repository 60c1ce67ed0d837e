package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/** Limits and means of observations, with units, and the mean age. */
final class LimitWords {
    private static final int GAP = 5;

    /** Things of which an observation is the number: "at most 4 seizures a month". */
    private static final String COUNTED =
            "weeks?|points?|seizures?|exacerbations?|episodes|attacks|falls|admissions|flares?"
                    + "|drinks|steps|beats|breaths";

    private static final Phrases PREDICTED =
            new Phrases(
                    List.of("predicted", "of predicted", "of the predicted", "pred", "of normal"));

    private static final Phrases PRESSURE =
            new Phrases(List.of("blood pressure", "bp", "blood pressures"));

    private final Draft draft;
    private final Sentence s;
    private final LimitValues values;
    private final Measurands measurands = Measurands.bundled();

    private LimitWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
        this.values = new LimitValues(draft);
    }

    static void find(Draft draft) {
        LimitWords limits = new LimitWords(draft);
        limits.pressures();
        for (Sentence.Named n : limits.s.unused(Concept.Kind.OBSERVATION)) {
            limits.measurands
                    .find(n.concept().id())
                    .filter(m -> m.plausible().isPresent())
                    .ifPresent(m -> limits.observation(m, n.from(), n.to()));
        }
        limits.counted();
        for (int i = 0; i < limits.s.size(); i++) {
            if (limits.s.word(i).equals("age") && limits.s.free(i)) {
                limits.meanAge(i);
            }
        }
    }

    /** "blood pressure above 140/90". */
    private void pressures() {
        for (int i = 0; i < s.size(); i++) {
            int to = s.afterAny(i, PRESSURE);
            if (to < 0 || !s.free(i, to)) {
                continue;
            }
            int at = skip(to);
            Optional<Read> read = Comparison.at(s, at);
            if (read.isEmpty()) {
                continue;
            }
            Read r = read.get();
            boolean pair = r.pair() || (s.word(r.to()).equals("/") && s.at(r.to() + 1).number());
            boolean both =
                    pair
                            && LimitLinks.MEAN.contains(
                                    s.word(i - 1)); // no arterial pressure is a pair
            if (s.inConcept(i) && !both) {
                continue;
            }
            Measurand sbp = measurands.get("sbp");
            if (!pair) {
                draft.assume("A single blood pressure is taken as the systolic one.");
                emit(sbp, r, i, at, r.second());
            } else {
                draft.assume("A limit on blood pressure holds for both, systolic and diastolic.");
                emit(sbp, r, i, at, r.first());
                emit(measurands.get("dbp"), r, i, at, r.second());
            }
        }
    }

    /** "week 24-28" of a pregnancy, "seizures below 5 a month": what is counted is the name. */
    private void counted() {
        String text = s.english().toLowerCase(Locale.ROOT);
        boolean pregnant = text.contains("gestation") || text.contains("pregnan");
        for (int i = 0; i < s.size(); i++) {
            boolean week = pregnant && s.like(i, "weeks?|wks?|ga");
            boolean seizures = s.like(i, "seizures");
            Optional<Read> read =
                    week || seizures ? Comparison.at(s, skip(i + 1)) : Optional.empty();
            if (read.isEmpty() || read.get().sign() == Sign.NONE || !s.free(read.get().first())) {
                continue;
            }
            int month = read.get().to();
            boolean monthly =
                    s.word(month).equals("monthly")
                            || (s.like(month, "/|a|per|each|every")
                                    && s.word(month + 1).startsWith("month"));
            if (week && s.free(i)) {
                emit(measurands.get("gestational_age"), read.get(), i, i, read.get().second());
            } else if (seizures && monthly) {
                Read r = read.get().until(s.word(month).equals("monthly") ? month + 1 : month + 2);
                emit(measurands.get("seizure_freq"), r, skip(i + 1), i, r.second());
            }
        }
    }

    private int skip(int i) {
        int at = i;
        while ((LimitLinks.BETWEEN.contains(s.word(at)) || s.after(at, "on average") > 0)
                && s.free(at)
                && !s.word(at).equals("at")) {
            at++;
        }
        return LimitLinks.bracketed(s, at) ? at + 1 : at;
    }

    /** "T-score at the hip no higher than -2.5": behind a few words that say where or when. */
    private int gap(Measurand m, int to) {
        for (int at = to; at < to + GAP; at++) {
            boolean here =
                    at > to
                            && next(m, at)
                                    .filter(
                                            r ->
                                                    r.sign() != Sign.NONE
                                                            && !LimitLinks.ELSE.contains(
                                                                    s.word(r.to())))
                                    .isPresent();
            if (here || !passes(at)) {
                return here ? at : to;
            }
        }
        return to;
    }

    private boolean passes(int at) {
        return s.at(at).kind() == Token.Kind.WORD
                && s.free(at)
                && !s.inConcept(at)
                && !LimitLinks.ENDS.contains(s.word(at))
                && !Words.PERSONS.contains(s.word(at))
                && !CategoryWords.named(s, at);
    }

    /** "24 to 28 weeks of gestation", "above 200 mg/dL triglycerides": the value comes first. */
    private boolean before(Measurand m, int from, int to) {
        for (int at = Math.max(0, from - GAP); at < from; at++) {
            Optional<Read> read = Comparison.at(s, at).filter(r -> s.free(r.first()));
            if (read.isEmpty() || read.get().sign() == Sign.NONE || !s.free(at, from)) {
                continue;
            }
            Read r = read.get();
            boolean unit =
                    r.to() == from
                            && r.unit().isPresent()
                            && !r.unit().get().ucum().equals("%")
                            && m.toCanonical(1, r.unit().get().ucum()).isPresent();
            boolean named = r.second() == from - 1 && s.like(from, COUNTED);
            if (unit || named) {
                emit(m, named ? r.without() : r, at, at, r.second());
                s.use(at, to);
                return true;
            }
        }
        return false;
    }

    private boolean stated(int from, int to) {
        for (int i = from; i < to; i++) {
            if (LimitLinks.STATED.contains(s.word(i))) {
                return true;
            }
        }
        return from == to;
    }

    /** Start of "mean", "average of" before the token, or the token itself. */
    private int meanBefore(int i) {
        int at = i - 1;
        while (s.word(at).equals("of") || s.word(at).equals("the") || s.word(at).equals("an")) {
            at--;
        }
        return LimitLinks.MEAN.contains(s.word(at)) && s.free(at) ? at : i;
    }

    private boolean meanWithin(int from, int to) {
        for (int i = from; i < to; i++) {
            if (LimitLinks.MEAN.contains(s.word(i))) {
                return true;
            }
        }
        return false;
    }

    private void meanAge(int i) {
        int from = meanBefore(i);
        int at = skip(i + 1);
        for (int k = 0; from < i && k < GAP && passes(at); k++) {
            at++; // "the mean age should come out at 77"
        }
        if ((from == i && !meanWithin(i + 1, at)) || !s.at(at).number() || !s.free(at)) {
            return;
        }
        double value = s.at(at).doubleValue();
        int to = s.word(at + 1).startsWith("year") ? at + 2 : at + 1;
        if (value < 0 || value > AgeWords.OLDEST) {
            draft.problem(
                    "request.limit.implausible",
                    from,
                    to,
                    "A mean age lies between 0 and 120 years.",
                    "mean age 55");
            return;
        }
        draft.edit(new Edit.AddConstraint(new Constraint.Mean("age", value)), from, to);
    }

    private void observation(Measurand m, int from, int to) {
        int at = skip(to);
        Optional<Read> read = Comparison.at(s, at);
        if (read.isEmpty()) {
            at = gap(m, to);
            read = Comparison.at(s, at);
        }
        if (read.isEmpty() && before(m, from, to)) {
            return;
        }
        if (read.isEmpty() || (s.at(read.get().first()).number() && !s.free(read.get().first()))) {
            return;
        }
        Read r = read.get();
        Optional<Measurand> predicted = predicted(m, r);
        if (predicted.isPresent()) {
            m = predicted.get();
            r = r.until(Math.max(r.to(), s.afterAny(r.to(), PREDICTED)));
        }
        if (values.strangeUnit(r, from)) {
            return;
        }
        int start = meanBefore(from);
        boolean mean = start < from || meanWithin(to, at);
        if (r.sign() == Sign.NONE) {
            boolean share =
                    (s.word(r.to() - 1).equals("%") && !m.unit().equals("%"))
                            || Words.PERSONS.contains(s.word(r.to()));
            if (!mean && (!stated(to, at) || share)) {
                return;
            }
            OptionalDouble value = values.canonical(m, r, r.first(), start);
            if (value.isPresent()) {
                mean(m, r, start, values.rounded(m, value.getAsDouble(), r), mean);
            }
        } else {
            emit(m, r, from, at, r.second());
            further(m, r.to());
        }
    }

    /** "FEV1 below 50 % of predicted": of a volume, the share of what is predicted. */
    private Optional<Measurand> predicted(Measurand m, Read r) {
        boolean percent = r.unit().filter(u -> u.ucum().equals("%")).isPresent();
        boolean said = s.afterAny(r.to(), PREDICTED) > 0;
        return !m.unit().equals("%") && (percent || said)
                ? measurands.find(m.id() + "_pct")
                : Optional.empty();
    }

    /** "above 7 and below 9": a second limit of the same observation. */
    private void further(Measurand m, int i) {
        boolean or = s.word(i).equals("or");
        boolean link = or || Set.of("and", "but", ",").contains(s.word(i));
        if (!link || (!or && (s.at(i + 1).number() || s.word(i + 1).equals("between")))) {
            return;
        }
        next(m, i + 1)
                .filter(r -> !s.word(r.to()).startsWith("year") && !person(r.to()))
                .filter(r -> !LimitLinks.counts(s, r))
                .filter(r -> !(s.word(i).equals(",") && LimitLinks.bareAge(s, r)))
                .filter(r -> r.sign() != Sign.NONE || !s.at(i + 1).number())
                .ifPresent(
                        r -> {
                            if (or && !SecondRange.apart(draft, values, m, i, r)) {
                                draft.unread(i, r.to());
                            } else {
                                emit(m, r, i + 1, i + 1, r.second());
                            }
                        });
    }

    private boolean person(int i) {
        return Words.PERSONS.contains(s.word(i)) || s.word(i).equals("%");
    }

    private void mean(Measurand m, Read r, int from, double value, boolean said) {
        if (said) {
            draft.edit(new Edit.AddConstraint(new Constraint.Mean(m.id(), value)), from, r.to());
        } else {
            draft.takenAsMean(m.id(), value, from, r.to());
        }
    }

    private void emit(Measurand m, Read said, int from, int at, int n) {
        Read r = LimitValues.open(m, s, said);
        boolean within = r.sign() == Sign.WITHIN;
        OptionalDouble first =
                values.canonical(m, r, within || !r.equals(said) ? r.first() : n, from);
        OptionalDouble second = within ? values.canonical(m, r, r.second(), from) : first;
        if (first.isEmpty() || second.isEmpty()) {
            s.use(from, r.to());
            return;
        }
        emit(
                m,
                r,
                from,
                at,
                values.rounded(m, first.getAsDouble(), r),
                values.rounded(m, second.getAsDouble(), r));
    }

    /** "above 7 and below 9": the other end, if the next comparison runs the other way. */
    private Optional<Read> otherEnd(Measurand m, Read r) {
        int at = r.to();
        while (Set.of("and", "but", ",").contains(s.word(at)) && at < r.to() + 2) {
            at++;
        }
        Set<Sign> wanted =
                switch (r.sign()) {
                    case ABOVE, AT_LEAST -> Set.of(Sign.BELOW, Sign.AT_MOST);
                    case BELOW, AT_MOST -> Set.of(Sign.ABOVE, Sign.AT_LEAST);
                    case WITHIN, NONE -> Set.of();
                };
        if (at == r.to() || r.pair()) {
            return Optional.empty();
        }
        int begin = at;
        // "over 150 but under 300" of eosinophils: both in the unit that was meant
        boolean converted = !m.plausible().get().contains(s.at(r.first()).doubleValue());
        Optional<Read> next = converted ? Comparison.at(s, at).filter(o -> !o.pair()) : next(m, at);
        return next.filter(o -> wanted.contains(o.sign()) && s.free(o.first()))
                .filter(o -> !(s.word(begin - 1).equals(",") && LimitLinks.bareAge(s, o)))
                .filter(o -> !LimitLinks.ELSE.contains(s.word(o.to())));
    }

    /** A comparison with one number that a value of the observation could be. */
    private Optional<Read> next(Measurand m, int at) {
        return Comparison.at(s, at)
                .filter(o -> !o.pair())
                .filter(o -> m.plausible().get().contains(s.at(o.first()).doubleValue()));
    }

    private void emit(Measurand m, Read r, int from, int at, double a, double b) {
        if (r.sign() == Sign.NONE) {
            mean(m, r, from, a, false);
            return;
        }
        LimitEnds ends = LimitEnds.of(m, r.sign(), a, b);
        int to = Math.max(at, r.to());
        Optional<Read> other = otherEnd(m, r);
        OptionalDouble value =
                other.isPresent()
                        ? values.canonical(m, other.get(), other.get().first(), from)
                        : OptionalDouble.empty();
        if (value.isPresent()) {
            double v = values.rounded(m, value.getAsDouble(), other.get());
            ends = ends.and(LimitEnds.of(m, other.get().sign(), v, v));
            to = other.get().to();
        }
        if (ends.low() > ends.high()) {
            String low = LimitValues.plain(ends.low());
            draft.problem(
                    "request.limit.reversed",
                    from,
                    to,
                    "The lower limit is above the upper one.",
                    "between %s and %s".formatted(LimitValues.plain(ends.high()), low));
            return;
        }
        QuantityRange range = new QuantityRange(ends.low(), ends.high(), m.unit());
        draft.found(Draft.Topic.LIMIT, new ObservationWithin(m.id(), range), from, to);
    }
}
