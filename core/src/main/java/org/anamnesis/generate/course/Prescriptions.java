package org.anamnesis.generate.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.RecordBlock;

/**
 * Puts times of taking drugs on record: what began within the history begins at a visit in person;
 * what began before it is known from the first visit. Metformin is stopped when eGFR falls below 30
 * (its label in the United States) and begun again when it was measured above.
 */
final class Prescriptions {
    private static final double LEAST_EGFR = 30;

    private record Written(int visit, int field, int ingredient, int start, int end) {}

    private final Life life;
    private final Diary diary;
    private final Values values;
    private final int metformin;

    /**
     * @param metformin field of its class, −1 if nobody takes it
     */
    Prescriptions(Life life, Diary diary, Values values, int metformin) {
        this.life = life;
        this.diary = diary;
        this.values = values;
        this.metformin = metformin;
    }

    void write(Episodes episodes, RecordBlock record) {
        List<Written> all = new ArrayList<>();
        for (int e = 0; e < episodes.count(); e++) {
            if (episodes.field(e) == metformin) {
                allowed(episodes, e, all);
            } else {
                add(episodes, e, episodes.start(e), episodes.end(e), all);
            }
        }
        all.sort(Comparator.comparingInt(Written::visit));
        for (Written w : all) {
            int end = w.end() == Episodes.OPEN ? Events.NO_DAY : w.end();
            record.medications()
                    .add(life.row, w.visit(), w.field(), w.start(), end, w.ingredient());
        }
    }

    /** Cuts an episode where the kidneys forbid the drug. */
    private void allowed(Episodes episodes, int e, List<Written> all) {
        int from = episodes.start(e);
        int to = episodes.end(e);
        boolean may = true;
        for (int v = 0; v < diary.count(); v++) {
            double egfr = values.egfr(v);
            int day = diary.start(v);
            if (egfr < LEAST_EGFR && may && day <= to) {
                if (day >= from) {
                    add(episodes, e, from, day, all);
                }
                may = false;
            } else if (egfr >= LEAST_EGFR && !may && day <= to) {
                from = Math.max(from, day);
                may = true;
            }
        }
        if (may) {
            add(episodes, e, from, to, all);
        }
    }

    private void add(Episodes episodes, int e, int from, int to, List<Written> all) {
        if (to < diary.start(0)) {
            return; // over before anything was put on record
        }
        int visit = 0;
        int start = from;
        if (from >= diary.start(0)) {
            visit = diary.seenFrom(from);
            if (visit == diary.count() || diary.start(visit) >= to) {
                return; // it was over by the next visit
            }
            start = diary.start(visit);
        }
        all.add(new Written(visit, episodes.field(e), episodes.ingredient(e), start, to));
    }
}
