package org.anamnesis.export.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * those of the images, and the trace of an ECG as SampledData. Each type has a file of its own,
 * beside those of the rest of the record.
 */
final class StudyResources implements StudyReferences {
    /** Types in the order in which a reader meets them. */
    static final List<String> TYPES =
            List.of("Observation", "ImagingStudy", "DiagnosticReport", "DocumentReference");

    private static final String FILE = "-studies";

    private final Path folder;
    private final Path name;
    private final int digits;
    private final Map<String, Writer> open = new TreeMap<>();
    private final Map<String, Long> written = new TreeMap<>();

    /**
     * @param directory in which the folder {@code fhir} is made or lies
     */
    StudyResources(Path directory, CohortHeader header) throws IOException {
        name = Path.of("fhir");
        folder = directory.resolve(name);
        digits = Ids.patientKey(header).digits();
        Files.createDirectories(folder);
    }

    /** The file of a type, below the folder {@code fhir}. */
    static String file(String type) {
        return type + FILE + ".ndjson";
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
            out = new BufferedWriter(Files.newBufferedWriter(folder.resolve(file(type)), UTF_8));
            open.put(type, out);
        }
        out.write(json);
        out.write('\n');
        written.merge(type, 1L, Long::sum);
    }

    @Override
    public List<TableFile> finish() throws IOException {
        List<TableFile> all = new ArrayList<>();
        for (String type : TYPES) {
            Writer out = open.get(type);
            if (out != null) {
                out.flush();
                all.add(new TableFile(name.resolve(file(type)), written.get(type)));
            }
        }
        return all;
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
