package org.anamnesis.fhir;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.export.Database;
import org.anamnesis.export.RecordCheck;
import org.anamnesis.problem.EnvironmentException;

/**
 * FHIR R4: every resource is read, its id and references are looked up, its profiles must be known;
 * a sample is put before HAPI's validator, which takes hundredths of a second a resource.
 */
public final class FhirCheck implements RecordCheck {
    /** Share of the time that reading takes, about. */
    private static final double READING = 0.2;

    @Override
    public String format() {
        return "fhir";
    }

    @Override
    public Found check(Asked asked, Database.Steps steps) {
        steps.step("loading FHIR R4 and the packages", 0);
        FhirContext context = FhirContext.forR4();
        Packages packages = Packages.of(context, asked.packages());
        var validator = new Validator(context, packages);
        var all = new Contents(new Sample(asked.sample(), asked.seed()));
        List<Finding> findings = new ArrayList<>();
        for (Path folder : asked.folders()) {
            findings.addAll(all.read(folder, steps));
        }
        findings.addAll(all.unknown(validator));
        var tally = new Tally();
        List<JsonNode> sample = all.sample.drawn();
        for (int i = 0; i < sample.size(); i++) {
            JsonNode resource = sample.get(i);
            steps.step(
                    "checking resources", READING + (1 - READING) * i / Math.max(1, sample.size()));
            tally.add(
                    resource.path("resourceType").asText(),
                    Links.name(resource),
                    validator.messages(resource.toString()));
        }
        findings.addAll(tally.findings());
        steps.step("done", 1);
        List<Finding> sorted = new ArrayList<>(findings.stream().filter(Finding::error).toList());
        findings.stream().filter(f -> !f.error()).forEach(sorted::add);
        return new Found(
                "FHIR R4 (4.0.1) and " + packages.said(),
                all.counted,
                sample.size(),
                sorted,
                notes(all, sample.size(), packages, tally));
    }

    private static List<String> notes(Contents all, int inFull, Packages packages, Tally tally) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "%,d of %,d resources were checked in full; ids, references and names of profiles of all."
                        .formatted(inFull, all.resources()));
        if (all.withoutProfile > 0) {
            notes.add(
                    "%,d resources declare no profile: they are held against R4 alone."
                            .formatted(all.withoutProfile));
        }
        notes.add(
                "Codes of SNOMED CT, LOINC, RxNorm and ICD-10-CM were not looked up: that needs a terminology server.");
        if (!tally.unchecked().isEmpty()) {
            notes.add(
                    "Codes of these elements were not checked, for their value sets need what is not here: "
                            + String.join(", ", tally.unchecked())
                            + ".");
        }
        if (!packages.absent().isEmpty()) {
            notes.add(
                    "The packages build on others that are not here: "
                            + String.join(", ", packages.absent())
                            + ".");
        }
        return notes;
    }

    /** What stands in the folders. */
    private static final class Contents {
        private final Sample sample;
        private final Map<String, Long> counted = new TreeMap<>();
        private final Map<String, Long> profiles = new TreeMap<>();
        private final Map<String, String> declaredBy = new TreeMap<>();
        private long withoutProfile;

        private Contents(Sample sample) {
            this.sample = sample;
        }

        private long resources() {
            return counted.values().stream().mapToLong(n -> n).sum();
        }

        /** Ids hold within a folder: another may hold the same patients once more. */
        private List<Finding> read(Path folder, Database.Steps steps) {
            var links = new Links();
            var unreadable = new Unreadable();
            var taker =
                    new Resources.Taker() {
                        @Override
                        public void take(JsonNode resource, String fullUrl) {
                            links.take(resource, fullUrl);
                            sample.take(resource);
                            count(resource);
                        }

                        @Override
                        public void unreadable(String where, String why) {
                            unreadable.add(where + ": " + why);
                        }
                    };
            try {
                List<Path> files = Resources.files(folder);
                for (int f = 0; f < files.size(); f++) {
                    steps.step("reading " + files.get(f).getFileName(), READING * f / files.size());
                    Resources.read(files.get(f), taker);
                }
            } catch (IOException e) {
                throw new EnvironmentException(
                        "%s could not be read (%s).".formatted(folder, e.getMessage()), e);
            }
            List<Finding> findings = new ArrayList<>(unreadable.findings(resources()));
            findings.addAll(links.findings());
            return findings;
        }

        private void count(JsonNode resource) {
            counted.merge(resource.path("resourceType").asText(), 1L, Long::sum);
            JsonNode declared = resource.path("meta").path("profile");
            withoutProfile += declared.isEmpty() ? 1 : 0;
            for (JsonNode profile : declared) {
                profiles.merge(profile.asText(), 1L, Long::sum);
                declaredBy.putIfAbsent(profile.asText(), Links.name(resource));
            }
        }

        private List<Finding> unknown(Validator validator) {
            List<Finding> findings = new ArrayList<>();
            profiles.forEach(
                    (profile, n) -> {
                        if (!validator.knows(profile)) {
                            findings.add(
                                    new Finding(
                                            "profile.unknown",
                                            profile,
                                            true,
                                            n,
                                            resources(),
                                            "%s; none of the packages defines it: give its package by --packages"
                                                    .formatted(declaredBy.get(profile))));
                        }
                    });
            return findings;
        }
    }

    /** Lines and files that are no resources. */
    private static final class Unreadable {
        private long count;
        private String first = "";

        private void add(String what) {
            if (count++ == 0) {
                first = what;
            }
        }

        private List<Finding> findings(long read) {
            return count == 0
                    ? List.of()
                    : List.of(new Finding("unreadable", "", true, count, read + count, first));
        }
    }
}
