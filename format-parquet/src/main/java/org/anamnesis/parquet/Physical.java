package org.anamnesis.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    static final int INT64 = 2;
    static final int DOUBLE = 5;
    static final int BYTE_ARRAY = 6;
    static final int CONVERTED_UTF8 = 0;
    static final int CONVERTED_DATE = 6;
    static final int LOGICAL_STRING = 1;
    static final int LOGICAL_DATE = 6;
    static final int LOGICAL_TIMESTAMP = 8;

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

    /** A row group ends: what was remembered for it may go. */
    void forget() {}

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
            return kind.cell() == Column.Cell.TEXT
                    ? new Level(kind.names())
                    : new Spelled(kind.names(), kind.cell());
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

        @Override
        public Physical text(Column.Text kind) {
            return new Written();
        }
    }

    /** Texts that come with the rows; those of one row group are remembered. */
    private static final class Written extends Physical {
        /** Of a written reading, about. */
        private static final int LENGTH = 200;

        private final Map<String, Long> seen = new HashMap<>();
        private final List<String> texts = new ArrayList<>();

        Written() {
            super(BYTE_ARRAY, LENGTH, LOGICAL_STRING);
        }

        @Override
        long value(Rows rows, int row, double value) {
            String text = rows.text((int) value);
            if (text.isEmpty()) {
                return MISSING;
            }
            return seen.computeIfAbsent(
                    text,
                    t -> {
                        texts.add(t);
                        return texts.size() - 1L;
                    });
        }

        @Override
        void plain(long value, Bytes out) {
            out.sized(texts.get((int) value).getBytes(UTF_8));
        }

        @Override
        void forget() {
            seen.clear();
            texts.clear();
        }

        @Override
        boolean ordered() {
            return false;
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

        static long turned(long bits) {
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

    /** Numbers, dates and moments out of a list in which they are spelled. */
    private static final class Spelled extends Physical {
        private final long[] valueOf;

        Spelled(List<String> names, Column.Cell cell) {
            super(type(cell), type(cell) == INT32 ? 4 : 8, logical(cell));
            valueOf =
                    names.stream().mapToLong(n -> n.isEmpty() ? MISSING : read(n, cell)).toArray();
        }

        private static int type(Column.Cell cell) {
            return switch (cell) {
                case WHOLE, DATE -> INT32;
                case REAL -> DOUBLE;
                case MOMENT -> INT64;
                case TEXT -> BYTE_ARRAY;
            };
        }

        private static int logical(Column.Cell cell) {
            return switch (cell) {
                case WHOLE, REAL -> 0;
                case DATE -> LOGICAL_DATE;
                case MOMENT -> LOGICAL_TIMESTAMP;
                case TEXT -> LOGICAL_STRING;
            };
        }

        private static long read(String name, Column.Cell cell) {
            return switch (cell) {
                case WHOLE -> Integer.parseInt(name);
                case REAL -> Real.turned(Double.doubleToRawLongBits(Double.parseDouble(name)));
                case DATE -> LocalDate.parse(name).toEpochDay();
                case MOMENT ->
                        ChronoUnit.MICROS.between(
                                LocalDate.EPOCH.atStartOfDay(), LocalDateTime.parse(name));
                case TEXT -> throw new IllegalArgumentException(name);
            };
        }

        @Override
        long value(Rows rows, int row, double value) {
            return valueOf[(int) value];
        }

        @Override
        void plain(long value, Bytes out) {
            switch (type) {
                case INT32 -> out.int32((int) value);
                case DOUBLE -> out.int64(Real.turned(value));
                default -> out.int64(value);
            }
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
