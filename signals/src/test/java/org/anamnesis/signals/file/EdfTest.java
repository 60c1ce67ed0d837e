package org.anamnesis.signals.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.RequestException;
import org.anamnesis.signals.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdfTest {
    private static final List<EdfAnnotation> NOTES =
            List.of(
                    new EdfAnnotation(2.25, 1.5, "seizure"),
                    new EdfAnnotation(0, 0, "eyes open"),
                    new EdfAnnotation(2.9999, 0, "Übergang\u0014 mit Zeichen"),
                    new EdfAnnotation(2.5, 0.3, "blink"));
    private static final EdfHeader HEADER =
            new EdfHeader(
                    EdfHeader.patient(
                            "P 1", true, Optional.of(LocalDate.of(1980, 5, 2)), "Zoë Müller"),
                    EdfHeader.recording(LocalDate.of(2024, 3, 1), "E1", "Anamnesis", "SYNTHETIC"),
                    LocalDateTime.of(2024, 3, 1, 9, 5, 7),
                    1,
                    List.of(
                            EdfSignal.of("EEG Fp1-Ref", "uV", 0.1, "HP:0.1Hz", 7),
                            EdfSignal.of("ECG II", "mV", 0.001, "", 3)));

    @TempDir private Path folder;

    private Path written() throws IOException {
        Path file = folder.resolve("a.edf");
        try (var writer = new EdfWriter(Files.newOutputStream(file), HEADER, 4, NOTES)) {
            for (int r = 0; r < 4; r++) {
                writer.write(record(r));
            }
        }
        return file;
    }

    private static short[][] record(int r) {
        short[] a = new short[7];
        Arrays.fill(a, (short) (-300 * r));
        return new short[][] {a, {(short) r, Short.MIN_VALUE, Short.MAX_VALUE}};
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path file = written();
        try (var reader = EdfReader.open(file)) {
            assertEquals(HEADER, reader.header());
            assertEquals("P_1 F 02-MAY-1980 Zoe_Muller", reader.header().patient());
            assertTrue(reader.continuous());
            assertEquals(7, reader.header().rate(0));
            short[][] got = reader.buffers();
            for (int r = 0; r < 4; r++) {
                assertTrue(reader.next(got));
                assertArrayEquals(record(r)[0], got[0]);
                assertArrayEquals(record(r)[1], got[1]);
            }
            assertFalse(reader.next(got));
        }
        var notes = EdfReader.annotations(file);
        assertEquals(
                List.of(
                        NOTES.get(1),
                        NOTES.get(0),
                        NOTES.get(3),
                        new EdfAnnotation(2.9999, 0, "Übergang  mit Zeichen")),
                notes);
    }

    /** The channel of annotations is as wide as the fullest record, not as all of them. */
    @Test
    void manyAnnotationsCostOnlyTheirOwnRecord() throws IOException {
        var notes = new java.util.ArrayList<EdfAnnotation>();
        for (int i = 0; i < 1000; i++) {
            notes.add(new EdfAnnotation(i, 0.5, "spindle"));
        }
        Path file = folder.resolve("many.edf");
        try (var writer = new EdfWriter(Files.newOutputStream(file), HEADER, 1000, notes)) {
            for (int r = 0; r < 1000; r++) {
                writer.write(record(r % 4));
            }
        }
        assertTrue(Files.size(file) < 1024 + 1000 * (20 + 40), "bytes " + Files.size(file));
        assertEquals(notes, EdfReader.annotations(file));
    }

    @Test
    void physicalValuesRoundToTheNearestStepAndStopAtTheEnds() {
        var s = HEADER.signals().get(0);
        assertEquals(123, s.digital(12.34));
        assertEquals(12.3, s.physical(123), 1e-9);
        assertEquals(Short.MAX_VALUE, s.digital(1e9));
        assertEquals(Short.MIN_VALUE, s.digital(-1e9));
    }

    @Test
    void aWriterThatWasLeftEarlySaysSo() throws IOException {
        var writer =
                new EdfWriter(Files.newOutputStream(folder.resolve("b.edf")), HEADER, 4, NOTES);
        writer.write(record(0));
        assertThrows(IOException.class, writer::close);
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new EdfWriter(
                                Files.newOutputStream(folder.resolve("c.edf")), HEADER, 2, NOTES));
    }

    @Test
    void cutFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        for (int length : new int[] {0, 10, 255, 256, 600, 1023, whole.length - 1}) {
            assertEquals(
                    length > 256 && length < 1024 ? "edf.header" : code(length),
                    refusal(Arrays.copyOf(whole, length)),
                    "cut to " + length);
        }
    }

    private static String code(int length) {
        return length == 256 ? "edf.header" : "edf.truncated";
    }

    @Test
    void hostileHeadersAreRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        assertEquals("edf.version", refusal(with(whole, 0, "RIFF    ")));
        assertEquals("edf.header", refusal(with(whole, 168, "31.02.24")));
        assertEquals("edf.header", refusal(with(whole, 184, "99999999")));
        assertEquals("edf.header", refusal(with(whole, 252, "9999")));
        assertEquals("edf.header", refusal(with(whole, 252, "-3  ")));
        assertEquals("edf.truncated", refusal(with(whole, 236, "99999999")));
        assertEquals("edf.header", refusal(with(whole, 236, "NaN     ")));
        int samples = 256 + 3 * (16 + 80 + 8 * 5 + 80);
        assertEquals("edf.header", refusal(with(whole, samples, "99999999")));
        assertEquals("edf.header", refusal(with(whole, samples, "0       ")));
        int low = 256 + 3 * (16 + 80 + 8);
        assertEquals("edf.header", refusal(with(whole, low, "3276.7  ")));
        byte[] bdf = whole.clone();
        bdf[0] = (byte) 0xff;
        assertEquals("edf.bdf", refusal(bdf));
    }

    @Test
    void damagedAnnotationsAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        int notes = 1024 + 2 * (7 + 3);
        assertEquals("edf.annotation", refusal(with(whole, notes, "no time")));
    }

    /** Records of no length are for annotations alone; channels would get a rate of nobody's. */
    @Test
    void channelsWithoutTimeAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        assertEquals("edf.header", refusal(with(whole, 244, "0       ")));
    }

    /** Whatever bytes change, the answer is a recording or a problem, never another failure. */
    @Test
    void anyDamageGivesAProblemOrARecording() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        var draws = new Draws(5);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 4; k++) {
                damaged[draws.index(1200)] = (byte) draws.index(256);
            }
            refusal(damaged);
        }
    }

    private static byte[] with(byte[] whole, int at, String text) {
        byte[] changed = whole.clone();
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, changed, at, bytes.length);
        return changed;
    }

    private String refusal(byte[] bytes) throws IOException {
        Path file = folder.resolve("damaged.edf");
        Files.write(file, bytes);
        try (var reader = EdfReader.open(file)) {
            short[][] record = reader.buffers();
            while (reader.next(record)) {
                reader.annotations();
            }
            return "read";
        } catch (RequestException e) {
            assertFalse(e.problems().get(0).suggestion().isEmpty());
            return e.problems().get(0).code();
        }
    }
}
