package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.code.Diagnosis;
import org.anamnesis.code.StudyKind;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.study.Finding;

/**
 * The conditions of the patients of a block, and those that what their studies were asked to show
 * adds to them: nobody has a recording with atrial flutter and a record without it.
 */
final class StudyDiagnosed {
    private final List<Field> described;
    private final int columns;
    private final PatientBlock block;
    private final List<Set<String>> had = new ArrayList<>();
    private final List<Added> added = new ArrayList<>();

    /**
     * @param visit number of the visit in the patient's record
     * @param what place of the condition among the described things
     * @param onset day, or {@link Events#NO_DAY}
     */
    private record Added(int patient, int visit, int what, int onset) {}

    StudyDiagnosed(CohortHeader header, PatientBlock block) {
        this.described = header.described();
        this.columns = header.fields().size();
        this.block = block;
        for (int i = 0; i < block.count(); i++) {
            had.add(new HashSet<>());
        }
        for (int k = 0; k < columns; k++) {
            for (int i = 0; i < block.count() && condition(k); i++) {
                if (block.column(k)[i] == 1) {
                    had.get(i).add(described.get(k).id());
                }
            }
        }
    }

    /** Ids of the conditions that the columns or a study say a patient has. */
    Set<String> of(int patient) {
        return had.get(patient);
    }

    /** The same with those that stand in the record alone. */
    List<Set<String>> recorded() {
        List<Set<String>> all = new ArrayList<>();
        had.forEach(h -> all.add(new HashSet<>(h)));
        Events events = block.record().conditions();
        for (int e = 0; e < events.count(); e++) {
            all.get(events.patient(e)).add(described.get(events.what(e)).id());
        }
        return all;
    }

    /**
     * Adds what asked findings make of a patient who does not have it.
     *
     * @param recorded ids of the conditions on record, to be added to
     * @param visit place of the visit of the study among those of the block
     */
    void add(int patient, StudyKind kind, List<Finding> asked, Set<String> recorded, int visit) {
        for (Finding shown : asked) {
            kind.finding(shown.id())
                    .flatMap(StudyKind.Shown::diagnosis)
                    .ifPresent(d -> add(patient, d, recorded, visit));
        }
    }

    private void add(int patient, Diagnosis made, Set<String> recorded, int visit) {
        String id = made.id().orElse("");
        if (id.isEmpty() || !recorded.add(id)) {
            return;
        }
        int what = place(id);
        if (what < columns) {
            block.column(what)[patient] = 1;
        }
        had.get(patient).add(id);
        Events visits = block.record().visits();
        int onset = made.sudden() ? visits.start(visit) : Events.NO_DAY;
        added.add(new Added(patient, visits.visit(visit), what, onset));
    }

    /** Writes the conditions that were added. */
    void write() {
        var events = new Events();
        added.stream()
                .sorted(Comparator.comparingInt(Added::patient))
                .forEach(
                        a ->
                                events.add(
                                        a.patient(),
                                        a.visit(),
                                        a.what(),
                                        a.onset(),
                                        Events.NO_DAY,
                                        Double.NaN));
        block.record().conditions().merge(events);
    }

    private int place(String id) {
        return IntStream.range(0, described.size())
                .filter(k -> condition(k) && described.get(k).id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean condition(int k) {
        return described.get(k).role() == Field.Role.CONDITION;
    }
}
