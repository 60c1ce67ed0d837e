package org.anamnesis.signals.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.study.RecordedFolder;
import org.anamnesis.study.RecordingLikeness;
import org.anamnesis.study.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From folders to rows and back, and what is said of folders that cannot be read. */
class RecordingsTest {
    @TempDir private Path temp;
    private final Recordings recordings = Recordings.installed().orElseThrow();

    private static boolean fifth(int person) {
        return person % 5 == 0;
    }

    private static List<List<String>> table(Path csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Csv.read(csv, rows::add);
        return rows;
    }

    /** Rows of a folder, and the recordings that are made of them again. */
    private Path remade(RecordedFolder folder, byte[] code, Path rows, long seed)
            throws IOException {
        folder.rows(code, rows, false);
        Path made = Files.createDirectory(temp.resolve("made" + seed));
        recordings.make(code, rows, made, seed);
        return made;
    }

    @Test
    void whatIsMeasuredInAMadeEcgIsWhatItsRowSays() throws IOException {
        RecordedFolder folder = recordings.read(Simulated.ecgs(temp.resolve("ecg"), 130));
        assertEquals("ecg", folder.kind());
        assertEquals(130, folder.persons());
        byte[] code = folder.code(RecordingsTest::fifth);
        Path made = remade(folder, code, temp.resolve("rows.csv"), 1);
        Path again = temp.resolve("again.csv");
        recordings.read(made).rows(code, again, false);
        List<List<String>> asked = table(temp.resolve("rows.csv"));
        List<List<String>> found = table(again);
        assertEquals(asked.get(0), found.get(0));
        assertEquals(131, found.size());
        double[] most = {12, 8, 1.8, 12, 24, 0.08, 8};
        for (int k = 0; k < most.length; k++) {
            int column = asked.get(0).indexOf("rr_ms") + k;
            assertTrue(
                    off(asked, found, column) <= most[k],
                    asked.get(0).get(column) + " is off by " + off(asked, found, column));
        }
        assertEquals(asked.get(1).subList(1, 3), found.get(1).subList(1, 3)); // labels
    }

    @Test
    void annotationsBesideAnEcgSayItsRhythm() throws IOException {
        Path ecgs = Simulated.ecgs(temp.resolve("ecg"), 3);
        List<RecordingFile> files = FolderReader.files(ecgs);
        Path header = files.get(0).file();
        // AFIB from sample 100 on: of 10 s at 500 Hz more than half.
        byte[] atr = {100, 28 << 2, 5, (byte) (63 << 2), '(', 'A', 'F', 'I', 'B', 0, 0, 0};
        Files.write(
                header.resolveSibling(header.getFileName().toString().replaceFirst("hea$", "atr")),
                atr);
        assertEquals("AFIB", files.get(0).take(List.of("II"), 1, false).stretches().get(0).event());
        assertEquals("", files.get(1).take(List.of("II"), 1, false).stretches().get(0).event());
    }

    /** What nine of ten rows differ by at most. */
    private static double off(List<List<String>> a, List<List<String>> b, int column) {
        double[] off = new double[a.size() - 1];
        for (int i = 1; i < a.size(); i++) {
            off[i - 1] =
                    Math.abs(
                            Double.parseDouble(a.get(i).get(column))
                                    - Double.parseDouble(b.get(i).get(column)));
        }
        Arrays.sort(off);
        return off[(int) (0.9 * off.length)];
    }

    @Test
    void anEegKeepsItsPowersAndItsNotedEvents() throws IOException {
        RecordedFolder folder = recordings.read(Simulated.eegs(temp.resolve("eeg"), 55));
        assertEquals("eeg", folder.kind());
        byte[] code = folder.code(RecordingsTest::fifth);
        Path made = remade(folder, code, temp.resolve("rows.csv"), 1);
        List<List<String>> rows = table(temp.resolve("rows.csv"));
        assertTrue(rows.get(0).contains("event"));
        assertTrue(rows.stream().anyMatch(r -> r.contains("eyes closed")));
        assertTrue(rows.stream().anyMatch(r -> r.contains("none")));
        Path again = temp.resolve("again.csv");
        recordings.read(made).rows(code, again, false);
        List<List<String>> found = table(again);
        int event = rows.get(0).indexOf("event");
        for (String column : List.of("rms_uv", "alpha_pct")) {
            int k = rows.get(0).indexOf(column);
            for (String of : List.of("eyes closed", "none")) {
                double asked = mean(rows, k, event, of);
                double read = mean(found, k, event, of);
                assertTrue(Math.abs(read / asked - 1) < 0.15, column + ": " + asked + ", " + read);
            }
        }
    }

    private static double mean(List<List<String>> rows, int column, int event, String of) {
        return rows.stream()
                .skip(1)
                .filter(r -> r.get(event).equals(of))
                .mapToDouble(r -> Double.parseDouble(r.get(column)))
                .average()
                .orElseThrow();
    }

