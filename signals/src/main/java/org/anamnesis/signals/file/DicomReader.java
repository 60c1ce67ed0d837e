package org.anamnesis.signals.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads DICOM files in explicit VR, little endian: enough for what this module writes and to say
 * plainly what is wrong with a damaged one. Compressed images and implicit VR are refused.
 */
public final class DicomReader {
    private static final int UNDEFINED = -1;
    private static final int DEEPEST = 32;
    private static final int ITEM = 0xFFFEE000;
    private static final int ITEM_END = 0xFFFEE00D;
    private static final int SEQUENCE_END = 0xFFFEE0DD;

    private final byte[] bytes;
    private final String name;
    private int at;
    private int depth;

    private DicomReader(byte[] bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    /**
     * @throws DicomException if it is not a DICOM file, is cut off, or has a syntax that is not
     *     read
     */
    public static Dicom read(Path file) throws IOException {
        return read(Files.readAllBytes(file), file.getFileName().toString());
    }

    /**
     * @param name of the file for messages
     */
    public static Dicom read(byte[] bytes, String name) throws DicomException {
        var reader = new DicomReader(bytes, name);
        if (bytes.length < 132
                || !new String(bytes, 128, 4, StandardCharsets.US_ASCII).equals("DICM")) {
            throw reader.bad("is no DICOM file: the letters DICM are missing at byte 128");
        }
        reader.at = 132;
        Dicom meta = reader.group2();
        String syntax = meta.text(0x00020010).orElse("");
        if (!syntax.equals(Dicom.EXPLICIT_LITTLE_ENDIAN)) {
            throw reader.bad(
                    "has the transfer syntax "
                            + (syntax.isEmpty() ? "(none)" : syntax)
                            + ", only explicit little endian without compression is read");
        }
        Dicom all = reader.dataSet(bytes.length);
        reader.checkPixels(all);
        String said = meta.text(0x00020003).orElse("");
        if (!said.equals(all.text(0x00080018).orElse(""))) {
            throw reader.bad("names another SOP instance in its header than in its data");
        }
        return all;
    }

    private Dicom group2() throws DicomException {
        var meta = new Dicom();
        while (at + 8 <= bytes.length && word(at) == 2) {
            element(meta, bytes.length);
        }
        return meta;
    }

    private Dicom dataSet(int end) throws DicomException {
        var all = new Dicom();
        int before = 0;
        while (at < end) {
            int tag = tag();
            if (tag == ITEM_END) {
                at += 8;
                return all;
            }
            if (Integer.compareUnsigned(tag, before) <= 0) {
                throw bad("has " + DicomVr.shown(tag) + " out of order at byte " + at);
            }
            before = tag;
            element(all, end);
        }
        return all;
    }

    private void element(Dicom into, int end) throws DicomException {
        int start = at;
        int tag = tag();
        need(8, end, tag);
        String vr = new String(bytes, at + 4, 2, StandardCharsets.US_ASCII);
        if (!DicomVr.exists(vr)) {
            throw bad(
                    "has no valid kind of value for %s at byte %d"
                            .formatted(DicomVr.shown(tag), start));
        }
        int length;
        if (DicomVr.of(vr).isLong()) {
            need(12, end, tag);
            length = integer(at + 8);
            at += 12;
        } else {
            length = word(at + 6);
            at += 8;
        }
        if (vr.equals("SQ")) {
            into.add(tag, new Dicom.Element(vr, new Dicom.Bytes(new byte[0]), items(length, end)));
            return;
        }
        if (length < 0) {
            throw bad("has a compressed or endless " + DicomVr.shown(tag) + ", which is not read");
        }
        need(length, end, tag);
        into.add(
                tag,
                new Dicom.Element(
                        vr,
                        new Dicom.Bytes(Arrays.copyOfRange(bytes, at, at + length)),
                        List.of()));
        at += length;
    }

    private List<Dicom> items(int length, int end) throws DicomException {
        int stop = length == UNDEFINED ? end : at + length;
        if (length < UNDEFINED || stop > end || stop < at) {
            throw bad("is cut off: a sequence ends after the file");
        }
        if (++depth > DEEPEST) {
            throw bad("has sequences within sequences beyond reason");
        }
        List<Dicom> items = new ArrayList<>();
        while (at < stop) {
            int tag = tag();
            need(8, stop, tag);
            int size = integer(at + 4);
            at += 8;
            if (tag == SEQUENCE_END) {
                break;
            }
            if (tag != ITEM || size < UNDEFINED || (size >= 0 && size > stop - at)) {
                throw bad("has a damaged sequence at byte " + (at - 8));
            }
            items.add(dataSet(size == UNDEFINED ? stop : at + size));
        }
        depth--;
        return items;
    }

    /** The pixels must be as many as rows, columns and frames say. */
    private void checkPixels(Dicom all) throws DicomException {
        if (!all.has(0x7FE00010)) {
            return;
        }
        long rows = all.number(0x00280010).orElse(0);
        long columns = all.number(0x00280011).orElse(0);
        long bits = all.number(0x00280100).orElse(0);
        long samples = all.number(0x00280002).orElse(1);
        String frames = all.text(0x00280008).orElse("1");
        if (!frames.matches("[0-9]{1,9}")) {
            throw bad("says its number of frames is \"" + frames + "\"");
        }
        long want = (rows * columns * bits * samples * Long.parseLong(frames) + 7) / 8;
        long have = all.bytes(0x7FE00010).map(b -> (long) b.length).orElse(0L);
        if (want == 0 || have != want + want % 2) {
            throw bad(
                    "has %d bytes of pixels where %d x %d need %d"
                            .formatted(have, rows, columns, want));
        }
    }

    private void need(int count, int end, int tag) throws DicomException {
        if (count > end - at) {
            throw bad("is cut off in " + DicomVr.shown(tag) + " at byte " + at);
        }
    }

    private int tag() throws DicomException {
        if (at + 4 > bytes.length) {
            throw bad("is cut off at byte " + at);
        }
        return (word(at) << 16) | word(at + 2);
    }

    private int word(int i) {
        return (bytes[i] & 0xFF) | ((bytes[i + 1] & 0xFF) << 8);
    }

    private int integer(int i) {
        return word(i) | (word(i + 2) << 16);
    }

    private DicomException bad(String what) {
        return new DicomException(name + " " + what);
    }
}
