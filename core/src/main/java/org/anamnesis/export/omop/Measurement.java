package org.anamnesis.export.omop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.Codes;
import org.anamnesis.export.Column;
import org.anamnesis.export.ReferenceLimits;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.anamnesis.export.VisitNumbers;

/**
 * {@code measurement}: one row a value that OHDSI files there, and each whose concept id is not
 * known. A coded answer stands by name in the source value.
 */
final class Measurement implements RowMaker {
    private static final int ID = CdmTable.FIRST;
    private static final int PERSON = ID + 1;
    private static final int CONCEPT = ID + 2;
    private static final int DATE = ID + 3;
    private static final int VALUE = ID + 4;
    private static final int UNIT = ID + 5;
    private static final int LOW = ID + 6;
    private static final int HIGH = ID + 7;
    private static final int VISIT = ID + 8;
    private static final int WHAT = ID + 9;
    private static final int ANSWER = ID + 10;

    private final TableSchema schema;
    private final VisitNumbers visits = new VisitNumbers();
    private final Serial serial = new Serial();
    private final List<Field> fields;
    private final boolean[] elsewhere;
    private final double[] concepts;
    private final double[] units;
    private final double[] low;
    private final double[] high;
    private final int[] firstAnswer;
    private final boolean[] tests;
    private final double[] testConcepts;

    Measurement(CohortHeader header, Catalog catalog, Meanings meanings, int type) {
        fields = header.described();
        elsewhere = meanings.observations(Field.Role.OBSERVATION, CodeSystem.LOINC);
        concepts = meanings.of(Field.Role.OBSERVATION, CodeSystem.LOINC);
        units = meanings.units();
        low = ReferenceLimits.low(fields, catalog);
        high = ReferenceLimits.high(fields, catalog);
        firstAnswer = new int[fields.size()];
        List<String> answers = new ArrayList<>();
        for (int k = 0; k < fields.size(); k++) {
            firstAnswer[k] = answers.size();
            answers.addAll(fields.get(k).levels());
        }
        tests = meanings.in("Measurement", RecordConcepts.PROCEDURES);
        testConcepts = meanings.of(RecordConcepts.PROCEDURES);
        var decimals = new Column.Mixed(WHAT, named(Field::decimals, p -> 0));
        schema =
                new CdmTable("measurement")
                        .number("measurement_id", ID)
                        .number("person_id", PERSON)
                        .number("measurement_concept_id", CONCEPT)
                        .day("measurement_date", DATE)
                        .constant("measurement_type_concept_id", type)
                        .value("value_as_number", VALUE, decimals)
                        .number("unit_concept_id", UNIT)
                        .value("range_low", LOW, decimals)
                        .value("range_high", HIGH, decimals)
                        .constant("provider_id", 1)
                        .number("visit_occurrence_id", VISIT)
                        .text(
                                "measurement_source_value",
                                WHAT,
                                named(Measurement::code, RecordConcept::codeOrId))
                        .number("measurement_source_concept_id", CONCEPT)
                        .text("unit_source_value", WHAT, named(Field::unit, p -> ""))
                        .number("unit_source_concept_id", UNIT)
                        .text("value_source_value", ANSWER, answers)
                        .schema();
    }

    /** A property of each field, and then of each procedure. */
    private <T> List<T> named(Function<Field, T> ofFields, Function<RecordConcept, T> ofTests) {
        return Stream.concat(
                        fields.stream().map(ofFields),
                        RecordConcepts.PROCEDURES.stream().map(ofTests))
                .toList();
    }

    /** LOINC; else our own id. */
    static String code(Field field) {
        String loinc = Codes.verified(field.concept(), CodeSystem.LOINC);
        return loinc.isEmpty() ? field.id() : loinc;
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        visits.next(block);
        serial.next(block);
        Events events = block.record().observations();
        CdmTable.clear(rows, events.count() + block.record().procedures().count());
        int row = 0;
        for (int e = 0; e < events.count(); e++) {
            int k = events.what(e);
            if (!elsewhere[k]) {
                boolean coded = fields.get(k).isCategory();
                double value = events.value(e);
                rows.vector(ID)[row] = serial.next();
                rows.vector(PERSON)[row] = block.first() + events.patient(e) + 1;
                rows.vector(CONCEPT)[row] = concepts[k];
                rows.vector(DATE)[row] = events.start(e);
                rows.vector(VALUE)[row] = coded ? Double.NaN : value;
                rows.vector(UNIT)[row] = units[k];
                rows.vector(LOW)[row] = low[k];
                rows.vector(HIGH)[row] = high[k];
                rows.vector(VISIT)[row] = visits.within(events, e, events.start(e));
                rows.vector(WHAT)[row] = k;
                rows.vector(ANSWER)[row] = coded ? firstAnswer[k] + value : Double.NaN;
                row++;
            }
        }
        rows.fill(tests(block, rows, row));
    }

    /** Tests of which only is known that they were done. */
    private int tests(PatientBlock block, Rows rows, int from) {
        Events events = block.record().procedures();
        int row = from;
        for (int e = 0; e < events.count(); e++) {
            int k = events.what(e);
            if (tests[k]) {
                rows.vector(ID)[row] = serial.next();
                rows.vector(PERSON)[row] = block.first() + events.patient(e) + 1;
                rows.vector(CONCEPT)[row] = testConcepts[k];
                rows.vector(DATE)[row] = events.start(e);
                for (int empty : new int[] {VALUE, UNIT, LOW, HIGH, ANSWER}) {
                    rows.vector(empty)[row] = Double.NaN;
                }
                rows.vector(VISIT)[row] = visits.id(visits.of(events, e));
                rows.vector(WHAT)[row] = fields.size() + k;
                row++;
            }
        }
        return row;
    }
}
