package org.anamnesis.signals.ecg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.code.StudyKind;
import org.anamnesis.signals.AskedChecks;
import org.anamnesis.study.Finding;

/** The written report of an ECG. */
final class Reading {
    private final StudyKind kind;
    private final List<Finding> findings;
    private final Map<String, Double> measured;

    private Reading(StudyKind kind, List<Finding> findings, Map<String, Double> measured) {
        this.kind = kind;
        this.findings = findings;
        this.measured = measured;
    }

    static String of(
            StudyKind kind,
            List<Finding> findings,
            Map<String, Double> measured,
            List<String> notes) {
        return new Reading(kind, findings, measured).text(notes);
    }

    private String text(List<String> notes) {
        List<String> out = new ArrayList<>();
        out.add(first());
        out.add(intervals());
        for (Finding f : findings) {
            boolean rhythm = kind.finding(f.id()).orElseThrow().group().equals("rhythm");
            if (!rhythm && !f.id().equals("normal-ecg")) {
                out.add(capital(sentence(f)) + ".");
            }
        }
        if (measured.getOrDefault("qrs_ms", 90.0) >= 120
                && has(
                                "lbbb",
                                "rbbb",
                                "paced-rhythm",
                                "ventricular-tachycardia",
                                "av-block-3",
                                "hyperkalaemia")
                        .isEmpty()) {
            out.add("QRS is broad without the pattern of a bundle branch block.");
        }
        if (plain()) {
            out.add("No other abnormality: a normal ECG.");
        }
        out.addAll(notes);
        return String.join(" ", out.stream().filter(s -> !s.isEmpty()).toList());
    }

    private List<Finding> has(String... ids) {
        var wanted = List.of(ids);
        return findings.stream().filter(f -> wanted.contains(f.id())).toList();
    }

    private boolean plain() {
        return findings.stream()
                        .allMatch(f -> f.id().equals("sinus-rhythm") || f.id().equals("normal-ecg"))
                && measured.get("qrs_ms") < 120;
    }

    private String number(String id) {
        Double value = measured.get(id);
        var m = kind.measurement(id).orElseThrow();
        double scale = Math.pow(10, m.decimals());
        return AskedChecks.text(Math.rint(value * scale) / scale);
    }

    private String first() {
        String rate = number("heart_rate_bpm") + "/min";
        for (Finding f : findings) {
            if (kind.finding(f.id()).orElseThrow().group().equals("rhythm")) {
                String name = capital(kind.finding(f.id()).orElseThrow().names().get(0));
                return switch (f.id()) {
                    case "atrial-fibrillation" ->
                            name + " with a mean ventricular rate of " + rate + ".";
                    case "atrial-flutter" ->
                            "%s at %s/min with %s conduction, ventricular rate %s."
                                    .formatted(
                                            name,
                                            number("atrial_rate_bpm"),
                                            f.details().get("ratio"),
                                            rate);
                    case "ventricular-tachycardia" ->
                            "%s at %s, atria at %s/min on their own."
                                    .formatted(name, rate, number("atrial_rate_bpm"));
                    case "paced-rhythm" ->
                            "%s (%s) at %s.".formatted(name, f.details().get("mode"), rate);
                    default -> name + " at " + rate + ".";
                };
            }
        }
        return "Ventricular rate " + rate + ".";
    }

    private String intervals() {
        List<String> parts = new ArrayList<>();
        if (measured.containsKey("pr_ms") && has("av-block-2-mobitz-1").isEmpty()) {
            parts.add("PR " + number("pr_ms") + " ms");
        }
        parts.add("QRS " + number("qrs_ms") + " ms");
        if (measured.containsKey("qt_ms")) {
            parts.add(
                    "QT %s ms, QTc %s ms (Fridericia; Bazett %s ms)"
                            .formatted(number("qt_ms"), number("qtc_ms"), number("qtc_bazett_ms")));
        }
        parts.add("QRS axis " + number("axis_deg") + "°");
        return String.join(", ", parts) + ".";
    }

    private String sentence(Finding f) {
        String name = kind.finding(f.id()).orElseThrow().names().get(0);
        Map<String, String> d = f.details();
        return switch (f.id()) {
            case "acute-infarction" ->
                    "posterior".equals(d.get("territory"))
                            ? "acute myocardial infarction of the posterior wall: ST depression up to %s mV in %s"
                                    .formatted(
                                            d.get("st_mv"), words(d.get("leads_down"), "V1 to V3"))
                            : "acute myocardial infarction of %s: ST elevation up to %s mV in %s%s"
                                    .formatted(
                                            wall(d),
                                            d.get("st_mv"),
                                            words(d.get("leads_up"), "no standard lead"),
                                            d.getOrDefault("leads_down", "").isEmpty()
                                                    ? ""
                                                    : ", reciprocal ST depression in "
                                                            + words(d.get("leads_down"), ""));
            case "old-infarction" ->
                    "old myocardial infarction of %s: %s in %s"
                            .formatted(
                                    wall(d),
                                    "posterior".equals(d.get("territory"))
                                            ? "tall R waves"
                                            : "Q waves",
                                    words(d.get("leads_q"), "single leads"));
            case "ischaemic-t-waves" ->
                    "T-wave inversion in "
                            + words(d.get("leads_t"), "single leads")
                            + ", as in ischaemia";
            case "hyperkalaemia" ->
                    "tall, narrow T waves, as with a potassium of "
                            + d.get("potassium_mmol_l")
                            + " mmol/L";
            case "hypokalaemia" ->
                    "ST depression, flat T waves and U waves, as with a potassium of "
                            + d.get("potassium_mmol_l")
                            + " mmol/L";
            case "digoxin-effect" -> "sagging ST segments, as with digoxin";
            case "av-block-3" ->
                    "%s: atria at %s/min, %s escape rhythm"
                            .formatted(name, number("atrial_rate_bpm"), d.get("escape"));
            case "av-block-2-mobitz-1", "av-block-2-mobitz-2" ->
                    name + ", " + d.get("ratio") + " conduction";
            case "premature-ventricular-complexes", "premature-atrial-complexes" ->
                    d.getOrDefault("pattern", "isolated").equals("isolated")
                            ? name
                            : name + " (" + d.get("pattern") + ")";
            case "left-ventricular-hypertrophy" ->
                    name
                            + " by voltage"
                            + (measured.containsKey("sokolow_mv")
                                    ? " (Sokolow-Lyon index " + number("sokolow_mv") + " mV)"
                                    : "")
                            + ("yes".equals(d.get("strain")) ? " with strain" : "");
            default -> name;
        };
    }

    private static String wall(Map<String, String> details) {
        return Territory.of(java.util.Optional.ofNullable(details.get("territory"))).wall();
    }

    private static String words(String leads, String none) {
        return leads == null || leads.isEmpty() ? none : leads.replace(",", ", ");
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
