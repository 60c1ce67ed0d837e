package org.anamnesis.generate.course;

import static org.anamnesis.plan.ContactBounds.Kind.EMERGENCY;
import static org.anamnesis.plan.ContactBounds.Kind.HOSPITAL;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.OrderedProcedure;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.plan.Pace;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.random.SeedTree;

/**
 * When and where a patient is seen. Planned visits come first and stay where they are; stays in
 * hospital, emergency visits and unplanned ones take the days that are left.
 */
final class Visiting {
    /** Who has a condition is looked at twice a year, others once; an assumption. */
    private static final double CHECKS_WITH_CONDITION = 2;

    private static final double CHECKS = 1;

    /** A planned visit is so many days early or late at most, or a sixth of the time between. */
    private static final int LATE = 10;

    /**
     * Ages in months at which small children are looked at: Bright Futures, periodicity schedule of
     * the American Academy of Pediatrics; later once a year. That all of them come is an
     * assumption.
     */
    private static final int[] WELL_CHILD = {1, 2, 4, 6, 9, 12, 15, 18, 24, 30};

    /** An event is put off so many days at most where its day is taken. */
    private static final int LATER = 14;

    /** A stay that meets a planned visit is put off so often before it is given up. */
    private static final int ATTEMPTS = 5;

    private final Pace pace;
    private final double often;
    private final List<Measured> measured;
    private final CountedContacts counted;
    private final double missed;
    private final PlannedHistory.Without without;
    private final Draws misses;
    private final Draws planned;
    private final Draws wellChild;
    private final Draws acute;
    private final Draws stays;
    private final Draws emergencies;
    private final Draws unplanned;

    /**
     * @param missed share of the planned visits that nobody comes to
     */
    Visiting(PlannedHistory asked, long patients, double missed, SeedTree seeds) {
        pace = asked.visits();
        often = asked.often();
        measured =
                asked.measured().entrySet().stream()
                        .map(Measured::of)
                        .distinct()
                        .sorted(Comparator.comparing((Measured m) -> -m.pace().most()))
                        .toList();
        counted = new CountedContacts(asked, patients, seeds);
        this.missed = missed;
        without = asked.without();
        misses = new Draws(seeds, "missed");
        planned = new Draws(seeds, "planned");
        wellChild = new Draws(seeds, "well child");
        acute = new Draws(seeds, "acute");
        stays = new Draws(seeds, "stays");
        emergencies = new Draws(seeds, "emergencies");
        unplanned = new Draws(seeds, "unplanned");
    }

    /**
     * Something that is measured or done in a rhythm.
     *
     * @param sex of whom alone, if of one
     */
    private record Measured(Pace pace, Optional<String> sex) {
        private static Measured of(Map.Entry<String, Pace> asked) {
            Optional<OrderedProcedure> done = OrderedProcedure.find(asked.getKey());
            return new Measured(asked.getValue(), done.flatMap(OrderedProcedure::sex));
        }

        private boolean isFor(Life life) {
            return sex.isEmpty() || sex.get().equals("female") == life.female;
        }
    }

    /** The index visit and what was planned. */
    void plan(Life life, Diary diary) {
        diary.clear();
        diary.add(life.index, life.discharge, life.place, true);
        acute.of(life.patient);
        if (counted.visits()) {
            counted.plan(life, diary, checks(life));
            return;
        }
        planned(life, diary, pace.orElse(checks(life)));
        for (Measured m : measured) {
            if (m.isFor(life)) {
                measured(life, diary, m.pace());
            }
        }
        if (pace.then() == 0 && life.birth != Events.NO_DAY) {
            wellChild(life, diary);
        }
    }

    private double checks(Life life) {
        return checks(pace.then(), life.chronic);
    }

    /** Whether nobody comes unplanned on a day, for a rhythm was asked. */
    private boolean asked(Life life, int day) {
        return pace.at(day - life.first) > 0;
    }

    /** Planned visits a year. */
    static double checks(double asked, boolean chronic) {
        return asked > 0 ? asked : chronic ? CHECKS_WITH_CONDITION : CHECKS;
    }

    /**
     * Admits a patient to hospital for what has befallen them, or sees them in an emergency
     * department where there is no room for a stay: on the day, or a few days later if it is taken.
     *
     * @param condition its field
     * @return the day; {@code day} if nothing is free or neither shall be, or if it lies outside of
     *     the history
     */
    int admit(Life life, Diary diary, int day, int condition) {
        int length = Stays.days(acute);
        if (day < life.first) {
            return day;
        }
        boolean bed = !without.hospital() && counted.room(HOSPITAL, life, diary, day);
        boolean door = !without.emergency() && counted.room(EMERGENCY, life, diary, day);
        int beds = bed ? day + LATER : -1;
        for (int from = day; from <= beds && from + length <= life.index; from++) {
            if (diary.free(from - 1, from + length)) {
                int to = from + length - 1;
                diary.add(from, to, VisitKind.INPATIENT, false, condition);
                return from;
            }
        }
        int doors = door ? day + LATER : -1;
        for (int from = day; from <= doors && from < life.index; from++) {
            if (diary.free(from, from)) {
                diary.add(from, from, VisitKind.EMERGENCY, false, condition);
                return from;
            }
        }
        return day;
    }

