package org.anamnesis.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.plan.SharedShape.Part;
import org.anamnesis.population.Shape;
import org.junit.jupiter.api.Test;

/** Shares of values that only a published figure gives are met to the patient, or refused. */
class SharedShapeTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final int PATIENTS = 500;

    private static Shape ejectionFraction() {
        ConditionEvidence known = Evidence.bundled().condition("heart-failure");
        Marginal fact = Observations.lone(known, "lvef").orElseThrow();
        return Shape.of(fact, Measurands.bundled().get("lvef").plausible().orElseThrow());
    }

    private static Part part(double low, double high, double percent) {
        return new Part(new QuantityRange(low, high, "%"), percent);
    }

    private static Optional<SharedShape> asked(Part... parts) {
        return SharedShape.of(ejectionFraction(), List.of(parts), 0, PATIENTS);
    }

    private static long having(SharedShape shape, DoublePredicate value) {
        return IntStream.range(0, PATIENTS)
                .mapToDouble(i -> Math.round(shape.at((i + 0.5) / PATIENTS)))
                .filter(value)
                .count();
    }

    @Test
    void aShareIsMetAndTheOtherPartsKeepTheirProportions() {
        SharedShape half = asked(part(NONE, 40, 50)).orElseThrow();

        assertEquals(250, having(half, x -> x <= 40));
        Shape published = ejectionFraction();
        double preserved = (1 - published.rank(49.5)) / (1 - published.rank(40.5));
        assertEquals(250 * preserved, (double) having(half, x -> x >= 50), 1);
    }

    @Test
    void sharesThatLeaveNobodyElse() {
        SharedShape both = asked(part(NONE, 40, 60), part(50, ANY, 40)).orElseThrow();

        assertEquals(300, having(both, x -> x <= 40));
        assertEquals(200, having(both, x -> x >= 50));
    }

    @Test
    void oneRangeWithinAnother() {
        SharedShape nested = asked(part(NONE, 40, 70), part(NONE, 30, 20)).orElseThrow();

        assertEquals(350, having(nested, x -> x <= 40));
        assertEquals(100, having(nested, x -> x <= 30));
    }

    @Test
    void whatCannotBeIsNone() {
        assertTrue(asked(part(NONE, 40, 60), part(50, ANY, 50)).isEmpty());
        assertTrue(asked(part(NONE, 30, 60), part(NONE, 40, 50)).isEmpty());
        assertTrue(asked(part(200, ANY, 5)).isEmpty());
    }

    @Test
    void valuesRise() {
        SharedShape shape = asked(part(NONE, 40, 60), part(50, ANY, 40)).orElseThrow();
        double last = NONE;
        for (int i = 0; i < PATIENTS; i++) {
            double value = shape.at((i + 0.5) / PATIENTS);
            assertTrue(value >= last);
            last = value;
        }
    }
}
