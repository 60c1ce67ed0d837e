package org.anamnesis.signals.eeg;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.signals.file.EdfHeader;
import org.anamnesis.signals.file.EdfSignal;
import org.anamnesis.signals.file.EdfWriter;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;

/** Writes the EDF+ file of a study, and the BIDS folder around it. */
final class EegFiles {
    /** µV of one digital step: spans ±3.2 mV, as clinical amplifiers do. */
    static final double STEP = 0.1;

    private EegFiles() {}

    static StudyFiles write(Study study, Path folder, Set<String> formats) throws IOException {
        var files = new ArrayList<String>();
        var manifest = new ArrayList<List<String>>();
        var link = new TreeMap<String, String>();
        var recording = new Recording(study);
        var annotations = Annotations.of(study, recording.score());
        if (formats.contains("edf")) {
            String name = name(study) + ".edf";
            edf(study, recording, annotations, folder.resolve(name));
            files.add(name);
            manifest.add(Manifest.row(study, name));
            recording = new Recording(study);
        }
        if (formats.contains("bids")) {
            var bids = new Bids(study, folder);
            edf(study, recording, annotations, folder.resolve(bids.edf()));
            files.addAll(bids.write(annotations));
            manifest.add(Manifest.row(study, Path.of(bids.edf()).getFileName().toString()));
            link.put(Bids.PARTICIPANT, bids.participant());
        }
        return new StudyFiles(files, manifest, link);
    }

    /** Patient and visit; what file systems do not take is an underscore. */
    static String name(Study study) {
        return (study.person().patientId() + "_" + study.person().encounterId())
                .replaceAll("[^A-Za-z0-9_-]", "_");
    }

    /** Whole or absent: the file gets its name when it is complete. */
    private static void edf(
            Study study,
            Recording recording,
            List<org.anamnesis.signals.file.EdfAnnotation> annotations,
            Path file)
            throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path part = Files.createTempFile(parent, "eeg", ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                var writer =
                        new EdfWriter(
                                out, header(study, recording), recording.seconds(), annotations)) {
            float[][] second = recording.buffers();
            short[][] digital = new short[Electrodes.COUNT][recording.rate()];
            while (recording.next(second)) {
                digitize(second, digital);
                writer.write(digital);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void digitize(float[][] second, short[][] digital) {
        float scale = (float) (1 / STEP);
        for (int e = 0; e < second.length; e++) {
            float[] from = second[e];
            short[] to = digital[e];
            for (int i = 0; i < to.length; i++) {
                float x = from[i] * scale;
                int rounded = (int) (x + (x < 0 ? -0.5f : 0.5f));
                to[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, rounded));
            }
        }
    }

    static EdfHeader header(Study study, Recording recording) {
        var person = study.person();
        var day = person.start().toLocalDate();
        List<EdfSignal> signals =
                Electrodes.NAMES.stream()
                        .map(
                                n ->
                                        EdfSignal.of(
                                                "EEG " + n + "-Ref",
                                                "uV",
                                                STEP,
                                                Recording.PREFILTER,
                                                recording.rate()))
                        .toList();
        return new EdfHeader(
                EdfHeader.patient(
                        person.patientId(), person.female(), Optional.empty(), "SYNTHETIC"),
                EdfHeader.recording(day, person.encounterId(), "", "Anamnesis"),
                person.start(),
                1,
                signals);
    }

    /** Bytes of one study on disk: samples, header and room for annotations. */
    static long bytes(Map<String, String> settings, Set<String> formats) {
        double rate = Details.number(settings.getOrDefault("rate_hz", EegKind.standard("rate_hz")));
        double seconds =
                Details.number(settings.getOrDefault("duration_s", EegKind.standard("duration_s")));
        double edf = 256 * 23 + seconds * (2 * Electrodes.COUNT * rate + 120);
        long files = formats.stream().filter(f -> Set.of("edf", "bids").contains(f)).count();
        return (long) (files * edf + (formats.contains("bids") ? 6000 : 0));
    }
}
