package org.anamnesis.generate.course;

import java.util.List;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.Events;
import org.anamnesis.generate.course.hazard.Factor;
import org.anamnesis.generate.course.hazard.RiskFactors;

/**
 * Which events of UKPDS Outcomes Model 2 a patient has had by a day, and which within the last
 * year.
 */
final class Had {
    /** One event. */
    private record Event(int field, Factor before, Factor now) {}

    private final List<Event> events;

    Had(Complications.Places cohort) {
        events =
                List.of(
                        // of heart failure in its year the equations of death know nothing
                        new Event(
                                cohort.condition("heart-failure"),
                                Factor.HAD_HEART_FAILURE,
                                Factor.HAD_HEART_FAILURE),
                        new Event(
                                cohort.condition("coronary-artery-disease"),
                                Factor.HAD_ISCHAEMIA,
                                Factor.NOW_ISCHAEMIA),
                        new Event(cohort.condition("stroke"), Factor.HAD_STROKE, Factor.NOW_STROKE),
                        event(
                                cohort,
                                RecordOnly.INFARCTION,
                                Factor.HAD_INFARCTION,
                                Factor.NOW_INFARCTION),
                        event(
                                cohort,
                                RecordOnly.AMPUTATION,
                                Factor.HAD_AMPUTATION,
                                Factor.NOW_AMPUTATION),
                        event(
                                cohort,
                                RecordOnly.KIDNEY_FAILURE,
                                Factor.HAD_RENAL_FAILURE,
                                Factor.NOW_RENAL_FAILURE),
                        event(
                                cohort,
                                RecordOnly.SECOND_INFARCTION,
                                Factor.HAD_INFARCTION,
                                Factor.NOW_INFARCTION),
                        event(
                                cohort,
                                RecordOnly.SECOND_STROKE,
                                Factor.HAD_STROKE,
                                Factor.NOW_STROKE),
                        event(
                                cohort,
                                RecordOnly.SECOND_AMPUTATION,
                                Factor.HAD_AMPUTATION,
                                Factor.NOW_SECOND_AMPUTATION));
    }

    private static Event event(Complications.Places cohort, String id, Factor before, Factor now) {
        return new Event(cohort.described(id), before, now);
    }

    /** Sets what had happened by a day; whether that is anything. */
    boolean by(int day, int[] onset, RiskFactors x) {
        events.forEach(e -> x.set(e.before, false));
        boolean any = false;
        for (Event e : events) {
            if (e.field >= 0 && onset[e.field] != Events.NO_DAY && onset[e.field] <= day) {
                x.set(e.before, true);
                any = true;
            }
        }
        return any;
    }

    /**
     * Sets the events that came after a day and not after another.
     *
     * @return the day of the last of them, {@link Events#NO_DAY} if there is none
     */
    int between(int after, int until, int[] onset, RiskFactors x) {
        events.stream().filter(e -> e.now != e.before).forEach(e -> x.set(e.now, false));
        int last = Events.NO_DAY;
        for (Event e : events) {
            int day = e.field < 0 ? Events.NO_DAY : onset[e.field];
            if (e.now != e.before && day != Events.NO_DAY && day > after && day <= until) {
                x.set(e.now, true);
                last = Math.max(last, day);
            }
        }
        return last;
    }
}