    @Test
    void sameRowsAndSeedMakeTheSameBytes() throws IOException {
        RecordedFolder folder = recordings.read(Simulated.ecgs(temp.resolve("ecg"), 12));
        byte[] code = folder.code(p -> false);
        Path rows = temp.resolve("rows.csv");
        Path one = remade(folder, code, rows, 1);
        Path same = Files.createDirectory(temp.resolve("same"));
        recordings.make(code, rows, same, 1);
        Path other = remade(folder, code, rows, 2);
        byte[] first = Files.readAllBytes(one.resolve("ecg000003.dat"));
        assertArrayEquals(first, Files.readAllBytes(same.resolve("ecg000003.dat")));
        assertFalse(Arrays.equals(first, Files.readAllBytes(other.resolve("ecg000003.dat"))));
    }

    @Test
    void rowsThatAreThoseOfLearnedPeopleAreCaught() throws IOException {
        RecordedFolder folder = recordings.read(Simulated.ecgs(temp.resolve("ecg"), 80));
        byte[] code = folder.code(RecordingsTest::fifth);
        assertTrue(likeness(folder, code, "copies", 1).copied());
    }

    /** The twin: rows of other people, drawn alike, are none. */
    @Test
    void rowsOfOtherPeopleAreNoCopies() throws IOException {
        Path all = Simulated.ecgs(temp.resolve("all"), 160);
        RecordedFolder both = recordings.read(all);
        RecordedFolder folder = recordings.read(Simulated.ecgs(temp.resolve("ecg"), 80));
        byte[] code = folder.code(RecordingsTest::fifth);
        Path rows = temp.resolve("all.csv");
        both.rows(code, rows, false);
        List<String> lines = Files.readAllLines(rows);
        Path others = temp.resolve("others.csv");
        List<String> kept = new ArrayList<>(List.of(lines.get(0)));
        // recordings stand in the order of their names; those of r80 and later are new
        List<String> names = new ArrayList<>();
        for (int p = 0; p < 160; p++) {
            names.add("r" + p);
        }
        names.sort(null);
        for (int i = 0; i < 160; i++) {
            if (Integer.parseInt(names.get(i).substring(1)) >= 80) {
                kept.add(lines.get(i + 1));
            }
        }
        Files.write(others, kept);
        Path made = Files.createDirectory(temp.resolve("othersMade"));
        recordings.make(code, others, made, 1);
        RecordingLikeness likeness =
                folder.likeness(recordings.read(made), others, code, RecordingsTest::fifth);
        assertFalse(likeness.copied(), likeness.sentences()::toString);
    }

    private RecordingLikeness likeness(RecordedFolder folder, byte[] code, String name, long seed)
            throws IOException {
        Path rows = temp.resolve(name + ".csv");
        Path made = remade(folder, code, rows, seed);
        return folder.likeness(recordings.read(made), rows, code, RecordingsTest::fifth);
    }

    @Test
    void theCodeHoldsNobodysCurve() throws IOException {
        var folder = (ReadFolder) recordings.read(Simulated.ecgs(temp.resolve("ecg"), 60));
        Code code = Code.of(folder.code(RecordingsTest::fifth));
        assertTrue(code.axes().count() <= 60 * 4 / 5 / 12);
        for (int i = 0; i < 60; i++) {
            ByteBuffer bytes = ByteBuffer.wrap(code.bytes());
            byte[] some =
                    ByteBuffer.allocate(8)
                            .putFloat(folder.shape(i).curve()[50])
                            .putFloat(folder.shape(i).curve()[51])
                            .array();
            for (int at = 0; at + 8 <= bytes.capacity(); at++) {
                assertFalse(Arrays.equals(some, Arrays.copyOfRange(bytes.array(), at, at + 8)));
            }
        }
    }

    @Test
    void freeTextIsNoLabelAndReadsAsData() throws IOException {
        RecordedFolder folder = recordings.read(Simulated.ecgs(temp.resolve("ecg"), 55));
        folder.rows(folder.code(RecordingsTest::fifth), temp.resolve("rows.csv"), false);
        List<String> header = table(temp.resolve("rows.csv")).get(0);
        assertEquals(List.of("recording", "conduction", "age"), header.subList(0, 3));
        assertFalse(header.contains("remark"));
    }

