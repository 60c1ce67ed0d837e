package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/** The written reading of an EEG: recording, background, findings, impression. */
final class EegReport {
    private EegReport() {}

    static String of(Study study) {
        var lines = new ArrayList<String>();
        lines.add(recording(study));
        lines.add(background(study));
        study.findings().stream()
                .filter(f -> !Sign.of(f.id()).orElseThrow().artefact())
                .map(EegReport::finding)
                .filter(s -> !s.isEmpty())
                .forEach(lines::add);
        artefacts(study, lines);
        lines.add("Impression: " + impression(study));
        return String.join(" ", lines);
    }

    private static String recording(Study study) {
        double seconds = Details.number(study.settings().get("duration_s"));
        String length =
                seconds < 120
                        ? Details.text(seconds, 0) + " s"
                        : seconds < 7200
                                ? Details.text(seconds / 60, 0) + " min"
                                : Details.text(seconds / 3600, 1) + " h";
        String state =
                switch (study.settings().get("state")) {
                    case "eyes-closed" -> "awake with closed eyes";
                    case "eyes-open" -> "awake with open eyes";
                    case "drowsy" -> "in drowsiness (N1)";
                    case "n2" -> "in sleep stage N2";
                    case "n3" -> "in sleep stage N3";
                    case "rem" -> "in REM sleep";
                    case "sleep" -> "during falling asleep and sleep";
                    case "coma" -> "in coma or sedation";
                    default -> "awake, eyes closed and open";
                };
        return "EEG of "
                + length
                + ", "
                + state
                + ", 21 electrodes of the 10-20 system against linked earlobes.";
    }

    private static String background(Study study) {
        Double hz = study.measurements().get("alpha_hz");
        Double uv = study.measurements().get("alpha_uv");
        if (hz == null || uv == null) {
            return study.settings().get("state").equals("coma")
                    ? "No continuous background."
                    : "No posterior rhythm to be assessed.";
        }
        double age = study.person().age();
        String judged = Ages.slow(hz, age) ? ", slow for the age" : "";
        String reacts =
                study.settings().get("state").equals("awake") ? ", blocked by eye opening" : "";
        return "Posterior dominant rhythm of "
                + Details.text(hz, 1)
                + " Hz and "
                + Details.text(uv, 0)
                + " µV"
                + judged
                + reacts
                + ".";
    }

    private static String finding(Finding f) {
        var sign = Sign.of(f.id()).orElseThrow();
        String place = f.details().containsKey("side") ? Focus.of(f).words() : "";
        String hz = f.details().getOrDefault("hz", "");
        String count = f.details().getOrDefault("count", "");
        String severity = f.details().getOrDefault("severity", "");
        return switch (sign) {
            case NORMAL_EEG -> "";
            case BURST_SUPPRESSION ->
                    "Burst suppression, "
                            + f.details().get("ratio_pct")
                            + " % of the record suppressed below 10 µV.";
            case FOCAL_SEIZURE ->
                    times(count, "focal seizure")
                            + ", "
                            + place
                            + (f.details().getOrDefault("onset", "").equals("spikes")
                                    ? " onset with repetitive spikes at "
                                    : " onset with a rhythm of ")
                            + hz
                            + " Hz, slowing and spreading over the hemisphere and to the other side,"
                            + " up to "
                            + f.details().get("duration_s")
                            + " s, with slow waves afterwards.";
            case ABSENCE_SEIZURE ->
                    times(count, "absence seizure")
                            + " with generalized spike-and-wave of "
                            + hz
                            + " Hz, up to "
                            + f.details().get("duration_s")
                            + " s.";
            case LATERALIZED_PERIODIC_DISCHARGES ->
                    "Lateralized periodic discharges, " + place + ", " + hz + " Hz.";
            case GENERALIZED_PERIODIC_DISCHARGES ->
                    "Generalized periodic discharges of "
                            + hz
                            + " Hz"
                            + (f.details().get("shape").equals("triphasic")
                                    ? " with triphasic shape."
                                    : ".");
            case GENERALIZED_SPIKE_WAVE ->
                    times(count, "brief run")
                            + " of generalized spike-and-wave of "
                            + hz
                            + " Hz without seizure.";
            case FOCAL_SPIKES -> times(count, place + " spike") + " (20–70 ms).";
            case FOCAL_SHARP_WAVES -> times(count, place + " sharp wave") + " (70–200 ms).";
            case FOCAL_SLOWING ->
                    upper(severity) + " focal slowing, " + place + ", about " + hz + " Hz.";
            case GENERALIZED_SLOWING ->
                    upper(severity) + " generalized slowing, about " + hz + " Hz.";
            case EXCESS_BETA -> "Increased beta activity, about " + hz + " Hz.";
            case SLEEP_SPINDLES -> times(count, "sleep spindle") + " of about " + hz + " Hz.";
            case K_COMPLEXES -> times(count, "K-complex") + ".";
            case VERTEX_WAVES -> times(count, "vertex wave") + ".";
            default -> "";
        };
    }

    private static void artefacts(Study study, List<String> lines) {
        var names =
                study.findings().stream()
                        .filter(f -> Sign.of(f.id()).orElseThrow().artefact())
                        .map(f -> EegKind.kind().finding(f.id()).orElseThrow().names().get(0))
                        .toList();
        if (!names.isEmpty()) {
            lines.add("Artefacts: " + String.join(", ", names) + ".");
        }
    }

    private static String impression(Study study) {
        var told = new ArrayList<String>();
        for (var f : study.findings()) {
            var sign = Sign.of(f.id()).orElseThrow();
            if (sign.abnormal()) {
                String name = EegKind.kind().finding(f.id()).orElseThrow().names().get(0);
                told.add(
                        f.details().containsKey("side") ? name + ", " + Focus.of(f).words() : name);
            }
        }
        if (told.isEmpty()) {
            return "normal EEG"
                    + (study.findings().stream().anyMatch(EegReport::beta)
                            ? " with beta activity as under sedatives."
                            : ".");
        }
        return "abnormal EEG: " + String.join("; ", told) + ".";
    }

    private static boolean beta(Finding f) {
        return f.id().equals(Sign.EXCESS_BETA.id());
    }

    private static final Map<String, String> PLURALS = Map.of("K-complex", "K-complexes");

    private static String times(String count, String what) {
        return count.equals("1")
                ? "1 " + what
                : count + " " + PLURALS.getOrDefault(what, what + "s");
    }

    private static String upper(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
