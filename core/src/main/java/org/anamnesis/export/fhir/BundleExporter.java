package org.anamnesis.export.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.Folders;
import org.anamnesis.export.StudyReferences;
import org.anamnesis.export.TableFile;
import org.anamnesis.export.TableGroup;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;

/**
 * FHIR R4 as one transaction Bundle a patient, in the folder {@code bundles}: what a server takes
 * at once. The resources are those of {@link FhirExporter}, put under their ids, so that sending a
 * Bundle twice changes nothing.
 */
public final class BundleExporter implements Exporter {
    static final String FOLDER = "bundles";

    private static final String PARTS = ".parts";

    /** By its name before the patients, who refer to what it holds. */
    private static final String CARE = "0-care.json";

    private static final String END = "\n]}\n";

    /** Where relative references of a Bundle lead; no such place exists. */
    private static final String BASE = "https://anamnesis.invalid/fhir/";

    /** In the order in which a server may store them one by one. */
    private static final List<String> SHARED = List.of("Organization", "Location", "Practitioner");

    private static final List<String> OF_PATIENTS =
            List.of(
                    "Patient",
                    "Encounter",
                    "Condition",
                    "Observation",
                    "DiagnosticReport",
                    "Goal",
                    "CarePlan",
                    "MedicationRequest",
                    "Procedure",
                    "Immunization",
                    "AllergyIntolerance",
                    "Provenance");

    private final FhirExporter resources = new FhirExporter();

    @Override
    public String format() {
        return FOLDER;
    }

    @Override
    public Sink open(ExportRequest request) throws IOException {
        if (!request.tables().contains(TableGroup.EHR)) {
            return resources.open(request); // which writes nothing then
        }
        Path folder = request.directory().resolve(FOLDER);
        Path parts = folder.resolve(PARTS);
        Files.createDirectories(parts);
        var inside =
                new ExportRequest(
                        parts,
                        request.header(),
                        request.tables(),
                        request.catalog(),
                        request.names());
        return new BundleSink(resources.open(inside, false), folder, parts);
    }

    @Override
    public Optional<StudyReferences> references(ExportRequest request) throws IOException {
        Path parts = request.directory().resolve(FOLDER).resolve(PARTS);
        return Optional.of(new Inside(new StudyResources(parts, request.header())));
    }

    /** What lies among the parts is no file of the export. */
    private record Inside(StudyReferences parts) implements StudyReferences {
        @Override
        public void accept(
                long number, int visit, Study study, StudyFiles files, Path from, String below)
                throws IOException {
            parts.accept(number, visit, study, files, from, below);
        }

        @Override
        public List<TableFile> finish() throws IOException {
            parts.finish();
            parts.close();
            return List.of();
        }

        @Override
        public void close() throws IOException {
            parts.close();
        }
    }

    /** The parts lie there until they are bundled. */
    @Override
    public double bytesPerPatient(CohortHeader header, TableGroup group) {
        return 2.2 * resources.bytesPerPatient(header, group);
    }

    private record BundleSink(Sink resources, Path folder, Path parts) implements Sink {
        @Override
        public void accept(PatientBlock block) throws IOException {
            resources.accept(block);
        }

        @Override
        public List<TableFile> finish() throws IOException {
            resources.finish();
            resources.close();
            List<TableFile> written = new ArrayList<>();
            Path from = parts.resolve("fhir");
            care(from, written);
            patients(from, written);
            Folders.delete(parts);
            return written;
        }

        private static Path file(Path from, String type) {
            return from.resolve(type + ".ndjson");
        }

        private void care(Path from, List<TableFile> written) throws IOException {
            List<String> lines = new ArrayList<>();
            for (String type : SHARED) {
                lines.addAll(Files.readAllLines(file(from, type), UTF_8));
            }
            try (Writer out = Files.newBufferedWriter(folder.resolve(CARE), UTF_8)) {
                begin(out, "care");
                for (int k = 0; k < lines.size(); k++) {
                    entry(out, lines.get(k), k);
                }
                out.write(END);
            }
            written.add(new TableFile(Path.of(FOLDER, CARE), lines.size()));
        }

        /** All files are in the order of patients, so that they are read side by side. */
        private void patients(Path from, List<TableFile> written) throws IOException {
            List<OfPatient> open = new ArrayList<>();
            try {
                for (String type : OF_PATIENTS) {
                    open.add(new OfPatient(Files.newBufferedReader(file(from, type), UTF_8)));
                }
                for (String type : StudyResources.TYPES) {
                    Path studies = StudyResources.file(from, type);
                    if (Files.exists(studies)) {
                        open.add(new OfPatient(Files.newBufferedReader(studies, UTF_8)));
                    }
                }
                while (open.get(0).line != null) {
                    String number = number(open.get(0).line);
                    String name = "P" + number + ".json";
                    try (Writer out = Files.newBufferedWriter(folder.resolve(name), UTF_8)) {
                        long rows = patient(out, number, open);
                        written.add(new TableFile(Path.of(FOLDER, name), rows));
                    }
                }
            } finally {
                for (OfPatient file : open) {
                    file.lines.close();
                }
            }
        }

        private static long patient(Writer out, String number, List<OfPatient> open)
                throws IOException {
            begin(out, number);
            long n = 0;
            for (OfPatient file : open) {
                while (file.line != null && number(file.line).equals(number)) {
                    entry(out, file.line, n++);
                    file.next();
                }
            }
            out.write(END);
            return n;
        }

        private static void begin(Writer out, String id) throws IOException {
            out.write("{\"resourceType\":\"Bundle\",\"id\":\"b-" + id + "\"");
            out.write(Names.meta("") + ",\"type\":\"transaction\",\"entry\":[\n");
        }

        private static void entry(Writer out, String resource, long before) throws IOException {
            String url = between(resource, "\"resourceType\":\"") + "/" + id(resource);
            out.write(before == 0 ? "" : ",\n");
            out.write("{\"fullUrl\":\"" + BASE + url + "\",\"resource\":");
            out.write(resource);
            out.write(",\"request\":{\"method\":\"PUT\",\"url\":\"" + url + "\"}}");
        }

        private static String between(String resource, String key) {
            int from = resource.indexOf(key) + key.length();
            return resource.substring(from, resource.indexOf('"', from));
        }

        private static String id(String resource) {
            return between(resource, "\"id\":\"");
        }

        /** The digits of the patient in an id: {@code o-0000042-1-hba1c}. */
        private static String number(String resource) {
            String id = id(resource);
            int from = id.indexOf('-') + 1;
            int to = id.indexOf('-', from);
            return to < 0 ? id.substring(from) : id.substring(from, to);
        }

        @Override
        public void close() throws IOException {
            resources.close();
        }
    }

    /** The resources of one type, one line looked ahead. */
    private static final class OfPatient {
        final BufferedReader lines;
        String line;

        OfPatient(BufferedReader lines) throws IOException {
            this.lines = lines;
            next();
        }

        void next() throws IOException {
            line = lines.readLine();
        }
    }
}
