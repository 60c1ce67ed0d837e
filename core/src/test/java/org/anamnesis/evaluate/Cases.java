package org.anamnesis.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** Small cohorts written down by hand, for tests. */
public final class Cases {
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    public Cases with(Field field, double... values) {
        fields.add(field);
        columns.put(field.id(), values);
        return this;
    }

    public static Field number(String id, Field.Role role, String unit, int decimals) {
        return new Field(
                id + "_x",
                id,
                id.toUpperCase(java.util.Locale.ROOT),
                role,
                unit,
                decimals,
                List.of(),
                Optional.empty(),
                true,
                Provenance.of(
                        "Redrawn by conditional trees.", "", "2011-Mar2020", List.of("nhanes")));
    }

    public static Field observation(String id, String unit, int decimals) {
        return number(id, Field.Role.OBSERVATION, unit, decimals);
    }

    public static Field category(String id, Field.Role role, String... levels) {
        return new Field(
                id,
                id,
                id,
                role,
                "",
                0,
                List.of(levels),
                Optional.empty(),
                true,
                Provenance.of(
                        "Redrawn by conditional trees.", "", "2011-Mar2020", List.of("nhanes")));
    }

    public int rows() {
        return columns.values().iterator().next().length;
    }

    public CohortHeader header() {
        return new CohortHeader(rows(), fields, LocalDate.of(2020, 3, 1), 1);
    }

    /** The same people as a table with these weights. */
    public Table table(double... weights) {
        List<Variable> variables = new ArrayList<>();
        for (Field f : fields) {
            variables.add(new Variable(f.id(), f.unit(), f.decimals(), f.levels()));
        }
        return new Table(variables, columns.values().toArray(double[][]::new), weights);
    }

    public Table table() {
        double[] ones = new double[rows()];
        Arrays.fill(ones, 1);
        return table(ones);
    }

    /** Every block of these people to a summary. */
    public CohortSummary summary(CohortSpec spec, Background background) {
        CohortSummary summary = new CohortSummary(spec, header(), background);
        PatientBlock block = new PatientBlock(fields.size());
        double[][] all = columns.values().toArray(double[][]::new);
        for (int first = 0; first < rows(); first += PatientBlock.CAPACITY) {
            int count = Math.min(PatientBlock.CAPACITY, rows() - first);
            block.reset(first, count);
            for (int k = 0; k < all.length; k++) {
                System.arraycopy(all[k], first, block.column(k), 0, count);
            }
            summary.accept(block);
        }
        return summary;
    }

    public Evaluation evaluate(CohortSpec spec, Background background) {
        return Evaluator.evaluate(
                spec, header(), summary(spec, background), background, Reality.UNKNOWN);
    }

    /** Evaluated against the same people. */
    public Evaluation evaluate(CohortSpec spec) {
        return evaluate(spec, background(table()));
    }

    public CohortSpec spec() {
        int observations =
                (int) fields.stream().filter(f -> f.role() == Field.Role.OBSERVATION).count();
        return CohortSpec.DEFAULT
                .withCount(rows())
                .withObservations(ObservationChoice.important(observations));
    }

    public static Background background(Table reference, Measurand... measurands) {
        Map<String, Measurand> byId = new LinkedHashMap<>();
        for (Measurand m : measurands) {
            byId.put(m.id(), m);
        }
        return new Background(reference, Optional.empty(), Optional.empty(), byId);
    }

    public static Measurand measurand(
            String id, String unit, int decimals, double low, double high) {
        return new Measurand(
                id,
                id,
                unit,
                id,
                decimals,
                Optional.of(new QuantityRange(low, high, unit)),
                "",
                Optional.of(new QuantityRange(low / 4, high * 4, unit)),
                List.of());
    }
}
