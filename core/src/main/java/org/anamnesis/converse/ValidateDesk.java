package org.anamnesis.converse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.anamnesis.export.RecordCheck;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** Checks the records of a folder, each format by the module that knows it. */
final class ValidateDesk {
    private static final int BEGINNING = 4096;

    private ValidateDesk() {}

    static Validated validate(ValidateRequest request, Progress progress) {
        long start = System.nanoTime();
        Map<String, List<Path>> formats = formats(request.folder());
        Map<String, RecordCheck> known = new LinkedHashMap<>();
        ServiceLoader.load(RecordCheck.class, ValidateDesk.class.getClassLoader())
                .forEach(c -> known.put(c.format(), c));
        List<Problem> problems = new ArrayList<>();
        request.packages()
                .filter(p -> !Files.exists(p))
                .ifPresent(
                        p ->
                                problems.add(
                                        new Problem(
                                                "validate.packages.absent",
                                                p.toString(),
                                                "There is no FHIR package",
                                                "a package such as us_core_610.tgz, or a folder of them")));
        for (String format : formats.keySet()) {
            if (!known.containsKey(format)) {
                problems.add(
                        new Problem(
                                "validate.absent",
                                format,
                                "This installation has no module that checks this format",
                                "the launcher ./anamnesis, which adds it"));
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        List<Validated.Format> found = new ArrayList<>();
        formats.forEach(
                (format, folders) -> {
                    var asked =
                            new RecordCheck.Asked(
                                    folders, request.packages(), request.sample(), request.seed());
                    found.add(
                            Validated.Format.of(
                                    format, known.get(format).check(asked, progress::step)));
                });
        return new Validated(found, (System.nanoTime() - start) / 1e9);
    }

    /** The folders of each format: those that {@code generate} makes, or the one named. */
    private static Map<String, List<Path>> formats(Path named) {
        Map<String, List<Path>> formats = new LinkedHashMap<>();
        try {
            List<Path> fhir = new ArrayList<>();
            for (String inside : List.of("fhir", "bundles", "")) {
                Path folder = named.resolve(inside);
                if (Files.isDirectory(folder) && isFhir(folder)) {
                    fhir.add(folder);
                }
            }
            if (!fhir.isEmpty()) {
                formats.put("fhir", fhir);
            }
            for (Path folder : List.of(named.resolve("omop"), named)) {
                if (isOmop(folder)) {
                    formats.put("omop", List.of(folder));
                    break;
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The folder %s cannot be read (%s).".formatted(named, e.getMessage()), e);
        }
        if (formats.isEmpty()) {
            boolean there = Files.isDirectory(named);
            throw new RequestException(
                    List.of(
                            new Problem(
                                    there ? "validate.folder.records" : "validate.folder.absent",
                                    named.toString(),
                                    there
                                            ? "The folder holds neither FHIR resources nor OMOP tables"
                                            : "There is no folder of this name",
                                    "a folder that generate --format fhir,bundles,omop made")));
        }
        return formats;
    }

    private static boolean isOmop(Path folder) throws IOException {
        for (String file : List.of("person.csv", "person.parquet")) {
            if (Files.isRegularFile(folder.resolve(file))) {
                return true;
            }
        }
        return false;
    }

    /** NDJSON is taken for FHIR; other JSON, such as a manifest, only if a resource begins it. */
    private static boolean isFhir(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".ndjson") || (name.endsWith(".json") && isResource(file))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isResource(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            return begin.contains("\"resourceType\"");
        }
    }
}
