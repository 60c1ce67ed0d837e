package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion.ObservationWithin;

/** Values with a unit of which it is not said what they measure: "200 mg/dL" is asked back. */
final class StrayValues {
    /** What clinicians most often mean by a bare value, first the likeliest. */
    private static final List<String> LIKELY =
            List.of(
                    "glucose_fasting",
                    "ldl",
                    "triglycerides",
                    "total_chol",
                    "sbp",
                    "creatinine",
                    "hemoglobin",
                    "potassium",
                    "alt",
                    "platelets",
                    "wbc",
                    "sodium",
                    "crp",
                    "ntprobnp",
                    "ferritin",
                    "vitamin_d",
                    "albumin",
                    "egfr",
                    "tsh",
                    "hba1c");

    private static final int CHOICES = 4;

    private final Draft draft;
    private final Sentence s;

    private StrayValues(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        StrayValues values = new StrayValues(draft);
        for (int i = 0; i < values.s.size(); i++) {
            if (values.s.at(i).number() && values.s.free(i) && !values.s.inConcept(i)) {
                values.value(i);
            }
        }
    }

    private void value(int i) {
        Optional<Quantity.Unit> unit = Quantity.unit(s, i);
        boolean measured =
                unit.isPresent()
                        && unit.get().typed().toLowerCase(Locale.ROOT).matches(".*(/|mm).*");
        if (!measured) {
            return;
        }
        int from = start(i);
        Read r = Comparison.at(s, from).orElseThrow();
        List<Ambiguity.Way> ways = ways(r, unit.get());
        draft.problem(
                "request.unit.unknown",
                from,
                r.to(),
                "It is not said which observation this value in %s belongs to."
                        .formatted(unit.get().typed()),
                "name the observation, for example \"fasting glucose above 7 mmol/L\"");
        if (ways.size() > 1) {
            String quote = s.quote(from, r.to());
            draft.found(Draft.Topic.LIMIT, ways.get(0).criterion(), from, r.to());
            draft.askInstead(new Ambiguity(quote, "\"" + quote + "\" of what?", ways));
        }
    }

    /** First token of the comparison whose number this is, or the number. */
    private int start(int number) {
        for (int k = Math.max(0, number - 4); k < number; k++) {
            boolean here =
                    Comparison.at(s, k)
                            .filter(r -> r.first() == number && r.sign() != Sign.NONE)
                            .isPresent();
            if (here && s.free(k, number)) {
                return k;
            }
        }
        return number;
    }

    private List<Ambiguity.Way> ways(Read r, Quantity.Unit unit) {
        List<Ambiguity.Way> ways = new ArrayList<>();
        Measurands all = Measurands.bundled();
        Stream<Measurand> likely = LIKELY.stream().flatMap(id -> all.find(id).stream());
        for (Measurand m : likely.toList()) {
            Optional<Double> a = m.toCanonical(s.at(r.first()).doubleValue(), unit.ucum());
            Optional<Double> b = m.toCanonical(s.at(r.second()).doubleValue(), unit.ucum());
            boolean fits =
                    a.isPresent()
                            && b.isPresent()
                            && a.get() <= b.get()
                            && possible(m, a.get(), b.get());
            if (fits && ways.size() < CHOICES) {
                Sign sign = r.sign() == Sign.NONE ? Sign.AT_LEAST : r.sign();
                way(m, sign, a.get(), b.get()).ifPresent(ways::add);
            }
        }
        return ways;
    }

    private static boolean possible(Measurand m, double a, double b) {
        return m.plausible().filter(p -> p.contains(a) && p.contains(b)).isPresent();
    }

    /** A way, unless nothing is left between the two ends as they are reported. */
    private static Optional<Ambiguity.Way> way(Measurand m, Sign sign, double a, double b) {
        double scale = Math.pow(10, m.decimals());
        LimitEnds ends =
                LimitEnds.of(m, sign, Math.round(a * scale) / scale, Math.round(b * scale) / scale);
        if (ends.low() > ends.high()) {
            return Optional.empty();
        }
        QuantityRange range = new QuantityRange(ends.low(), ends.high(), m.unit());
        return Optional.of(
                new Ambiguity.Way(
                        m.name(),
                        new ObservationWithin(m.id(), range),
                        "The value is taken as one of " + m.name() + "."));
    }
}
