package org.anamnesis.signals.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.anamnesis.signals.Draws;
import org.junit.jupiter.api.Test;

class DicomTest {
    private static Dicom example() {
        return new Dicom()
                .numbers(0x00280010, "US", 2)
                .numbers(0x00280011, "US", 3)
                .numbers(0x00280100, "US", 16)
                .put(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .put(0x00080018, "UI", DicomUid.of(1, "slice 1"))
                .put(0x00080005, "CS", "ISO_IR 192")
                .put(0x00100010, "PN", "Synthetic^Müller")
                .decimals(0x00280030, 0.7, 1.0 / 3)
                .sequence(
                        0x00081115,
                        new Dicom().put(0x0020000E, "UI", "1.2"),
                        new Dicom().sequence(0x00081199, Dicom.code("1", "DCM", "one")))
                .bytes(0x7FE00010, "OW", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    }

    private static byte[] file() throws IOException {
        var out = new ByteArrayOutputStream();
        example().write(out);
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Dicom read = DicomReader.read(file(), "a.dcm");
        assertEquals("Synthetic^Müller", read.text(0x00100010).orElseThrow());
        assertEquals("0.7\\0.333333333333", read.text(0x00280030).orElseThrow());
        assertEquals(3, read.number(0x00280011).orElseThrow());
        assertEquals(2, read.items(0x00081115).size());
        assertEquals(
                "one",
                read.items(0x00081115)
                        .get(1)
                        .items(0x00081199)
                        .get(0)
                        .text(0x00080104)
                        .orElseThrow());
        assertEquals(12, read.bytes(0x7FE00010).orElseThrow().length);
        var again = new ByteArrayOutputStream();
        read.write(again);
        assertArrayEquals(file(), again.toByteArray());
    }

    @Test
    void aFileCutOffAnywhereIsRefusedInWords() throws IOException {
        byte[] all = file();
        for (int n = 0; n < all.length; n++) {
            byte[] cut = Arrays.copyOf(all, n);
            int length = n;
            // Cut between two elements it is a shorter data set: the pixels are then missing, which
            // the reader of a series refuses; everything else must be refused here.
            try {
                assertTrue(!DicomReader.read(cut, "a.dcm").has(0x7FE00010), "cut at " + length);
            } catch (DicomException refused) {
                assertTrue(refused.getMessage().startsWith("a.dcm "), refused.getMessage());
            }
        }
    }

    @Test
    void aFileWithWrongBytesIsReadOrRefusedAndNeverBreaksTheReader() throws IOException {
        byte[] all = file();
        var draws = new Draws(5);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] wrong = all.clone();
            wrong[128 + draws.index(all.length - 128)] = (byte) draws.index(256);
            wrong[128 + draws.index(all.length - 128)] = (byte) draws.index(256);
            try {
                DicomReader.read(wrong, "a.dcm");
            } catch (DicomException e) {
                refused++;
            }
        }
        assertTrue(refused > 5000, refused + " refused");
    }

    @Test
    void pixelsThatDoNotFitTheSizeAreRefused() {
        Dicom wrong = example().numbers(0x00280010, "US", 4);
        var out = new ByteArrayOutputStream();
        assertThrows(
                DicomException.class,
                () -> {
                    wrong.write(out);
                    DicomReader.read(out.toByteArray(), "a.dcm");
                });
    }

    @Test
    void aValueThatTheStandardForbidsIsNotWritten() {
        assertThrows(IllegalArgumentException.class, () -> new Dicom().put(0x00080060, "CS", "ct"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Dicom().put(0x00200010, "SH", "x".repeat(17)));
        assertThrows(
                IllegalArgumentException.class, () -> new Dicom().put(0x00100020, "LO", "a\\b"));
    }

    @Test
    void uidsFollowFromTheirNames() {
        assertEquals(DicomUid.of(7, "series"), DicomUid.of(7, "series"));
        assertNotEquals(DicomUid.of(7, "series"), DicomUid.of(8, "series"));
        assertTrue(DicomUid.of(7, "series").matches("2\\.25\\.[1-9][0-9]{0,38}"));
    }
}
