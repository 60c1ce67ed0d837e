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
    private final Mean wide = new Mean();
    private final Mean sbpSpread = new Mean();
    private final Pairs yearApart = new Pairs();
    private double[] days = new double[64];
    private double[] values = new double[64];
    private double personDays;
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

    /** Whose slopes of eGFR are told apart, with what was published of them. */
    private enum Group {
        ALL("all", ""),
        HYPERTENSION("with hypertension", "−1.0"),
        OBESITY("with obesity", "−1.2"),
        MICRO("with UACR 30 to 299 mg/g", "−1.3"),
        MACRO("with UACR of 300 mg/g and more", "−2.7"),
        NEITHER("without hypertension and albuminuria", "−0.2");

        private final String words;
        private final String published;

        Group(String words, String published) {
            this.words = words;
            this.published = published;
        }
    }

    void accept(PatientBlock block) {
        Events visits = block.record().visits();
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
            if (n >= FOR_SHARE) {
                wide.add(spread > WIDE ? 1 : 0);
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
        all.add(
                figure(
                        "SD of HbA1c within a patient",
                        hba1cSpread.mean(),
                        2,
                        "points",
                        hba1cSpread.n,
                        ""));
        all.add(
                figure(
                        "Patients whose HbA1c has an SD above 1.2 points, ten values and more",
                        100 * wide.mean(),
                        0,
                        "%",
                        wide.n,
                        diabetes ? "22 % over 11 years (Akselrod and Friger 2021)" : ""));
        all.add(
                figure(
                        "Correlation of HbA1c of a patient, about a year apart",
                        yearApart.correlation(),
                        2,
                        "",
                        yearApart.n,
                        ""));
        all.add(
                figure(
                        "SD of systolic pressure within a patient",
                        sbpSpread.mean(),
                        1,
                        "mmHg",
                        sbpSpread.n,
                        "10.6 (Yale New Haven, 537,218 adults)"));
        for (Group g : Group.values()) {
            Mean slope = slopes.get(g);
            boolean told = diabetes && !g.published.isEmpty();
            all.add(
                    figure(
                            "eGFR a year, " + g.words,
                            slope.mean(),
                            2,
                            "mL/min/1.73 m²",
                            slope.n,
                            told ? g.published + " (Zoppini et al. 2012)" : ""));
        }
        all.addAll(drugs.result());
        all.removeIf(f -> f.n() == 0);
        return Optional.of(
                new HistoryFindings(
                        personDays / DAYS_PER_YEAR, visits, deaths, all, incidence.result()));
    }

    private static HistoryFindings.Figure figure(
            String what, double value, int decimals, String unit, long n, String published) {
        return new HistoryFindings.Figure(what, value, decimals, unit, n, published);
    }

    private static double sd(double[] x, int n) {
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += x[i] / n;
        }
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

        void add(double x) {
            n++;
            sum += x;
        }

        double mean() {
            return n == 0 ? Double.NaN : sum / n;
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
