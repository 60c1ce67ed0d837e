package org.anamnesis.export;

import java.util.Collections;
import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;

/** {@code social_history}: one row an answer about smoking, at the visit where it was asked. */
final class SocialHistoryTable implements RowMaker {
    /** Tobacco smoking status, LOINC. */
    private static final String SMOKING = "72166-2";

    private final TableSchema schema;
    private final VisitNumbers numbers = new VisitNumbers();

    SocialHistoryTable(CohortHeader header) {
        int smoking = header.indexOf("smoking");
        List<String> answers = smoking < 0 ? List.of() : header.fields().get(smoking).levels();
        List<String> codes = Collections.nCopies(answers.size(), SMOKING);
        schema =
                new TableSchema(
                        "social_history",
                        "Smoking as it was asked over the years",
                        List.of(
                                Ids.patient(header, 0),
                                Ids.encounter(header, 3, true),
                                Ids.day("date", "Date of the answer", 2, true),
                                text("loinc_code", "LOINC", codes),
                                text("smoking_status", "Smoking status", answers),
                                Ids.day("quit_date", "Day on which smoking ended", 4, false)));
    }

    private static Column text(String name, String label, List<String> texts) {
        return new Column(name, label, "", new Column.Level(texts), 1, true);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        numbers.next(block);
        Events events = block.record().habits();
        rows.clear(Math.max(1, events.count()));
        for (int e = 0; e < events.count(); e++) {
            rows.vector(0)[e] = block.first() + events.patient(e) + 1;
            rows.vector(1)[e] = events.value(e);
            rows.vector(2)[e] = events.start(e);
            rows.vector(3)[e] = numbers.id(numbers.of(events, e));
            rows.vector(4)[e] = Ids.day(events.end(e));
        }
        rows.fill(events.count());
    }
}
