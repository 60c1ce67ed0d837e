package org.anamnesis.signals.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A value representation: how long its length field is, how it is padded, how long a value may be.
 * Source: DICOM PS3.5 table 6.2-1 and section 7.1.2.
 */
record DicomVr(String name, int longest, boolean isLong, byte pad) {
    private static final byte SPACE = ' ';
    private static final byte ZERO = 0;

    private static final Map<String, DicomVr> ALL =
            Map.ofEntries(
                    entry("AE", 16, false, SPACE),
                    entry("AS", 4, false, SPACE),
                    entry("AT", 0, false, ZERO),
                    entry("CS", 16, false, SPACE),
                    entry("DA", 8, false, SPACE),
                    entry("DS", 16, false, SPACE),
                    entry("DT", 26, false, SPACE),
                    entry("FD", 0, false, ZERO),
                    entry("FL", 0, false, ZERO),
                    entry("IS", 12, false, SPACE),
                    entry("LO", 64, false, SPACE),
                    entry("LT", 10240, false, SPACE),
                    entry("OB", 0, true, ZERO),
                    entry("OF", 0, true, ZERO),
                    entry("OW", 0, true, ZERO),
                    entry("PN", 64, false, SPACE),
                    entry("SH", 16, false, SPACE),
                    entry("SL", 0, false, ZERO),
                    entry("SQ", 0, true, ZERO),
                    entry("SS", 0, false, ZERO),
                    entry("ST", 1024, false, SPACE),
                    entry("TM", 14, false, SPACE),
                    entry("UC", Integer.MAX_VALUE, true, SPACE),
                    entry("UI", 64, false, ZERO),
                    entry("UL", 0, false, ZERO),
                    entry("UN", 0, true, ZERO),
                    entry("US", 0, false, ZERO),
                    entry("UT", Integer.MAX_VALUE, true, SPACE));

    private static Map.Entry<String, DicomVr> entry(
            String name, int longest, boolean isLong, byte pad) {
        return Map.entry(name, new DicomVr(name, longest, isLong, pad));
    }

    static boolean exists(String name) {
        return ALL.containsKey(name);
    }

    static DicomVr of(String name) {
        DicomVr vr = ALL.get(name);
        if (vr == null) {
            throw new IllegalArgumentException("no value representation " + name);
        }
        return vr;
    }

    void checkText(int tag, String value) {
        boolean paragraph = name.equals("LT") || name.equals("ST") || name.equals("UT");
        if (value.codePointCount(0, value.length()) > longest
                || (!paragraph && value.indexOf('\\') >= 0)
                || (name.equals("CS") && !value.matches("[A-Z0-9 _]*"))
                || (name.equals("UI") && !value.matches("[0-9.]*"))) {
            throw new IllegalArgumentException(
                    "%s of %s cannot be \"%s\"".formatted(shown(tag), name, value));
        }
    }

    byte[] binary(double... values) {
        ByteBuffer out = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (name) {
                case "US", "SS" -> out.putShort((short) (int) value);
                case "UL", "SL" -> out.putInt((int) (long) value);
                case "AT" -> {
                    out.putShort((short) ((long) value >>> 16));
                    out.putShort((short) (long) value);
                }
                case "FL" -> out.putFloat((float) value);
                case "FD" -> out.putDouble(value);
                default -> throw new IllegalArgumentException(name + " is not a binary number");
            }
        }
        byte[] all = new byte[out.position()];
        out.flip().get(all);
        return all;
    }

    /** A number in at most 16 characters, without needless digits. */
    static String decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a number: " + value);
        }
        for (int digits = 12; ; digits--) {
            BigDecimal rounded =
                    new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
            String plain = rounded.toPlainString();
            String text =
                    plain.length() <= 16 ? plain : rounded.toString().toUpperCase(Locale.ROOT);
            if (text.getBytes(StandardCharsets.US_ASCII).length <= 16) {
                return text;
            }
        }
    }

    static String shown(int tag) {
        return String.format(Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
    }
}
