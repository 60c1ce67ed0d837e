package org.anamnesis.generate.course;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.plan.ContactBounds;
import org.anamnesis.plan.ContactBounds.Kind;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;

/**
 * Contacts of which each patient has a number that was asked. Within its bounds the number is that
 * of practice: Poisson with the rate of the patient's age and conditions, given that it lies there.
 *
 * <p>Of a share it is so, exactly so many patients, and the others have fewer; about a mean numbers
 * are Poisson, their places dealt among all patients, so that the cohort has it.
 */
final class CountedContacts {
    /** A place is looked for so often at random, and then day by day. */
    private static final int ATTEMPTS = 40;

    /** Planned visits are a sixth of the time between two early or late at most. */
    private static final double LATE = 6;

    /** Of a mean, nobody has more. */
    private static final int MOST = 250;

    private final Map<Kind, Asked> asked = new EnumMap<>(Kind.class);

    /**
     * @param patients of the cohort, among whom a share and a mean are dealt
     */
    CountedContacts(PlannedHistory history, long patients, SeedTree seeds) {
        for (ContactBounds c : history.contacts()) {
            Draws draws = new Draws(seeds, "counted " + c.of().name());
            long key = seeds.purpose("dealt " + c.of().name());
            asked.put(c.of(), new Asked(c, draws, new Permutation(Math.max(1, patients), key)));
        }
    }

    boolean has(Kind of) {
        return asked.containsKey(of);
    }

    /** Whether it was asked how many visits there are that are neither of the two others. */
    boolean visits() {
        return has(Kind.VISITS);
    }

    /** Places of all patients, evenly from 0 to 1. */
    private record Asked(ContactBounds count, Draws draws, Permutation places) {
        private double place(Life life) {
            long n = places.n();
            return (places.place(life.patient % n) + 0.5) / n;
        }

        /** The most that a patient has; of a mean, just so many. */
        private int most(Life life) {
            if (count.mean().isPresent()) {
                double years = (life.index - life.first) / Life.DAYS_PER_YEAR;
                double mean = count.mean().getAsDouble() * (count.yearly() ? years : 1);
                return poisson(mean, 0, MOST, place(life));
            }
            return meant(life) ? count.most() : count.least() - 1;
        }

        private int least(Life life) {
            if (count.mean().isPresent()) {
                return most(life);
            }
            return meant(life) ? count.least() : 0;
        }

        /** Whether the patient is one of whom it was asked. */
        private boolean meant(Life life) {
            return count.share().isEmpty() || place(life) < count.share().getAsDouble() / 100;
        }
    }

    /** A year before the index visit, or all of the history. */
    private record Window(int from, int to) {
        /** The number of the year is counted back from 0. */
        private static Window of(ContactBounds c, Life life, int year) {
            int from = years(c) ? begin(life, year) : life.first;
            int to = year == 0 ? life.index : begin(life, year - 1);
            return new Window(Math.max(life.first, from), to);
        }

        /** Whether each year is one; a mean is of all of them. */
        private static boolean years(ContactBounds c) {
            return c.yearly() && c.mean().isEmpty();
        }

        private static int begin(Life life, int year) {
            return life.index - (int) Math.round((year + 1) * Life.DAYS_PER_YEAR);
        }
    }

    /** Whether one more of a kind may begin on a day. */
    boolean room(Kind of, Life life, Diary diary, int day) {
        if (!has(of)) {
            return true;
        }
        ContactBounds c = asked.get(of).count();
        int year = 0;
        while (Window.years(c) && Window.begin(life, year) > day) {
            year++;
        }
        return of(kind(of), diary, Window.of(c, life, year)) < asked.get(of).most(life);
    }

    /** Plans the visits evenly over the time, the index visit the last of them. */
    void plan(Life life, Diary diary, double checks) {
        IntToDoubleFunction rate = day -> Math.max(checks, Contacts.ambulatory(life.age(day)));
        each(
                Kind.VISITS,
                life,
                (w, a) -> planned(diary, w, number(life, w, a, diary, rate), a.draws()));
    }

    private static void planned(Diary diary, Window w, int n, Draws d) {
        double between = (w.to() - w.from()) / (n + 1.0);
        int late = (int) (between / LATE);
        for (int k = 1; k <= n; k++) {
            int day = w.to() - (int) Math.round(k * between) + d.below(2 * late + 1) - late;
            int free = free(diary, w, day, 1);
            if (free >= 0) {
                diary.add(free, free, VisitKind.AMBULATORY, true);
            }
        }
    }

