package org.anamnesis.signals.ct;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.anamnesis.problem.Problem;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;

/**
 * Plans and makes CTs of head, chest and abdomen.
 *
 * <p>Files: {@code <patient>/<encounter>/ct/0001.dcm} and on, {@code seg/mask.dcm}, {@code
 * ct.nii.gz}, {@code mask.nii.gz}. Links: {@code study_uid}, {@code series_uid}, {@code frame_uid},
 * {@code modality}, {@code sop_class}, {@code instances} (how many), {@code instance_uids} (by
 * slice, blanks between), and where there is a mask {@code seg_series_uid}, {@code
 * seg_instance_uid}, {@code seg_sop_class}.
 */
public final class CtStudio implements Studio {
    /** Bytes of one DICOM file beside its pixels, measured. */
    private static final long HEADER = 2600;

    @Override
    public String kind() {
        return "ct";
    }

    @Override
    public List<String> formats() {
        return List.of("dicom", "nifti");
    }

    @Override
    public List<Problem> check(AskedStudy asked) {
        return new CtCheck(asked).problems();
    }

    @Override
    public Study plan(Person person, AskedStudy asked, long key) {
        return new CtPlan(person, asked, key).study();
    }

    @Override
    public long bytes(AskedStudy asked, Set<String> formats) {
        String region = CtPlan.region(asked);
        boolean fine = asked.findings().stream().anyMatch(CtStudio::mayBeSmall);
        long n =
                asked.settings().getOrDefault("matrix", fine ? "512" : "256").equals("512")
                        ? 512
                        : 256;
        double usual = region.equals("head") ? 3 : region.equals("chest") ? 2 : 2.5;
        double step = usual;
        try {
            step =
                    Double.parseDouble(
                            asked.settings().getOrDefault("slice_mm", Double.toString(usual)));
        } catch (NumberFormatException unreadable) {
            step = usual; // the check says so
        }
        double high = region.equals("head") ? 170 : region.equals("chest") ? 311 : 270;
        long slices = (long) Math.ceil(high / Math.max(0.6, step)) + 1;
        long plain = slices * n * n * 2;
        // A compressed volume measures about 0.6 of a plain one; masks are a few per cent.
        return (formats.contains("dicom") || formats.isEmpty()
                        ? plain + slices * HEADER + plain / 40
                        : 0)
                + (formats.contains("nifti") ? plain * 62 / 100 : 0);
    }

    private static boolean mayBeSmall(Finding f) {
        double mm =
                Double.parseDouble(
                        f.details().getOrDefault("diameter_mm", "0").replaceAll("[^0-9.]", "0"));
        if (!f.id().equals("lung-nodule") && !f.id().equals("kidney-stone")) {
            return false;
        }
        String density = f.details().getOrDefault("density", "part-solid");
        return mm < CtPlan.SMALL * (density.equals("part-solid") ? 2.3 : 1);
    }

    @Override
    public List<String> manifestColumns() {
        return CtFiles.COLUMNS;
    }

    @Override
    public StudyFiles write(Study study, Path folder, Set<String> formats) throws IOException {
        return new CtFiles(study, folder, formats).write();
    }

    @Override
    public byte[] picture(Study study) throws IOException {
        return new CtPicture(study, true).png();
    }

    @Override
    public String pictureType() {
        return "image/png";
    }
}
