package org.anamnesis.signals.ecg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.problem.Problem;
import org.anamnesis.signals.file.DicomSubject;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Person;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;

/**
 * Makes electrocardiograms. Memory of one that is written: the beats of the recording (some 60
 * bytes each) and a piece of 4,096 samples, but for DICOM and SampledData, which hold the whole of
 * it.
 *
 * <p>Links: {@code series_uid}, {@code study_uid}, {@code instance_uid}, {@code sop_class} of
 * DICOM; for {@code sampled}, {@code sampled_data.I} and so on for each lead (whole µV), {@code
 * sampled_data_code.I} (MDC), {@code sampled_data_period_ms}.
 */
public final class EcgStudio implements Studio {
    private static final List<String> FORMATS =
            List.of("wfdb", "wfdb212", "edf", "dicom", "sampled");

    private final StudyKind kind = StudyKinds.find("ecg").orElseThrow();

    @Override
    public String kind() {
        return "ecg";
    }

    @Override
    public List<String> formats() {
        return FORMATS;
    }

    @Override
    public List<Problem> check(AskedStudy asked) {
        return EcgChecks.of(kind, asked);
    }

    @Override
    public Study plan(Person person, AskedStudy asked, long key) {
        return EcgPlan.of(kind, person, asked, key);
    }

    @Override
    public long bytes(AskedStudy asked, Set<String> formats) {
        int leads = EcgFiles.leads(asked.settings().getOrDefault("leads", "12")).size();
        double samples = setting(asked, "rate_hz") * setting(asked, "duration_s") * leads;
        double bytes = 0;
        for (String format : formats) {
            bytes +=
                    switch (format) {
                        case "wfdb212" -> 1.5 * samples + 2000;
                        case "sampled" -> 0;
                        default -> 2 * samples + 4000;
                    };
        }
        return (long) bytes;
    }

    private double setting(AskedStudy asked, String id) {
        String value = asked.settings().getOrDefault(id, kind.setting(id).orElseThrow().standard());
        return Double.parseDouble(value);
    }

    @Override
    public List<String> manifestColumns() {
        return List.of(
                "record",
                "hr_bpm",
                "pr_ms",
                "qrs_ms",
                "qt_ms",
                "qtc_ms",
                "rhythm",
                "conditions",
                "sex");
    }

    @Override
    public StudyFiles write(Study study, Path folder, Set<String> formats) throws IOException {
        var files = new EcgFiles(study);
        List<String> written = new ArrayList<>();
        List<List<String>> manifest = new ArrayList<>();
        Map<String, String> link = new TreeMap<>();
        String name = EcgFiles.name(study);
        if (formats.contains("wfdb")) {
            written.addAll(files.wfdb(folder, 16));
            manifest.add(files.manifest(name));
        }
        if (formats.contains("wfdb212")) {
            written.addAll(files.wfdb(folder, 212));
            manifest.add(files.manifest(name + "_212"));
        }
        if (formats.contains("edf")) {
            written.add(files.edf(folder));
        }
        if (formats.contains("dicom")) {
            written.add(files.dicom(folder));
            link.put("study_uid", DicomSubject.studyUid(study));
            link.put("series_uid", EcgFiles.seriesUid(study));
            link.put("instance_uid", EcgFiles.instanceUid(study));
            link.put("sop_class", files.sopClass());
        }
        if (formats.contains("sampled")) {
            link.put(
                    "sampled_data_period_ms",
                    String.valueOf(1000 / Integer.parseInt(study.settings().get("rate_hz"))));
            for (Lead lead : EcgFiles.leads(study)) {
                link.put("sampled_data." + lead.label(), files.sampled(lead));
                link.put("sampled_data_code." + lead.label(), String.valueOf(lead.mdcCode()));
            }
        }
        return new StudyFiles(written, manifest, link);
    }

    @Override
    public byte[] picture(Study study) {
        return EcgPaper.svg(kind, study).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String pictureType() {
        return "image/svg+xml";
    }
}