    void stays(Life life, Diary diary) {
        IntToDoubleFunction rate = day -> Stays.perYear(life.age(day), life.female, life.stays);
        each(
                Kind.HOSPITAL,
                life,
                (w, a) -> {
                    for (int n = number(life, w, a, diary, rate); n > 0; n--) {
                        stay(diary, w, a.draws());
                    }
                });
    }

    /** A day free on either side, so that no two stays touch; shorter where there is less room. */
    private static void stay(Diary diary, Window w, Draws d) {
        for (int length = Stays.days(d); length > 0; length /= 2) {
            int from = place(diary, w, length + 2, d);
            if (from >= 0) {
                diary.add(from + 1, from + length, VisitKind.INPATIENT, false);
                return;
            }
        }
    }

    void emergencies(Life life, Diary diary) {
        IntToDoubleFunction rate = day -> Contacts.emergency(life.age(day));
        each(
                Kind.EMERGENCY,
                life,
                (w, a) -> {
                    for (int n = number(life, w, a, diary, rate); n > 0; n--) {
                        int day = place(diary, w, 1, a.draws());
                        if (day >= 0) {
                            diary.add(day, day, VisitKind.EMERGENCY, false);
                        }
                    }
                });
    }

    private interface InWindow {
        void of(Window w, Asked asked);
    }

    /** The years from the index visit back, the last one perhaps a part of one; or all at once. */
    private void each(Kind of, Life life, InWindow what) {
        Asked a = asked.get(of);
        a.draws().of(life.patient);
        int to = life.index;
        for (int year = 0; to > life.first; year++) {
            Window w = Window.of(a.count(), life, year);
            what.of(w, a);
            to = w.from();
        }
    }

    /** How many of them are yet to come in a window. */
    private static int number(Life life, Window w, Asked a, Diary diary, IntToDoubleFunction rate) {
        ContactBounds c = a.count();
        double years = (w.to() - w.from()) / Life.DAYS_PER_YEAR;
        double mean = years * rate.applyAsDouble((w.from() + w.to()) / 2);
        boolean whole = !Window.years(c) || years > 1 - 2 / Life.DAYS_PER_YEAR;
        int there = of(kind(c.of()), diary, w);
        int least = whole ? Math.max(there, a.least(life)) : there;
        int most = Math.max(least, a.most(life));
        return poisson(mean, least, most, a.draws().uniform()) - there;
    }

    private static VisitKind kind(Kind of) {
        return switch (of) {
            case VISITS -> VisitKind.AMBULATORY;
            case EMERGENCY -> VisitKind.EMERGENCY;
            case HOSPITAL -> VisitKind.INPATIENT;
        };
    }

    /** Contacts of a kind that begin in a window; the index visit belongs to the last. */
    private static int of(VisitKind kind, Diary diary, Window w) {
        int n = 0;
        for (int v = diary.firstFrom(w.from()); v < diary.count(); v++) {
            boolean last = v == diary.count() - 1 && diary.start(v) == w.to();
            if (diary.start(v) >= w.to() && !last) {
                break;
            }
            n += diary.kind(v) == kind ? 1 : 0;
        }
        return n;
    }

    /** The quantile of a Poisson number of which it is known that it lies between two bounds. */
    static int poisson(double mean, int least, int most, double u) {
        int end = (int) Math.min(most, least + mean + 10 * Math.sqrt(mean) + 20);
        double[] chance = new double[end - least + 1];
        double sum = 0;
        double now = 1;
        for (int n = least; n <= end; n++) {
            chance[n - least] = now;
            sum += now;
            now *= mean / (n + 1);
        }
        double below = 0;
        for (int n = least; n < end; n++) {
            below += chance[n - least] / sum;
            if (u < below) {
                return n;
            }
        }
        return end;
    }

    /** The first of so many free days in a window, −1 if there are none. */
    private static int place(Diary diary, Window w, int days, Draws d) {
        int room = w.to() - w.from() - days;
        for (int k = 0; k < ATTEMPTS && room > 0; k++) {
            int from = w.from() + d.below(room);
            if (diary.free(from, from + days - 1)) {
                return from;
            }
        }
        return free(diary, w, w.from(), days);
    }

    /** The nearest to a day that begin so many free ones in a window, −1 if there are none. */
    private static int free(Diary diary, Window w, int day, int days) {
        for (int away = 0; away <= w.to() - w.from(); away++) {
            for (int from : new int[] {day - away, day + away}) {
                boolean inside = from >= w.from() && from + days <= w.to();
                if (inside && diary.free(from, from + days - 1)) {
                    return from;
                }
            }
        }
        return -1;
    }
}
