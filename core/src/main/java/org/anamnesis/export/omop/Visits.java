package org.anamnesis.export.omop;

import java.util.Arrays;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;

/** The visits of a block with their running numbers, which are their ids in every table. */
final class Visits {
    private long before;
    private long inBlock;
    private Events visits = new Events();
    private int[] firstOf = new int[PatientBlock.CAPACITY];

    /** Goes on to the next block. */
    void next(PatientBlock block) {
        before = block.first() == 0 ? 0 : before + inBlock;
        visits = block.record().visits();
        inBlock = visits.count();
        Arrays.fill(firstOf, -1);
        for (int v = visits.count() - 1; v >= 0; v--) {
            firstOf[visits.patient(v)] = v;
        }
    }

    /** Running number, from 1, of the visit at this position of the block. */
    long id(int visit) {
        return before + visit + 1;
    }

    /** Position in the block of the visit at which something happened. */
    int of(Events events, int event) {
        return firstOf[events.patient(event)] + events.visit(event);
    }

    /** Day on which the visit of an event began. */
    int day(Events events, int event) {
        return visits.start(of(events, event));
    }

    /** The id of the visit of an event, missing if the event lies outside its days. */
    double within(Events events, int event, int day) {
        int v = of(events, event);
        return day >= visits.start(v) && day <= visits.end(v) ? id(v) : Double.NaN;
    }
}
