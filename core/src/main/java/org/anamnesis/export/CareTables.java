package org.anamnesis.export;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.RecordBlock;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;

/** The tables of what was done with patients and asked of them, each at the visit where it was. */
final class CareTables {
    /** Tobacco smoking status, LOINC. */
    private static final String SMOKING = "72166-2";

    private CareTables() {}

    /** {@code procedures}: one row a thing done. */
    static RowMaker procedures(CohortHeader header) {
        var conditions = new ConditionFields(header);
        List<RecordConcept> all = RecordConcepts.PROCEDURES;
        return new EventTable(
                new TableSchema(
                        "procedures",
                        "What was done, with the encounter where it was",
                        List.of(
                                EventTable.patient(header),
                                EventTable.encounter(header),
                                Ids.day("date", "Date of the procedure", EventTable.DAY, true),
                                text("procedure", "Procedure id", all, RecordConcept::id),
                                text("snomed_code", "SNOMED CT", all, RecordConcept::code),
                                text("display", "Procedure", all, RecordConcept::name),
                                new Column(
                                        "reason_condition",
                                        "Condition id that was the reason",
                                        "",
                                        conditions.ids(),
                                        EventTable.FURTHER,
                                        false))),
                RecordBlock::procedures,
                Events::what,
                List.of((events, e) -> conditions.number(events.value(e))));
    }

    /** {@code immunizations}: one row a dose. */
    static RowMaker immunizations(CohortHeader header) {
        List<RecordConcept> all = RecordConcepts.VACCINES;
        return new EventTable(
                new TableSchema(
                        "immunizations",
                        "Vaccines given, with the encounter where they were",
                        List.of(
                                EventTable.patient(header),
                                EventTable.encounter(header),
                                Ids.day("date", "Date of the dose", EventTable.DAY, true),
                                text("vaccine", "Vaccine id", all, RecordConcept::id),
                                text("cvx_code", "CVX", all, RecordConcept::code),
                                text("display", "Vaccine", all, RecordConcept::name))),
                RecordBlock::immunizations,
                Events::what,
                List.of());
    }

    /** {@code allergies}: one row an allergy, or one that none is known, when it was recorded. */
    static RowMaker allergies(CohortHeader header) {
        List<RecordConcept> all = RecordConcepts.ALLERGENS;
        return new EventTable(
                new TableSchema(
                        "allergies",
                        "Allergies, with the encounter that put them on record",
                        List.of(
                                EventTable.patient(header),
                                EventTable.encounter(header),
                                Ids.day("recorded_date", "Date of record", EventTable.DAY, true),
                                text("allergen", "Allergen id", all, RecordConcept::id),
                                text("snomed_code", "SNOMED CT", all, RecordConcept::code),
                                text("display", "Allergen", all, RecordConcept::name))),
                RecordBlock::allergies,
                Events::what,
                List.of());
    }

    /** {@code social_history}: one row an answer about smoking. */
    static RowMaker socialHistory(CohortHeader header) {
        int smoking = header.indexOf("smoking");
        List<String> answers = smoking < 0 ? List.of() : header.fields().get(smoking).levels();
        List<String> codes = Collections.nCopies(answers.size(), SMOKING);
        return new EventTable(
                new TableSchema(
                        "social_history",
                        "Smoking as it was asked over the years",
                        List.of(
                                EventTable.patient(header),
                                EventTable.encounter(header),
                                Ids.day("date", "Date of the answer", EventTable.DAY, true),
                                text("loinc_code", "LOINC", codes, true),
                                text("smoking_status", "Smoking status", answers, true),
                                Ids.day(
                                        "quit_date",
                                        "Day on which smoking ended",
                                        EventTable.FURTHER,
                                        false))),
                RecordBlock::habits,
                Events::value,
                List.of((events, e) -> Ids.day(events.end(e))));
    }

    /** A column that shows one property of what the row is about. */
    private static Column text(
            String name,
            String label,
            List<RecordConcept> of,
            Function<RecordConcept, String> text) {
        List<String> texts = of.stream().map(text).toList();
        return text(name, label, texts, !texts.contains(""));
    }

    private static Column text(String name, String label, List<String> texts, boolean required) {
        return new Column(name, label, "", new Column.Level(texts), EventTable.WHAT, required);
    }
}
