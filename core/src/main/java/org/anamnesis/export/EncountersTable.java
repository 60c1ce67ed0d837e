package org.anamnesis.export;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.VisitKind;

/** {@code encounters}: one row a visit, with the condition that was its reason. */
final class EncountersTable implements RowMaker {
    private static final List<String> CLASSES =
            VisitKind.ALL.stream().map(VisitKind::code).toList();

    private final TableSchema schema;
    private final ConditionFields conditions;
    private final VisitNumbers numbers = new VisitNumbers();

    EncountersTable(CohortHeader header) {
        conditions = new ConditionFields(header);
        List<Column> columns = new ArrayList<>();
        columns.add(Ids.encounter(header, 5, true));
        columns.add(Ids.patient(header, 0));
        // HL7 v3 ActCode, as FHIR Encounter.class: AMB = ambulatory
        columns.add(new Column("class", "Class", "", new Column.Level(CLASSES), 1, true));
        columns.add(Ids.day("start_date", "First day of the visit", 2, true));
        columns.add(Ids.day("end_date", "Last day of the visit", 4, true));
        columns.add(
                new Column(
                        "reason_condition",
                        "Reason, condition id",
                        "",
                        conditions.ids(),
                        3,
                        false));
        columns.add(new Column("reason_display", "Reason", "", conditions.names(), 3, false));
        schema = new TableSchema("encounters", "Encounters, one row a visit", columns);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        numbers.next(block);
        Events visits = block.record().visits();
        rows.clear(Math.max(1, visits.count()));
        for (int v = 0; v < visits.count(); v++) {
            rows.vector(0)[v] = block.first() + visits.patient(v) + 1;
            rows.vector(5)[v] = numbers.id(v);
            rows.vector(1)[v] = visits.what(v);
            rows.vector(2)[v] = visits.start(v);
            rows.vector(3)[v] = conditions.number(visits.value(v));
            rows.vector(4)[v] = visits.end(v);
        }
        rows.fill(visits.count());
    }
}
