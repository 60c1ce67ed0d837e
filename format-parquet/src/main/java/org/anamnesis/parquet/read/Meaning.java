package org.anamnesis.parquet.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * What stored values mean.
 *
 * @param kind of value
 * @param scale digits after the point of a decimal; values a second of a time
 */
record Meaning(Kind kind, long scale) {
    /** Kinds of values. */
    enum Kind {
        PLAIN,
        UNSIGNED,
        DECIMAL,
        DATE,
        TIME,
        TIMESTAMP,
        UUID,
        HALF
    }

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final long NANOS = 1_000_000_000;

    /** Julian day of 1970-01-01, by which INT96 counts. */
    private static final long JULIAN = 2_440_588;

    private static final int MOST_SCALE = 100;

    /** Of a schema element: the newer annotation before the older one. */
    static Meaning of(Structs element, Leaf.Physical physical) {
        if (physical == Leaf.Physical.INT96) {
            return new Meaning(Kind.TIMESTAMP, NANOS);
        }
        if (element.has(10)) {
            Structs logical = element.struct(10);
            if (logical.has(5)) {
                return decimal(logical.struct(5).number(1));
            }
            if (logical.has(6)) {
                return new Meaning(Kind.DATE, 1);
            }
            if (logical.has(7)) {
                return new Meaning(Kind.TIME, unit(logical.struct(7).struct(2)));
            }
            if (logical.has(8)) {
                return new Meaning(Kind.TIMESTAMP, unit(logical.struct(8).struct(2)));
            }
            if (logical.has(10)) {
                boolean signed = logical.struct(10).yes(2, true);
                return new Meaning(signed ? Kind.PLAIN : Kind.UNSIGNED, 1);
            }
            if (logical.has(14)) {
                return new Meaning(Kind.UUID, 1);
            }
            if (logical.has(15)) {
                return new Meaning(Kind.HALF, 1);
            }
        }
        return switch ((int) element.number(6, -1)) {
            case 5 -> decimal(element.number(7, 0));
            case 6 -> new Meaning(Kind.DATE, 1);
            case 7 -> new Meaning(Kind.TIME, 1000);
            case 8 -> new Meaning(Kind.TIME, 1_000_000);
            case 9 -> new Meaning(Kind.TIMESTAMP, 1000);
            case 10 -> new Meaning(Kind.TIMESTAMP, 1_000_000);
            case 11, 12, 13, 14 -> new Meaning(Kind.UNSIGNED, 1);
            default -> new Meaning(Kind.PLAIN, 1);
        };
    }

    private static Meaning decimal(long scale) {
        if (scale < 0 || scale > MOST_SCALE) {
            throw new DamagedException("a decimal has %d digits".formatted(scale));
        }
        return new Meaning(Kind.DECIMAL, scale);
    }

    private static long unit(Structs unit) {
        return unit.has(1) ? 1000 : unit.has(2) ? 1_000_000 : NANOS;
    }

    /** A whole number as text. */
    String text(long value, boolean wide) {
        return switch (kind) {
            case UNSIGNED ->
                    wide ? Long.toUnsignedString(value) : Long.toString(value & 0xFFFF_FFFFL);
            case DECIMAL -> new BigDecimal(BigInteger.valueOf(value), (int) scale).toPlainString();
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case TIME ->
                    LocalTime.ofSecondOfDay(Math.floorMod(Math.floorDiv(value, scale), 86_400))
                            .toString();
            case TIMESTAMP -> stamp(Math.floorDiv(value, scale));
            case PLAIN, UUID, HALF -> Long.toString(value);
        };
    }

    /** Seconds since 1970 as text; parts of them are left out. */
    private static String stamp(long seconds) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC)
                .format(STAMP);
    }

    /** Bytes as text. */
    String text(byte[] value) {
        return switch (kind) {
            case DECIMAL ->
                    value.length == 0
                            ? ""
                            : new BigDecimal(new BigInteger(value), (int) scale).toPlainString();
            case TIMESTAMP -> {
                ByteBuffer b = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
                long nanos = b.getLong();
                yield stamp((b.getInt() - JULIAN) * 86_400 + Math.floorDiv(nanos, NANOS));
            }
            case UUID -> {
                ByteBuffer u = ByteBuffer.wrap(value);
                yield new UUID(u.getLong(), u.getLong()).toString();
            }
            case HALF -> number(half(((value[1] & 0xFF) << 8) | (value[0] & 0xFF)), false);
            default -> new String(value, UTF_8);
        };
    }

    /** A floating-point number without an exponent; not a number is missing. */
    static String number(double value, boolean wide) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        return new BigDecimal(wide ? Double.toString(value) : Float.toString((float) value))
                .toPlainString();
    }

    private static double half(int bits) {
        double sign = bits >> 15 == 0 ? 1 : -1;
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        if (exponent == 0x1F) {
            return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        return exponent == 0
                ? sign * fraction * 0x1p-24
                : sign * (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
    }
}
