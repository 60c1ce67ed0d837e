package org.anamnesis.signals.eeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/** Draws one page of each finding for eyes to judge: {@code ShowEegs FOLDER}. */
final class ShowEegs {
    private ShowEegs() {}

    static Map<String, Study> pages() {
        var all = new TreeMap<String, Study>();
        all.put("awake", page(44, Map.of(), 11, People.finding(Sign.NORMAL_EEG)));
        all.put(
                "child",
                page(4, Map.of("state", "eyes-closed"), 12, People.finding(Sign.NORMAL_EEG)));
        all.put("n2", page(30, Map.of("state", "n2"), 13));
        all.put("n3", page(25, Map.of("state", "n3"), 14));
        all.put("n1", page(35, Map.of("state", "drowsy"), 15));
        all.put("rem", page(35, Map.of("state", "rem"), 16));
        all.put("absence", page(7, Map.of(), 17, People.finding(Sign.ABSENCE_SEIZURE, "hz", "3")));
        all.put(
                "spikes",
                page(
                        33,
                        Map.of("state", "eyes-closed"),
                        18,
                        People.finding(
                                Sign.FOCAL_SPIKES,
                                "side",
                                "left",
                                "lobe",
                                "temporal",
                                "count",
                                "150")));
        all.put(
                "sharp",
                page(
                        33,
                        Map.of(),
                        19,
                        People.finding(
                                Sign.FOCAL_SHARP_WAVES,
                                "side",
                                "right",
                                "lobe",
                                "frontal",
                                "count",
                                "100")));
        all.put(
                "seizure",
                page(
                        41,
                        Map.of(),
                        20,
                        People.finding(
                                Sign.FOCAL_SEIZURE,
                                "side",
                                "left",
                                "lobe",
                                "temporal",
                                "duration_s",
                                "80",
                                "hz",
                                "6")));
        all.put(
                "frontal",
                page(
                        29,
                        Map.of(),
                        28,
                        People.finding(
                                Sign.FOCAL_SEIZURE,
                                "side",
                                "right",
                                "lobe",
                                "frontal",
                                "onset",
                                "spikes",
                                "duration_s",
                                "34",
                                "hz",
                                "5")));
        all.put(
                "focal-slow",
                page(
                        66,
                        Map.of("state", "eyes-closed"),
                        21,
                        People.finding(
                                Sign.FOCAL_SLOWING,
                                "side",
                                "right",
                                "lobe",
                                "temporal",
                                "severity",
                                "moderate")));
        all.put(
                "general-slow",
                page(
                        78,
                        Map.of(),
                        22,
                        People.finding(
                                Sign.GENERALIZED_SLOWING, "severity", "moderate", "hz", "5")));
        all.put(
                "burst",
                page(60, Map.of(), 23, People.finding(Sign.BURST_SUPPRESSION, "ratio_pct", "70")));
        all.put(
                "lpd",
                page(
                        60,
                        Map.of(),
                        24,
                        People.finding(
                                Sign.LATERALIZED_PERIODIC_DISCHARGES,
                                "side",
                                "right",
                                "lobe",
                                "temporal",
                                "hz",
                                "1")));
        all.put(
                "triphasic",
                page(
                        60,
                        Map.of(),
                        25,
                        People.finding(
                                Sign.GENERALIZED_PERIODIC_DISCHARGES,
                                "hz",
                                "1.6",
                                "shape",
                                "triphasic")));
        all.put("beta", page(50, Map.of(), 26, People.finding(Sign.EXCESS_BETA)));
        all.put("noisy", page(50, Map.of("artefacts", "many", "mains_hz", "50"), 27));
        return all;
    }

    private static Study page(double age, Map<String, String> settings, long key, Finding... f) {
        var all = new TreeMap<>(settings);
        all.putIfAbsent("duration_s", "300");
        return new EegStudio().plan(People.aged(age), People.asked(all, f), key);
    }

    /** Pages of the guide: the first of each, and those that need another moment. */
    static Map<String, byte[]> drawn() {
        var all = new TreeMap<String, byte[]>();
        pages().forEach((name, study) -> all.put(name, EegPicture.of(study)));
        var seizure = pages().get("seizure");
        double onset = first(seizure, Sign.FOCAL_SEIZURE).onset();
        all.put("seizure-onset", EegPicture.of(seizure, (long) onset + 8));
        all.put("seizure-late", EegPicture.of(seizure, (long) onset + 58));
        all.put("seizure-end", EegPicture.of(seizure, (long) onset + 75));
        var frontal = pages().get("frontal");
        all.put(
                "seizure-frontal",
                EegPicture.of(frontal, (long) first(frontal, Sign.FOCAL_SEIZURE).onset() - 2));
        var sleep = pages().get("n2");
        all.put("n2", EegPicture.of(sleep, (long) first(sleep, Sign.K_COMPLEXES).onset() - 4));
        return all;
    }

    private static EegEvent first(Study study, Sign sign) {
        return Score.of(study).events().stream()
                .filter(e -> e.sign() == sign)
                .findFirst()
                .orElseThrow();
    }

    /** Draws the pages and, beside them, writes the recordings for other programs to measure. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (var p : drawn().entrySet()) {
            Files.write(folder.resolve(p.getKey() + ".svg"), p.getValue());
        }
        for (var p : pages().entrySet()) {
            var files =
                    new EegStudio().write(p.getValue(), folder, java.util.Set.of("edf")).files();
            Files.move(
                    folder.resolve(files.get(0)),
                    folder.resolve(p.getKey() + ".edf"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            System.out.println(p.getKey() + ": " + p.getValue().reading());
        }
    }
}
