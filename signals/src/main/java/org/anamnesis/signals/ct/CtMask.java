package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.signals.file.Dicom;
import org.anamnesis.signals.file.DicomSubject;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/**
 * Which voxels belong to which finding, as a DICOM Segmentation object (PS3.3 A.51): one segment a
 * finding, one frame a slice that it reaches. A voxel belongs if half of it or more lies within.
 */
final class CtMask {
    static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.66.4";

    private final Study study;
    private final Grid grid;

    /** By finding and slice. */
    private final List<TreeMap<Integer, BitSet>> marked = new ArrayList<>();

    CtMask(Study study, Grid grid) {
        this.study = study;
        this.grid = grid;
        study.findings().forEach(f -> marked.add(new TreeMap<>()));
    }

    void add(int slice, boolean[][] marks) {
        for (int f = 0; f < marks.length; f++) {
            if (marks[f] != null) {
                BitSet bits = new BitSet(marks[f].length);
                for (int i = 0; i < marks[f].length; i++) {
                    bits.set(i, marks[f][i]);
                }
                marked.get(f).put(slice, bits);
            }
        }
    }

    /** Segments by voxel of a slice, 1 for the first finding; the later one where two overlap. */
    short[] labels(int slice) {
        short[] labels = new short[grid.n() * grid.n()];
        for (int f = 0; f < marked.size(); f++) {
            short label = (short) (f + 1);
            BitSet bits = marked.get(f).get(slice);
            if (bits != null) {
                bits.stream().forEach(i -> labels[i] = label);
            }
        }
        return labels;
    }

    boolean isEmpty() {
        return marked.stream().allMatch(Map::isEmpty);
    }

    /** Voxels of a finding. */
    long voxels(int finding) {
        return marked.get(finding).values().stream().mapToLong(BitSet::cardinality).sum();
    }

    static String seriesUid(Study study) {
        return DicomSubject.uid(study, "series 2");
    }

    static String instanceUid(Study study) {
        return DicomSubject.uid(study, "segmentation");
    }

    Dicom dicom() {
        int n = grid.n();
        List<Dicom> frames = new ArrayList<>();
        List<Dicom> segments = new ArrayList<>();
        BitSet all = new BitSet();
        int number = 0;
        for (int f = 0; f < marked.size(); f++) {
            if (marked.get(f).isEmpty()) {
                continue; // too small to fill half a voxel
            }
            number++;
            segments.add(segment(number, study.findings().get(f)));
            int place = 0;
            for (Map.Entry<Integer, BitSet> slice : marked.get(f).entrySet()) {
                place++;
                int base = frames.size() * n * n;
                slice.getValue().stream().forEach(i -> all.set(base + i));
                frames.add(frame(number, place, slice.getKey()));
            }
        }
        byte[] packed = all.toByteArray(); // first voxel in the lowest bit, as the standard has it
        byte[] pixels =
                java.util.Arrays.copyOf(packed, (int) (((long) frames.size() * n * n + 7) / 8));
        String organization = DicomSubject.uid(study, "dimensions");
        return DicomSubject.of(
                        study,
                        SOP_CLASS,
                        instanceUid(study),
                        seriesUid(study),
                        2,
                        "SEG",
                        "mask of the findings")
                .put(0x00080008, "CS", "DERIVED", "PRIMARY")
                .sequence(0x00081115, referenced())
                .put(0x00181000, "LO", "0")
                .integers(0x00200013, 1)
                .put(0x00200052, "UI", CtSeries.frameUid(study))
                .put(0x00201040, "LO")
                .sequence(0x00209221, new Dicom().put(0x00209164, "UI", organization))
                .sequence(
                        0x00209222,
                        pointer(organization, 0x0062000B, 0x0062000A, "segment"),
                        pointer(organization, 0x00200032, 0x00209113, "place"))
                .put(0x00204000, "LT", DicomSubject.NOTICE)
                .numbers(0x00280002, "US", 1)
                .put(0x00280004, "CS", "MONOCHROME2")
                .integers(0x00280008, frames.size())
                .numbers(0x00280010, "US", n)
                .numbers(0x00280011, "US", n)
                .numbers(0x00280100, "US", 1)
                .numbers(0x00280101, "US", 1)
                .numbers(0x00280102, "US", 0)
                .numbers(0x00280103, "US", 0)
                .put(0x00282110, "CS", "00")
                .put(0x00620001, "CS", "BINARY")
                .sequence(0x00620002, segments.toArray(Dicom[]::new))
                .put(0x00700080, "CS", "FINDINGS")
                .put(0x00700081, "LO", "Findings as they were put into the images")
                .put(0x00700084, "PN", "Anamnesis^Synthetic")
                .sequence(0x52009229, shared())
                .sequence(0x52009230, frames.toArray(Dicom[]::new))
                .bytes(0x7FE00010, "OB", pixels);
    }

