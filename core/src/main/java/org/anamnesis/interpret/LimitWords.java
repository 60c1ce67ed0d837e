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
    private static final Set<String> BETWEEN =
            Set.of(
                    "level",
                    "levels",
                    "value",
                    "values",
                    "score",
                    "scores",
                    "is",
                    "are",
                    "was",
                    "of",
                    "reading",
                    "readings",
                    "concentration",
                    "that",
                    ":",
                    "=",
                    "a",
                    "an",
                    "the",
                    "range",
                    "ranging",
                    "being",
                    "result",
                    "results",
                    "should",
                    "be",
                    "in",
                    "around",
                    "about",
                    "equal",
                    "their",
                    "with",
                    "averaging",
                    "mean",
                    "average",
                    "near");
    private static final Set<String> MEAN = Set.of("mean", "average", "avg", "averaging");
    private static final Set<String> STATED =
            Set.of("of", "is", "=", ":", "around", "about", "near", "at");

    /** Behind a number, these show that it is an age or a share, not the other limit. */
    private static final Set<String> ELSE =
            Set.of("year", "years", "yr", "yrs", "%", "percent", "older", "younger");

    private static final Phrases PRESSURE =
            new Phrases(List.of("blood pressure", "bp", "blood pressures"));

    private final Draft draft;
    private final Sentence s;
    private final Measurands measurands = Measurands.bundled();

    private LimitWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
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
        for (int i = 0; i < limits.s.size(); i++) {
            if (limits.s.word(i).equals("age") && limits.s.free(i)) {
                limits.meanAge(i);
            }
        }
    }

    /** Numbers with a unit that no observation claimed. */
    static void strayUnits(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (!s.at(i).number() || !s.free(i)) {
                continue;
            }
            Optional<Quantity.Unit> unit = Quantity.unit(s, i);
            if (unit.isPresent()
                    && unit.get().typed().toLowerCase(Locale.ROOT).matches(".*(/|mm).*")) {
                draft.problem(
                        "request.unit.unknown",
                        i,
                        unit.get().to(),
                        "It is not said which observation this value in %s belongs to."
                                .formatted(unit.get().typed()),
                        "name the observation, for example \"fasting glucose above 7 mmol/L\"");
            }
        }
    }

    /** "blood pressure above 140/90". */
    private void pressures() {
        for (int i = 0; i < s.size(); i++) {
            int to = s.afterAny(i, PRESSURE);
            if (to < 0 || !s.free(i, to) || s.inConcept(i)) {
                continue;
            }
            int at = skip(to);
            Optional<Read> read = Comparison.at(s, at);
            if (read.isEmpty()) {
                continue;
            }
            Read r = read.get();
            boolean pair = r.pair() || (s.word(r.to()).equals("/") && s.at(r.to() + 1).number());
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

    private int skip(int i) {
        int at = i;
        while (BETWEEN.contains(s.word(at)) && s.free(at) && !s.word(at).equals("at")) {
            at++;
        }
        return at;
    }

    private boolean stated(int from, int to) {
        for (int i = from; i < to; i++) {
            if (STATED.contains(s.word(i))) {
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
        return MEAN.contains(s.word(at)) && s.free(at) ? at : i;
    }

    private boolean meanWithin(int from, int to) {
        for (int i = from; i < to; i++) {
            if (MEAN.contains(s.word(i))) {
                return true;
            }
        }
        return false;
    }

    private void meanAge(int i) {
        int from = meanBefore(i);
        int at = skip(i + 1);
        if ((from == i && !meanWithin(i + 1, at)) || !s.at(at).number()) {
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
        if (read.isEmpty() || (s.at(read.get().first()).number() && !s.free(read.get().first()))) {
            return;
        }
        Read r = read.get();
        if (strangeUnit(r, from)) {
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
            mean(m, r, start, mean);
        } else {
            emit(m, r, from, at, r.second());
            further(m, r.to());
        }
    }

    /** "above 7 and below 9": a second limit of the same observation. */
    private void further(Measurand m, int i) {
        boolean link = Set.of("and", "but", ",", "or").contains(s.word(i));
        if (!link || s.at(i + 1).number() || s.word(i + 1).equals("between")) {
            return;
        }
        Comparison.at(s, i + 1)
                .filter(r -> !r.pair() && !s.word(r.to()).startsWith("year"))
                .filter(r -> s.at(r.to()).kind() == Token.Kind.NONE || !person(r.to()))
                .filter(r -> m.plausible().get().contains(s.at(r.first()).doubleValue()))
                .ifPresent(
                        r -> {
                            if (s.word(i).equals("or")) {
                                draft.unread(i, r.to());
                            } else {
                                emit(m, r, i + 1, i + 1, r.second());
                            }
                        });
    }

    private boolean person(int i) {
        return Words.PERSONS.contains(s.word(i)) || s.word(i).equals("%");
    }

    private void mean(Measurand m, Read r, int from, boolean said) {
        OptionalDouble value = canonical(m, r, r.first(), from);
        if (value.isEmpty()) {
            return;
        }
        if (!said) {
            draft.assume(
                    "\"%s\" is taken as the mean of the cohort.".formatted(s.quote(from, r.to())));
        }
        double v = rounded(m, value.getAsDouble(), r);
        draft.edit(new Edit.AddConstraint(new Constraint.Mean(m.id(), v)), from, r.to());
    }

    /** Value of a number in the canonical unit; empty after a problem was reported. */
    private OptionalDouble canonical(Measurand m, Read r, int n, int from) {
        double typed = s.at(n).doubleValue();
        String unit = r.unit().map(Quantity.Unit::ucum).orElse(m.unit());
        boolean ratio = m.unit().equals("%") && unit.equals("%");
        Optional<Double> value = ratio ? Optional.of(typed) : m.toCanonical(typed, unit);
        if (value.isEmpty()) {
            draft.problem(
                    "request.unit.unknown",
                    from,
                    r.to(),
                    "%s is not measured in %s.".formatted(m.name(), r.unit().get().typed()),
                    "give it in " + m.unit());
            return OptionalDouble.empty();
        }
        QuantityRange plausible = m.plausible().get();
        if (!plausible.contains(value.get())) {
            draft.problem(
                    "request.limit.implausible",
                    from,
                    r.to(),
                    "%s of a patient lies between %s and %s %s."
                            .formatted(
                                    m.name(),
                                    plain(plausible.low()),
                                    plain(plausible.high()),
                                    m.unit()),
                    "a limit from %s to %s %s"
                            .formatted(plain(plausible.low()), plain(plausible.high()), m.unit()));
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value.get());
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /** A value converted from another unit, at the precision at which it is reported. */
    private static double rounded(Measurand m, double value, Read r) {
        boolean same = r.unit().isEmpty() || r.unit().get().ucum().equals(m.unit());
        return same ? value : step(m, value, 0);
    }

    /** The reported value nearest to {@code value}, and {@code steps} further. */
    private static double step(Measurand m, double value, int steps) {
        double scale = Math.pow(10, m.decimals());
        return (Math.round(value * scale) + steps) / scale;
    }

    private static double above(Measurand m, double value) {
        double scale = Math.pow(10, m.decimals());
        return (Math.floor(value * scale + 1e-9) + 1) / scale;
    }

    private static double below(Measurand m, double value) {
        double scale = Math.pow(10, m.decimals());
        return (Math.ceil(value * scale - 1e-9) - 1) / scale;
    }

    private void emit(Measurand m, Read r, int from, int at, int n) {
        boolean within = r.sign() == Sign.WITHIN;
        OptionalDouble first = canonical(m, r, within ? r.first() : n, from);
        OptionalDouble second = within ? canonical(m, r, r.second(), from) : first;
        if (first.isEmpty() || second.isEmpty()) {
            s.use(from, r.to());
            return;
        }
        emit(
                m,
                r,
                from,
                at,
                rounded(m, first.getAsDouble(), r),
                rounded(m, second.getAsDouble(), r));
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
        return Comparison.at(s, at)
                .filter(o -> wanted.contains(o.sign()) && !o.pair() && s.free(o.first()))
                .filter(o -> !ELSE.contains(s.word(o.to())))
                .filter(o -> m.plausible().get().contains(s.at(o.first()).doubleValue()));
    }

    private void emit(Measurand m, Read r, int from, int at, double a, double b) {
        double low =
                switch (r.sign()) {
                    case ABOVE -> above(m, a);
                    case AT_LEAST, WITHIN -> a;
                    case BELOW, AT_MOST, NONE -> Double.NEGATIVE_INFINITY;
                };
        double high =
                switch (r.sign()) {
                    case BELOW -> below(m, a);
                    case AT_MOST, WITHIN -> b;
                    case ABOVE, AT_LEAST, NONE -> Double.POSITIVE_INFINITY;
                };
        if (r.sign() == Sign.NONE) {
            draft.assume(
                    "\"%s\" is taken as the mean of the cohort.".formatted(s.quote(from, r.to())));
            draft.edit(new Edit.AddConstraint(new Constraint.Mean(m.id(), a)), from, r.to());
        } else if (low > high) {
            reversed(low, high, from, r.to());
        } else {
            within(m, r, from, Math.max(at, r.to()), new QuantityRange(low, high, m.unit()));
        }
    }

    private void within(Measurand m, Read r, int from, int to, QuantityRange range) {
        Optional<Read> other = otherEnd(m, r);
        OptionalDouble value =
                other.isPresent()
                        ? canonical(m, other.get(), other.get().first(), from)
                        : OptionalDouble.empty();
        QuantityRange both = range;
        int end = to;
        if (value.isPresent()) {
            double v = rounded(m, value.getAsDouble(), other.get());
            double low = range.low();
            double high = range.high();
            switch (other.get().sign()) {
                case ABOVE -> low = above(m, v);
                case AT_LEAST -> low = v;
                case BELOW -> high = below(m, v);
                default -> high = v;
            }
            end = other.get().to();
            if (low > high) {
                reversed(low, high, from, end);
                return;
            }
            both = new QuantityRange(low, high, m.unit());
        }
        draft.found(Draft.Topic.LIMIT, new ObservationWithin(m.id(), both), from, end);
    }

    private void reversed(double low, double high, int from, int to) {
        draft.problem(
                "request.limit.reversed",
                from,
                to,
                "The lower limit is above the upper one.",
                "between %s and %s".formatted(plain(high), plain(low)));
    }

    /** "above 8 furlongs/L": a word, a slash and a word behind a number are a unit. */
    private boolean strangeUnit(Read r, int from) {
        int at = r.to();
        boolean shaped =
                r.unit().isEmpty()
                        && s.free(at)
                        && s.at(at).kind() == Token.Kind.WORD
                        && s.word(at + 1).equals("/")
                        && s.at(at).touches(s.at(at + 1))
                        && s.at(at + 2).kind() == Token.Kind.WORD
                        && !s.inConcept(at);
        if (shaped) {
            draft.problem(
                    "request.unit.unknown",
                    from,
                    at + 3,
                    "The unit %s is not known.".formatted(s.quote(at, at + 3)),
                    "a unit such as mg/dL, mmol/L or %");
        }
        return shaped;
    }
}
