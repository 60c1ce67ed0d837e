package org.anamnesis.converse;

import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.interpret.Question.Statistic;

/** The statistic asked for, where a published distribution states it. */
final class PublishedValue {
    private PublishedValue() {}

    static Optional<Double> of(Marginal m, Statistic q) {
        OptionalDouble value =
                switch (q.kind()) {
                    case MEAN -> OptionalDouble.of(m.mean());
                    case SD -> m.sd();
                    case MEDIAN -> m.p50();
                    case QUANTILE -> percentile(m, 100 * q.quantile());
                };
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static OptionalDouble percentile(Marginal m, double p) {
        double[] stated = {5, 25, 50, 75, 95};
        OptionalDouble[] values = {m.p05(), m.p25(), m.p50(), m.p75(), m.p95()};
        for (int k = 0; k < stated.length; k++) {
            if (Math.abs(p - stated[k]) < 1e-9) {
                return values[k];
            }
        }
        return OptionalDouble.empty();
    }
}
