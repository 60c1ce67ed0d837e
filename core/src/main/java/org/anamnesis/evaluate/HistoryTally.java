package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.spec.CohortSpec;

/** Takes in the histories of a cohort and keeps how often patients come and how values move. */
final class HistoryTally {
    private static final double DAYS_PER_YEAR = 365.25;

    /** So many values of a patient tell how much they vary, and how fast they change. */
    private static final int FOR_SPREAD = 4;

    private static final int FOR_SHARE = 10;

    /** Values about a year apart. */
    private static final double YEAR_FROM = 320;

    private static final double YEAR_TO = 410;
    private static final double WIDE = 1.2;

    /** Histories of so many years on average are as long as those of a study over 11 years. */
    private static final double LONG = 9;

    private static final HistoryFindings.Published NOTHING = HistoryFindings.Published.NOTHING;

    /** Everyone has type 2 diabetes, so that what was published of such people is of these, too. */
    private final boolean diabetes;

    private final IncidenceTally incidence;
    private final DrugEffects drugs;
    private final int hba1c;
    private final int sbp;
    private final int egfr;
    private final int uacr;
    private final int hypertension;
    private final int obesity;
    private final long[] kinds = new long[VisitKind.ALL.size()];
    private final Map<Group, Mean> slopes = new EnumMap<>(Group.class);
    private final Mean hba1cSpread = new Mean();
    private final Middle hba1cVaries = new Middle();
    private final Mean wide = new Mean();
    private final Mean sbpSpread = new Mean();
    private final Pairs yearApart = new Pairs();
    private double[] days = new double[64];
    private double[] values = new double[64];
    private double personDays;
    private long patients;
    private long deaths;
    private boolean histories;

    HistoryTally(CohortHeader header, CohortSpec spec) {
        diabetes = spec.condition().filter("type-2-diabetes"::equals).isPresent();
        incidence = new IncidenceTally(header, spec);
        drugs = new DrugEffects(header);
        hba1c = header.indexOf("hba1c");
        sbp = header.indexOf("sbp");
        egfr = header.indexOf("egfr");
        uacr = header.indexOf("uacr");
        hypertension = header.indexOf("hypertension");
        obesity = header.indexOf("obesity");
        for (Group g : Group.values()) {
            slopes.put(g, new Mean());
        }
    }

    /**
     * Whose slopes of eGFR are told apart, with what was published of them: mean ± standard error,
     * of which the 95 % interval is 1.96 on either side.
     */
    private enum Group {
        ALL(
                "all",
                -0.80,
                2.23 / Math.sqrt(410),
                "−0.80, SD 2.23 (410 people followed for 12 years)"),
        HYPERTENSION("with hypertension", -1.0, 0.1, "−1.0 ± 0.1 (Zoppini et al. 2012)"),
        OBESITY("with obesity", -1.2, 0.1, "−1.2 ± 0.1 (Zoppini et al. 2012)"),
        MICRO("with UACR 30 to 299 mg/g", -1.3, 0.2, "−1.3 ± 0.2 (Zoppini et al. 2012)"),
        MACRO("with UACR of 300 mg/g and more", -2.7, 0.4, "−2.7 ± 0.4 (Zoppini et al. 2012)"),
        NEITHER(
                "without hypertension and albuminuria",
                -0.2,
                0.2,
                "−0.2 ± 0.2 (Zoppini et al. 2012)");

        private final String words;
        private final double mean;
        private final double error;
        private final String published;

        Group(String words, double mean, double error, String published) {
            this.words = words;
            this.mean = mean;
            this.error = error;
            this.published = published;
        }

        private HistoryFindings.Published published() {
            double off = 1.96 * error;
            return HistoryFindings.Published.of(published, mean - off, mean + off);
        }
    }