    /** All that was not planned. */
    void fill(Life life, Diary diary) {
        if (counted.has(HOSPITAL)) {
            counted.stays(life, diary);
        } else if (!without.hospital()) {
            stays(life, diary);
        }
        if (counted.has(EMERGENCY)) {
            counted.emergencies(life, diary);
        } else if (!without.emergency()) {
            emergencies(life, diary);
        }
        if (pace.then() == 0 && !counted.visits()) {
            unplanned(life, diary, Math.max(often, checks(life)));
        }
    }

    private void planned(Life life, Diary diary, Pace checks) {
        Draws draws = planned.of(life.patient);
        misses.of(life.patient);
        int span = life.index - life.first;
        for (double back : checks.back(span)) {
            double between = Life.DAYS_PER_YEAR / checks.at(span - back);
            int late = (int) Math.min(LATE, between / 6);
            int day = life.index - (int) Math.round(back) + draws.below(2 * late + 1) - late;
            int within = Math.max(life.first, Math.min(life.index - 1, day));
            if (misses.uniform() < missed) {
                continue;
            }
            if (diary.free(within, within)) {
                diary.add(within, within, VisitKind.AMBULATORY, true);
            }
        }
    }

    /** Where no planned visit is near when something is to be measured, one is made for it. */
    private void measured(Life life, Diary diary, Pace asked) {
        int span = life.index - life.first;
        for (double back : asked.back(span)) {
            int near = Orders.early(Life.DAYS_PER_YEAR / asked.at(span - back));
            int day = Math.max(life.first, life.index - (int) Math.round(back));
            boolean comes = misses.uniform() >= missed;
            if (comes && diary.plannedNear(day, near) < 0 && diary.free(day, day)) {
                diary.add(day, day, VisitKind.AMBULATORY, true);
            }
        }
    }

    /** What is due at an age comes on top of the rhythm of the years. */
    private void wellChild(Life life, Diary diary) {
        Draws draws = wellChild.of(life.patient);
        for (int months : WELL_CHILD) {
            int day = life.birth + life.days(months / 12.0) + draws.below(LATE);
            boolean comes = misses.uniform() >= missed && !asked(life, day);
            if (comes && day > life.first && day < life.index && diary.free(day, day)) {
                diary.add(day, day, VisitKind.AMBULATORY, true);
            }
        }
    }

    private void stays(Life life, Diary diary) {
        Draws draws = stays.of(life.patient);
        double day = life.first;
        while (true) {
            double rate = Stays.perYear(life.age((int) day), life.female, life.stays);
            day += Math.max(1, draws.exponential(Life.DAYS_PER_YEAR / rate));
            int length = Stays.days(draws);
            int from = (int) day;
            for (int k = 0; k < ATTEMPTS && !diary.free(from - 1, from + length); k++) {
                from += length + 1;
            }
            if (from + length >= life.index) {
                return;
            }
            // a day between two contacts, so that no two stays touch
            if (diary.free(from - 1, from + length)) {
                diary.add(from, from + length - 1, VisitKind.INPATIENT, false);
                day = from + length;
            }
        }
    }

    private void emergencies(Life life, Diary diary) {
        Draws draws = emergencies.of(life.patient);
        double day = life.first;
        while (true) {
            double rate = Contacts.emergency(life.age((int) day));
            day += Math.max(1, draws.exponential(Life.DAYS_PER_YEAR / rate));
            if (day >= life.index) {
                return;
            }
            if (diary.free((int) day, (int) day)) {
                diary.add((int) day, (int) day, VisitKind.EMERGENCY, false);
            }
        }
    }

    private void unplanned(Life life, Diary diary, double checks) {
        Draws draws = unplanned.of(life.patient);
        double day = life.first;
        while (true) {
            double age = life.age((int) day);
            double rate = Math.max(0.01, Contacts.ambulatory(age) - checks);
            day += Math.max(1, draws.exponential(Life.DAYS_PER_YEAR / rate));
            boolean virtual = draws.uniform() < Contacts.virtual((int) day, age);
            if (day >= life.index) {
                return;
            }
            if (diary.free((int) day, (int) day) && !asked(life, (int) day)) {
                VisitKind kind =
                        virtual && !without.afar() ? VisitKind.VIRTUAL : VisitKind.AMBULATORY;
                diary.add((int) day, (int) day, kind, false);
            }
        }
    }
}
