package org.anamnesis.generate.care;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.code.OrderedProcedure;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.plan.Pace;
import org.anamnesis.plan.PlannedHistory;

/**
 * Procedures in a rhythm that was asked: at the index visit and at the ambulatory visit nearest to
 * each day on which they are due before it, of which there is one, for it was made for them.
 */
final class AskedProcedures {
    private static final int AMBULATORY = VisitKind.ALL.indexOf(VisitKind.AMBULATORY);

    /** Visits so many days apart from the due day are for it, or a quarter of the time between. */
    private static final int NEAR = 21;

    private static final double DAYS_PER_YEAR = Attended.DAYS_PER_YEAR;

    /**
     * One of them.
     *
     * @param what position among the procedures
     * @param sex level of the only sex that it is done of, −1 for both
     * @param reasons fields of the conditions that it is done for
     * @param smokers whether it is for those who smoke
     */
    private record Ordered(int what, Pace pace, int sex, List<Integer> reasons, boolean smokers) {}

    private record Done(int visit, Ordered what) {}

    private final PlannedHistory history;
    private final int since;
    private final List<Ordered> all = new ArrayList<>();

    AskedProcedures(PlannedHistory history, CohortHeader header) {
        this.history = history;
        since = history.since().map(header::describedIndexOf).orElse(-1);
        for (String id : ids(history)) {
            Optional<String> sex = OrderedProcedure.find(id).flatMap(OrderedProcedure::sex);
            int what = RecordConcepts.indexOf(RecordConcepts.PROCEDURES, id);
            List<Rule> usual =
                    CareTable.PROCEDURES.stream()
                            .filter(l -> l.get("procedure").equals(id))
                            .filter(l -> Rule.applies(l, header))
                            .map(l -> Rule.of(l, what, header))
                            .toList();
            all.add(
                    new Ordered(
                            what,
                            history.measured().get(id),
                            sex.map(s -> header.levelOf("sex", s)).orElse(-1),
                            usual.stream().flatMap(r -> r.reasons().stream()).distinct().toList(),
                            usual.stream().anyMatch(Rule::smokers)));
        }
    }

    private static Set<String> ids(PlannedHistory history) {
        return history.measured().keySet().stream()
                .filter(id -> OrderedProcedure.find(id).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether what is done on a day is done in a rhythm. */
    boolean covers(Attended patient, int what, int day) {
        int first = first(patient, patient.day(patient.visits() - 1));
        return all.stream().anyMatch(o -> o.what() == what && o.pace().at(day - first) > 0);
    }

    void fill(Attended patient, Events into) {
        if (patient.visits() == 0) {
            return;
        }
        int last = patient.visits() - 1;
        int index = patient.day(last);
        int span = index - first(patient, index);
        List<Done> done = new ArrayList<>();
        for (Ordered o : all) {
            if (patient.isOf(o.sex())) {
                if (o.pace().at(span) > 0) {
                    done.add(new Done(last, o));
                }
                for (double back : o.pace().back(span)) {
                    double between = DAYS_PER_YEAR / o.pace().at(span - back);
                    int day = index - (int) Math.round(back);
                    int visit = nearest(patient, day, (int) Math.min(NEAR, between / 4));
                    if (visit >= 0) {
                        done.add(new Done(visit, o));
                    }
                }
            }
        }
        done.sort(Comparator.comparingInt(Done::visit));
        done.forEach(d -> add(patient, d, into));
    }

    /** The first day of the history, as it was asked for. */
    private int first(Attended patient, int index) {
        int first = index - (int) Math.round(history.years() * DAYS_PER_YEAR);
        first = history.from().map(d -> (int) d.toEpochDay()).orElse(first);
        if (since >= 0) {
            first = Math.max(first, patient.since(since));
        }
        return patient.birth() == Events.NO_DAY ? first : Math.max(first, patient.birth());
    }

    private static int nearest(Attended patient, int day, int days) {
        int nearest = -1;
        for (int v = 0; v < patient.visits() - 1; v++) {
            int apart = Math.abs(patient.day(v) - day);
            boolean nearer = nearest < 0 || apart < Math.abs(patient.day(nearest) - day);
            if (patient.kind(v) == AMBULATORY && apart <= days && nearer) {
                nearest = v;
            }
        }
        return nearest;
    }

    private static void add(Attended patient, Done done, Events into) {
        Ordered o = done.what();
        int day = patient.day(done.visit());
        if (o.smokers() && !patient.smokes(day)) {
            return;
        }
        double reason =
                o.reasons().stream()
                        .filter(f -> patient.had(f, day))
                        .mapToDouble(f -> f)
                        .findFirst()
                        .orElse(Double.NaN);
        into.add(patient.row, done.visit(), o.what(), day, Events.NO_DAY, reason);
    }
}
