package org.anamnesis.generate.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.anamnesis.cohort.CalendarDay;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.generate.course.Draws;
import org.anamnesis.random.SeedTree;

/**
 * Vaccines at ambulatory visits, by schedule and published coverage. Of those given once in life
 * the day falls anywhere between the first on which the patient could have them and the last visit;
 * they are on record if the record reaches back so far.
 */
final class Immunizations {
    /** The share of decisions that are the person's own, once for all; an assumption. */
    private static final double STANDING = 0.5;

    private static final double DAYS_PER_MONTH = Attended.DAYS_PER_YEAR / 12;
    static final int AMBULATORY = 1 << VisitKind.ALL.indexOf(VisitKind.AMBULATORY);

    /** A season of influenza: it is vaccinated from 15 August to 31 March. */
    private static final int SEASON_FROM = 815;

    private static final int SEASON_TO = 331;

    private enum How {
        SEASON,
        EVERY,
        ONCE
    }

    /** What is given to some ages in some days. */
    private record Line(int vaccine, double from, int to, int since, int until, double share) {
        boolean fits(double age, int day) {
            return age >= from && age < to + 1 && day >= since && day <= until;
        }
    }

    /** Vaccines that protect from the same; of one person at one time at most one is given. */
    private static final class Group {
        final How how;
        final double between;
        final List<Line> lines = new ArrayList<>();
        final Draws draws;
        double own;
        double due;
        boolean given;

        Group(How how, double between, Draws draws) {
            this.how = how;
            this.between = between;
            this.draws = draws;
        }

        /** The vaccine that a draw falls on among those that fit, −1 if on none. */
        int chosen(double u, double age, int day) {
            double below = 0;
            for (Line line : lines) {
                if (line.fits(age, day)) {
                    below += line.share();
                    if (u < below) {
                        return line.vaccine();
                    }
                }
            }
            return -1;
        }
    }

    private final List<Group> groups = new ArrayList<>();

    Immunizations(SeedTree seeds) {
        for (String name :
                new TreeSet<>(CareTable.VACCINES.stream().map(l -> l.get("group")).toList())) {
            Group group = null;
            for (Map<String, String> l : CareTable.VACCINES) {
                if (l.get("group").equals(name)) {
                    if (group == null) {
                        double months = Double.parseDouble(l.get("months"));
                        group =
                                new Group(
                                        How.valueOf(l.get("how")),
                                        months * DAYS_PER_MONTH,
                                        new Draws(seeds, "vaccine " + name));
                    }
                    group.lines.add(line(l));
                }
            }
            groups.add(group);
        }
    }

    private static Line line(Map<String, String> l) {
        return new Line(
                RecordConcepts.indexOf(RecordConcepts.VACCINES, l.get("vaccine")),
                Double.parseDouble(l.get("from")),
                Integer.parseInt(l.get("to")),
                day(l.get("since")),
                day(l.get("until")),
                Double.parseDouble(l.get("share")));
    }

    static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    void fill(Attended patient, Events into) {
        if (patient.visits() == 0 || Double.isNaN(patient.age(patient.day(0)))) {
            return; // schedules go by age
        }
        groups.forEach(g -> begin(g, patient));
        for (int v = 0; v < patient.visits(); v++) {
            if ((AMBULATORY & (1 << patient.kind(v))) != 0) {
                int day = patient.day(v);
                for (Group g : groups) {
                    int vaccine = at(g, patient.age(day), day);
                    if (vaccine >= 0) {
                        into.add(patient.row, v, vaccine, day, Events.NO_DAY, Double.NaN);
                    }
                }
            }
        }
    }

    private static void begin(Group g, Attended patient) {
        g.draws.of(patient.patient);
        g.own = g.draws.uniform();
        g.given = false;
        double when = g.draws.uniform();
        if (g.how == How.ONCE) {
            int last = patient.day(patient.visits() - 1);
            g.due = first(g, patient, last, when);
            // what was given before the record began is not in it
            g.given = g.due < patient.begin();
        } else {
            // a season is the same for all
            g.due = patient.begin() + (g.how == How.EVERY ? when * g.between : 0);
        }
    }

    /** A day between the first on which one could have it and the last of the record. */
    private static double first(Group g, Attended patient, int last, double when) {
        double earliest = Double.POSITIVE_INFINITY;
        for (Line line : g.lines) {
            double old = last - (patient.age(last) - line.from()) * Attended.DAYS_PER_YEAR;
            earliest = Math.min(earliest, Math.max(line.since(), old));
        }
        return earliest + when * (last - earliest);
    }

    /** What is given at a visit of which the decision falls due, −1 if nothing. */
    private static int at(Group g, double age, int day) {
        switch (g.how) {
            case ONCE -> {
                if (g.given || day < g.due) {
                    return -1;
                }
                g.given = true;
                return g.chosen(g.own, age, day);
            }
            case EVERY -> {
                if (day < g.due) {
                    return -1;
                }
                g.due += g.between * (1 + Math.floor((day - g.due) / g.between));
            }
            case SEASON -> {
                int date = CalendarDay.packed(day) % 10_000;
                boolean season = date >= SEASON_FROM || date <= SEASON_TO;
                if (!season || day < g.due) {
                    return -1;
                }
                g.due = endOfSeason(day);
            }
        }
        double u = g.draws.uniform() < STANDING ? g.own : g.draws.uniform();
        return g.chosen(u, age, day);
    }

    /** The first of July after a day of a season. */
    private static long endOfSeason(int day) {
        int date = CalendarDay.packed(day);
        int year = date / 10_000 + (date % 10_000 >= SEASON_FROM ? 1 : 0);
        return CalendarDay.epochDay(year, 7, 1);
    }
}
