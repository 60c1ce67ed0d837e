package org.anamnesis.export;

import java.util.List;
import java.util.function.Function;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;

/** {@code procedures}: one row a thing done, at the visit where it was. */
final class ProceduresTable implements RowMaker {
    private final TableSchema schema;
    private final ConditionFields conditions;
    private final VisitNumbers numbers = new VisitNumbers();

    ProceduresTable(CohortHeader header) {
        conditions = new ConditionFields(header);
        List<RecordConcept> all = RecordConcepts.PROCEDURES;
        schema =
                new TableSchema(
                        "procedures",
                        "What was done, with the encounter where it was",
                        List.of(
                                Ids.patient(header, 0),
                                Ids.encounter(header, 3, true),
                                Ids.day("date", "Date of the procedure", 2, true),
                                text("procedure", "Procedure id", all, RecordConcept::id),
                                text("snomed_code", "SNOMED CT", all, RecordConcept::code),
                                text("display", "Procedure", all, RecordConcept::name),
                                new Column(
                                        "reason_condition",
                                        "Condition id that was the reason",
                                        "",
                                        conditions.ids(),
                                        4,
                                        false)));
    }

    /** A column that shows one property of what the row is about. */
    static Column text(
            String name,
            String label,
            List<RecordConcept> of,
            Function<RecordConcept, String> text) {
        var kind = new Column.Level(of.stream().map(text).toList());
        return new Column(name, label, "", kind, 1, !kind.names().contains(""));
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        numbers.next(block);
        Events events = block.record().procedures();
        rows.clear(Math.max(1, events.count()));
        for (int e = 0; e < events.count(); e++) {
            rows.vector(0)[e] = block.first() + events.patient(e) + 1;
            rows.vector(1)[e] = events.what(e);
            rows.vector(2)[e] = events.start(e);
            rows.vector(3)[e] = numbers.id(numbers.of(events, e));
            rows.vector(4)[e] = conditions.number(events.value(e));
        }
        rows.fill(events.count());
    }
}
