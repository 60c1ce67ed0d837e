package org.anamnesis.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.export.Column;
import org.anamnesis.export.Decimals;
import org.anamnesis.export.Rows;

/**
 * How a column is stored. Every value becomes one {@code long}, equal exactly when the values are
 * equal and ordered as they are; {@link #plain} turns it into bytes.
 */
abstract class Physical {
    /** Stands for a missing value; no other value is it. */
    static final long MISSING = Long.MIN_VALUE;

    // numbers of enum Type, ConvertedType and union LogicalType in parquet.thrift
    static final int INT32 = 1;
    static final int DOUBLE = 5;
    static final int BYTE_ARRAY = 6;
    static final int CONVERTED_UTF8 = 0;
    static final int CONVERTED_DATE = 6;
    static final int LOGICAL_STRING = 1;
    static final int LOGICAL_DATE = 6;

    final int type;

    /** Of a value in PLAIN encoding, about. */
    final int bytes;

    /** 0 if the type says all. */
    final int logical;

    private Physical(int type, int bytes, int logical) {
        this.type = type;
        this.bytes = bytes;
        this.logical = logical;
    }

    /** The value of one row that is not missing; may still turn out to be {@link #MISSING}. */
    abstract long value(Rows rows, int row, double value);

    /** Appends the PLAIN encoding (Encodings.md). */
    abstract void plain(long value, Bytes out);

    /** Whether min and max may be stated: the order of the longs is that of the format. */
    boolean ordered() {
        return true;
    }

    static Physical of(Column column) {
        return column.kind().match(new Kinds());
    }

    private static final class Kinds implements Column.Cases<Physical> {
        @Override
        public Physical key(Column.Key kind) {
            return new Key(kind);
        }

        @Override
        public Physical level(Column.Level kind) {
            return new Level(kind.names());
        }

        @Override
        public Physical number(Column.Numeric kind) {
            int decimals = kind.decimals();
            return decimals == 0
                    ? new Whole(0)
                    : new Real() {
                        @Override
                        double rounded(Rows rows, int row, double value) {
                            return Decimals.rounded(value, decimals);
                        }
                    };
        }

        @Override
        public Physical mixed(Column.Mixed kind) {
            int[] decimals = kind.decimals().stream().mapToInt(d -> d).toArray();
            int selector = kind.selector();
            return new Real() {
                @Override
                double rounded(Rows rows, int row, double value) {
                    return Decimals.rounded(value, decimals[(int) rows.vector(selector)[row]]);
                }
            };
        }

        @Override
        public Physical day(Column.Day kind) {
            return new Whole(LOGICAL_DATE);
        }
    }

    /** Whole numbers and days since 1970-01-01. */
    private static final class Whole extends Physical {
        Whole(int logical) {
            super(INT32, 4, logical);
        }

        @Override
        long value(Rows rows, int row, double value) {
            return Math.toIntExact(Decimals.scaled(value, 0));
        }

        @Override
        void plain(long value, Bytes out) {
            out.int32((int) value);
        }
    }

    /** Numbers with decimals: the double nearest to the decimal number, as reading CSV gives. */
    private abstract static class Real extends Physical {
        Real() {
            super(DOUBLE, 8, 0);
        }

        abstract double rounded(Rows rows, int row, double value);

        /**
         * The bits, those of negative numbers turned over: so their order is that of the numbers.
         */
        @Override
        long value(Rows rows, int row, double value) {
            long bits = Double.doubleToRawLongBits(rounded(rows, row, value));
            return turned(bits);
        }

        @Override
        void plain(long value, Bytes out) {
            out.int64(turned(value));
        }

        private static long turned(long bits) {
            return bits ^ ((bits >> 63) & Long.MAX_VALUE);
        }
    }

    /** Texts out of a list; equal texts share a value, an empty one is missing. */
    private static final class Level extends Physical {
        private final long[] valueOf;
        private final byte[][] texts;

        Level(List<String> names) {
            super(BYTE_ARRAY, 12, LOGICAL_STRING);
            valueOf = new long[names.size()];
            texts = new byte[names.size()][];
            Map<String, Long> seen = new HashMap<>();
            for (int k = 0; k < valueOf.length; k++) {
                long first = k;
                valueOf[k] =
                        names.get(k).isEmpty()
                                ? MISSING
                                : seen.computeIfAbsent(names.get(k), name -> first);
                texts[k] = names.get(k).getBytes(UTF_8);
            }
        }

        @Override
        long value(Rows rows, int row, double value) {
            return valueOf[(int) value];
        }

        @Override
        void plain(long value, Bytes out) {
            out.sized(texts[(int) value]);
        }

        @Override
        boolean ordered() {
            return false;
        }
    }

    /** Serial numbers as text; zeros in front keep their order that of the numbers. */
    private static final class Key extends Physical {
        private final byte[] text;

        Key(Column.Key kind) {
            super(BYTE_ARRAY, 12, LOGICAL_STRING);
            text = new byte[1 + kind.digits()];
            text[0] = (byte) kind.prefix();
        }

        @Override
        long value(Rows rows, int row, double value) {
            return (long) value;
        }

        @Override
        void plain(long value, Bytes out) {
            long rest = value;
            for (int k = text.length - 1; k > 0; k--) {
                text[k] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            if (rest != 0) {
                throw new IllegalArgumentException("key too long: " + value);
            }
            out.sized(text);
        }
    }
}
