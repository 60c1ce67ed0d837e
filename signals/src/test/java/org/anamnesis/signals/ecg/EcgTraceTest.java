package org.anamnesis.signals.ecg;

import static org.anamnesis.signals.ecg.EcgReader.STUDIO;
import static org.anamnesis.signals.ecg.EcgReader.finding;
import static org.anamnesis.signals.ecg.EcgReader.plan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.signals.file.WfdbReader;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every ECG must be, whatever it shows. */
class EcgTraceTest {
    private static final List<String> KINDS =
            List.of("sinus-rhythm", "atrial-fibrillation", "lbbb", "rbbb", "av-block-1", "long-qt");

    @Test
    void einthovenAndGoldbergerHoldToTheLastUnit(@TempDir Path folder) throws Exception {
        for (String kind : KINDS) {
            for (String format : List.of("wfdb", "wfdb212")) {
                var files =
                        STUDIO.write(
                                plan(List.of(finding(kind)), Map.of(), 7), folder, Set.of(format));
                var file = WfdbReader.read(folder.resolve(files.files().get(0)));
                assertEquals(12, file.digital().size());
                for (int i = 0; i < file.digital().get(0).length(); i++) {
                    int one = file.digital().get(0).at(i);
                    int two = file.digital().get(1).at(i);
                    assertEquals(two - one, file.digital().get(2).at(i));
                    assertEquals(-(one + two), 2 * file.digital().get(3).at(i));
                    assertEquals(2 * one - two, 2 * file.digital().get(4).at(i));
                    assertEquals(2 * two - one, 2 * file.digital().get(5).at(i));
                }
            }
        }
    }

    /** Thresholds of verify_ecg.py; of 36 ECGs one may miss each. */
    @Test
    void aReaderFindsTheIntervalsOfTheRecord(@TempDir Path folder) throws Exception {
        int[] misses = new int[4];
        for (String kind : KINDS) {
            for (int key = 0; key < 6; key++) {
                Study study = plan(List.of(finding(kind)), Map.of(), key);
                var read = EcgReader.read(study, folder);
                var m = study.measurements();
                misses[0] += Math.abs(read.heartRate() - m.get("heart_rate_bpm")) > 1 ? 1 : 0;
                misses[1] += Math.abs(read.intervals.qrs() - m.get("qrs_ms")) > 15 ? 1 : 0;
                misses[2] += Math.abs(read.intervals.qt() - m.get("qt_ms")) > 25 ? 1 : 0;
                if (m.containsKey("pr_ms")) {
                    misses[3] += !(Math.abs(read.intervals.pr() - m.get("pr_ms")) <= 25) ? 1 : 0;
                }
            }
        }
        for (int i = 0; i < 4; i++) {
            assertTrue(misses[i] <= 1, "measurement " + i + " missed " + misses[i] + " times");
        }
    }

    /** The twin: a trace made for other intervals is told from these. */
    @Test
    void aReaderFindsOtherIntervalsInAnotherTrace(@TempDir Path folder) throws Exception {
        var wide = plan(List.of(), Map.of("qrs_ms", 118.0, "qt_ms", 440.0, "pr_ms", 195.0), 3);
        var narrow = plan(List.of(), Map.of("qrs_ms", 82.0, "qt_ms", 360.0, "pr_ms", 130.0), 3);
        var read = EcgReader.read(wide, folder);
        assertTrue(Math.abs(read.intervals.qrs() - narrow.measurements().get("qrs_ms")) > 15);
        assertTrue(Math.abs(read.intervals.qt() - narrow.measurements().get("qt_ms")) > 25);
        assertTrue(Math.abs(read.intervals.pr() - narrow.measurements().get("pr_ms")) > 25);
    }

    @Test
    void theSameKeyMakesTheSameBytesAndAnotherKeyOthers(@TempDir Path folder) throws Exception {
        Path a = Files.createDirectory(folder.resolve("a"));
        Path b = Files.createDirectory(folder.resolve("b"));
        Path c = Files.createDirectory(folder.resolve("c"));
        var formats = Set.of("wfdb", "wfdb212", "edf", "dicom");
        var first = STUDIO.write(plan(List.of(), Map.of(), 11), a, formats);
        STUDIO.write(plan(List.of(), Map.of(), 11), b, formats);
        STUDIO.write(plan(List.of(), Map.of(), 12), c, formats);
        assertEquals(6, first.files().size());
        for (String file : first.files()) {
            assertArrayEquals(
                    Files.readAllBytes(a.resolve(file)), Files.readAllBytes(b.resolve(file)), file);
            assertFalse(
                    java.util.Arrays.equals(
                            Files.readAllBytes(a.resolve(file)),
                            Files.readAllBytes(c.resolve(file))),
                    file);
        }
    }

