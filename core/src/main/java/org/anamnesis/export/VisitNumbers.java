package org.anamnesis.export;

import java.util.Arrays;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;

/**
 * The visits of the blocks of a cohort with their running numbers, which are their ids in every
 * table. Each table counts for itself, block after block.
 */
public final class VisitNumbers {
    private long before;
    private long inBlock;
    private Events visits = new Events();
    private final int[] firstOf = new int[PatientBlock.CAPACITY];
    private final int[] lastOf = new int[PatientBlock.CAPACITY];

    /** Goes on to the next block. */
    public void next(PatientBlock block) {
        before = block.first() == 0 ? 0 : before + inBlock;
        visits = block.record().visits();
        inBlock = visits.count();
        Arrays.fill(firstOf, -1);
        for (int v = visits.count() - 1; v >= 0; v--) {
            firstOf[visits.patient(v)] = v;
        }
        for (int v = 0; v < visits.count(); v++) {
            lastOf[visits.patient(v)] = v;
        }
    }

    /** Running number, from 1, of the visit at this position of the block. */
    public long id(int visit) {
        return before + visit + 1;
    }

    /** Position in the block of the visit at which something happened. */
    public int of(Events events, int event) {
        return firstOf[events.patient(event)] + events.visit(event);
    }

    /** Position in the block of a patient's visit, counted from 0. */
    public int of(int patient, int visit) {
        return firstOf[patient] + visit;
    }

    /** Day on which the visit of an event began. */
    public int day(Events events, int event) {
        return visits.start(of(events, event));
    }

    /** First day of an event; of one of which only its record is known, the day of that. */
    public int firstDay(Events events, int event) {
        return events.start(event) == Events.NO_DAY ? day(events, event) : events.start(event);
    }

    /** Last day of an event; of one that goes on, the last day of which something is known. */
    public int lastDay(Events events, int event) {
        return events.end(event) == Events.NO_DAY
                ? visits.start(lastOf[events.patient(event)])
                : events.end(event);
    }

    /** The id of the visit of an event, missing if the event lies outside its days. */
    public double within(Events events, int event, int day) {
        int v = of(events, event);
        return day >= visits.start(v) && day <= visits.end(v) ? id(v) : Double.NaN;
    }
}
