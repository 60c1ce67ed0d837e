package org.anamnesis.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes a struct in Thrift's compact protocol: the way of Parquet's headers and footer. Fields are
 * written in the order of their ids.
 */
final class Thrift {
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int I16 = 4;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    /** Content of a nested struct. */
    @FunctionalInterface
    interface Fields {
        void write(Thrift struct);
    }

    private final Bytes out;
    private int last;

    private Thrift(Bytes out) {
        this.out = out;
    }

    /** Appends one struct. */
    static void struct(Bytes out, Fields fields) {
        var struct = new Thrift(out);
        fields.write(struct);
        out.one(0);
    }

    private void field(int id, int type) {
        int step = id - last;
        if (step < 1 || step > 15) {
            throw new IllegalArgumentException("field " + id + " after " + last);
        }
        out.one((step << 4) | type);
        last = id;
    }

    Thrift yes(int id) {
        field(id, TRUE);
        return this;
    }

    Thrift no(int id) {
        field(id, FALSE);
        return this;
    }

    Thrift i16(int id, int value) {
        field(id, I16);
        out.varint(zigzag(value));
        return this;
    }

    Thrift i32(int id, int value) {
        field(id, I32);
        out.varint(zigzag(value));
        return this;
    }

    Thrift i64(int id, long value) {
        field(id, I64);
        out.varint(zigzag(value));
        return this;
    }

    Thrift binary(int id, byte[] value) {
        field(id, BINARY);
        out.varint(value.length);
        out.raw(value);
        return this;
    }

    Thrift text(int id, String value) {
        return binary(id, value.getBytes(UTF_8));
    }

    Thrift struct(int id, Fields fields) {
        field(id, STRUCT);
        struct(out, fields);
        return this;
    }

    Thrift i32s(int id, int... values) {
        list(id, I32, values.length);
        for (int value : values) {
            out.varint(zigzag(value));
        }
        return this;
    }

    Thrift texts(int id, String... values) {
        list(id, BINARY, values.length);
        for (String value : values) {
            byte[] bytes = value.getBytes(UTF_8);
            out.varint(bytes.length);
            out.raw(bytes);
        }
        return this;
    }

    /** A list of structs that were written before, one after the other. */
    Thrift structs(int id, int count, Bytes written) {
        list(id, STRUCT, count);
        out.raw(written);
        return this;
    }

    private void list(int id, int type, int count) {
        field(id, LIST);
        if (count < 15) {
            out.one((count << 4) | type);
        } else {
            out.one(0xF0 | type);
            out.varint(count);
        }
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }
}
