package org.anamnesis.signals.ecg;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.signals.AskedChecks;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;

/**
 * Settles the intervals, voltages and variability of an ECG whose findings and rate are settled.
 */
final class Measurements {
    private final Draft draft;
    private final Person person;
    private final AskedStudy asked;
    private final Map<String, Finding> findings;
    private final Map<String, Double> measured;
    private final Draws draws;

    Measurements(Draft draft) {
        this.draft = draft;
        this.person = draft.person;
        this.asked = draft.asked;
        this.findings = draft.findings;
        this.measured = draft.measured;
        this.draws = draft.draws;
    }

    private boolean has(String id) {
        return draft.has(id);
    }

    private double[] range(String id) {
        return draft.range(id);
    }

    private double draw(double mean, double sd, double[] range) {
        return draft.draw(mean, sd, range);
    }

    private void put(String id, java.util.function.DoubleSupplier drawn) {
        draft.put(id, drawn);
    }

    void intervals() {
        Set<String> ids = findings.keySet();
        double rr = 60_000 / measured.get("heart_rate_bpm");
        boolean ventricular = Distributions.startsInVentricles(findings.values());
        if (!Criteria.absent(ids, "pr_ms") && !pacedVentricle()) {
            double[] range = range("pr_ms");
            if (!has("av-block-1")) {
                range[1] = Math.min(range[1], 200);
            }
            if (person.age() >= 16) {
                range[0] = Math.max(range[0], 120);
            }
            range[1] = Math.max(range[0] + 1, Math.min(range[1], .5 * rr));
            double mean = Distributions.pr(person.age(), 60_000 / rr);
            put(
                    "pr_ms",
                    () ->
                            has("av-block-1")
                                    ? Distributions.longPr(range, draws)
                                    : draw(mean, Distributions.PR_SD, range));
        }
        double[] qrs = range("qrs_ms");
        boolean wide = ventricular || has("lbbb") || has("rbbb");
        if (wide) {
            qrs[0] = Math.max(qrs[0], 122);
        } else {
            qrs[1] = Math.min(qrs[1], 116 + Distributions.potassiumQrs(potassium()));
        }
        double mean =
                Distributions.qrs(person.age(), person.female(), wide, ventricular)
                        + (has("left-ventricular-hypertrophy") && !wide
                                ? Distributions.THICK_QRS
                                : 0)
                        + Distributions.potassiumQrs(potassium());
        put(
                "qrs_ms",
                () ->
                        wide
                                ? draw(mean, 9, qrs)
                                : draft.skewed(
                                        mean,
                                        Distributions.QRS_BELOW,
                                        Distributions.QRS_ABOVE,
                                        qrs));
        if (!Criteria.absent(ids, "qt_ms")) {
            qt(rr);
        }
        if (has("atrial-flutter")) {
            flutter();
        } else if (has("av-block-3") || has("ventricular-tachycardia")) {
            put("atrial_rate_bpm", () -> draw(84, 9, new double[] {66, 104}));
        }
    }

    private boolean pacedVentricle() {
        return has("paced-rhythm")
                && "VVI".equals(findings.get("paced-rhythm").details().get("mode"));
    }

    private double potassium() {
        for (String id : List.of("hyperkalaemia", "hypokalaemia")) {
            if (has(id)) {
                return Double.parseDouble(findings.get(id).details().get("potassium_mmol_l"));
            }
        }
        return Double.NaN;
    }

    private void qt(double rr) {
        Double wanted = asked.measurements().get("qt_ms");
        Double qtc = asked.measurements().get("qtc_ms");
        Double bazett = asked.measurements().get("qtc_bazett_ms");
        double qt;
        if (wanted != null) {
            qt = wanted;
        } else if (qtc != null) {
            qt = qtc * Math.cbrt(rr / 1000);
        } else if (bazett != null) {
            qt = bazett * Math.sqrt(rr / 1000);
        } else {
            double[] range = range("qtc_ms");
            double limit = Criteria.longQt(person.female());
            if (has("long-qt")) {
                range[0] = Math.max(range[0], limit + 15);
            } else {
                range[1] =
                        Math.min(
                                range[1],
                                limit
                                        - 5
                                        + (measured.get("qrs_ms") < 120
                                                ? 0
                                                : Distributions.wide(
                                                        measured.get("qrs_ms"), person.female())));
            }
            double recorded = person.value("qtc").orElse(Double.NaN);
            double value = recorded;
            if (!(recorded >= range[0] && recorded <= range[1])) {
                double mean =
                        Distributions.qtc(person.female(), has("long-qt"), has("digoxin-effect"))
                                + Distributions.wide(measured.get("qrs_ms"), person.female())
                                + Distributions.potassiumQtc(potassium());
                value = draw(mean, Distributions.QTC_SD, range);
                if (!Double.isNaN(recorded)) {
                    draft.notes.add(
                            "The record's QTc of %s ms does not go with what this ECG shows."
                                    .formatted(AskedChecks.text(recorded)));
                }
            }
            qt = value * Math.cbrt(rr / 1000);
        }
        qt = Math.max(qt, measured.get("qrs_ms") + 110);
        measured.put("qt_ms", wanted != null ? wanted : Math.rint(qt));
        qt = measured.get("qt_ms");
        measured.put("qtc_ms", qtc != null ? qtc : Math.rint(Criteria.fridericia(qt, rr)));
        measured.put("qtc_bazett_ms", Math.rint(Criteria.bazett(qt, rr)));
    }

