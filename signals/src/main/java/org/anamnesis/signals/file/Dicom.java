package org.anamnesis.signals.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A DICOM data set and its file: part 10 header, explicit VR, little endian, texts in UTF-8.
 *
 * <p>Tags are written {@code 0x00100020} for (0010,0020). Elements come out in the order of their
 * tags whatever the order of the calls, so the same content is the same bytes. Source: DICOM PS3.5
 * sections 6.2 and 7.1, PS3.10 section 7.
 */
public final class Dicom {
    static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

    /** Names this software among those that write DICOM; a number of its own, drawn once. */
    private static final String WRITER = DicomUid.of("anamnesis, implementation class");

    private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

    /** One element; sequences hold items in place of bytes. */
    record Element(String vr, Bytes bytes, List<Dicom> items) {
        Element {
            items = List.copyOf(items);
        }
    }

    /** Bytes that nobody changes any more. */
    static final class Bytes {
        private final byte[] all;

        Bytes(byte[] all) {
            this.all = all;
        }

        int length() {
            return all.length;
        }

        int at(int i) {
            return all[i] & 0xFF;
        }

        byte[] copy() {
            return all.clone();
        }

        void to(OutputStream out) throws IOException {
            out.write(all);
        }
    }

    /**
     * Texts, names, dates, UIDs and numbers in digits; several values are several strings. None
     * makes an empty element.
     */
    public Dicom put(int tag, String vr, String... values) {
        DicomVr kind = DicomVr.of(vr);
        for (String value : values) {
            kind.checkText(tag, value);
        }
        byte[] text = String.join("\\", values).getBytes(StandardCharsets.UTF_8);
        return bytes(tag, vr, text);
    }

    /** Decimal strings, at most 16 characters each. */
    public Dicom decimals(int tag, double... values) {
        return put(
                tag, "DS", Arrays.stream(values).mapToObj(DicomVr::decimal).toArray(String[]::new));
    }

    /** Whole numbers in digits. */
    public Dicom integers(int tag, int... values) {
        return put(
                tag,
                "IS",
                Arrays.stream(values).mapToObj(Integer::toString).toArray(String[]::new));
    }

    /** Numbers in binary: US, SS, UL, SL, FL, FD, AT. */
    public Dicom numbers(int tag, String vr, double... values) {
        return bytes(tag, vr, DicomVr.of(vr).binary(values));
    }

    /** A sequence of items. */
    public Dicom sequence(int tag, Dicom... items) {
        elements.put(tag, new Element("SQ", new Bytes(new byte[0]), List.of(items)));
        return this;
    }

    /**
     * Bytes as they are, padded to an even number. The array is not copied: do not change it.
     *
     * @param vr OB, OW and the like
     */
    public Dicom bytes(int tag, String vr, byte[] bytes) {
        byte[] even = bytes;
        if (bytes.length % 2 == 1) {
            even = Arrays.copyOf(bytes, bytes.length + 1);
            even[bytes.length] = DicomVr.of(vr).pad();
        }
        elements.put(tag, new Element(vr, new Bytes(even), List.of()));
        return this;
    }

    /** A code with its scheme and meaning: one item of a code sequence. */
    public static Dicom code(String value, String scheme, String meaning) {
        return new Dicom()
                .put(0x00080100, "SH", value)
                .put(0x00080102, "SH", scheme)
                .put(0x00080104, "LO", meaning);
    }

    /** Takes over all elements of another data set. */
    public Dicom with(Dicom other) {
        elements.putAll(other.elements);
        return this;
    }

    /** Text of an element without padding, several values with a backslash between. */
    public Optional<String> text(int tag) {
        return Optional.ofNullable(elements.get(tag))
                .map(e -> new String(e.bytes().all, StandardCharsets.UTF_8).strip())
                .map(s -> s.replace("\0", ""));
    }

    /** Bytes of an element. */
    public Optional<byte[]> bytes(int tag) {
        return Optional.ofNullable(elements.get(tag)).map(e -> e.bytes().copy());
    }

    /** First number of a US or SS element. */
    public Optional<Integer> number(int tag) {
        return Optional.ofNullable(elements.get(tag))
                .filter(e -> e.bytes().length() >= 2)
                .map(
                        e -> {
                            int raw = e.bytes().at(0) | (e.bytes().at(1) << 8);
                            return e.vr().equals("SS") ? (short) raw : raw;
                        });
    }

    /** Items of a sequence; none if it is not there. */
    public List<Dicom> items(int tag) {
        Element e = elements.get(tag);
        return e == null ? List.of() : e.items();
    }

    public boolean has(int tag) {
        return elements.containsKey(tag);
    }

    /** Tags in order. */
    public List<Integer> tags() {
        return List.copyOf(elements.keySet());
    }

    void add(int tag, Element element) {
        elements.put(tag, element);
    }

    /**
     * Writes the file. SOP class and instance must be there; the file's own header follows from
     * them.
     */
    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out);
        }
    }

    /** As {@link #write(Path)}. */
    public void write(OutputStream out) throws IOException {
        byte[] meta =
                new Dicom()
                        .bytes(0x00020001, "OB", new byte[] {0, 1})
                        .put(0x00020002, "UI", required(0x00080016))
                        .put(0x00020003, "UI", required(0x00080018))
                        .put(0x00020010, "UI", EXPLICIT_LITTLE_ENDIAN)
                        .put(0x00020012, "UI", WRITER)
                        .put(0x00020013, "SH", "ANAMNESIS")
                        .encoded();
        byte[] length = new Dicom().numbers(0x00020000, "UL", meta.length).encoded();
        out.write(new byte[128]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        out.write(length);
        out.write(meta);
        encode(out);
    }

    private String required(int tag) {
        return text(tag)
                .orElseThrow(() -> new IllegalStateException("no element " + DicomVr.shown(tag)));
    }

    private byte[] encoded() throws IOException {
        var out = new ByteArrayOutputStream();
        encode(out);
        return out.toByteArray();
    }

    private void encode(OutputStream out) throws IOException {
        for (var entry : elements.entrySet()) {
            int tag = entry.getKey();
            Element e = entry.getValue();
            if (e.vr().equals("SQ")) {
                var items = new ByteArrayOutputStream();
                for (Dicom item : e.items()) {
                    byte[] bytes = item.encoded();
                    head(items, 0xFFFEE000, "", bytes.length);
                    items.write(bytes);
                }
                head(out, tag, "SQ", items.size());
                items.writeTo(out);
            } else {
                head(out, tag, e.vr(), e.bytes().length());
                e.bytes().to(out);
            }
        }
    }

    private static void head(OutputStream out, int tag, String vr, int length) throws IOException {
        word(out, tag >>> 16);
        word(out, tag & 0xFFFF);
        if (vr.isEmpty()) {
            word(out, length & 0xFFFF);
            word(out, length >>> 16);
            return;
        }
        out.write(vr.getBytes(StandardCharsets.US_ASCII));
        if (DicomVr.of(vr).isLong()) {
            word(out, 0);
            word(out, length & 0xFFFF);
            word(out, length >>> 16);
        } else if (length > 0xFFFF) {
            throw new IllegalArgumentException(DicomVr.shown(tag) + " has " + length + " bytes");
        } else {
            word(out, length);
        }
    }

    private static void word(OutputStream out, int value) throws IOException {
        out.write(value & 0xFF);
        out.write((value >>> 8) & 0xFF);
    }
}
