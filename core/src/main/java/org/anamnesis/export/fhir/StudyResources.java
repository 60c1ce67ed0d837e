package org.anamnesis.export.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.anamnesis.code.Coding;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.export.Ids;
import org.anamnesis.export.StudyReferences;
import org.anamnesis.export.TableFile;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;

/**
 * What FHIR says of recordings and images: the report with its findings, a {@code
 * DocumentReference} with the digest of each file, an {@code ImagingStudy} whose identifiers are
 * those of the images, and the trace of an ECG as SampledData. They wait beside the record, whose
 * files of these types take them in when it is complete.
 */
final class StudyResources implements StudyReferences {
    /** Types in the order in which a reader meets them. */
    static final List<String> TYPES =
            List.of("Observation", "ImagingStudy", "DiagnosticReport", "DocumentReference");

    /** Where they wait until the record is complete. */
    static final String WAITING = ".studies";

    private final Path folder;
    private final int digits;
    private final Map<String, Writer> open = new TreeMap<>();

    /**
     * @param directory in which the folder {@code fhir} is made or lies
     */
    StudyResources(Path directory, CohortHeader header) throws IOException {
        folder = directory.resolve("fhir").resolve(WAITING);
        digits = Ids.patientKey(header).digits();
        Files.createDirectories(folder);
    }

    /** The resources of a type that wait in a folder of a record; there may be none. */
    static Path file(Path fhir, String type) {
        return fhir.resolve(WAITING).resolve(type + ".ndjson");
    }

    @Override
    public void accept(
            long number, int visit, Study study, StudyFiles files, Path from, String below)
            throws IOException {
        StudyKind kind = StudyKinds.find(study.kind()).orElseThrow();
        var one = new OneStudy(kind, study, id(number, visit), below);
        Map<String, String> link = files.link();
        if (link.containsKey(OneStudy.SAMPLED_PERIOD)) {
            write("Observation", one.trace(link));
        }
        if (link.containsKey("study_uid")) {
            write("ImagingStudy", one.images(link));
        }
        write("DiagnosticReport", one.report(link));
        List<String> documents = one.documents(files.files(), from);
        if (!documents.isEmpty()) {
            write("DocumentReference", one.references(documents));
        }
    }

    private String id(long number, int visit) {
        return String.format("%0" + digits + "d-%d", number, visit + 1);
    }

    private void write(String type, String json) throws IOException {
        Writer out = open.get(type);
        if (out == null) {
            out =
                    new BufferedWriter(
                            Files.newBufferedWriter(folder.resolve(type + ".ndjson"), UTF_8));
            open.put(type, out);
        }
        out.write(json);
        out.write('\n');
    }

    @Override
    public List<TableFile> finish() throws IOException {
        for (Writer out : open.values()) {
            out.flush();
        }
        return List.of();
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (Writer out : open.values()) {
            try {
                out.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** A coded meaning with its words; the code only where it was seen. */
    static String concept(Optional<Coding> code, String words) {
        Function<Coding, String> one =
                c -> "\"coding\":[" + Json.coding(c.system().uri(), c.code(), c.display()) + "],";
        return "{"
                + code.filter(Coding::verified).map(one).orElse("")
                + "\"text\":"
                + Json.text(words)
                + "}";
    }

    /** A finding in words: "lung nodule (diameter_mm 9, lobe RUL)". */
    static String words(StudyKind kind, Finding f) {
        String of = kind.finding(f.id()).map(x -> x.names().get(0)).orElse(f.id());
        List<String> details =
                f.details().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
        return details.isEmpty() ? of : of + " (" + String.join(", ", details) + ")";
    }
}
