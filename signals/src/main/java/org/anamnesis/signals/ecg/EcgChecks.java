package org.anamnesis.signals.ecg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anamnesis.code.StudyKind;
import org.anamnesis.problem.Problem;
import org.anamnesis.signals.AskedChecks;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;

/** What is wrong with a request for ECGs, before any is made. */
final class EcgChecks {
    private static final double GAP = 20;

    private final StudyKind kind;
    private final Map<String, Double> measured;
    private final Set<String> findings = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private EcgChecks(StudyKind kind, AskedStudy asked) {
        this.kind = kind;
        measured = new TreeMap<>(asked.measurements());
        asked.findings().stream().map(Finding::id).forEach(findings::add);
    }

    static List<Problem> of(StudyKind kind, AskedStudy asked) {
        List<Problem> problems = new ArrayList<>(AskedChecks.of(kind, asked));
        String seconds = asked.settings().getOrDefault("duration_s", "10");
        if (problems.isEmpty() && Double.parseDouble(seconds) % 1 != 0) {
            problems.add(
                    new Problem(
                            "ecg.setting.whole",
                            "duration " + seconds,
                            "An ECG lasts whole seconds.",
                            Math.round(Double.parseDouble(seconds)) + " s"));
        }
        if (problems.isEmpty()) {
            var checks = new EcgChecks(kind, asked);
            checks.demands();
            checks.details(asked.findings());
            checks.times();
            problems.addAll(checks.problems);
        }
        return problems;
    }

    private void add(String code, String where, String message, String suggestion) {
        problems.add(new Problem("ecg." + code, where, message, suggestion));
    }

    private String name(String measurement) {
        return kind.measurement(measurement).orElseThrow().names().get(0);
    }

    private String value(String measurement, double value) {
        String unit = kind.measurement(measurement).orElseThrow().unit();
        return "%s of %s%s"
                .formatted(
                        name(measurement),
                        AskedChecks.text(value),
                        unit.startsWith("/") ? unit : " " + unit);
    }

    /** Findings against measurements, and against each other's ranges. */
    private void demands() {
        for (String finding : findings) {
            String words = kind.finding(finding).orElseThrow().names().get(0);
            for (var demand : Criteria.of(finding)) {
                String id = demand.measurement();
                OptionalDouble asked = asked(id);
                if (Double.isNaN(demand.low())) {
                    if (asked.isPresent()) {
                        add(
                                "measurement.absent",
                                value(id, asked.getAsDouble()) + ", " + words,
                                "With %s there is no %s to measure.".formatted(words, name(id)),
                                "leave out one of them");
                    }
                } else if (asked.isPresent()
                        && (asked.getAsDouble() < demand.low()
                                || asked.getAsDouble() > demand.high())) {
                    String unit = kind.measurement(id).orElseThrow().unit();
                    add(
                            "finding.measurement",
                            value(id, asked.getAsDouble()) + ", " + words,
                            "A %s is not %s.".formatted(value(id, asked.getAsDouble()), words),
                            "with %s, a %s of %s"
                                    .formatted(
                                            words,
                                            name(id),
                                            Criteria.between(demand.low(), demand.high(), unit)));
                }
                var measurement = kind.measurement(id).orElseThrow();
                double[] left = Criteria.range(findings, id, measurement.low(), measurement.high());
                if (!Double.isNaN(demand.low()) && left[0] > left[1]) {
                    add(
                            "finding.contradiction",
                            words,
                            "No %s suits all the findings asked for.".formatted(name(id)),
                            "ask for fewer findings in one ECG");
                }
            }
        }
        var seen = new TreeSet<String>();
        problems.removeIf(p -> !seen.add(p.code() + p.message()));
    }

    /** Details that bear on measurements. */
    private void details(List<Finding> asked) {
        boolean both =
                findings.contains("premature-ventricular-complexes")
                        && findings.contains("premature-atrial-complexes");
        if (both
                && asked.stream()
                        .map(f -> f.details().getOrDefault("pattern", ""))
                        .anyMatch(p -> p.equals("bigeminy") || p.equals("trigeminy"))) {
            add(
                    "finding.pattern",
                    "premature complexes in bigeminy or trigeminy",
                    "A pattern of every second or third beat leaves no room for premature complexes"
                            + " of the other kind.",
                    "isolated ones of both kinds, or one kind alone");
        }
        for (Finding f : asked) {
            if (f.id().equals("paced-rhythm")
                    && f.details().getOrDefault("mode", "VVI").equals("VVI")
                    && asked("pr_ms").isPresent()) {
                add(
                        "measurement.absent",
                        value("pr_ms", asked("pr_ms").getAsDouble()) + ", paced rhythm",
                        "A ventricle paced in VVI mode has no PR interval.",
                        "the mode DDD or AAI, or no PR");
            }
            escape(f);
            String ratio = f.details().getOrDefault("ratio", "");
            if (f.id().equals("atrial-flutter")
                    && !ratio.isEmpty()
                    && asked("heart_rate_bpm").isPresent()) {
                int n = ratio.charAt(0) - '0';
                double atrial = n * asked("heart_rate_bpm").getAsDouble();
                if (atrial < 220 || atrial > 350) {
                    add(
                            "times.flutter",
                            "atrial flutter " + ratio,
                            "With %s conduction this heart rate needs atria at %s/min."
                                    .formatted(ratio, AskedChecks.text(atrial)),
                            "a heart rate of %s to %s/min, or another ratio"
                                    .formatted(220 / n + 1, 350 / n));
                }
            }
        }
    }

