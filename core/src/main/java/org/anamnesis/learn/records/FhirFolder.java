package org.anamnesis.learn.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * A folder of FHIR R4: NDJSON files, one resource a line, or JSON files, one resource or Bundle.
 */
final class FhirFolder {
    private static final String NDJSON = ".ndjson";
    private static final String BUNDLE = ".json";
    private static final int BEGINNING = 4096;

    /** FHIR decimals keep the digits that they were written with: 1.50 is no 1.5. */
    private static final JSON RESOURCES = JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);

    private FhirFolder() {}

    static boolean is(Path folder) throws IOException {
        List<Path> files = files(folder);
        for (Path file : files) {
            byte[] begin = new byte[BEGINNING];
            try (var in = Files.newInputStream(file)) {
                int n = in.readNBytes(begin, 0, begin.length);
                if (new String(begin, 0, n, UTF_8).contains("\"resourceType\"")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** NDJSON before Bundles, patients before what refers to them. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> name(f).endsWith(NDJSON) || name(f).endsWith(BUNDLE))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws RequestException if a line is no resource
     */
    static void read(Path folder, RecordTables into, RecordCodes codes) throws IOException {
        var resources = new FhirResources(into, codes);
        // three times, for a resource may stand before what it refers to
        for (FhirResources.Round round : FhirResources.Round.values()) {
            for (Path file : files(folder)) {
                read(file, round, resources);
            }
        }
    }

    private static void read(Path file, FhirResources.Round round, FhirResources resources)
            throws IOException {
        if (!name(file).endsWith(NDJSON)) {
            String text = Files.readString(file, UTF_8);
            if (text.contains("\"resourceType\"")) { // else a manifest or the like lies beside
                resources.read(object(text, file, 1), round);
            }
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                // most lines are of one type, and told by their first characters
                if (!line.isBlank() && round.wants(line)) {
                    resources.read(object(line, file, number), round);
                }
            }
        }
    }

    private static Map<String, Object> object(String text, Path file, long line)
            throws IOException {
        try {
            return RESOURCES.mapFrom(text);
        } catch (IOException e) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "records.fhir.line",
                                    file.getFileName() + ", line " + line,
                                    "This is no JSON object: %s."
                                            .formatted(
                                                    e.getMessage().lines().findFirst().orElse("")),
                                    "one FHIR resource a line, as bulk data has it")));
        }
    }
}
