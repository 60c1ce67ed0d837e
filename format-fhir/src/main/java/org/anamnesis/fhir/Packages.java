package org.anamnesis.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** Packages of profiles: US Core 6.1.0, which is built in, and those that the user has. */
final class Packages {
    private static final String BUILT_IN = "us_core_610.tgz";

    /** That of R4, which HAPI brings. */
    private static final String CORE = "hl7.fhir.r4.core";

    private final FhirContext context;
    private final PrePopulatedValidationSupport support;
    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, String> named = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Map<String, List<String>>> standIns = StandIns.read();

    private Packages(FhirContext context) {
        this.context = context;
        this.support = new PrePopulatedValidationSupport(context);
    }

    /**
     * @param path a package or a folder of them; one of US Core takes the place of the built-in one
     */
    static Packages of(FhirContext context, Optional<Path> path) {
        var packages = new Packages(context);
        try {
            if (path.isPresent()) {
                for (Path file : files(path.get())) {
                    try (InputStream in = Files.newInputStream(file)) {
                        packages.add(in, file.getFileName().toString());
                    }
                }
            }
            if (!packages.versions.containsKey("hl7.fhir.us.core")) {
                try (InputStream in = Packages.class.getResourceAsStream(BUILT_IN)) {
                    packages.add(in, BUILT_IN);
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "A FHIR package could not be read (%s).".formatted(e.getMessage()), e);
        }
        if (!packages.problems.isEmpty()) {
            throw new RequestException(packages.problems);
        }
        return packages;
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        List<Path> files = List.of();
        if (Files.isDirectory(path)) {
            try (Stream<Path> all = Files.list(path)) {
                files = all.filter(f -> f.toString().endsWith(".tgz")).sorted().toList();
            }
        }
        if (files.isEmpty()) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "validate.packages.absent",
                                    path.toString(),
                                    "There is no FHIR package",
                                    "a package such as us_core_610.tgz, or a folder of them")));
        }
        return files;
    }

    private void add(InputStream in, String file) {
        NpmPackage npm;
        try {
            npm = NpmPackage.fromPackage(in);
            if (npm.name() == null || npm.getFolders().get("package") == null) {
                throw new IOException("it has no package.json");
            }
        } catch (IOException | RuntimeException e) {
            problems.add(
                    new Problem(
                            "validate.package.damaged",
                            file,
                            "This is no whole FHIR package (" + e.getMessage() + ")",
                            "the package.tgz that its publisher offers, fetched anew"));
            return;
        }
        String version = npm.version();
        String fhir = fhir(npm);
        if (!fhir.contains("4.0")) {
            problems.add(
                    new Problem(
                            "validate.package.version",
                            file,
                            "%s is for FHIR %s; the resources are R4".formatted(npm.name(), fhir),
                            "a package for FHIR 4.0.1"));
            return;
        }
        String before = versions.putIfAbsent(npm.name(), version);
        if (before != null) {
            problems.add(
                    new Problem(
                            "validate.package.twice",
                            file,
                            "Two versions of %s are given: %s and %s"
                                    .formatted(npm.name(), before, version),
                            "one of them"));
            return;
        }
        load(npm, file);
    }

    private void load(NpmPackage npm, String file) {
        JsonNode needs = description(npm).path("dependencies");
        needs.fieldNames().forEachRemaining(d -> named.put(d, needs.get(d).asText()));
        NpmPackage.NpmPackageFolder folder = npm.getFolders().get("package");
        for (String name : folder.listFiles()) {
            if (!name.matches("(StructureDefinition|ValueSet|CodeSystem)-.*\\.json")) {
                continue;
            }
            try {
                var text = new String(folder.fetchFile(name), StandardCharsets.UTF_8);
                var resource = context.newJsonParser().parseResource(text);
                if (resource instanceof ValueSet set) {
                    StandIns.complete(set, standIns);
                }
                support.addResource(resource);
            } catch (IOException | DataFormatException | FHIRException e) {
                problems.add(
                        new Problem(
                                "validate.package.damaged",
                                file + ": " + name,
                                "A definition of the package cannot be read (%s)"
                                        .formatted(e.getMessage()),
                                "the package that its publisher offers, fetched anew"));
                return;
            }
        }
    }

    /** What its publisher says of itself. */
    private static JsonNode description(NpmPackage npm) {
        try {
            return Resources.JSON.readTree(npm.getNpm().toString());
        } catch (IOException e) {
            return Resources.JSON.createObjectNode(); // HAPI has read it already
        }
    }

    /** The versions of FHIR that it is for; HAPI would guess them from what it builds on. */
    private static String fhir(NpmPackage npm) {
        List<String> versions = new ArrayList<>();
        description(npm).path("fhirVersions").forEach(v -> versions.add(v.asText()));
        return versions.isEmpty() ? npm.fhirVersion() : String.join(", ", versions);
    }

    PrePopulatedValidationSupport support() {
        return support;
    }

    /** For people: {@code hl7.fhir.us.core 6.1.0}. */
    String said() {
        List<String> all = new ArrayList<>();
        versions.forEach((name, version) -> all.add(name + " " + version));
        return String.join(", ", all);
    }

    /** Packages that these build on and that are not there. */
    Set<String> absent() {
        Set<String> absent = new TreeSet<>();
        named.forEach(
                (name, version) -> {
                    if (!versions.containsKey(name) && !name.equals(CORE)) {
                        absent.add(name + " " + version);
                    }
                });
        return absent;
    }
}
