package org.anamnesis.export;

import java.util.List;
import java.util.function.Function;
import org.anamnesis.cohort.Field;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.QuantityRange;

/** Reference ranges of healthy adults, only where they are stated in the field's own unit. */
public final class ReferenceLimits {
    private ReferenceLimits() {}

    /** Lower limits, NaN where there is none. */
    public static double[] low(List<Field> fields, Catalog catalog) {
        return limits(fields, catalog, QuantityRange::low);
    }

    /** Upper limits, NaN where there is none. */
    public static double[] high(List<Field> fields, Catalog catalog) {
        return limits(fields, catalog, QuantityRange::high);
    }

    private static double[] limits(
            List<Field> fields, Catalog catalog, Function<QuantityRange, Double> end) {
        return fields.stream()
                .mapToDouble(
                        f ->
                                catalog.measurand(f.id())
                                        .flatMap(Measurand::reference)
                                        .filter(r -> r.unit().equals(f.unit()))
                                        .map(end)
                                        .filter(Double::isFinite)
                                        .orElse(Double.NaN))
                .toArray();
    }
}
