package org.anamnesis.signals.ct;

import java.util.Locale;
import org.anamnesis.signals.file.Dicom;
import org.anamnesis.signals.file.DicomSubject;
import org.anamnesis.study.Study;

/** One DICOM CT Image object a slice (PS3.3 A.3). */
final class CtSeries {
    static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.2";

    private final Study study;
    private final Grid grid;

    CtSeries(Study study, Grid grid) {
        this.study = study;
        this.grid = grid;
    }

    static String seriesUid(Study study) {
        return DicomSubject.uid(study, "series 1");
    }

    static String frameUid(Study study) {
        return DicomSubject.uid(study, "frame of reference");
    }

    static String instanceUid(Study study, int slice) {
        return DicomSubject.uid(study, "slice " + (slice + 1));
    }

    Dicom slice(int k, short[] hu) {
        String region = study.settings().get("region").toUpperCase(Locale.ROOT);
        int n = grid.n();
        double first = grid.x(0);
        double mas = Double.parseDouble(study.settings().get("mas"));
        byte[] pixels = new byte[2 * hu.length];
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < hu.length; i++) {
            int stored = hu[i] + 1024;
            least = Math.min(least, stored);
            most = Math.max(most, stored);
            pixels[2 * i] = (byte) stored;
            pixels[2 * i + 1] = (byte) (stored >> 8);
        }
        return DicomSubject.of(
                        study,
                        SOP_CLASS,
                        instanceUid(study, k),
                        seriesUid(study),
                        1,
                        "CT",
                        "CT " + region)
                .put(0x00080008, "CS", "ORIGINAL", "PRIMARY", "AXIAL")
                .put(0x00080022, "DA", text(study, "uuuuMMdd"))
                .put(0x00080032, "TM", text(study, "HHmmss"))
                .put(0x00081030, "LO", "SYNTHETIC CT " + region)
                .put(0x00180015, "CS", region)
                .decimals(0x00180050, grid.step())
                .decimals(0x00180060, Double.parseDouble(study.settings().get("kvp")))
                .decimals(0x00181100, n * grid.pixel())
                .integers(0x00181151, 200)
                .integers(0x00181150, Math.max(1, (int) Math.round(mas * 5)))
                .integers(0x00181152, Math.max(1, (int) Math.round(mas)))
                .put(0x00181210, "SH", study.settings().get("kernel").toUpperCase(Locale.ROOT))
                .put(0x00185100, "CS", "HFS")
                .integers(0x00200012, 1)
                .integers(0x00200013, k + 1)
                .decimals(0x00200032, first, first, grid.z(k))
                .put(0x00200037, "DS", "1", "0", "0", "0", "1", "0")
                .put(0x00200052, "UI", frameUid(study))
                .put(0x00201040, "LO")
                .decimals(0x00201041, grid.z(k))
                .put(0x00204000, "LT", DicomSubject.NOTICE)
                .numbers(0x00280002, "US", 1)
                .put(0x00280004, "CS", "MONOCHROME2")
                .numbers(0x00280010, "US", n)
                .numbers(0x00280011, "US", n)
                .decimals(0x00280030, grid.pixel(), grid.pixel())
                .numbers(0x00280100, "US", 16)
                .numbers(0x00280101, "US", 12)
                .numbers(0x00280102, "US", 11)
                .numbers(0x00280103, "US", 0)
                .numbers(0x00280106, "US", least)
                .numbers(0x00280107, "US", most)
                .put(0x00280301, "CS", "NO")
                .put(0x00281050, "DS", window()[0])
                .put(0x00281051, "DS", window()[1])
                .put(0x00281052, "DS", "-1024")
                .put(0x00281053, "DS", "1")
                .put(0x00281054, "LO", "HU")
                .bytes(0x7FE00010, "OW", pixels);
    }

    private String[] window() {
        return switch (study.settings().get("region")) {
            case "head" -> new String[] {"40", "80"};
            case "chest" -> new String[] {"-550", "1500"};
            default -> new String[] {"40", "400"};
        };
    }

    private static String text(Study study, String pattern) {
        return java.time.format.DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(study.person().start());
    }
}
