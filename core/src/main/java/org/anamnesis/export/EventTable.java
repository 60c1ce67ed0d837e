package org.anamnesis.export;

import java.util.List;
import java.util.function.Function;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordBlock;

/** A table of one row an event at a visit: whose, what, on which day, at which visit. */
final class EventTable implements RowMaker {
    /** Vectors that every such table has, and the first of those it may have besides. */
    static final int WHAT = 1;

    static final int DAY = 2;
    static final int FURTHER = 4;

    private static final int PATIENT = 0;
    private static final int VISIT = 3;

    private final TableSchema schema;
    private final Function<RecordBlock, Events> events;
    private final Cell what;
    private final List<Cell> further;
    private final VisitNumbers numbers = new VisitNumbers();

    /** What an event puts into a vector. */
    @FunctionalInterface
    interface Cell {
        double of(Events events, int event);
    }

    /**
     * @param events that are the rows
     * @param what fills {@link #WHAT}
     * @param further fill the vectors from {@link #FURTHER} on
     */
    EventTable(
            TableSchema schema,
            Function<RecordBlock, Events> events,
            Cell what,
            List<Cell> further) {
        this.schema = schema;
        this.events = events;
        this.what = what;
        this.further = further;
    }

    /** The column of the patient. */
    static Column patient(CohortHeader header) {
        return Ids.patient(header, PATIENT);
    }

    /** The column of the visit. */
    static Column encounter(CohortHeader header) {
        return Ids.encounter(header, VISIT, true);
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        numbers.next(block);
        Events all = events.apply(block.record());
        rows.clear(Math.max(1, all.count()));
        for (int e = 0; e < all.count(); e++) {
            rows.vector(PATIENT)[e] = block.first() + all.patient(e) + 1;
            rows.vector(WHAT)[e] = what.of(all, e);
            rows.vector(DAY)[e] = all.start(e);
            rows.vector(VISIT)[e] = numbers.id(numbers.of(all, e));
            for (int f = 0; f < further.size(); f++) {
                rows.vector(FURTHER + f)[e] = further.get(f).of(all, e);
            }
        }
        rows.fill(all.count());
    }
}