    void accept(PatientBlock block) {
        Events visits = block.record().visits();
        patients += block.count();
        histories |= visits.count() > block.count();
        for (int v = 0; v < visits.count(); v++) {
            kinds[visits.what(v)]++;
            boolean first = v == 0 || visits.patient(v - 1) != visits.patient(v);
            personDays += first ? 0 : visits.start(v) - visits.start(v - 1);
        }
        incidence.accept(block);
        Events seen = block.record().observations();
        Events taken = block.record().medications();
        int from = 0;
        int drug = 0;
        int visit = 0;
        for (int p = 0; p < block.count(); p++) {
            deaths += block.record().deathDay(p) == Events.NO_DAY ? 0 : 1;
            int to = from;
            while (to < seen.count() && seen.patient(to) == p) {
                to++;
            }
            int lastDrug = drug;
            while (lastDrug < taken.count() && taken.patient(lastDrug) == p) {
                lastDrug++;
            }
            while (visit < visits.count() && visits.patient(visit) < p) {
                visit++;
            }
            if (histories) {
                patient(block, p, seen, from, to);
                drugs.accept(visits.start(visit), taken, drug, lastDrug, seen, from, to);
            }
            drug = lastDrug;
            from = to;
        }
    }

    private void patient(PatientBlock block, int p, Events seen, int from, int to) {
        int n = course(seen, from, to, hba1c);
        if (n >= FOR_SPREAD) {
            double spread = sd(values, n);
            hba1cSpread.add(spread);
            hba1cVaries.add(spread / mean(values, n));
            if (n >= FOR_SHARE) {
                wide.add(spread > WIDE ? 100 : 0);
            }
        }
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                double apart = days[b] - days[a];
                if (apart >= YEAR_FROM && apart <= YEAR_TO) {
                    yearApart.add(values[a], values[b]);
                }
            }
        }
        n = course(seen, from, to, sbp);
        if (n >= FOR_SPREAD) {
            sbpSpread.add(sd(values, n));
        }
        n = course(seen, from, to, egfr);
        if (n >= FOR_SPREAD) {
            double slope = DAYS_PER_YEAR * slope(days, values, n);
            double albumin = uacr < 0 ? Double.NaN : block.column(uacr)[p];
            boolean high = hypertension >= 0 && block.column(hypertension)[p] == 1;
            add(Group.ALL, true, slope);
            add(Group.HYPERTENSION, high, slope);
            add(Group.OBESITY, obesity >= 0 && block.column(obesity)[p] == 1, slope);
            add(Group.MICRO, albumin >= 30 && albumin < 300, slope);
            add(Group.MACRO, albumin >= 300, slope);
            add(Group.NEITHER, hypertension >= 0 && !high && albumin < 30, slope);
        }
    }

    private void add(Group group, boolean is, double slope) {
        if (is) {
            slopes.get(group).add(slope);
        }
    }

    /** Values of one column of a patient with their days; how many there are. */
    private int course(Events seen, int from, int to, int field) {
        int n = 0;
        for (int e = from; field >= 0 && e < to; e++) {
            if (seen.what(e) == field) {
                if (n == days.length) {
                    days = Arrays.copyOf(days, 2 * n);
                    values = Arrays.copyOf(values, 2 * n);
                }
                days[n] = seen.start(e);
                values[n++] = seen.value(e);
            }
        }
        return n;
    }

    /** What was found; empty if patients have one visit each. */
    Optional<HistoryFindings> result() {
        if (!histories) {
            return Optional.empty();
        }
        Map<String, Long> visits = new LinkedHashMap<>();
        for (int k = 0; k < kinds.length; k++) {
            visits.put(VisitKind.ALL.get(k).words(), kinds[k]);
        }
        List<HistoryFindings.Figure> all = new ArrayList<>();
        all.add(figure("SD of HbA1c within a patient", hba1cSpread, 2, "points", NOTHING));
        all.add(
                new HistoryFindings.Figure(
                        "Coefficient of variation of HbA1c within a patient, half have less",
                        100 * hba1cVaries.median(),
                        point(100 * hba1cVaries.median()),
                        1,
                        "%",
                        hba1cVaries.n,
                        diabetes
                                ? HistoryFindings.Published.of(
                                        "8.3, 6 to 10 in half of 59 studies (Gough et al. 2023)",
                                        6,
                                        10)
                                : NOTHING));
        all.add(
                figure(
                        "Patients whose HbA1c has an SD above 1.2 points, ten values and more",
                        wide,
                        0,
                        "%",
                        wide()));
        double correlation = yearApart.correlation();
        all.add(
                new HistoryFindings.Figure(
                        "Correlation of HbA1c of a patient, about a year apart",
                        correlation,
                        point(correlation),
                        2,
                        "",
                        yearApart.n,
                        NOTHING));
        all.add(
                figure(
                        "SD of systolic pressure within a patient",
                        sbpSpread,
                        1,
                        "mmHg",
                        HistoryFindings.Published.of(
                                "10.6 (Yale New Haven, 537,218 adults)", 10.55, 10.65)));
        for (Group g : Group.values()) {
            all.add(
                    figure(
                            "eGFR a year, " + g.words,
                            slopes.get(g),
                            2,
                            "mL/min/1.73 m²",
                            diabetes ? g.published() : NOTHING));
        }
        all.addAll(drugs.result());
        all.removeIf(f -> f.n() == 0);
        return Optional.of(
                new HistoryFindings(
                        personDays / DAYS_PER_YEAR, visits, deaths, all, incidence.result()));
    }

    /** 632 of 2,866 people, and of histories that are about as long as theirs. */
    private HistoryFindings.Published wide() {
        String words = "22 (95 % interval 20.5 to 23.6) over 11 years (Akselrod and Friger 2021)";
        boolean lasting = personDays / DAYS_PER_YEAR >= LONG * Math.max(1, patients);
        return !diabetes
                ? NOTHING
                : lasting
                        ? HistoryFindings.Published.of(words, 20.5, 23.6)
                        : new HistoryFindings.Published(words, Optional.empty());
    }

    private static HistoryFindings.Figure figure(
            String what, Mean of, int decimals, String unit, HistoryFindings.Published published) {
        return new HistoryFindings.Figure(
                what,
                of.mean(),
                HistoryFindings.Between.around(of.mean(), of.sd(), of.n),
                decimals,
                unit,
                of.n,
                published);
    }

    private static HistoryFindings.Between point(double value) {
        return new HistoryFindings.Between(value, value);
    }

    private static double mean(double[] x, int n) {
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += x[i] / n;
        }
        return mean;
    }

    private static double sd(double[] x, int n) {
        double mean = mean(x, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (x[i] - mean) * (x[i] - mean);
        }
        return Math.sqrt(sum / (n - 1));
    }

    private static double slope(double[] t, double[] x, int n) {
        double mt = 0;
        double mx = 0;
        for (int i = 0; i < n; i++) {
            mt += t[i] / n;
            mx += x[i] / n;
        }
        double up = 0;
        double down = 0;
        for (int i = 0; i < n; i++) {
            up += (t[i] - mt) * (x[i] - mx);
            down += (t[i] - mt) * (t[i] - mt);
        }
        return up / down;
    }

    private static final class Mean {
        private long n;
        private double sum;
        private double squares;

        void add(double x) {
            n++;
            sum += x;
            squares += x * x;
        }

        double sd() {
            return Math.sqrt(Math.max(0, (squares - sum * sum / n) / (n - 1)));
        }

        double mean() {
            return n == 0 ? Double.NaN : sum / n;
        }
    }

    /** The value that half of the patients are below, to a thousandth. */
    private static final class Middle {
        private static final int STEPS = 1000;
        private final long[] counts = new long[STEPS + 1];
        private long n;

        void add(double x) {
            n++;
            counts[(int) Math.min(STEPS, Math.max(0, x * STEPS))]++;
        }

        double median() {
            long below = 0;
            int k = 0;
            while (k < STEPS && 2 * (below + counts[k]) < n) {
                below += counts[k++];
            }
            return n == 0 ? Double.NaN : (k + 0.5) / STEPS;
        }
    }

    private static final class Pairs {
        private long n;
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        void add(double a, double b) {
            n++;
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }

        double correlation() {
            double sxy = xy - x * y / n;
            return sxy / Math.sqrt((xx - x * x / n) * (yy - y * y / n));
        }
    }
}
