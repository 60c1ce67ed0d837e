package org.anamnesis.generate.care;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.generate.course.Draws;
import org.anamnesis.random.SeedTree;

/**
 * Vaccines of childhood and adolescence: dose by dose at the first ambulatory visit from its age
 * on, four weeks after the one before at the earliest, in the published share of children. What
 * fell due before the record began was given before it, or not at all.
 */
final class ChildhoodSeries {
    static final String BASIS =
            "Vaccines of children: ages by the schedule of CDC and ACIP, coverage of one time for all"
                    + " years (assumption); who follows it in one series follows it in the others in 84 %"
                    + " of decisions, which gives 70 % for all seven of the combined series (70.1 %, Hill et"
                    + " al. 2023)";

    /** The share of series in which a person is the one who follows all, or none. */
    private static final double SAME = 0.84;

    private static final double DAYS_PER_MONTH = Attended.DAYS_PER_YEAR / 12;

    /** Days between two doses of one series. */
    private static final int APART = 28;

    /** A dose of one product; several products of different days make one dose. */
    private record Dose(int vaccine, int from, int until, int since, int last, double share) {}

    /** The doses of one series, each the products that it may be. */
    private static final class Series {
        final Draws draws;
        final List<List<Dose>> doses = new ArrayList<>();
        double own;
        int next;
        int last;

        Series(Draws draws) {
            this.draws = draws;
        }
    }

    private final List<Series> all;
    private final Draws person;

    ChildhoodSeries(SeedTree seeds) {
        Map<String, Series> series = new LinkedHashMap<>();
        Map<String, List<Dose>> doses = new LinkedHashMap<>();
        for (Map<String, String> l : CareTable.SCHEDULE) {
            String name = l.get("series");
            Series of =
                    series.computeIfAbsent(name, n -> new Series(new Draws(seeds, "series " + n)));
            doses.computeIfAbsent(
                            name + " " + l.get("month"),
                            d -> {
                                List<Dose> products = new ArrayList<>();
                                of.doses.add(products);
                                return products;
                            })
                    .add(dose(l));
        }
        all = List.copyOf(series.values());
        person = new Draws(seeds, "vaccines of childhood");
    }

    private static Dose dose(Map<String, String> l) {
        return new Dose(
                RecordConcepts.indexOf(RecordConcepts.VACCINES, l.get("vaccine")),
                days(l.get("month")),
                days(l.get("until")),
                Immunizations.day(l.get("since")),
                Immunizations.day(l.get("last")),
                Double.parseDouble(l.get("share")));
    }

    private static int days(String months) {
        return (int) Math.round(Integer.parseInt(months) * DAYS_PER_MONTH);
    }

    void fill(Attended patient, Events into) {
        int birth = patient.birth();
        if (patient.visits() == 0 || birth == Events.NO_DAY) {
            return; // the schedule goes by age
        }
        double same = person.of(patient.patient).uniform();
        for (Series s : all) {
            s.draws.of(patient.patient);
            s.own = s.draws.uniform() < SAME ? same : s.draws.uniform();
            s.next = 0;
            s.last = Integer.MIN_VALUE / 2;
        }
        for (int v = 0; v < patient.visits(); v++) {
            if ((Immunizations.AMBULATORY & (1 << patient.kind(v))) != 0) {
                int day = patient.day(v);
                for (Series s : all) {
                    int vaccine = at(s, birth, day, patient.day(0));
                    if (vaccine >= 0) {
                        into.add(patient.row, v, vaccine, day, Events.NO_DAY, Double.NaN);
                    }
                }
            }
        }
    }

    /** What is given at a visit, −1 if nothing: at most one dose of a series. */
    private static int at(Series s, int birth, int day, int begin) {
        while (s.next < s.doses.size()) {
            List<Dose> products = s.doses.get(s.next);
            Dose first = products.get(0);
            boolean early = day < birth + first.from() || day < s.last + APART;
            boolean late = day > birth + first.until();
            // its age was over before the record began: then it was given, or never
            boolean before = birth + first.from() < begin - APART;
            if (early && !late && !before) {
                return -1;
            }
            s.next++;
            if (late || before || s.own >= first.share()) {
                continue;
            }
            for (Dose dose : products) {
                if (day >= dose.since() && day <= dose.last()) {
                    s.last = day;
                    return dose.vaccine();
                }
            }
        }
        return -1;
    }
}