    /** The ventricles are slower than the junction. */
    private void escape(Finding f) {
        String from = f.details().getOrDefault("escape", "");
        double rate = asked("heart_rate_bpm").orElse(Double.NaN);
        boolean below = from.equals("ventricular");
        double[] range = below ? Blocks.VENTRICLES : Blocks.JUNCTION;
        if (!from.isEmpty() && (rate < range[0] || rate > range[1])) {
            add(
                    "times.escape",
                    "%s, %s escape rhythm".formatted(value("heart_rate_bpm", rate), from),
                    "An escape rhythm from the %s beats at %s/min."
                            .formatted(
                                    below ? "ventricles" : "junction",
                                    Criteria.number(range[0]) + " to " + Criteria.number(range[1])),
                    "such a rate, or a %s escape rhythm"
                            .formatted(below ? "junctional" : "ventricular"));
        }
        boolean bundle = findings.contains("lbbb") || findings.contains("rbbb");
        if (below && bundle) {
            add(
                    "finding.contradiction",
                    "ventricular escape rhythm, bundle branch block",
                    "Beats that start in the ventricles show no bundle branch block.",
                    "a junctional escape rhythm, or no bundle branch block");
        }
    }

    private OptionalDouble asked(String id) {
        Double value = measured.get(id);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Intervals that do not fit into one another. */
    private void times() {
        OptionalDouble rate = asked("heart_rate_bpm");
        double rr = 60_000 / rate.orElse(Double.NaN);
        OptionalDouble qt = asked("qt_ms");
        for (String id : List.of("qtc_ms", "qtc_bazett_ms")) {
            OptionalDouble qtc = asked(id);
            if (qtc.isPresent() && rate.isPresent()) {
                double implied =
                        id.equals("qtc_ms")
                                ? qtc.getAsDouble() * Math.cbrt(rr / 1000)
                                : qtc.getAsDouble() * Math.sqrt(rr / 1000);
                if (qt.isPresent() && Math.abs(implied - qt.getAsDouble()) > 8) {
                    add(
                            "times.qtc",
                            value("qt_ms", qt.getAsDouble()) + ", " + value(id, qtc.getAsDouble()),
                            "At a heart rate of %s/min these two are not the same interval."
                                    .formatted(AskedChecks.text(rate.getAsDouble())),
                            "a QT of %s ms, or leave one out".formatted(Math.round(implied)));
                } else if (qt.isEmpty() && implied > rr - GAP) {
                    tooLong(value(id, qtc.getAsDouble()), implied, rr, rate.getAsDouble());
                }
            }
        }
        if (qt.isPresent() && rate.isPresent() && qt.getAsDouble() > rr - GAP) {
            tooLong(value("qt_ms", qt.getAsDouble()), qt.getAsDouble(), rr, rate.getAsDouble());
        }
        OptionalDouble pr = asked("pr_ms");
        if (pr.isPresent() && rate.isPresent() && pr.getAsDouble() > .62 * rr) {
            add(
                    "times.pr",
                    value("pr_ms", pr.getAsDouble()),
                    "At a heart rate of %s/min the beats are %s ms apart; a PR of %s ms does not fit."
                            .formatted(
                                    AskedChecks.text(rate.getAsDouble()),
                                    Math.round(rr),
                                    AskedChecks.text(pr.getAsDouble())),
                    "a PR up to %s ms, or a slower rate".formatted((long) (.62 * rr)));
        }
        OptionalDouble qrs = asked("qrs_ms");
        if (qrs.isPresent() && qt.isPresent() && qrs.getAsDouble() + 110 > qt.getAsDouble()) {
            add(
                    "times.qrs",
                    value("qrs_ms", qrs.getAsDouble()) + ", " + value("qt_ms", qt.getAsDouble()),
                    "QT contains QRS and the T wave; this QT leaves no time for them.",
                    "a QT of at least %s ms".formatted((long) (qrs.getAsDouble() + 110)));
        }
    }

    private void tooLong(String where, double qt, double rr, double rate) {
        add(
                "times.qt",
                where,
                "At a heart rate of %s/min the beats are %s ms apart; a QT of %s ms is longer than that."
                        .formatted(AskedChecks.text(rate), Math.round(rr), Math.round(qt)),
                "a shorter QT, or at most %s/min".formatted((long) (60_000 / (qt + GAP))));
    }
}
