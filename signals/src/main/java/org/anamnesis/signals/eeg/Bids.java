package org.anamnesis.signals.eeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anamnesis.signals.file.EdfAnnotation;
import org.anamnesis.study.Study;

/**
 * The side files of BIDS-EEG (Pernet et al. 2019, doi:10.1038/s41597-019-0104-8). One visit is one
 * session; two files stand for all patients.
 */
final class Bids {
    /** First line of {@code participants.tsv}. */
    static final String PARTICIPANTS = "participant_id\tage\tsex";

    /** Key of a patient's line among the links of a study. */
    static final String PARTICIPANT = "participant";

    private final Study study;
    private final Path folder;
    private final String subject;
    private final String stem;

    Bids(Study study, Path folder) {
        this.study = study;
        this.folder = folder;
        this.subject = "sub-" + label(study.person().patientId());
        String session = "ses-" + label(study.person().encounterId());
        String task = study.settings().get("state").replaceAll("[^A-Za-z0-9]", "");
        this.stem = subject + "/" + session + "/eeg/" + subject + "_" + session + "_task-" + task;
    }

    private static String label(String id) {
        String plain = id.replaceAll("[^A-Za-z0-9]", "");
        return plain.isEmpty() ? "0" : plain;
    }

    String edf() {
        return stem + "_eeg.edf";
    }

    /**
     * Writes the files of all patients, who may have come more than once; answers their paths.
     *
     * @param participants lines of {@code participants.tsv}
     */
    static List<String> whole(Path folder, List<String> participants) throws IOException {
        var files = new ArrayList<String>();
        put(folder, files, "dataset_description.json", description());
        String lines = PARTICIPANTS + "\n" + String.join("\n", participants) + "\n";
        put(folder, files, "participants.tsv", lines);
        return files;
    }

    /** The patient's line of {@code participants.tsv}. */
    String participant() {
        return subject
                + "\t"
                + Details.text(Math.floor(study.person().age()), 0)
                + "\t"
                + (study.person().female() ? "F" : "M");
    }

    /** Writes all but the EDF file; answers all paths, that one first. */
    List<String> write(List<EdfAnnotation> annotations) throws IOException {
        var files = new ArrayList<String>();
        files.add(edf());
        put(folder, files, stem + "_eeg.json", sidecar());
        put(folder, files, stem + "_channels.tsv", channels());
        put(folder, files, stem + "_events.tsv", events(annotations));
        String space = stem.substring(0, stem.indexOf("_task-"));
        put(folder, files, space + "_electrodes.tsv", electrodes());
        put(folder, files, space + "_coordsystem.json", coordinates());
        return files;
    }

    private static void put(Path folder, List<String> files, String name, String text)
            throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        files.add(name);
    }

    private String sidecar() {
        String mains = study.settings().getOrDefault("mains_hz", "none");
        return object(
                List.of(
                        Map.entry("TaskName", quoted(study.settings().get("state"))),
                        Map.entry(
                                "TaskDescription",
                                quoted(
                                        "SYNTHETIC recording made by Anamnesis; no person was recorded")),
                        Map.entry("Manufacturer", quoted("Anamnesis")),
                        Map.entry("EEGReference", quoted("linked earlobes (A1+A2)/2")),
                        Map.entry("EEGPlacementScheme", quoted("10-20")),
                        Map.entry("SamplingFrequency", study.settings().get("rate_hz")),
                        Map.entry(
                                "PowerLineFrequency", mains.equals("none") ? quoted("n/a") : mains),
                        Map.entry("SoftwareFilters", quoted("n/a")),
                        Map.entry(
                                "HardwareFilters",
                                "{\"High-pass\": {\"Cutoff frequency (Hz)\": 0.16, \"Order\": 1}}"),
                        Map.entry("EEGChannelCount", Integer.toString(Electrodes.COUNT)),
                        Map.entry("RecordingType", quoted("continuous")),
                        Map.entry("RecordingDuration", study.settings().get("duration_s"))));
    }

    private String channels() {
        var text =
                new StringBuilder(
                        "name\ttype\tunits\treference\tlow_cutoff\thigh_cutoff\tsampling_frequency\n");
        for (String name : Electrodes.NAMES) {
            text.append("EEG ").append(name).append("-Ref\tEEG\tuV\tA1, A2\t0.16\tn/a\t");
            text.append(study.settings().get("rate_hz")).append('\n');
        }
        return text.toString();
    }

    private static String events(List<EdfAnnotation> annotations) {
        var text = new StringBuilder("onset\tduration\ttrial_type\n");
        for (var a : annotations) {
            text.append(Details.text(a.onset(), 4)).append('\t');
            text.append(Details.text(a.duration(), 4)).append('\t');
            text.append(a.text()).append('\n');
        }
        return text.toString();
    }

    private static String electrodes() {
        var text = new StringBuilder("name\tx\ty\tz\n");
        for (int e = 0; e < Electrodes.COUNT; e++) {
            double[] at = Electrodes.position(e);
            text.append("EEG ").append(Electrodes.NAMES.get(e)).append("-Ref");
            for (double x : at) {
                text.append('\t').append(Details.text(92 * x, 1));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String coordinates() {
        return object(
                List.of(
                        Map.entry("EEGCoordinateSystem", quoted("Other")),
                        Map.entry("EEGCoordinateUnits", quoted("mm")),
                        Map.entry(
                                "EEGCoordinateSystemDescription",
                                quoted(
                                        "A sphere of 92 mm; x to the right ear, y to the nose, z to"
                                                + " the vertex"))));
    }

    private static String description() {
        return object(
                List.of(
                        Map.entry("Name", quoted("Synthetic EEGs made by Anamnesis")),
                        Map.entry("BIDSVersion", quoted("1.8.0")),
                        Map.entry("DatasetType", quoted("raw")),
                        Map.entry("Authors", "[\"Anamnesis\"]")));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String object(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                        .map(e -> "  " + quoted(e.getKey()) + ": " + e.getValue())
                        .collect(java.util.stream.Collectors.joining(",\n", "{\n", "\n"))
                + "}\n";
    }
}