    @Test
    void anyPieceIsThatOfTheWhole() {
        var trace = Trace.of(plan(List.of(finding("atrial-fibrillation")), Map.of(), 5));
        double[][] whole = trace.render(0, 5000);
        double[][] piece = trace.render(1234, 777);
        for (int l = 0; l < 8; l++) {
            for (int i = 0; i < 777; i++) {
                assertEquals(whole[l][1234 + i], piece[l][i], 1e-9);
            }
        }
    }

    @Test
    void otherRatesAndHalfAnHourOfTwoLeads(@TempDir Path folder) throws Exception {
        for (String rate : List.of("250", "1000")) {
            var asked = new AskedStudy("ecg", Map.of("rate_hz", rate), Map.of(), List.of());
            var study = STUDIO.plan(EcgReader.person(50, true), asked, 21);
            var read = EcgReader.read(study, folder);
            assertEquals(Integer.parseInt(rate), read.rate);
            assertEquals(study.measurements().get("heart_rate_bpm"), read.heartRate(), 1);
            assertEquals(study.measurements().get("qrs_ms"), read.intervals.qrs(), 15);
            assertEquals(study.measurements().get("qt_ms"), read.intervals.qt(), 25);
        }
        var asked =
                new AskedStudy(
                        "ecg", Map.of("duration_s", "1800", "leads", "2"), Map.of(), List.of());
        var files =
                STUDIO.write(
                        STUDIO.plan(EcgReader.person(50, true), asked, 22), folder, Set.of("wfdb"));
        var file = WfdbReader.read(folder.resolve(files.files().get(0)));
        assertEquals(2, file.signals().size());
        assertEquals(900_000, file.digital().get(1).length());
        long said = STUDIO.bytes(asked, Set.of("wfdb"));
        assertEquals(
                (double) said,
                (double) Files.size(folder.resolve(files.files().get(1))),
                .01 * said);
    }

    /** The leads that were asked for and no others, on paper too. */
    @ParameterizedTest
    @CsvSource({
        "1, II",
        "2, II V5",
        "3, I II III",
        "6, I II III aVR aVL aVF",
        "12, I II III aVR aVL aVF V1 V2 V3 V4 V5 V6",
        "V5 II V1, II V1 V5",
        "aVF, aVF",
        "V1 V2 V3 V4 V5 V6, V1 V2 V3 V4 V5 V6",
        "I II III aVR aVL aVF V1 V2 V3, I II III aVR aVL aVF V1 V2 V3"
    })
    void leadsAreThoseAskedFor(String count, String labels, @TempDir Path folder) throws Exception {
        var asked = new AskedStudy("ecg", Map.of("leads", count), Map.of(), List.of());
        var study = STUDIO.plan(EcgReader.person(50, true), asked, 23);
        var written = STUDIO.write(study, folder, Set.of("wfdb"));
        var file = WfdbReader.read(folder.resolve(written.files().get(0)));
        List<String> read = file.signals().stream().map(x -> x.description()).toList();
        assertEquals(List.of(labels.split(" ")), read);
        String picture = new String(STUDIO.picture(study), StandardCharsets.UTF_8);
        for (String label : read) {
            assertTrue(picture.contains(">" + label + "</text>"), label);
        }
        assertEquals(read.contains("V1"), picture.contains(">V1</text>"));
    }

    @Test
    void noiseIsByChoice() {
        double[] size = new double[3];
        List<String> levels = List.of("none", "usual", "high");
        for (int i = 0; i < 3; i++) {
            var asked = new AskedStudy("ecg", Map.of("noise", levels.get(i)), Map.of(), List.of());
            var trace = Trace.of(STUDIO.plan(EcgReader.person(50, true), asked, 31));
            double[] lead = trace.render(0, 5000)[1];
            for (int k = 1; k < 5000; k++) {
                size[i] += Math.abs(lead[k] - 2 * lead[k - 1] + lead[Math.max(0, k - 2)]);
            }
        }
        assertTrue(size[0] < size[1] && size[1] < .7 * size[2], java.util.Arrays.toString(size));
    }

    @Test
    void thePictureIsWellFormedAndSaysWhatItIs() throws Exception {
        for (String kind : KINDS) {
            byte[] svg = STUDIO.picture(plan(List.of(finding(kind)), Map.of(), 9));
            var document =
                    javax.xml.parsers.DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new java.io.ByteArrayInputStream(svg));
            assertTrue(document.getDocumentElement().getTextContent().contains("SYNTHETIC"));
            assertTrue(svg.length < 100_000, "bytes " + svg.length);
        }
    }
}
