package org.anamnesis.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Studios;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;

/**
 * Makes the files of the recordings and images of a cohort, several at once: below {@code
 * signals/KIND}, with the {@code manifest.csv} that a verifier of the kind reads, and {@code
 * signals/index.csv}, which ties each file to patient, encounter and findings. The bytes do not
 * depend on the number of threads.
 */
public final class StudyWriter implements Closeable {
    private static final String FOLDER = "signals";

    /** Of the first ones there is a picture, to look at. */
    private static final int PICTURES = 3;

    /** Links that are as long as the recordings. */
    private static final String SAMPLES = "sampled_data";

    private static final List<String> INDEX =
            List.of(
                    "file",
                    "kind",
                    "patient_id",
                    "encounter_id",
                    "date_time",
                    "measurements",
                    "findings",
                    "reading");

    private final Path directory;
    private final int digits;
    private final Map<String, Set<String>> formats;
    private final List<StudyReferences> references;
    private final Studios studios = Studios.installed();
    private final VisitNumbers visits = new VisitNumbers();
    private final Map<String, Writer> manifests = new TreeMap<>();
    private final Map<String, Integer> begunOf = new HashMap<>();
    private final Map<String, List<Map<String, String>>> links = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Writer index;
    private final ExecutorService pool;
    private long indexed;

    /**
     * @param request whose folder the files lie in
     * @param formats by kind, out of those of its studio
     * @param threads how many files are made at once, at least 1
     */
    public StudyWriter(
            ExportRequest request,
            Map<String, Set<String>> formats,
            int threads,
            List<StudyReferences> references)
            throws IOException {
        this.directory = request.directory();
        this.digits = Ids.patientKey(request.header()).digits();
        this.formats = Map.copyOf(formats);
        this.references = List.copyOf(references);
        Files.createDirectories(directory.resolve(FOLDER));
        index = writer(directory.resolve(FOLDER).resolve("index.csv"));
        index.write(CsvText.line(INDEX));
        for (String kind : this.formats.keySet()) {
            Files.createDirectories(folder(kind));
            Writer manifest = writer(folder(kind).resolve("manifest.csv"));
            manifest.write(CsvText.line(studio(kind).manifestColumns()));
            manifests.put(kind, manifest);
        }
        pool =
                Executors.newFixedThreadPool(
                        threads,
                        r -> {
                            var thread = new Thread(r, "studies");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    private static Writer writer(Path file) throws IOException {
        return new BufferedWriter(Files.newBufferedWriter(file, UTF_8));
    }

    private Path folder(String kind) {
        return directory.resolve(FOLDER).resolve(kind);
    }

    private Studio studio(String kind) {
        return studios.of(kind).orElseThrow();
    }

    private record Begun(RecordedStudy recorded, Study study, Future<StudyFiles> files) {}

    /** Makes the files of one block. */
    public void accept(PatientBlock block) throws IOException {
        visits.next(block);
        List<Begun> begun = new ArrayList<>();
        for (RecordedStudy s : block.record().studies()) {
            long visit = visits.id(visits.of(s.patient(), s.visit()));
            long number = block.first() + s.patient() + 1;
            Study study = s.study().as(id('P', number), id('E', visit));
            boolean first = begunOf.merge(study.kind(), 1, Integer::sum) <= PICTURES;
            begun.add(new Begun(s, study, pool.submit(() -> files(study, first))));
        }
        for (Begun b : begun) {
            written(block, b, await(b.files()));
        }
    }

    private String id(char prefix, long number) {
        return prefix + String.format("%0" + digits + "d", number);
    }

    /**
     * @param first whether there is a picture even if nobody asked for one
     */
    private StudyFiles files(Study study, boolean first) throws IOException {
        String kind = study.kind();
        Set<String> asked = new LinkedHashSet<>(formats.get(kind));
        boolean picture = asked.remove(StudyKind.PICTURE) || first;
        if (asked.isEmpty()) {
            asked.add(studio(kind).formats().get(0));
        }
        StudyFiles made = studio(kind).write(study, folder(kind), asked);
        return picture ? made.and(picture(study)) : made;
    }

    /** Beside the others, under the ids of patient and visit. */
    private String picture(Study study) throws IOException {
        Studio studio = studio(study.kind());
        String ending = studio.pictureType().startsWith("image/svg") ? ".svg" : ".png";
        String name = study.person().patientId() + "_" + study.person().encounterId() + ending;
        Files.write(folder(study.kind()).resolve(name), studio.picture(study));
        return name;
    }

    private void written(PatientBlock block, Begun b, StudyFiles files) throws IOException {
        Study study = b.study();
        for (List<String> row : files.manifest()) {
            manifests.get(study.kind()).write(CsvText.measured(row));
            rows.merge(study.kind(), 1L, Long::sum);
        }
        for (String file : files.files()) {
            index.write(CsvText.line(line(study, file)));
            indexed++;
        }
        Map<String, String> link = new TreeMap<>(files.link());
        link.keySet().removeIf(k -> k.startsWith(SAMPLES) || k.endsWith("_uids"));
        links.computeIfAbsent(study.kind(), k -> new ArrayList<>()).add(link);
        for (StudyReferences r : references) {
            r.accept(
                    block.first() + b.recorded().patient() + 1,
                    b.recorded().visit(),
                    study,
                    files,
                    folder(study.kind()),
                    FOLDER + "/" + study.kind());
        }
    }

    private static List<String> line(Study study, String file) {
        return List.of(
                study.kind() + "/" + file,
                study.kind(),
                study.person().patientId(),
                study.person().encounterId(),
                study.person().start().toString(),
                study.measurements().entrySet().stream()
                        .map(e -> e.getKey() + "=" + number(e.getValue()))
                        .collect(Collectors.joining(";")),
                study.findings().stream().map(StudyWriter::words).collect(Collectors.joining(";")),
                study.reading());
    }

    /** {@code pulmonary-nodule(diameter_mm=9 lobe=RUL)}. */
    private static String words(Finding finding) {
        return finding.details().isEmpty()
                ? finding.id()
                : finding.id()
                        + finding.details().entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining(" ", "(", ")"));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static StudyFiles await(Future<StudyFiles> files) throws IOException {
        try {
            return files.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while recordings were made");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Completes the files that list the others. */
    public List<TableFile> finish() throws IOException {
        List<TableFile> all = new ArrayList<>();
        for (String kind : formats.keySet()) {
            studio(kind).together(folder(kind), links.getOrDefault(kind, List.of()));
        }
        index.flush();
        all.add(new TableFile(Path.of(FOLDER, "index.csv"), indexed));
        for (Map.Entry<String, Writer> e : manifests.entrySet()) {
            e.getValue().flush();
            all.add(
                    new TableFile(
                            Path.of(FOLDER, e.getKey(), "manifest.csv"),
                            rows.getOrDefault(e.getKey(), 0L)));
        }
        for (StudyReferences r : references) {
            all.addAll(r.finish());
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        pool.shutdownNow();
        IOException first = null;
        List<Closeable> all = new ArrayList<>(manifests.values());
        all.add(index);
        all.addAll(references);
        for (Closeable c : all) {
            try {
                c.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