    @Test
    void ratesMayDifferAndHeadersMayTell() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("rates"));
        for (int p = 0; p < 12; p++) {
            double rate = p < 8 ? 500 : 200;
            Simulated.wfdb(
                    folder,
                    "a" + p,
                    rate,
                    Simulated.ecg(p, rate, 10),
                    List.of("<sex>: " + (p % 2)));
        }
        RecordedFolder read = recordings.read(folder);
        assertTrue(read.notes().stream().anyMatch(n -> n.contains("200, 500 Hz")));
        read.rows(read.code(p -> false), temp.resolve("rows.csv"), false);
        assertEquals("sex", table(temp.resolve("rows.csv")).get(0).get(1));
    }

    private List<String> codes(Path folder) {
        RequestException e = assertThrows(RequestException.class, () -> recordings.read(folder));
        return e.problems().stream().map(Problem::code).toList();
    }

    @Test
    void damagedRecordingsAreAllNamed() throws IOException {
        Path folder = Simulated.ecgs(temp.resolve("ecg"), 6);
        Path data = folder.resolve("r1.dat");
        Files.write(data, Arrays.copyOf(Files.readAllBytes(data), 1001));
        Files.writeString(folder.resolve("r3.hea"), "r3 one 250\n");
        assertEquals(2, codes(folder).size());
        Path eegs = Simulated.eegs(temp.resolve("eeg"), 3);
        Path edf = eegs.resolve("e001.edf");
        Files.write(edf, Arrays.copyOf(Files.readAllBytes(edf), 4000));
        assertEquals(1, codes(eegs).size());
    }

    @Test
    void kindsDoNotMixAndShortOrFlatRecordingsAreLeftOut() throws IOException {
        Path both = Simulated.ecgs(temp.resolve("both"), 3);
        Simulated.eegs(both, 3);
        assertEquals(List.of("recordings.kinds"), codes(both));
        Path folder = Files.createDirectory(temp.resolve("flat"));
        Simulated.wfdb(folder, "flat", 250, new double[3000], List.of());
        Simulated.wfdb(folder, "short", 250, Simulated.ecg(1, 250, 4), List.of());
        Simulated.wfdb(folder, "slow", 60, Simulated.ecg(2, 60, 20), List.of());
        assertEquals(List.of("recordings.none"), codes(folder));
        Simulated.wfdb(folder, "good", 250, Simulated.ecg(3, 250, 12), List.of());
        String notes = String.join("\n", recordings.read(folder).notes());
        assertTrue(notes.contains("shorter than 10 s"), notes);
        assertTrue(notes.contains("sampled at 60 Hz"), notes);
        assertTrue(notes.contains("Nothing tells the recordings apart"), notes);
    }

    @Test
    void aDamagedCodeIsRefused() throws IOException {
        RecordedFolder folder = recordings.read(Simulated.ecgs(temp.resolve("ecg"), 12));
        byte[] code = folder.code(p -> false);
        Path rows = temp.resolve("rows.csv");
        folder.rows(code, rows, false);
        for (int length : new int[] {0, 3, 20, code.length - 1}) {
            byte[] cut = Arrays.copyOf(code, length);
            RequestException e =
                    assertThrows(RequestException.class, () -> recordings.make(cut, rows, temp, 1));
            assertEquals("recordings.code", e.problems().get(0).code());
        }
    }

    private String unread(Path path) {
        return recordings.unread(path).map(Problem::code).orElse("none");
    }

    @Test
    void whatIsNotLearnedIsToldByItsNames() throws IOException {
        Path folder = Simulated.ecgs(temp.resolve("ecg"), 6);
        assertEquals("recordings.one", unread(folder.resolve("r1.hea")));
        assertEquals("recordings.one", unread(folder.resolve("r1.dat")));
        Files.delete(folder.resolve("r1.hea"));
        String notes = String.join("\n", recordings.read(folder).notes());
        assertTrue(notes.contains("1 file of samples (.dat) without a header"), notes);
        Path bare = Files.createDirectory(temp.resolve("bare"));
        Files.copy(folder.resolve("r2.dat"), bare.resolve("r2.dat"));
        assertEquals("recordings.headers", unread(bare));
        Path other = Files.createDirectory(temp.resolve("other"));
        assertEquals("none", unread(other));
        Files.write(other.resolve("a.bdf"), new byte[300]);
        Files.write(other.resolve("b.NII.gz"), new byte[300]);
        Files.write(other.resolve("c.nii"), new byte[300]);
        assertEquals("recordings.format", unread(other));
        String said = recordings.unread(other).orElseThrow().message();
        assertTrue(said.contains("2 files of NIfTI"), said);
        assertEquals("recordings.format", unread(other.resolve("a.bdf")));
        // A table beside them is learned as ever.
        Files.writeString(other.resolve("t.csv"), "a,b\n1,2\n");
        assertEquals("none", unread(other));
        assertEquals("none", unread(other.resolve("t.csv")));
        assertEquals("none", unread(temp.resolve("nowhere.edf")));
    }

    @Test
    void aFolderOfPatientsIsNotOneOfRecordings() throws IOException {
        Path folder = Simulated.ecgs(temp.resolve("ecg"), 2);
        assertTrue(recordings.holds(folder));
        Files.writeString(folder.resolve("patients.csv"), "patient_id\n1\n");
        assertFalse(recordings.holds(folder));
        assertFalse(recordings.holds(temp.resolve("none")));
    }
}
