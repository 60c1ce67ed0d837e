package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.measure.UnitConversion;

/** Numbers of limits and means in the units of their observations, or what speaks against them. */
final class LimitValues {
    private final Draft draft;
    private final Sentence s;

    LimitValues(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
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
        if (!plausible.contains(value.get()) && r.unit().isEmpty()) {
            double hundredfold = Math.round(typed * 1e6) / 1e4;
            if (m.unit().equals("%")
                    && typed > 0
                    && typed <= 1
                    && plausible.contains(hundredfold)) {
                draft.assume(
                        "\"%s\" is taken in %s: in %s no patient has such a value."
                                .formatted(s.quote(from, r.to()), "1 (= 100 %)", m.unit()));
                return OptionalDouble.of(hundredfold); // "FEV1/FVC below 0.7"
            }
            Optional<UnitConversion> meant = meant(m, r);
            if (meant.isPresent()) {
                draft.assume(
                        "\"%s\" is taken in %s: in %s no patient has such a value."
                                .formatted(s.quote(from, r.to()), meant.get().unit(), m.unit()));
                return OptionalDouble.of(meant.get().toCanonical(typed));
            }
        }
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

    /**
     * The same of a limit that was asked before, as it was typed where nothing else can be meant.
     */
    double silently(Measurand m, Read r, int n) {
        double typed = s.at(n).doubleValue();
        if (r.unit().isPresent()) {
            return m.toCanonical(typed, r.unit().get().ucum()).orElse(typed);
        }
        return m.mayBe(typed) ? typed : meant(m, r).map(c -> c.toCanonical(typed)).orElse(typed);
    }

    /** "between 0 and 12" of what nobody has none of is "at most 12". */
    static Read open(Measurand m, Sentence s, Read r) {
        boolean none = r.sign() == Comparison.Sign.WITHIN && s.at(r.first()).doubleValue() == 0;
        return none && !m.mayBe(0)
                ? new Read(Comparison.Sign.AT_MOST, r.second(), r.second(), r.unit(), r.to())
                : r;
    }

    /**
     * The only other unit in which the numbers are such as patients have. Of a share in % none is:
     * an HbA1c of 40 may be mmol/mol or a slip.
     */
    private Optional<UnitConversion> meant(Measurand m, Read r) {
        if (m.unit().equals("%")) {
            return Optional.empty();
        }
        List<UnitConversion> all =
                m.conversions().stream()
                        .filter(c -> usual(m, c.toCanonical(s.at(r.first()).doubleValue())))
                        .filter(c -> usual(m, c.toCanonical(s.at(r.second()).doubleValue())))
                        .toList();
        boolean one =
                all.stream()
                        .map(c -> c.toCanonical(s.at(r.first()).doubleValue()))
                        .allMatch(v -> v == all.get(0).toCanonical(s.at(r.first()).doubleValue()));
        return one ? all.stream().findFirst() : Optional.empty();
    }

    /** Within the plausible, and not far from what is normal. */
    private static boolean usual(Measurand m, double value) {
        boolean far =
                m.reference().isPresent()
                        && Double.isFinite(m.reference().get().high())
                        && (value > 8 * m.reference().get().high()
                                || value < m.reference().get().low() / 8);
        return m.plausible().get().contains(value) && !far;
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /** A value converted from another unit, at the precision at which it is reported. */
    double rounded(Measurand m, double value, Read r) {
        boolean same = r.unit().map(u -> u.ucum().equals(m.unit())).orElse(typed(value, r));
        double scale = Math.pow(10, m.decimals());
        return same ? value : Math.round(value * scale) / scale;
    }

    private boolean typed(double value, Read r) {
        return value == s.at(r.first()).doubleValue() || value == s.at(r.second()).doubleValue();
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
