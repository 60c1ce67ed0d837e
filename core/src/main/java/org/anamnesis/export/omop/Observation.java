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
import org.anamnesis.cohort.RecordBlock;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.export.Column;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.anamnesis.export.VisitNumbers;

/**
 * {@code observation}: what OHDSI files there: scores, findings that are no disease, whether the
 * patient smokes, and allergies.
 */
final class Observation implements RowMaker {
    private static final int ID = CdmTable.FIRST;
    private static final int PERSON = ID + 1;
    private static final int CONCEPT = ID + 2;
    private static final int DATE = ID + 3;
    private static final int VALUE = ID + 4;
    private static final int UNIT = ID + 5;
    private static final int VISIT = ID + 6;
    private static final int WHAT = ID + 7;
    private static final int ANSWER = ID + 8;

    /** Tobacco smoking status, LOINC. */
    private static final String SMOKING = "72166-2";

    private final TableSchema schema;
    private final VisitNumbers visits = new VisitNumbers();
    private final Serial serial = new Serial();
    private final List<Field> fields;
    private final int smoking;
    private final double smokingConcept;
    private final boolean[] measured;
    private final double[] measuredConcepts;
    private final boolean[] diagnosed;
    private final double[] diagnosedConcepts;
    private final double[] units;
    private final int[] firstAnswer;
    private final double[] allergens;
    private Rows rows;
    private int row;

    Observation(CohortHeader header, Meanings meanings, int type) {
        fields = header.described();
        smoking = habit(header);
        smokingConcept = meanings.id("LOINC", SMOKING);
        measured = meanings.observations(Field.Role.OBSERVATION, CodeSystem.LOINC);
        measuredConcepts = meanings.of(Field.Role.OBSERVATION, CodeSystem.LOINC);
        diagnosed = meanings.observations(Field.Role.CONDITION, CodeSystem.SNOMED_CT);
        diagnosedConcepts = meanings.of(Field.Role.CONDITION, CodeSystem.SNOMED_CT);
        units = meanings.units();
        firstAnswer = new int[fields.size()];
        List<String> answers = new ArrayList<>();
        for (int k = 0; k < fields.size(); k++) {
            firstAnswer[k] = answers.size();
            answers.addAll(fields.get(k).levels());
        }
        allergens = meanings.of(RecordConcepts.ALLERGENS);
        var decimals = new Column.Mixed(WHAT, named(Field::decimals, a -> 0));
        schema =
                new CdmTable("observation")
                        .number("observation_id", ID)
                        .number("person_id", PERSON)
                        .number("observation_concept_id", CONCEPT)
                        .day("observation_date", DATE)
                        .constant("observation_type_concept_id", type)
                        .value("value_as_number", VALUE, decimals)
                        .text("value_as_string", ANSWER, answers)
                        .number("unit_concept_id", UNIT)
                        .constant("provider_id", 1)
                        .number("visit_occurrence_id", VISIT)
                        .text(
                                "observation_source_value",
                                WHAT,
                                named(Observation::code, RecordConcept::codeOrId))
                        .number("observation_source_concept_id", CONCEPT)
                        .text("unit_source_value", WHAT, named(Field::unit, a -> ""))
                        .text("value_source_value", ANSWER, answers)
                        .schema();
    }

    /** A property of each field, and then of what one can be allergic to. */
    private <T> List<T> named(Function<Field, T> ofFields, Function<RecordConcept, T> ofOthers) {
        return Stream.concat(
                        fields.stream().map(ofFields),
                        RecordConcepts.ALLERGENS.stream().map(ofOthers))
                .toList();
    }

    /** Position of the smoking status that everyone has, or −1. */
    private static int habit(CohortHeader header) {
        int k = header.indexOf("smoking");
        return k >= 0 && header.fields().get(k).role() == Field.Role.DEMOGRAPHIC ? k : -1;
    }

    private static String code(Field field) {
        return switch (field.role()) {
            case CONDITION -> ConditionOccurrence.code(field);
            case DEMOGRAPHIC -> field.id().equals("smoking") ? SMOKING : field.id();
            case OBSERVATION, DURATION, MEDICATION -> Measurement.code(field);
        };
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows into) {
        rows = into;
        row = 0;
        visits.next(block);
        serial.next(block);
        RecordBlock record = block.record();
        CdmTable.clear(
                rows,
                record.habits().count()
                        + record.observations().count()
                        + record.conditions().count()
                        + record.allergies().count());
        smoking(block, record.habits());
        events(block, record.observations(), measured, measuredConcepts, true);
        events(block, record.conditions(), diagnosed, diagnosedConcepts, false);
        Events allergies = record.allergies();
        for (int e = 0; e < allergies.count(); e++) {
            int k = allergies.what(e);
            double visit = visits.id(visits.of(allergies, e));
            int patient = allergies.patient(e);
            put(block, patient, fields.size() + k, allergens[k], allergies.start(e), visit);
        }
        rows.fill(row);
    }

    private void smoking(PatientBlock block, Events habits) {
        for (int h = 0; h < habits.count(); h++) {
            double visit = visits.id(visits.of(habits, h));
            put(block, habits.patient(h), smoking, smokingConcept, habits.start(h), visit);
            rows.vector(ANSWER)[row - 1] = firstAnswer[smoking] + habits.value(h);
        }
    }

    private void events(
            PatientBlock block, Events events, boolean[] here, double[] concepts, boolean values) {
        for (int e = 0; e < events.count(); e++) {
            int k = events.what(e);
            if (here[k]) {
                int day =
                        events.start(e) == Events.NO_DAY ? visits.day(events, e) : events.start(e);
                double visit = visits.within(events, e, day);
                put(block, events.patient(e), k, concepts[k], day, visit);
                if (values && fields.get(k).isCategory()) {
                    rows.vector(ANSWER)[row - 1] = firstAnswer[k] + events.value(e);
                } else if (values) {
                    rows.vector(VALUE)[row - 1] = events.value(e);
                    rows.vector(UNIT)[row - 1] = units[k];
                }
            }
        }
    }

    private void put(PatientBlock block, int p, int k, double concept, int day, double visit) {
        rows.vector(ID)[row] = serial.next();
        rows.vector(PERSON)[row] = block.first() + p + 1;
        rows.vector(CONCEPT)[row] = concept;
        rows.vector(DATE)[row] = day;
        rows.vector(VALUE)[row] = Double.NaN;
        rows.vector(UNIT)[row] = Double.NaN;
        rows.vector(VISIT)[row] = visit;
        rows.vector(WHAT)[row] = k;
        rows.vector(ANSWER)[row] = Double.NaN;
        row++;
    }
}