    private static Dicom pointer(String organization, int tag, int group, String label) {
        return new Dicom()
                .put(0x00209164, "UI", organization)
                .numbers(0x00209165, "AT", (double) Integer.toUnsignedLong(tag))
                .numbers(0x00209167, "AT", (double) Integer.toUnsignedLong(group))
                .put(0x00209421, "LO", label);
    }

    private Dicom referenced() {
        Dicom[] images = new Dicom[grid.count()];
        for (int k = 0; k < images.length; k++) {
            images[k] = image(k);
        }
        return new Dicom()
                .put(0x0020000E, "UI", CtSeries.seriesUid(study))
                .sequence(0x0008114A, images);
    }

    private Dicom image(int k) {
        return new Dicom()
                .put(0x00081150, "UI", CtSeries.SOP_CLASS)
                .put(0x00081155, "UI", CtSeries.instanceUid(study, k));
    }

    private Dicom shared() {
        return new Dicom()
                .sequence(
                        0x00209116, new Dicom().put(0x00200037, "DS", "1", "0", "0", "0", "1", "0"))
                .sequence(
                        0x00289110,
                        new Dicom()
                                .decimals(0x00180050, grid.step())
                                .decimals(0x00180088, grid.step())
                                .decimals(0x00280030, grid.pixel(), grid.pixel()));
    }

    private Dicom frame(int segment, int place, int slice) {
        return new Dicom()
                .sequence(
                        0x00089124,
                        new Dicom()
                                .sequence(
                                        0x00082112,
                                        image(slice)
                                                .sequence(
                                                        0x0040A170,
                                                        Dicom.code(
                                                                "121322",
                                                                "DCM",
                                                                "Source image for image processing operation"))
                                                .put(0x0028135A, "CS", "YES"))
                                .sequence(0x00089215, Dicom.code("113076", "DCM", "Segmentation")))
                .sequence(0x00209111, new Dicom().numbers(0x00209157, "UL", segment, place))
                .sequence(
                        0x00209113,
                        new Dicom().decimals(0x00200032, grid.x(0), grid.x(0), grid.z(slice)))
                .sequence(0x0062000A, new Dicom().numbers(0x0062000B, "US", segment));
    }

    private static Dicom segment(int number, Finding f) {
        String[] type =
                switch (f.id()) {
                    case "lung-nodule" -> new String[] {"27925004", "Nodule"};
                    case "pleural-effusion" -> new String[] {"41699000", "Effusion"};
                    case "intracerebral-haemorrhage" -> new String[] {"50960005", "Hemorrhage"};
                    case "epidural-haematoma", "subdural-haematoma" ->
                            new String[] {"35566002", "Hematoma"};
                    case "aortic-aneurysm" -> new String[] {"85659009", "Aneurysm"};
                    case "kidney-stone" -> new String[] {"386103008", "Renal stone"};
                    default -> new String[] {"52988006", "Lesion"};
                };
        return new Dicom()
                .sequence(
                        0x00620003,
                        Dicom.code("49755003", "SCT", "Morphologically Abnormal Structure"))
                .numbers(0x00620004, "US", number)
                .put(0x00620005, "LO", f.id())
                .put(0x00620008, "CS", "AUTOMATIC")
                .put(0x00620009, "LO", "Anamnesis phantom")
                .sequence(0x0062000F, Dicom.code(type[0], "SCT", type[1]));
    }
}
