package org.anamnesis.learn;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.generate.dp.MstLearner.Known;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.measure.UnitConversion;

/** Ranges of columns that are known without a look at their values. */
public final class KnownRanges {
    /** Years of people; the oldest reached 122. */
    private static final Known AGES = new Known(0, 125);

    /** Days since 1970 in which a record of a living person lies, birth included. */
    private static final Known DAYS =
            new Known(
                    LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2099, 12, 31).toEpochDay());

    private KnownRanges() {}

    /**
     * Ranges by column: where both ends are stated, that; else what the catalogue of measurements
     * holds possible, what people's ages and calendars allow.
     *
     * @param rules as the user stated them
     */
    public static Map<String, Known> of(Schema schema, List<KnownRule> rules) {
        Map<String, Known> out = new HashMap<>();
        for (ColumnSchema c : schema.learned()) {
            double low = Double.NEGATIVE_INFINITY;
            double high = Double.POSITIVE_INFINITY;
            Optional<Known> nature = nature(c);
            if (nature.isPresent()) {
                low = nature.get().low();
                high = nature.get().high();
            }
            for (KnownRule k : rules) {
                if (k.rule() instanceof BoundsRule b && b.column().equals(c.name())) {
                    low = Double.isInfinite(b.low()) ? low : b.low();
                    high = Double.isInfinite(b.high()) ? high : b.high();
                }
            }
            if (low <= high && !Double.isInfinite(low) && !Double.isInfinite(high)) {
                out.put(c.name(), new Known(low, high));
            }
        }
        return out;
    }

    private static Optional<Known> nature(ColumnSchema c) {
        if (c.content() instanceof Content.Dates) {
            return Optional.of(DAYS);
        }
        if (!(c.content() instanceof Content.Numbers n) || c.concept().isEmpty()) {
            return Optional.empty();
        }
        if (c.concept().get().equals(Concepts.AGE)) {
            return Optional.of(AGES);
        }
        return Measurands.bundled().find(c.concept().get()).flatMap(m -> in(m, n.unit()));
    }

    private static Optional<Known> in(Measurand m, String unit) {
        Optional<QuantityRange> range = m.plausible();
        if (range.isEmpty()) {
            return Optional.empty();
        }
        double low = range.get().low();
        double high = range.get().high();
        if (unit.equals(m.unit())) {
            return Optional.of(new Known(low, high));
        }
        return m.conversions().stream()
                .filter(c -> c.unit().equals(unit))
                .findFirst()
                .map((UnitConversion c) -> between(c.fromCanonical(low), c.fromCanonical(high)));
    }

    private static Known between(double a, double b) {
        return new Known(Math.min(a, b), Math.max(a, b));
    }
}
