package org.anamnesis.export.omop;

import java.util.Arrays;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.anamnesis.export.VisitNumbers;

/**
 * {@code condition_era} and {@code drug_era}: spans of one concept in one person, joined where not
 * more than 30 days lie between (OHDSI CommonDataModel, Era derivation). What has no known concept
 * has no era; what has no end lasts one day.
 */
abstract class Eras implements RowMaker {
    /** Persistence window of the standard, days. */
    private static final int GAP = 30;

    private static final int ID = CdmTable.FIRST;
    private static final int PERSON = ID + 1;
    private static final int CONCEPT = ID + 2;
    private static final int START = ID + 3;
    private static final int END = ID + 4;
    private static final int COUNT = ID + 5;
    private static final int GAPS = ID + 6;

    /** One event as (concept, start, end), so that sorting brings those of an era together. */
    private record Span(int concept, int start, int end) implements Comparable<Span> {
        @Override
        public int compareTo(Span o) {
            int byConcept = Integer.compare(concept, o.concept);
            return byConcept != 0 ? byConcept : Integer.compare(start, o.start);
        }
    }

    private final TableSchema schema;
    private final Serial serial = new Serial();
    private final VisitNumbers visits = new VisitNumbers();

    private Eras(TableSchema schema) {
        this.schema = schema;
    }

    /** Of conditions; {@code concepts} by field. */
    static Eras ofConditions(double[] concepts) {
        CdmTable table = columns("condition_era").number("condition_occurrence_count", COUNT);
        return new Eras(table.schema()) {
            @Override
            Events events(PatientBlock block) {
                return block.record().conditions();
            }

            @Override
            int concept(Events events, int e) {
                return (int) concepts[events.what(e)];
            }

            @Override
            int lastDay(VisitNumbers visits, Events events, int e) {
                return events.end(e) == Events.NO_DAY ? visits.firstDay(events, e) : events.end(e);
            }
        };
    }

    /** Of ingredients; {@code concepts} by field and level. */
    static Eras ofDrugs(double[][] concepts) {
        CdmTable table =
                columns("drug_era").number("drug_exposure_count", COUNT).number("gap_days", GAPS);
        return new Eras(table.schema()) {
            @Override
            Events events(PatientBlock block) {
                return block.record().medications();
            }

            @Override
            int concept(Events events, int e) {
                return (int) concepts[events.what(e)][(int) events.value(e)];
            }

            @Override
            int lastDay(VisitNumbers visits, Events events, int e) {
                return visits.lastDay(events, e);
            }
        };
    }

    private static CdmTable columns(String name) {
        String concept = name.equals("drug_era") ? "drug_concept_id" : "condition_concept_id";
        return new CdmTable(name)
                .number(name + "_id", ID)
                .number("person_id", PERSON)
                .number(concept, CONCEPT)
                .day(name + "_start_date", START)
                .day(name + "_end_date", END);
    }

    abstract Events events(PatientBlock block);

    /** Concept id of an event, 0 if it has none. */
    abstract int concept(Events events, int event);

    /** Last day of which it is known that an event went on. */
    abstract int lastDay(VisitNumbers visits, Events events, int event);

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        serial.next(block);
        visits.next(block);
        Events events = events(block);
        CdmTable.clear(rows, events.count());
        Span[] spans = new Span[events.count()];
        int row = 0;
        for (int from = 0, to; from < events.count(); from = to) {
            int n = 0;
            for (to = from; sameAs(events, from, to); to++) {
                int concept = concept(events, to);
                if (concept != CdmConcept.NONE) {
                    spans[n++] = span(events, to, concept);
                }
            }
            Arrays.sort(spans, 0, n);
            row = joined(spans, n, block.first() + events.patient(from) + 1, rows, row);
        }
        rows.fill(row);
    }

    private static boolean sameAs(Events events, int from, int e) {
        return e < events.count() && events.patient(e) == events.patient(from);
    }

    private Span span(Events events, int e, int concept) {
        return new Span(concept, visits.firstDay(events, e), lastDay(visits, events, e));
    }

    private int joined(Span[] spans, int n, long person, Rows rows, int before) {
        int row = before;
        for (int from = 0, to; from < n; from = to) {
            int end = spans[from].end;
            int gaps = 0;
            for (to = from + 1; to < n && joins(spans[from], end, spans[to]); to++) {
                gaps += Math.max(0, spans[to].start - end - 1);
                end = Math.max(end, spans[to].end);
            }
            rows.vector(ID)[row] = serial.next();
            rows.vector(PERSON)[row] = person;
            rows.vector(CONCEPT)[row] = spans[from].concept;
            rows.vector(START)[row] = spans[from].start;
            rows.vector(END)[row] = end;
            rows.vector(COUNT)[row] = to - from;
            if (schema.vectors() > GAPS) {
                rows.vector(GAPS)[row] = gaps;
            }
            row++;
        }
        return row;
    }

    private static boolean joins(Span first, int end, Span next) {
        return next.concept == first.concept && next.start <= end + GAP;
    }
}
