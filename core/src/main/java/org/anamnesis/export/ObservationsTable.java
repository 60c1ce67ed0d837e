package org.anamnesis.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;

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
    private static final int VISIT = 7;

    private final TableSchema schema;
    private final int[] numbers;
    private final int[] firstAnswer;
    private final double[] low;
    private final double[] high;
    private final VisitNumbers visits = new VisitNumbers();

    ObservationsTable(CohortHeader header, Catalog catalog) {
        int[] positions =
                IntStream.range(0, header.described().size())
                        .filter(k -> header.described().get(k).role() == Field.Role.OBSERVATION)
                        .toArray();
        List<Field> fields = IntStream.of(positions).mapToObj(header.described()::get).toList();
        List<String> answers = new ArrayList<>();
        firstAnswer = new int[positions.length];
        numbers = new int[header.described().size()];
        for (int o = 0; o < positions.length; o++) {
            numbers[positions[o]] = o;
            firstAnswer[o] = fields.get(o).isCategory() ? answers.size() : -1;
            answers.addAll(fields.get(o).levels());
        }
        low = ReferenceLimits.low(fields, catalog);
        high = ReferenceLimits.high(fields, catalog);
        var decimals = new Column.Mixed(WHAT, fields.stream().map(Field::decimals).toList());
        schema =
                new TableSchema(
                        "observations",
                        "Measured values, one row a value",
                        List.of(
                                Ids.patient(header, KEY),
                                Ids.encounter(header, VISIT, true),
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

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        visits.next(block);
        Events events = block.record().observations();
        rows.clear(Math.max(1, events.count()));
        for (int e = 0; e < events.count(); e++) {
            int o = numbers[events.what(e)];
            double value = events.value(e);
            rows.vector(KEY)[e] = block.first() + events.patient(e) + 1;
            rows.vector(VISIT)[e] = visits.id(visits.of(events, e));
            rows.vector(WHAT)[e] = o;
            rows.vector(DATE)[e] = events.start(e);
            rows.vector(VALUE)[e] = firstAnswer[o] < 0 ? value : Double.NaN;
            rows.vector(ANSWER)[e] = firstAnswer[o] < 0 ? Double.NaN : firstAnswer[o] + value;
            rows.vector(LOW)[e] = low[o];
            rows.vector(HIGH)[e] = high[o];
        }
        rows.fill(events.count());
    }
}