    /** Atria at a whole multiple of the ventricles. */
    private void flutter() {
        double rate = measured.get("heart_rate_bpm");
        Double wanted = asked.measurements().get("atrial_rate_bpm");
        String ratio = findings.get("atrial-flutter").details().getOrDefault("ratio", "");
        int n = ratio.isEmpty() ? 0 : ratio.charAt(0) - '0';
        if (n == 0) {
            double aim = wanted == null ? 290 : wanted;
            n = (int) Math.max(2, Math.min(4, Math.round(aim / rate)));
            n = n * rate > 350 ? n - 1 : n * rate < 220 ? n + 1 : n;
        }
        measured.put("atrial_rate_bpm", Math.rint(n * rate));
        var details = new TreeMap<>(findings.get("atrial-flutter").details());
        details.put("ratio", n + ":1");
        findings.put("atrial-flutter", new Finding("atrial-flutter", details));
    }

    void voltages() {
        double[] axis = range("axis_deg");
        double[] usual = Distributions.axis(person.age(), findings.values());
        if (!has("left-axis-deviation") && !has("right-axis-deviation") && usual[2] < usual[3]) {
            axis[0] = Math.max(axis[0], usual[2]);
            axis[1] = Math.min(axis[1], usual[3]);
        } else if (has("left-axis-deviation")) {
            axis[0] = Math.max(axis[0], -85);
        } else if (has("right-axis-deviation")) {
            axis[1] = Math.min(axis[1], 150);
        }
        boolean wantedAxis = has("left-axis-deviation") || has("right-axis-deviation");
        if (Shapes.ownAxis(draft.shows()) && !wantedAxis) {
            put("axis_deg", () -> draft.beat().axis());
        } else {
            put("axis_deg", () -> draw(usual[0], usual[1], axis));
        }
        boolean plain =
                !Distributions.startsInVentricles(findings.values())
                        && !has("lbbb")
                        && !has("rbbb")
                        && !has("low-voltage")
                        && !has("acute-infarction")
                        && !has("old-infarction");
        Double wanted = asked.measurements().get("sokolow_mv");
        if (wanted != null) {
            measured.put("sokolow_mv", wanted);
        } else if (plain) {
            double[] range = range("sokolow_mv");
            if (has("left-ventricular-hypertrophy")) {
                range[0] = Math.max(range[0], Shapes.LEAST_THICK);
            } else {
                range[0] = Math.max(range[0], 1);
                range[1] =
                        person.age() < Criteria.VOLTAGE_AGE
                                ? Distributions.MOST_YOUNG_VOLTAGE
                                : Math.min(range[1], 3.45);
            }
            double mean =
                    Distributions.sokolow(person.female(), has("left-ventricular-hypertrophy"));
            double[] log = {Math.log(range[0]), Math.log(range[1])};
            double mv = Math.exp(draw(Math.log(mean), Distributions.VOLTAGE_LOG_SD, log));
            measured.put("sokolow_mv", Math.rint(100 * mv) / 100);
        }
    }

    void variability(double seconds) {
        double rr = 60_000 / measured.get("heart_rate_bpm");
        Double wanted = asked.measurements().get("rr_sd_ms");
        if (wanted != null) {
            measured.put("rr_sd_ms", wanted);
        } else if (has("sinus-arrhythmia")) {
            measured.put("rr_sd_ms", Math.rint(rr * draws.uniform(.075, .105)));
        } else if (!has("atrial-fibrillation")) {
            measured.put(
                    "rr_sd_ms",
                    Math.rint(
                            Distributions.variability(person.age(), rr, findings.keySet(), draws)));
        }
        double sd = Timeline.sd(Rhythm.of(draft.shows(), seconds, draft.key).beats(seconds));
        measured.put("rr_sd_ms", Math.rint(1000 * sd));
    }
}
