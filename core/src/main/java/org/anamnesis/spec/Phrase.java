package org.anamnesis.spec;

import java.math.BigDecimal;
import java.math.MathContext;
import org.anamnesis.measure.QuantityRange;

/**
 * A criterion in short words, for messages; whoever knows the user's own words puts them in its
 * place.
 */
public final class Phrase implements Criterion.Cases<String> {
    private static final Phrase PHRASE = new Phrase();

    private Phrase() {}

    public static String of(Criterion criterion) {
        return criterion.match(PHRASE);
    }

    /** "60 % sex female". */
    public static String of(Constraint.Share share) {
        return "%s %% %s".formatted(number(share.percent()), of(share.criterion()));
    }

    /** "mean hba1c 7". */
    public static String of(Constraint.Mean mean) {
        return "mean %s %s".formatted(mean.observation(), number(mean.value()));
    }

    /** "of at least 8.1", "from 7 to 9". */
    static String within(QuantityRange range) {
        if (Double.isInfinite(range.high())) {
            return "of at least " + number(range.low());
        }
        return Double.isInfinite(range.low())
                ? "of at most " + number(range.high())
                : "from %s to %s".formatted(number(range.low()), number(range.high()));
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : BigDecimal.valueOf(value).round(new MathContext(6)).toPlainString();
    }

    @Override
    public String age(Criterion.AgeBetween asked) {
        return "age %d to %d".formatted(asked.minYears(), asked.maxYears());
    }

    @Override
    public String category(Criterion.CategoryIn asked) {
        return asked.variable() + " " + String.join(" or ", asked.levels());
    }

    @Override
    public String condition(Criterion.HasCondition asked) {
        return asked.condition() + asked.stage().map(s -> " stage " + s).orElse("");
    }

    @Override
    public String observation(Criterion.ObservationWithin asked) {
        return asked.observation() + " " + within(asked.range());
    }

    @Override
    public String medication(Criterion.TakesMedication asked) {
        return "on " + asked.medication();
    }

    @Override
    public String not(Criterion.Not asked) {
        return "not " + of(asked.inner());
    }

    @Override
    public String atLeast(Criterion.AtLeast asked) {
        return asked.among(asked.of().stream().map(Phrase::of).toList());
    }
}
