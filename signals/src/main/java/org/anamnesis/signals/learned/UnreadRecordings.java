package org.anamnesis.signals.learned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;

/** Recordings that cannot be learned as they are: told by their names, for nothing reads them. */
final class UnreadRecordings {
    /** What files of other formats are called; of a format of several files the first. */
    private static final Map<String, String> FORMATS =
            Map.ofEntries(
                    Map.entry("dcm", "DICOM"),
                    Map.entry("dicom", "DICOM"),
                    Map.entry("nii", "NIfTI"),
                    Map.entry("bdf", "BDF"),
                    Map.entry("gdf", "GDF"),
                    Map.entry("vhdr", "BrainVision"),
                    Map.entry("set", "EEGLAB"),
                    Map.entry("cnt", "Neuroscan CNT"),
                    Map.entry("fif", "FIF"),
                    Map.entry("scp", "SCP-ECG"),
                    Map.entry("mat", "MATLAB"));

    private static final int DEEP = 6;

    private UnreadRecordings() {}

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private static Path header(Path samples) {
        String name = samples.getFileName().toString();
        return samples.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".hea");
    }

    /** Samples of WFDB whose header is not there. */
    static long headless(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEP)) {
            return all.filter(f -> ending(f).equals("dat"))
                    .filter(Files::isRegularFile)
                    .filter(f -> !Files.exists(header(f)))
                    .count();
        }
    }

    /** Why one file is not learned; none if it is no recording. */
    static Optional<Problem> file(Path file) {
        String ending = ending(file);
        String name = file.getFileName().toString();
        if (List.of("hea", "edf").contains(ending)
                || (ending.equals("dat") && Files.exists(header(file)))) {
            return Optional.of(
                    new Problem(
                            "recordings.one",
                            name,
                            "This is one recording; a model of it would be this person.",
                            "the folder of the recordings of at least 50 persons"));
        }
        return Optional.ofNullable(FORMATS.get(ending)).map(format -> other(name, format, 1));
    }

    /** Why a folder without WFDB and EDF is not learned; none if it holds no recordings. */
    static Optional<Problem> folder(Path folder) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        boolean tables = false;
        try (Stream<Path> all = Files.walk(folder, DEEP)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String ending = ending(file);
                tables |= List.of("csv", "tsv", "parquet", "ndjson").contains(ending);
                if (FORMATS.containsKey(ending)) {
                    found.merge(FORMATS.get(ending), 1, Integer::sum);
                }
            }
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        long headless = headless(folder);
        if (tables) {
            return Optional.empty(); // a folder of tables, whatever else lies there
        }
        if (headless > 0) {
            return Optional.of(
                    new Problem(
                            "recordings.headers",
                            name,
                            "The folder has %,d file%s of samples (.dat) and no header (.hea)."
                                    .formatted(headless, headless == 1 ? "" : "s"),
                            "copy both files of each WFDB record"));
        }
        return found.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e -> other(name, e.getKey(), e.getValue()));
    }

    private static Problem other(String where, String format, int files) {
        boolean images = List.of("DICOM", "NIfTI").contains(format);
        return new Problem(
                "recordings.format",
                where,
                "%s of %s; ECGs and EEGs are learned as WFDB or EDF%s."
                        .formatted(
                                files == 1
                                        ? "This is a file"
                                        : "These are %,d files".formatted(files),
                                format,
                                images ? ", and images not at all" : ""),
                "a folder of WFDB records (.hea, .dat) or of EDF files");
    }
}
