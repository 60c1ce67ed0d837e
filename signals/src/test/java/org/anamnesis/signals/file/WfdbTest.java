package org.anamnesis.signals.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.anamnesis.problem.RequestException;
import org.anamnesis.signals.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WfdbTest {
    @TempDir Path folder;

    private int[][] write(int format, int signals, int n) throws IOException {
        var draws = new Draws(format);
        int most = new WfdbSignal(format, 200, 0, "mV", "x").most();
        int[][] x = new int[signals][n];
        for (int[] s : x) {
            for (int i = 0; i < n; i++) {
                s[i] = (int) draws.uniform(-most - 1, most + 1);
            }
        }
        WfdbWriter.write(
                folder,
                "r1",
                500,
                n,
                LocalDateTime.of(2024, 2, 29, 23, 5, 1),
                Collections.nCopies(signals, new WfdbSignal(format, 200, 0, "mV", "II")),
                List.of("age: 50"),
                (from, count) -> {
                    int[][] piece = new int[signals][count];
                    for (int s = 0; s < signals; s++) {
                        System.arraycopy(x[s], (int) from, piece[s], 0, count);
                    }
                    return piece;
                });
        return x;
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        for (int format : new int[] {16, 212}) {
            for (int signals : new int[] {1, 3, 12}) {
                int[][] x = write(format, signals, 4999);
                var read = WfdbReader.read(folder.resolve("r1.hea"));
                assertEquals(500, read.rate());
                assertEquals(List.of("age: 50"), read.comments());
                for (int s = 0; s < signals; s++) {
                    assertEquals("II", read.signals().get(s).description());
                    for (int i = 0; i < 4999; i++) {
                        assertEquals(x[s][i], read.digital().get(s).at(i));
                    }
                }
            }
        }
    }

    private void refused(String code) {
        var e =
                assertThrows(
                        RequestException.class, () -> WfdbReader.read(folder.resolve("r1.hea")));
        assertEquals(code, e.problems().get(0).code());
    }

    private void header(String from, String to) throws IOException {
        write(16, 2, 100);
        Path file = folder.resolve("r1.hea");
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Files.write(file, text.replaceFirst(from, to).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void damagedRecordsAreRefusedInWords() throws IOException {
        write(16, 2, 100);
        Path data = folder.resolve("r1.dat");
        byte[] bytes = Files.readAllBytes(data);
        Files.write(data, java.util.Arrays.copyOf(bytes, 200));
        refused("wfdb.truncated");
        bytes[17] ^= 4;
        Files.write(data, bytes);
        refused("wfdb.checksum");
        Files.delete(data);
        refused("wfdb.missing");
        Files.write(folder.resolve("r1.hea"), new byte[0]);
        refused("wfdb.header");
        Files.write(folder.resolve("r1.hea"), new byte[] {(byte) 0xff, 0, 7, 13, 10});
        refused("wfdb.header");
        header("r1 2 500", "r1 99 500");
        refused("wfdb.header");
        header("r1 2 500", "r1 2 0");
        refused("wfdb.header");
        for (String rate : new String[] {"NaN", "fast", "-500", "5OO"}) { // never 250 Hz instead
            header("r1 2 500", "r1 2 " + rate);
            refused("wfdb.header");
        }
        header("r1 2 500 100 ", "r1 2 500 100000000 ");
        refused("wfdb.truncated");
        header("r1.dat 16", "../../etc/passwd 16");
        refused("wfdb.header");
        header("r1.dat 16", "r1.dat 311");
        refused("wfdb.format");
        header("r1 2", "r1/3 2");
        refused("wfdb.segments");
    }

    @Test
    void anyDamageToAHeaderIsToldOrHarmless() throws IOException {
        write(212, 3, 60);
        Path file = folder.resolve("r1.hea");
        byte[] good = Files.readAllBytes(file);
        var draws = new Draws(5);
        for (int i = 0; i < 500; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k < 3; k++) {
                bad[draws.index(bad.length)] = (byte) draws.index(256);
            }
            Files.write(file, bad);
            try {
                WfdbReader.read(file);
            } catch (RequestException told) {
                assertEquals("wfdb", told.problems().get(0).code().split("\\.")[0]);
            }
        }
    }

    /** Words of 16 bits, low byte first. */
    private Path annotations(int... words) throws IOException {
        byte[] all = new byte[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            all[2 * i] = (byte) words[i];
            all[2 * i + 1] = (byte) (words[i] >> 8);
        }
        return Files.write(folder.resolve("r1.atr"), all);
    }

    @Test
    void rhythmsAreReadFromAnnotations() throws IOException {
        int rhythm = 28 << 10;
        int text = 63 << 10;
        int skip = 59 << 10;
        int beat = 1 << 10;
        Path file =
                annotations(
                        rhythm + 18,
                        text + 2,
                        '(' | 'N' << 8,
                        beat + 59,
                        62 << 10,
                        beat + 400,
                        skip,
                        1,
                        2,
                        rhythm + 5,
                        text + 5,
                        '(' | 'A' << 8,
                        'F' | 'I' << 8,
                        'B',
                        0);
        assertEquals(
                List.of(
                        new WfdbAnnotations.Rhythm(18, "N"),
                        new WfdbAnnotations.Rhythm(18 + 459 + 65538 + 5, "AFIB")),
                WfdbAnnotations.rhythms(file));
    }

    @Test
    void annotationsWithoutTheirEndAreRefused() throws IOException {
        for (int[] words :
                new int[][] {{(1 << 10) + 5}, {(63 << 10) + 9, 'a'}, {59 << 10, 1}, {}}) {
            Path file = annotations(words);
            var e = assertThrows(RequestException.class, () -> WfdbAnnotations.rhythms(file));
            assertEquals("wfdb.annotations", e.problems().get(0).code());
        }
    }
}
