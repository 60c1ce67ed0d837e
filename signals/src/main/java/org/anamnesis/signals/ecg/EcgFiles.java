package org.anamnesis.signals.ecg;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.signals.AskedChecks;
import org.anamnesis.signals.file.Dicom;
import org.anamnesis.signals.file.DicomSubject;
import org.anamnesis.signals.file.EdfAnnotation;
import org.anamnesis.signals.file.EdfHeader;
import org.anamnesis.signals.file.EdfSignal;
import org.anamnesis.signals.file.EdfWriter;
import org.anamnesis.signals.file.WfdbSignal;
import org.anamnesis.signals.file.WfdbWriter;
import org.anamnesis.study.Study;

/** The recording of one study in its file formats. */
final class EcgFiles {
    /** mV of one unit in files of 16 and of 12 bits. */
    private static final double FINE = .001;

    private static final double COARSE = .005;

    /** DICOM allows a twelve-lead ECG no more samples (PS3.3 A.34.3.4.4). */
    private static final int MOST_SAMPLES = 16_384;

    private static final StudyKind.Setting SETTING =
            StudyKinds.find("ecg").flatMap(k -> k.setting("leads")).orElseThrow();

    private final Study study;
    private final Trace trace;
    private final List<Lead> leads;
    private final String name;

    EcgFiles(Study study) {
        this.study = study;
        this.trace = Trace.of(study);
        this.leads = leads(study);
        this.name = name(study);
    }

    /** Those that were asked for, in the order of the paper. */
    static List<Lead> leads(Study study) {
        return leads(study.settings().get("leads"));
    }

    /** One lead is II, two are II and V5, as recorders that are worn have them. */
    static List<Lead> leads(String setting) {
        return SETTING.parts(setting).orElseThrow().stream().map(Lead::named).toList();
    }

    /** Of all files of a study, without their endings. */
    static String name(Study study) {
        return (study.person().patientId() + "_" + study.person().encounterId())
                .replaceAll("[^A-Za-z0-9_]", "_");
    }

    private int[][] samples(long from, int count, double step) {
        int[][] eight = trace.units(from, count, step);
        int[][] out = new int[leads.size()][count];
        int[] one = new int[8];
        for (int i = 0; i < count; i++) {
            for (int l = 0; l < 8; l++) {
                one[l] = eight[l][i];
            }
            for (int s = 0; s < out.length; s++) {
                out[s][i] = leads.get(s).of(one);
            }
        }
        return out;
    }

    /** Two files; their names. */
    List<String> wfdb(Path folder, int format) throws IOException {
        String record = format == 16 ? name : name + "_212";
        double step = format == 16 ? FINE : COARSE;
        WfdbWriter.write(
                folder,
                record,
                trace.rate(),
                trace.samples(),
                study.person().start(),
                leads.stream()
                        .map(l -> new WfdbSignal(format, 1 / step, 0, "mV", l.label()))
                        .toList(),
                comments(),
                (from, count) -> samples(from, count, step));
        return List.of(record + ".hea", record + ".dat");
    }

    private List<String> comments() {
        List<String> lines = new ArrayList<>();
        lines.add("SYNTHETIC: made by software, no recording of a person");
        lines.add("patient_id: " + study.person().patientId());
        lines.add("encounter_id: " + study.person().encounterId());
        lines.add("age: " + (long) study.person().age());
        lines.add("sex: " + (study.person().female() ? "F" : "M"));
        lines.add(
                "findings: "
                        + String.join(";", study.findings().stream().map(f -> f.id()).toList()));
        for (String sentence : study.reading().split("(?<=\\.) ")) {
            lines.add("reading: " + sentence);
        }
        return lines;
    }

