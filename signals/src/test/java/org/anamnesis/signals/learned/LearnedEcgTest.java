package org.anamnesis.signals.learned;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.LearnRequest;
import org.anamnesis.converse.Learned;
import org.anamnesis.converse.Progress;
import org.anamnesis.converse.RowsRequest;
import org.anamnesis.problem.RequestException;
import org.anamnesis.study.RecordedFolder;
import org.anamnesis.study.Recordings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through the doors that every user has: a folder is learned, asked in words, and read again. */
class LearnedEcgTest {
    @TempDir private static Path temp;
    private static Path folder;
    private static Path model;
    private static Learned learned;

    private static LearnRequest request(Path from, Path to) {
        return new LearnRequest(
                from,
                Optional.of("trees"),
                Optional.of(to),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                1);
    }

    @BeforeAll
    static void learn() throws IOException {
        folder = Simulated.ecgs(temp.resolve("hearts"), 150);
        model = temp.resolve("hearts.model");
        learned = Anamnesis.bundled().learn(request(folder, model), Progress.silent());
    }

    private static Path made(int count, Optional<String> where, String name, long seed) {
        Path out = temp.resolve(name);
        Anamnesis.bundled()
                .sample(
                        new RowsRequest(model, count, where, List.of(), seed, out),
                        Progress.silent());
        return out;
    }

    @Test
    void theReportJudgesRecordingsThatWereReadAgain() {
        assertEquals("trees", learned.engine());
        for (String figure :
                List.of("spectrumDb", "ks_rr_ms", "nearestMedianRatio", "c2stReadAgain")) {
            assertTrue(learned.quality().containsKey(figure), figure);
        }
        assertTrue(learned.notes().stream().anyMatch(n -> n.startsWith("Copies: ")));
        assertTrue(learned.privacy().containsKey("membershipAuc"));
    }

    @Test
    void whatIsAskedHoldsInTheFiles() throws IOException {
        Path out = made(12, Optional.of("conduction = 'wide' and rr_ms <= 700"), "wide", 3);
        RecordedFolder again = Recordings.installed().orElseThrow().read(out);
        assertEquals(12, again.persons());
        Path rows = temp.resolve("wide.csv");
        again.rows(again.code(p -> false), rows, false);
        List<List<String>> table = new ArrayList<>();
        Csv.read(rows, table::add);
        List<String> header = table.get(0);
        double qrs = 0;
        for (List<String> row : table.subList(1, table.size())) {
            double rr = Double.parseDouble(row.get(header.indexOf("rr_ms")));
            assertTrue(rr <= 715, "RR is " + rr);
            qrs += Double.parseDouble(row.get(header.indexOf("qrs_ms"))) / 12;
        }
        assertTrue(qrs > 110, "a wide QRS of " + qrs);
        String comments = Files.readString(out.resolve("ecg000001.hea"));
        assertTrue(comments.contains("# conduction: wide"), comments);
        assertTrue(comments.contains("# synthetic"), comments);
    }

    @Test
    void sameSeedSameBytes() throws IOException {
        Path a = made(5, Optional.empty(), "a", 7);
        Path b = made(5, Optional.empty(), "b", 7);
        for (String name : List.of("ecg000001.hea", "ecg000005.dat", "manifest.csv")) {
            assertArrayEquals(
                    Files.readAllBytes(a.resolve(name)), Files.readAllBytes(b.resolve(name)));
        }
    }

    @Test
    void noRowOfTheFolderIsInTheModel() throws IOException {
        RecordedFolder read = Recordings.installed().orElseThrow().read(folder);
        Path rows = temp.resolve("rows.csv");
        read.rows(read.code(p -> p % 5 == 0), rows, false);
        String bytes = new String(Files.readAllBytes(model), ISO_8859_1);
        assertFalse(bytes.contains("ignore all rules"));
        for (String line : Files.readAllLines(rows)) {
            String[] cells = line.split(",", -1);
            if (!line.startsWith("recording")) {
                assertFalse(bytes.contains(cells[3] + "," + cells[4]));
            }
        }
    }

    @Test
    void aChangedModelAndAFolderOfFewAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length - 200] ^= 1;
        Path bad = temp.resolve("bad.model");
        Files.write(bad, bytes);
        RequestException damaged =
                assertThrows(
                        RequestException.class,
                        () ->
                                Anamnesis.bundled()
                                        .sample(
                                                new RowsRequest(
                                                        bad,
                                                        3,
                                                        Optional.empty(),
                                                        List.of(),
                                                        1,
                                                        temp.resolve("none")),
                                                Progress.silent()));
        assertEquals("model.damaged", damaged.problems().get(0).code());
        assertFalse(Files.exists(temp.resolve("none")));
        Path one = Simulated.ecgs(temp.resolve("one"), 1);
        RequestException few =
                assertThrows(
                        RequestException.class,
                        () ->
                                Anamnesis.bundled()
                                        .learn(
                                                request(one, temp.resolve("one.model")),
                                                Progress.silent()));
        assertEquals("recordings.few", few.problems().get(0).code());
        assertFalse(Files.exists(temp.resolve("one.model")));
    }
}
