package org.anamnesis.signals.ct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.StudyKind;
import org.anamnesis.problem.Problem;
import org.anamnesis.signals.Draws;
import org.anamnesis.signals.file.Dicom;
import org.anamnesis.signals.file.DicomException;
import org.anamnesis.signals.file.DicomReader;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Studios;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CtStudioTest {
    private static final Map<String, String> COARSE =
            Map.of("region", "head", "matrix", "256", "slice_mm", "10");

    @TempDir Path folder;

    private final CtStudio studio = new CtStudio();

    private List<String> codes(
            Map<String, String> settings, Map<String, Double> measured, Finding... findings) {
        return studio.check(new AskedStudy("ct", settings, measured, List.of(findings))).stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void itIsFound() {
        assertTrue(Studios.installed().of("ct").isPresent());
    }

    @Test
    void whatCannotBeIsSaidAllAtOnce() {
        assertEquals(
                List.of("ct.detail.limits"),
                codes(Map.of(), Map.of(), Made.finding("lung-nodule", "diameter_mm", "400")));
        assertEquals(
                List.of("ct.detail.choice"),
                codes(Map.of(), Map.of(), Made.finding("lung-nodule", "lobe", "liver")));
        assertEquals(
                List.of("ct.detail.follows"),
                codes(Map.of(), Map.of(), Made.finding("lung-nodule", "x_mm", "900")));
        assertEquals(List.of("ct.setting.choice"), codes(Map.of("matrix", "77"), Map.of()));
        assertEquals(
                List.of("ct.finding.region"),
                codes(Map.of("region", "chest"), Map.of(), Made.finding("kidney-stone")));
        assertEquals(
                List.of("ct.finding.region"),
                codes(Map.of(), Map.of(), Made.finding("kidney-stone"), Made.finding("emphysema")));
        assertEquals(
                List.of("ct.finding.unknown"),
                codes(Map.of("region", "chest"), Map.of(), Made.finding("unicorn")).subList(0, 1));
        assertEquals(
                List.of("ct.finding.repeated"),
                codes(Map.of(), Map.of(), Made.finding("emphysema"), Made.finding("emphysema")));
        assertEquals(
                List.of("ct.slice.thick"),
                codes(
                        Map.of("slice_mm", "8"),
                        Map.of(),
                        Made.finding("lung-nodule", "diameter_mm", "4")));
        assertEquals(
                List.of("ct.detail.contradiction"),
                codes(
                        Map.of(),
                        Map.of(),
                        Made.finding("lung-nodule", "density", "solid", "hu", "-600")));
        assertEquals(
                List.of("ct.detail.contradiction"),
                codes(
                        Map.of(),
                        Map.of(),
                        Made.finding("fatty-liver", "severity", "severe", "hu", "44")));
        assertEquals(
                List.of("ct.measurement.contradiction"),
                codes(
                        Map.of(),
                        Map.of("aorta_mm", 60.0),
                        Made.finding("aortic-aneurysm", "diameter_mm", "40")));
        assertEquals(List.of("ct.measurement.follows"), codes(Map.of(), Map.of("width_mm", 300.0)));
        assertEquals(
                List.of("ct.noise.twice"), codes(Map.of("mas", "100"), Map.of("noise_hu", 12.0)));
        assertEquals(List.of("ct.setting.limits"), codes(Map.of("slice_mm", "thin"), Map.of()));
        assertEquals(
                3,
                codes(Map.of("matrix", "77", "kernel", "odd", "colour", "red"), Map.of()).size());
        for (Problem p :
                studio.check(new AskedStudy("ct", Map.of("matrix", "77"), Map.of(), List.of()))) {
            assertFalse(p.suggestion().isBlank());
        }
    }

    @Tag("slow")
    @Test
    void whatIsAcceptedCanBePlannedForEverybody() {
        var draws = new Draws(11);
        int accepted = 0;
        for (int i = 0; i < 400; i++) {
            AskedStudy asked = random(draws);
            if (!studio.check(asked).isEmpty()) {
                continue;
            }
            accepted++;
            double age = draws.chance(0.2) ? draws.uniform(0, 3) : draws.uniform(3, 100);
            double cm = 50 + 120 * Math.min(1, age / 16) + draws.uniform(-8, 30);
            Person person =
                    Made.person(
                            age,
                            draws.chance(0.5),
                            cm,
                            draws.uniform(11, 60) * cm * cm / 1e4,
                            "copd",
                            "stroke",
                            "lung-cancer");
            Study study = studio.plan(person, asked, i);
            assertTrue(study.findings().size() >= asked.findings().size());
            for (int k = 0; k < asked.findings().size(); k++) {
                Map<String, String> said = study.findings().get(k).details();
                asked.findings()
                        .get(k)
                        .details()
                        .forEach(
                                (id, v) -> {
                                    if (!id.equals(
                                            "volume_ml")) { // a small body may not hold what was
                                        // asked
                                        assertEquals(
                                                Double.parseDouble(
                                                        v.matches("-?[0-9.]+") ? v : "0"),
                                                Double.parseDouble(
                                                        said.get(id).matches("-?[0-9.]+")
                                                                ? said.get(id)
                                                                : "0"),
                                                0.051);
                                    }
                                });
            }
            study.settings().values().forEach(v -> assertFalse(v.isEmpty()));
            if (i % 25 == 0) {
                new Made(study).slice(1);
            }
        }
        assertTrue(accepted > 150, accepted + " accepted");
    }

    private static AskedStudy random(Draws draws) {
        Map<String, String> settings = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (StudyKind.Setting s : CtCheck.KIND.settings()) {
            if (!s.id().equals("region") && draws.chance(0.3)) {
                settings.put(s.id(), value(s, draws));
            }
        }
        for (int n = draws.index(3); n >= 0; n--) {
            StudyKind.Shown f =
                    CtCheck.KIND.findings().get(draws.index(CtCheck.KIND.findings().size()));
            Map<String, String> details = new HashMap<>();
            for (StudyKind.Setting d : f.details()) {
                if (draws.chance(0.4) && (!d.choices().isEmpty() || d.low().isPresent())) {
                    details.put(d.id(), value(d, draws));
                }
            }
            findings.add(new Finding(f.id(), details));
        }
        return new AskedStudy(
                "ct", settings, Map.of(), draws.chance(0.6) ? findings.subList(0, 1) : findings);
    }

    private static String value(StudyKind.Setting s, Draws draws) {
        if (!s.choices().isEmpty()) {
            return s.choices().get(draws.index(s.choices().size()));
        }
        double u = draws.uniform() < 0.2 ? (draws.chance(0.5) ? 0 : 1) : draws.uniform();
        return Details.tenth(
                s.low().getAsDouble() + u * (s.high().getAsDouble() - s.low().getAsDouble()));
    }

    @Tag("slow")
    @Test
    void theSameKeyMakesTheSameBytesAndAnotherKeyOthers() throws IOException {
        Finding nothing = Made.finding("epidural-haematoma", "volume_ml", "20");
        Study study = Made.study(COARSE, nothing);
        StudyFiles one = studio.write(study, folder.resolve("one"), Set.of("dicom", "nifti"));
        StudyFiles two =
                studio.write(
                        Made.study(COARSE, nothing),
                        folder.resolve("two"),
                        Set.of("dicom", "nifti"));
        assertEquals(one.files(), two.files());
        assertEquals(one.link(), two.link());
        for (String f : one.files()) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("one").resolve(f)),
                    Files.readAllBytes(folder.resolve("two").resolve(f)),
                    f);
        }
        Study other =
                studio.plan(
                        study.person(),
                        new AskedStudy("ct", COARSE, Map.of(), List.of(nothing)),
                        42);
        StudyFiles three = studio.write(other, folder.resolve("three"), Set.of("dicom"));
        assertFalse(
                Arrays.equals(
                        Files.readAllBytes(folder.resolve("one").resolve(one.files().get(3))),
                        Files.readAllBytes(folder.resolve("three").resolve(three.files().get(3)))));
    }

    @Test
    void everyFileHasTheAttributesOfItsKind() throws IOException {
        StudyFiles made =
                studio.write(
                        Made.study(COARSE, Made.finding("epidural-haematoma")),
                        folder,
                        Set.of("dicom"));
        int[] image = {
            0x00080008, 0x00080016, 0x00080018, 0x0008001A, 0x00080020, 0x00080060, 0x00080070,
                    0x00100010, 0x00100020,
            0x00100030, 0x00100040, 0x00180050, 0x00180060, 0x00185100, 0x0020000D, 0x0020000E,
                    0x00200011, 0x00200012,
            0x00200013, 0x00200032, 0x00200037, 0x00200052, 0x00201040, 0x00204000, 0x00280002,
                    0x00280004, 0x00280010,
            0x00280011, 0x00280030, 0x00280100, 0x00280101, 0x00280102, 0x00280103, 0x00281052,
                    0x00281053, 0x7FE00010
        };
        String mask = made.files().get(made.files().size() - 1);
        assertTrue(mask.endsWith("seg/mask.dcm"));
        for (String f : made.files()) {
            Dicom read = DicomReader.read(folder.resolve(f));
            assertTrue(read.text(0x00204000).orElse("").startsWith("SYNTHETIC"), f);
            assertEquals(made.link().get("study_uid"), read.text(0x0020000D).orElse(""));
            if (!f.equals(mask)) {
                for (int tag : image) {
                    assertTrue(
                            tag == 0x0008001A || read.has(tag),
                            f + " lacks " + Integer.toHexString(tag));
                }
                assertEquals(made.link().get("series_uid"), read.text(0x0020000E).orElse(""));
            }
        }
        Dicom seg = DicomReader.read(folder.resolve(mask));
        assertEquals("SEG", seg.text(0x00080060).orElse(""));
        assertEquals(1, seg.items(0x00620002).size());
        assertEquals(
                made.files().size() - 1, seg.items(0x00081115).get(0).items(0x0008114A).size());
        String[] uids = made.link().get("instance_uids").split(" ");
        assertEquals(made.files().size() - 1, uids.length);
        assertEquals(
                uids[0],
                DicomReader.read(folder.resolve(made.files().get(0))).text(0x00080018).orElse(""));
    }

    @Test
    void aDamagedSliceIsRefused() throws IOException {
        StudyFiles made = studio.write(Made.study(COARSE), folder, Set.of("dicom"));
        byte[] all = Files.readAllBytes(folder.resolve(made.files().get(0)));
        for (int n : new int[] {0, 100, 131, 500, 2000, all.length - 1}) {
            assertThrows(
                    DicomException.class,
                    () -> {
                        Dicom cut = DicomReader.read(Arrays.copyOf(all, n), "cut.dcm");
                        if (!cut.has(0x7FE00010)) {
                            throw new DicomException("no pixels");
                        }
                    });
        }
    }

    @Tag("slow")
    @Test
    void theEstimateOfBytesIsNotTooSmall() throws IOException {
        for (Set<String> formats :
                List.of(Set.of("dicom"), Set.of("nifti"), Set.of("dicom", "nifti"))) {
            AskedStudy asked =
                    new AskedStudy(
                            "ct", COARSE, Map.of(), List.of(Made.finding("subdural-haematoma")));
            Study study = studio.plan(Made.person(50, false, 180, 85), asked, 8);
            Path own = folder.resolve(String.join("-", formats));
            long bytes = 0;
            for (String f : studio.write(study, own, formats).files()) {
                bytes += Files.size(own.resolve(f));
            }
            long said = studio.bytes(asked, formats);
            assertTrue(
                    bytes <= said * 1.15 && said < 2 * bytes, said + " said, " + bytes + " made");
        }
    }

    @Test
    void thePictureIsAPng() throws IOException {
        byte[] png = studio.picture(Made.study(COARSE));
        assertEquals((byte) 0x89, png[0]);
        assertEquals('P', png[1]);
    }
}
