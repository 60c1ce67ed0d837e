package org.anamnesis.parquet.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A struct in Thrift's compact protocol, the way of Parquet's headers and footer: values by the ids
 * of their fields, of which only those that are asked for must make sense.
 */
record Structs(Map<Integer, Object> fields) {
    /** Structs in structs; the format itself needs six. */
    private static final int DEEPEST = 20;

    /** Reads one from where the buffer stands. */
    static Structs read(ByteBuffer in) {
        return read(in, 0);
    }

    private static Structs read(ByteBuffer in, int depth) {
        if (depth > DEEPEST) {
            throw new DamagedException("its header is nested without end");
        }
        Map<Integer, Object> fields = new HashMap<>();
        int id = 0;
        while (true) {
            int head = in.get() & 0xFF;
            int type = head & 0xF;
            if (type == 0) {
                return new Structs(fields);
            }
            id = head >> 4 == 0 ? (int) zigzag(varint(in)) : id + (head >> 4);
            fields.put(id, type <= 2 ? (Object) (type == 1) : value(in, type, depth));
        }
    }

    private static Object value(ByteBuffer in, int type, int depth) {
        return switch (type) {
            case 1, 2 -> in.get() == 1;
            case 3 -> (long) in.get();
            case 4, 5, 6 -> zigzag(varint(in));
            case 7 -> Double.longBitsToDouble(Long.reverseBytes(in.getLong()));
            case 8 -> bytes(in);
            case 9, 10 -> list(in, depth);
            case 11 -> map(in, depth);
            case 12 -> read(in, depth + 1);
            default -> throw new DamagedException("its header has a field of no known kind");
        };
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] out = new byte[length(in)];
        in.get(out);
        return out;
    }

    private static List<Object> list(ByteBuffer in, int depth) {
        int head = in.get() & 0xFF;
        int count = head >> 4 == 15 ? length(in) : head >> 4;
        List<Object> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(value(in, head & 0xF, depth + 1));
        }
        return out;
    }

    private static Map<Object, Object> map(ByteBuffer in, int depth) {
        int count = length(in);
        Map<Object, Object> out = new HashMap<>();
        int types = count == 0 ? 0 : in.get() & 0xFF;
        for (int i = 0; i < count; i++) {
            out.put(value(in, types >> 4, depth + 1), value(in, types & 0xF, depth + 1));
        }
        return out;
    }

    /** A length, which the rest of the bytes must hold. */
    private static int length(ByteBuffer in) {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
            throw new DamagedException("a length in its header cannot be");
        }
        return (int) length;
    }

    static long varint(ByteBuffer in) {
        long out = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte b = in.get();
            out |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return out;
            }
        }
        throw new DamagedException("a number in it does not end");
    }

    static long zigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }

    boolean has(int id) {
        return fields.containsKey(id);
    }

    long number(int id) {
        if (fields.get(id) instanceof Long value) {
            return value;
        }
        throw new DamagedException("its header lacks a number");
    }

    long number(int id, long absent) {
        return has(id) ? number(id) : absent;
    }

    int length(int id) {
        long value = number(id);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new DamagedException("a length of " + value + " bytes stands in it");
        }
        return (int) value;
    }

    boolean yes(int id, boolean absent) {
        return fields.get(id) instanceof Boolean value ? value : absent;
    }

    String text(int id) {
        if (fields.get(id) instanceof byte[] value) {
            return new String(value, UTF_8);
        }
        throw new DamagedException("its header lacks a name");
    }

    Structs struct(int id) {
        if (fields.get(id) instanceof Structs value) {
            return value;
        }
        throw new DamagedException("its header lacks a part");
    }

    List<Structs> structs(int id) {
        if (fields.get(id) instanceof List<?> list
                && list.stream().allMatch(Structs.class::isInstance)) {
            return list.stream().map(Structs.class::cast).toList();
        }
        throw new DamagedException("its header lacks a list");
    }
}
