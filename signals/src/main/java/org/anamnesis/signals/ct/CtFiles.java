package org.anamnesis.signals.ct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.signals.file.DicomSubject;
import org.anamnesis.signals.file.Nifti;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;

/**
 * Writes the files of one study. Slices are made a few at a time by all processors and written in
 * order, so memory holds those few and the mask: about 12 bytes a pixel and slice in work.
 */
final class CtFiles {
    static final List<String> COLUMNS =
            List.of("series", "patient_id", "kind", "x_mm", "y_mm", "z_mm", "diameter_mm", "hu");

    private final Study study;
    private final Path folder;
    private final boolean dicom;
    private final boolean nifti;

    CtFiles(Study study, Path folder, Set<String> formats) {
        this.study = study;
        this.folder = folder;
        this.dicom = formats.contains("dicom");
        this.nifti = formats.contains("nifti");
    }

    StudyFiles write() throws IOException {
        Phantom phantom = Phantom.of(study);
        Grid grid = phantom.grid();
        String base = name(study.person().patientId()) + "/" + name(study.person().encounterId());
        Path home = folder.resolve(base);
        Files.createDirectories(dicom ? home.resolve("ct") : home);
        CtMask mask = new CtMask(study, grid);
        List<String> files = new ArrayList<>();
        Optional<Nifti> volume =
                nifti ? Optional.of(open(home.resolve("ct.nii.gz"), grid)) : Optional.empty();
        try {
            slices(phantom, mask, home, base, files, volume);
        } catch (IOException | RuntimeException e) {
            abandon(volume, e);
            throw e;
        }
        if (volume.isPresent()) {
            volume.get().close();
        }
        if (nifti) {
            files.add(base + "/ct.nii.gz");
        }
        masks(mask, home, base, files, grid);
        return new StudyFiles(files, manifest(base), link(grid, mask));
    }

    /** Closes a volume that stays unfinished; what stopped it matters more than that. */
    private static void abandon(Optional<Nifti> volume, Exception stopped) {
        if (volume.isPresent()) {
            try {
                volume.get().close();
            } catch (IOException unfinished) {
                stopped.addSuppressed(unfinished);
            }
        }
    }

    private void slices(
            Phantom phantom,
            CtMask mask,
            Path home,
            String base,
            List<String> files,
            Optional<Nifti> volume)
            throws IOException {
        Grid grid = phantom.grid();
        CtSeries series = new CtSeries(study, grid);
        int batch = 2 * Math.max(1, Runtime.getRuntime().availableProcessors());
        for (int from = 0; from < grid.count(); from += batch) {
            int first = from;
            List<Phantom.Slice> made;
            try {
                made =
                        IntStream.range(from, Math.min(grid.count(), from + batch))
                                .parallel()
                                .mapToObj(k -> one(phantom, series, home, k))
                                .toList();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            for (int i = 0; i < made.size(); i++) {
                mask.add(first + i, made.get(i).marks);
                if (dicom) {
                    files.add(base + "/ct/" + fileName(first + i));
                }
                if (volume.isPresent()) {
                    volume.get().slice(made.get(i).hu);
                }
            }
        }
    }

    private Phantom.Slice one(Phantom phantom, CtSeries series, Path home, int k) {
        Phantom.Slice slice = phantom.slice(k);
        if (dicom) {
            try {
                series.slice(k, slice.hu).write(home.resolve("ct").resolve(fileName(k)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return slice;
    }

    private static String fileName(int k) {
        String digits = Integer.toString(k + 1);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits + ".dcm";
    }

    private Nifti open(Path file, Grid grid) throws IOException {
        return new Nifti(
                file,
                grid.n(),
                grid.count(),
                grid.pixel(),
                grid.step(),
                grid.x(0),
                grid.x(0),
                grid.z(0),
                "SYNTHETIC CT, no person was scanned (Anamnesis)");
    }

    private void masks(CtMask mask, Path home, String base, List<String> files, Grid grid)
            throws IOException {
        if (dicom && !mask.isEmpty()) {
            Files.createDirectories(home.resolve("seg"));
            mask.dicom().write(home.resolve("seg").resolve("mask.dcm"));
            files.add(base + "/seg/mask.dcm");
        }
        if (nifti && !study.findings().isEmpty()) {
            try (Nifti labels = open(home.resolve("mask.nii.gz"), grid)) {
                for (int k = 0; k < grid.count(); k++) {
                    labels.slice(mask.labels(k));
                }
            }
            files.add(base + "/mask.nii.gz");
        }
    }

    /** Lesions near enough to a ball to be measured as one; else one line that says none. */
    private List<List<String>> manifest(String base) {
        List<List<String>> lines = new ArrayList<>();
        for (Finding f : study.findings()) {
            switch (f.id()) {
                case "lung-nodule" ->
                        lines.add(
                                line(
                                        base,
                                        "nodule",
                                        f,
                                        f.details()
                                                .getOrDefault(
                                                        "solid_mm",
                                                        f.details().get("diameter_mm"))));
                case "kidney-stone" ->
                        lines.add(line(base, "stone", f, f.details().get("diameter_mm")));
                case "intracerebral-haemorrhage" -> {
                    double ml = Details.number(f, "volume_ml");
                    lines.add(
                            line(
                                    base,
                                    "haemorrhage",
                                    f,
                                    Details.tenth(StrictMath.cbrt(6000 * ml / Math.PI))));
                }
                default -> {}
            }
        }
        if (lines.isEmpty()) {
            lines.add(
                    List.of(base + "/ct", study.person().patientId(), "none", "", "", "", "", ""));
        }
        return lines;
    }

    private List<String> line(String base, String kind, Finding f, String diameter) {
        Map<String, String> d = f.details();
        return List.of(
                base + "/ct",
                study.person().patientId(),
                kind,
                d.get("x_mm"),
                d.get("y_mm"),
                d.get("z_mm"),
                diameter,
                d.get("hu"));
    }

    private Map<String, String> link(Grid grid, CtMask mask) {
        Map<String, String> link = new HashMap<>();
        link.put("study_uid", DicomSubject.studyUid(study));
        link.put("series_uid", CtSeries.seriesUid(study));
        link.put("frame_uid", CtSeries.frameUid(study));
        link.put("modality", "CT");
        link.put("sop_class", CtSeries.SOP_CLASS);
        link.put("instances", Integer.toString(grid.count()));
        var uids = new StringBuilder();
        for (int k = 0; k < grid.count(); k++) {
            uids.append(k > 0 ? " " : "").append(CtSeries.instanceUid(study, k));
        }
        link.put("instance_uids", uids.toString());
        if (dicom && !mask.isEmpty()) {
            link.put("seg_series_uid", CtMask.seriesUid(study));
            link.put("seg_instance_uid", CtMask.instanceUid(study));
            link.put("seg_sop_class", CtMask.SOP_CLASS);
        }
        return link;
    }

    /** Letters, digits, point, hyphen and underscore of a name. */
    private static String name(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
