package org.anamnesis.interpret;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.QuantityRange;

/** Numbers of limits and means in the units of their observations, or what speaks against them. */
final class LimitValues {
    private final Draft draft;
    private final Sentence s;

    LimitValues(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    /** Numbers with a unit that no observation claimed. */
    void stray() {
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

    /** Value of a number in the canonical unit; empty after a problem was reported. */
    OptionalDouble canonical(Measurand m, Read r, int n, int from) {
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
    double rounded(Measurand m, double value, Read r) {
        boolean same = r.unit().isEmpty() || r.unit().get().ucum().equals(m.unit());
        double scale = Math.pow(10, m.decimals());
        return same ? value : Math.round(value * scale) / scale;
    }

    /** "above 8 furlongs/L": a word, a slash and a word behind a number are a unit. */
    boolean strangeUnit(Read r, int from) {
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