    String edf(Path folder) throws IOException {
        int rate = trace.rate();
        long seconds = trace.samples() / rate;
        var person = study.person();
        var header =
                new EdfHeader(
                        EdfHeader.patient(
                                person.patientId(), person.female(), Optional.empty(), "Synthetic"),
                        EdfHeader.recording(
                                person.start().toLocalDate(),
                                person.encounterId(),
                                "X",
                                "Anamnesis_synthetic"),
                        person.start(),
                        1,
                        leads.stream()
                                .map(l -> EdfSignal.of("ECG " + l.label(), "uV", 1, "", rate))
                                .toList());
        String file = name + ".edf";
        try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(file)));
                var edf = new EdfWriter(out, header, seconds, annotations((double) seconds))) {
            short[][] record = new short[leads.size()][rate];
            for (long s = 0; s < seconds; s++) {
                int[][] samples = samples(s * rate, rate, FINE);
                for (int l = 0; l < samples.length; l++) {
                    for (int i = 0; i < rate; i++) {
                        record[l][i] = bounded(samples[l][i]);
                    }
                }
                edf.write(record);
            }
        }
        return file;
    }

    private static short bounded(int x) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, x));
    }

    private List<EdfAnnotation> annotations(double seconds) {
        List<EdfAnnotation> all = new ArrayList<>();
        all.add(new EdfAnnotation(0, seconds, "SYNTHETIC ECG"));
        study.findings().forEach(f -> all.add(new EdfAnnotation(0, seconds, f.id())));
        for (double beat : trace.ectopic(seconds)) {
            all.add(new EdfAnnotation(beat, 0, "ventricular ectopic beat"));
        }
        return all;
    }

    /** One object: twelve-lead, general or ambulatory ECG, whichever allows its length. */
    String dicom(Path folder) throws IOException {
        int n = (int) trace.samples();
        Dicom all =
                DicomSubject.of(
                        study,
                        sopClass(),
                        instanceUid(study),
                        seriesUid(study),
                        1,
                        "ECG",
                        leads.size() + "-lead ECG");
        String at =
                java.time.format.DateTimeFormatter.ofPattern(
                                "yyyyMMddHHmmss", java.util.Locale.ROOT)
                        .format(study.person().start());
        all.put(0x0008002A, "DT", at)
                .integers(0x00200013, 1)
                .put(0x00200200, "UI", DicomSubject.uid(study, "clock"))
                .put(0x0018106A, "CS", "NO TRIGGER")
                .put(0x00181800, "CS", "N")
                .sequence(0x00400555)
                .sequence(0x54000100, waveform(n))
                .sequence(
                        0x0040B020,
                        new Dicom()
                                .numbers(0x0040A0B0, "US", 1, 0)
                                .put(0x00700006, "ST", study.reading()));
        String file = name + ".dcm";
        all.write(folder.resolve(file));
        return file;
    }

    String sopClass() {
        boolean brief = trace.samples() <= MOST_SAMPLES;
        String kind = !brief ? "9.1.3" : leads.size() == 12 ? "9.1.1" : "9.1.2";
        return "1.2.840.10008.5.1.4.1.1." + kind;
    }

    static String seriesUid(Study study) {
        return DicomSubject.uid(study, "series 1");
    }

    static String instanceUid(Study study) {
        return DicomSubject.uid(study, "waveform 1");
    }

    private Dicom waveform(int n) {
        Dicom[] channels =
                leads.stream()
                        .map(
                                l ->
                                        new Dicom()
                                                .sequence(
                                                        0x003A0208,
                                                        Dicom.code(
                                                                l.dicomCode(),
                                                                "MDC",
                                                                "Lead " + l.label()))
                                                .decimals(0x003A0210, 1)
                                                .sequence(
                                                        0x003A0211,
                                                        Dicom.code("uV", "UCUM", "microvolt"))
                                                .decimals(0x003A0212, 1)
                                                .decimals(0x003A0213, 0)
                                                .decimals(0x003A0215, 0)
                                                .numbers(0x003A021A, "US", 16))
                        .toArray(Dicom[]::new);
        var bytes = ByteBuffer.allocate(n * leads.size() * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < n; from += 4096) {
            int[][] piece = samples(from, Math.min(4096, n - from), FINE);
            for (int i = 0; i < piece[0].length; i++) {
                for (int[] lead : piece) {
                    bytes.putShort(bounded(lead[i]));
                }
            }
        }
        return new Dicom()
                .put(0x003A0004, "CS", "ORIGINAL")
                .numbers(0x003A0005, "US", leads.size())
                .numbers(0x003A0010, "UL", n)
                .decimals(0x003A001A, trace.rate())
                .sequence(0x003A0200, channels)
                .numbers(0x54001004, "US", 16)
                .put(0x54001006, "CS", "SS")
                .bytes(0x54001010, "OW", bytes.array());
    }

    /** Samples of a lead as FHIR's SampledData has them: whole µV with a space between. */
    String sampled(Lead lead) {
        var text = new StringBuilder();
        int place = leads.indexOf(lead);
        for (long from = 0; from < trace.samples(); from += 4096) {
            int[] piece = samples(from, (int) Math.min(4096, trace.samples() - from), FINE)[place];
            for (int x : piece) {
                text.append(text.length() == 0 ? "" : " ").append(x);
            }
        }
        return text.toString();
    }

    /** The line of {@code manifest.csv} for a record. */
    List<String> manifest(String record) {
        var m = study.measurements();
        List<String> line = new ArrayList<>();
        line.add(record);
        for (String id : List.of("heart_rate_bpm", "pr_ms", "qrs_ms", "qt_ms", "qtc_ms")) {
            boolean varies = id.equals("pr_ms") && Shows.of(study).has("av-block-2-mobitz-1");
            line.add(m.containsKey(id) && !varies ? AskedChecks.text(m.get(id)) : "");
        }
        line.add(rhythm());
        line.add(conditions());
        line.add(study.person().female() ? "F" : "M");
        return Collections.unmodifiableList(line);
    }

    private String rhythm() {
        var shows = Shows.of(study);
        double rate = shows.measured("heart_rate_bpm", 70);
        if (shows.has("atrial-fibrillation")) {
            return "AF";
        }
        // Early beats that come again and again are no regular rhythm.
        String early =
                shows.detail("premature-ventricular-complexes", "pattern")
                        .or(() -> shows.detail("premature-atrial-complexes", "pattern"))
                        .orElse("isolated");
        if (!early.equals("isolated")) {
            return "other";
        }
        boolean dropped =
                shows.has("av-block-2-mobitz-1")
                        || shows.has("av-block-2-mobitz-2")
                        || shows.has("av-block-3");
        if (dropped) { // the atria's rhythm is not that of the beats
            return "other";
        }
        boolean sinus = shows.has("sinus-arrhythmia") || shows.has("sinus-rhythm");
        if (shows.has("sinus-bradycardia") || (sinus && rate < 60)) {
            return "SB";
        }
        if (shows.has("sinus-tachycardia")) {
            return "ST";
        }
        return sinus ? "SR" : "other";
    }

    private String conditions() {
        var shows = Shows.of(study);
        List<String> all = new ArrayList<>();
        add(all, shows, "lbbb", "LBBB");
        add(all, shows, "rbbb", "RBBB");
        add(all, shows, "left-ventricular-hypertrophy", "LVH");
        add(all, shows, "long-qt", "LONG_QT");
        add(all, shows, "av-block-1", "AVB1");
        add(all, shows, "premature-ventricular-complexes", "PVC");
        add(all, shows, "low-voltage", "LOW_VOLT");
        switch (shows.detail("acute-infarction", "territory").orElse("")) {
            case "anterior", "septal" -> all.add("STEMI_ANT");
            case "inferior", "inferolateral" -> all.add("STEMI_INF");
            default -> {}
        }
        return String.join(";", all);
    }

    private static void add(List<String> all, Shows shows, String id, String condition) {
        if (shows.has(id)) {
            all.add(condition);
        }
    }
}
