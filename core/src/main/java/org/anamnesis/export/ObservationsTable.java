package org.anamnesis.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.IndexVisit;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.QuantityRange;

/**
 * {@code observations}: one row a value that is not missing. A coded answer stands by name in
 * {@code value_text}, a number in {@code value}; the reference range is that of healthy adults.
 */
final class ObservationsTable implements RowMaker {
    private static final int KEY = 0;
    private static final int WHAT = 1;
    private static final int DATE = 2;
    private static final int VALUE = 3;
    private static final int ANSWER = 4;
    private static final int LOW = 5;
    private static final int HIGH = 6;

    private final TableSchema schema;
    private final IndexVisit visit;
    private final int[] positions;
    private final int[] firstAnswer;
    private final double[] low;
    private final double[] high;

    ObservationsTable(CohortHeader header, Catalog catalog) {
        visit = new IndexVisit(header);
        positions =
                IntStream.range(0, header.fields().size())
                        .filter(k -> header.fields().get(k).role() == Field.Role.OBSERVATION)
                        .toArray();
        List<Field> fields = IntStream.of(positions).mapToObj(header.fields()::get).toList();
        List<String> answers = new ArrayList<>();
        firstAnswer = new int[positions.length];
        for (int o = 0; o < positions.length; o++) {
            firstAnswer[o] = fields.get(o).isCategory() ? answers.size() : -1;
            answers.addAll(fields.get(o).levels());
        }
        low = limits(fields, catalog, QuantityRange::low);
        high = limits(fields, catalog, QuantityRange::high);
        var decimals = new Column.Mixed(WHAT, fields.stream().map(Field::decimals).toList());
        schema =
                new TableSchema(
                        "observations",
                        "Measured values at the index encounter",
                        List.of(
                                Ids.patient(header, KEY),
                                Ids.encounter(header, KEY),
                                Ids.day("date", "Date of the observation", DATE, true),
                                what("observation", "Observation id", true, fields, Field::id),
                                what(
                                        "loinc_code",
                                        "LOINC",
                                        false,
                                        fields,
                                        f -> Codes.verified(f.concept(), CodeSystem.LOINC)),
                                what(
                                        "display",
                                        "Observation",
                                        true,
                                        fields,
                                        f -> f.concept().map(Concept::name).orElse(f.label())),
                                new Column("value", "Value", "", decimals, VALUE, false),
                                new Column(
                                        "value_text",
                                        "Coded answer",
                                        "",
                                        new Column.Level(answers),
                                        ANSWER,
                                        false),
                                what("unit", "Unit (UCUM)", false, fields, Field::unit),
                                new Column(
                                        "reference_low",
                                        "Reference, low",
                                        "",
                                        decimals,
                                        LOW,
                                        false),
                                new Column(
                                        "reference_high",
                                        "Reference, high",
                                        "",
                                        decimals,
                                        HIGH,
                                        false)));
    }

    private static Column what(
            String name,
            String label,
            boolean required,
            List<Field> fields,
            Function<Field, String> text) {
        var kind = new Column.Level(fields.stream().map(text).toList());
        return new Column(name, label, "", kind, WHAT, required);
    }

    /** Only where the catalogue states the range in the field's own unit. */
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

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        rows.clear(PatientBlock.CAPACITY * Math.max(1, positions.length));
        double[] key = rows.vector(KEY);
        double[] what = rows.vector(WHAT);
        double[] value = rows.vector(VALUE);
        double[] answer = rows.vector(ANSWER);
        double[] date = rows.vector(DATE);
        int row = 0;
        for (int p = 0; p < block.count(); p++) {
            long patient = block.first() + p;
            int begin = row;
            for (int o = 0; o < positions.length; o++) {
                double v = block.column(positions[o])[p];
                if (!Double.isNaN(v)) {
                    key[row] = patient + 1;
                    what[row] = o;
                    value[row] = firstAnswer[o] < 0 ? v : Double.NaN;
                    answer[row] = firstAnswer[o] < 0 ? Double.NaN : firstAnswer[o] + v;
                    rows.vector(LOW)[row] = low[o];
                    rows.vector(HIGH)[row] = high[o];
                    row++;
                }
            }
            Arrays.fill(date, begin, row, (double) visit.day(patient));
        }
        rows.fill(row);
    }
}
