package org.anamnesis.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.measure.Formula;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * FEV1, FVC and FEV1/FVC of one breath: two are drawn, the third follows. Each drawn by itself, one
 * in eight people with COPD breathed out more in a second than in all.
 *
 * @param fev1 number of the field in L
 * @param fvc number of the field in L
 * @param ratio number of the field in per cent
 * @param computed the one that follows
 */
public record Spirometry(int fev1, int fvc, int ratio, int computed, int decimals) {
    /** All three are there, and of at least one the request says nothing. */
    static Optional<Spirometry> of(List<PlannedField> fields, CohortSpec spec) {
        int[] at = {place(fields, "fev1"), place(fields, "fvc"), place(fields, "fev1_fvc")};
        if (IntStream.of(at).anyMatch(i -> i < 0)) {
            return Optional.empty();
        }
        return IntStream.of(at)
                .filter(i -> fields.get(i).source() == PlannedField.Origin.ALONE)
                .filter(i -> !asked(fields.get(i).id(), spec))
                .boxed()
                .findFirst()
                .map(i -> new Spirometry(at[0], at[1], at[2], i, fields.get(i).decimals()));
    }

    /** Whether there is something of it to forget. */
    private static boolean asked(String id, CohortSpec spec) {
        return !new Edit.Forget(id).apply(spec).equals(spec);
    }

    private static int place(List<PlannedField> fields, String id) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
    }

    /**
     * The column whose ranks a field is drawn with: where both volumes are as asked, who has the
     * larger one has both larger, or a second would outdo the breath.
     */
    public String ranks(PlannedField field) {
        return computed == ratio && field.id().equals("fvc") ? "fev1" : field.column();
    }

    /**
     * Computes the third where it is not missing; missing if one of the others is.
     *
     * @param columns by number of the field
     * @param count of values in each
     */
    public void agree(IntFunction<double[]> columns, int count) {
        double[] second = columns.apply(fev1);
        double[] whole = columns.apply(fvc);
        double[] percent = columns.apply(ratio);
        double[] out = columns.apply(computed);
        for (int i = 0; i < count; i++) {
            double value =
                    computed == fev1
                            ? whole[i] * percent[i] / 100
                            : computed == fvc
                                    ? 100 * second[i] / percent[i]
                                    : 100 * second[i] / whole[i];
            out[i] = Double.isNaN(out[i]) ? Double.NaN : Formula.round(value, decimals);
        }
    }

    /** The fields, the computed one with its formula. */
    static void tell(List<PlannedField> fields, CohortSpec spec) {
        of(fields, spec).ifPresent(s -> fields.set(s.computed(), s.told(fields.get(s.computed()))));
    }

    private PlannedField told(PlannedField field) {
        String how =
                computed == fev1
                        ? "FVC times FEV1/FVC"
                        : computed == fvc ? "FEV1 by FEV1/FVC" : "FEV1 by FVC";
        Provenance p = field.provenance();
        return field.withProvenance(
                new Provenance(
                        how + ", so that the three agree",
                        p.population(),
                        p.period(),
                        p.sources(),
                        p.confidence(),
                        computed == ratio
                                ? "that who has the larger FEV1 has the larger FVC"
                                : "that the two it follows from are independent of each other",
                        false));
    }
}
