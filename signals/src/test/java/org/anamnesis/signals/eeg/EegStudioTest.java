package org.anamnesis.signals.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.signals.file.EdfAnnotation;
import org.anamnesis.signals.file.EdfReader;
import org.anamnesis.study.Studios;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EegStudioTest {
    private static final EegStudio STUDIO = new EegStudio();

    @TempDir private Path folder;

    @Test
    void isFoundAndShowsAllThatTheCatalogueHas() {
        assertTrue(Studios.installed().of("eeg").isPresent());
        var kind = StudyKinds.find("eeg").orElseThrow();
        assertEquals(
                java.util.Arrays.stream(Sign.values()).map(Sign::id).collect(Collectors.toSet()),
                kind.findings().stream().map(f -> f.id()).collect(Collectors.toSet()));
        for (var f : kind.findings()) {
            assertTrue(f.names().size() >= 4, f.id());
            f.excludes().forEach(e -> assertTrue(kind.finding(e).isPresent(), e));
        }
    }

    /** Each event of the record is one annotation and each annotation is in the record. */
    @Test
    void annotationsAreTheRecord() throws IOException {
        for (var page : ShowEegs.pages().values()) {
            var files = STUDIO.write(page, folder, Set.of("edf"));
            var notes = EdfReader.annotations(folder.resolve(files.files().get(0)));
            var counts = new HashMap<String, Integer>();
            notes.forEach(n -> counts.merge(n.text().split(",")[0], 1, Integer::sum));
            for (var f : page.findings()) {
                var sign = Sign.of(f.id()).orElseThrow();
                if (sign.counted()) {
                    assertEquals(
                            Integer.parseInt(f.details().get("count")),
                            counts.remove(sign.annotation()),
                            f.id());
                }
            }
            Set<String> left = new java.util.TreeSet<>(counts.keySet());
            left.removeIf(
                    t ->
                            t.startsWith("eyes")
                                    || t.startsWith("Sleep stage")
                                    || page.findings().stream().anyMatch(f -> named(f.id(), t)));
            assertEquals(Set.of(), left);
            for (EdfAnnotation n : notes) {
                assertTrue(n.onset() + n.duration() <= 300.001, n.toString());
            }
        }
    }

    private static boolean named(String id, String text) {
        var shown = StudyKinds.find("eeg").orElseThrow().finding(id).orElseThrow();
        return shown.names().get(0).equals(text)
                || (id.equals(Sign.BURST_SUPPRESSION.id()) && text.equals("burst"));
    }

    @Test
    void theSameKeyMakesTheSameBytesAndAnotherKeyDoesNot() throws IOException {
        byte[] first = bytes(7);
        assertArrayEquals(first, bytes(7));
        assertFalse(java.util.Arrays.equals(first, bytes(8)));
    }

    private byte[] bytes(long key) throws IOException {
        var asked = People.asked(Map.of("duration_s", "40"), People.finding(Sign.FOCAL_SPIKES));
        var study = STUDIO.plan(People.aged(50, "epilepsy"), asked, key);
        assertEquals(study, STUDIO.plan(People.aged(50, "epilepsy"), asked, key));
        var files = STUDIO.write(study, folder, Set.of("edf"));
        return Files.readAllBytes(folder.resolve(files.files().get(0)));
    }

    @Test
    void channelsRatesAndLengthAreThoseAsked() throws IOException {
        for (String rate : new String[] {"128", "200", "256", "1024"}) {
            var asked = People.asked(Map.of("duration_s", "21", "rate_hz", rate));
            var study = STUDIO.plan(People.person(3, 50), asked, 1);
            var files = STUDIO.write(study, folder, Set.of("edf"));
            assertEquals(List.of("P3_E3.edf"), files.files());
            try (var reader = EdfReader.open(folder.resolve("P3_E3.edf"))) {
                assertEquals(21, reader.records());
                assertEquals(21, reader.header().signals().size());
                assertEquals("EEG Fp1-Ref", reader.header().signals().get(0).label());
                assertEquals(Integer.parseInt(rate), reader.header().rate(0));
                assertEquals(study.person().start(), reader.header().start());
                short[][] second = reader.buffers();
                double most = 0;
                while (reader.next(second)) {
                    for (int i = 0; i < second[19].length; i++) {
                        // linked earlobes: A1 and A2 mirror each other but for the amplifier
                        most = Math.max(most, Math.abs(second[19][i] + second[20][i]));
                    }
                }
                assertTrue(most * EegFiles.STEP < 8, "µV " + most * EegFiles.STEP);
            }
            long size = Files.size(folder.resolve("P3_E3.edf"));
            double foretold = (double) STUDIO.bytes(asked, Set.of("edf"));
            assertEquals(1, foretold / size, 0.1);
        }
    }

    @Test
    void bidsHasItsSideFiles() throws IOException {
        var study = STUDIO.plan(People.person(5, 50), People.asked(Map.of("duration_s", "30")), 1);
        var files = STUDIO.write(study, folder, Set.of("bids"));
        assertEquals("sub-P5/ses-E5/eeg/sub-P5_ses-E5_task-awake_eeg.edf", files.files().get(0));
        for (String f : files.files()) {
            assertTrue(Files.size(folder.resolve(f)) > 0, f);
        }
        assertEquals("sub-P5\t50\tM", files.link().get("participant"));
        var whole = STUDIO.together(folder, List.of(files.link(), files.link()));
        assertEquals(List.of("dataset_description.json", "participants.tsv"), whole);
        assertEquals(
                "participant_id\tage\tsex\nsub-P5\t50\tM\n",
                Files.readString(folder.resolve("participants.tsv")));
        assertTrue(Files.readString(folder.resolve(whole.get(0))).contains("BIDSVersion"));
        String events =
                Files.readString(
                        folder.resolve("sub-P5/ses-E5/eeg/sub-P5_ses-E5_task-awake_events.tsv"));
        assertEquals(
                EdfReader.annotations(folder.resolve(files.files().get(0))).size(),
                events.lines().count() - 1);
        assertEquals("sub-P5_ses-E5_task-awake_eeg.edf", files.manifest().get(0).get(0));
    }

    @Test
    void picturesAreWellFormedAndSayWhatTheyAre() throws Exception {
        for (var page : ShowEegs.pages().values()) {
            byte[] svg = STUDIO.picture(page);
            var document =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new java.io.ByteArrayInputStream(svg));
            assertEquals("svg", document.getDocumentElement().getTagName());
            String text = new String(svg, StandardCharsets.UTF_8);
            assertTrue(text.contains("SYNTHETIC") && text.contains("Fp1-F7"));
            assertTrue(svg.length < 200_000, "bytes " + svg.length);
        }
    }

    @Test
    void aManifestLineHasAllColumns() {
        for (Study page : ShowEegs.pages().values()) {
            assertEquals(STUDIO.manifestColumns().size(), Manifest.row(page, "x.edf").size());
        }
    }
}
