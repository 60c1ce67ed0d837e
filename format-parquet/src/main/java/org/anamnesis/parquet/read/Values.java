package org.anamnesis.parquet.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The values of one page as text, one after the other. */
@FunctionalInterface
interface Values {
    /** The next; a page that has none left is damaged. */
    String next();

    /**
     * @param encoding its number in the format
     * @param in the values of the page, little-endian
     * @param count values that are there
     * @param dictionary of the column; empty if there is none
     */
    static Values of(Leaf leaf, int encoding, ByteBuffer in, int count, String[] dictionary) {
        return switch (encoding) {
            case 0 -> plain(leaf, in);
            case 2, 8 -> indices(in, dictionary);
            case 3 -> booleans(leaf, in);
            case 5 -> deltas(leaf, in);
            case 6 -> lengths(leaf, in);
            case 7 -> prefixes(leaf, in);
            case 9 -> split(leaf, in, count);
            default ->
                    throw new UnreadException(
                            "Its column %s is encoded in a way (number %d) that is not read."
                                    .formatted(leaf.name(), encoding));
        };
    }

    /** Values as they are. */
    static Values plain(Leaf leaf, ByteBuffer in) {
        Meaning of = leaf.meaning();
        return switch (leaf.physical()) {
            case BOOLEAN -> {
                int[] at = {0};
                int first = in.position();
                yield () -> {
                    int bit = at[0]++;
                    return Boolean.toString((in.get(first + bit / 8) >> bit % 8 & 1) == 1);
                };
            }
            case INT32 -> () -> of.text(in.getInt(), false);
            case INT64 -> () -> of.text(in.getLong(), true);
            case FLOAT -> () -> Meaning.number(in.getFloat(), false);
            case DOUBLE -> () -> Meaning.number(in.getDouble(), true);
            case INT96, FIXED -> () -> of.text(bytes(in, leaf.width()));
            case BYTES -> () -> of.text(bytes(in, in.getInt()));
        };
    }

    private static byte[] bytes(ByteBuffer in, long length) {
        if (length < 0 || length > in.remaining()) {
            throw new DamagedException("a value has a length that cannot be");
        }
        byte[] out = new byte[(int) length];
        in.get(out);
        return out;
    }

    private static Values indices(ByteBuffer in, String[] dictionary) {
        if (!in.hasRemaining()) {
            return () -> {
                throw new DamagedException("a page has fewer values than it says");
            };
        }
        var indices = new RunLengths(in, in.get() & 0xFF);
        return () -> {
            int k = indices.next();
            if (k < 0 || k >= dictionary.length) {
                throw new DamagedException("a value is not in its dictionary");
            }
            return dictionary[k];
        };
    }

    private static Values booleans(Leaf leaf, ByteBuffer in) {
        if (leaf.physical() != Leaf.Physical.BOOLEAN) {
            throw new DamagedException("a column that is not yes or no is packed as if it were");
        }
        in.getInt(); // the length of what follows, which the page says too
        var runs = new RunLengths(in, 1);
        return () -> Boolean.toString(runs.next() == 1);
    }

    private static Values deltas(Leaf leaf, ByteBuffer in) {
        var deltas = new Deltas(in);
        return switch (leaf.physical()) {
            case INT32 ->
                    () -> {
                        int wrapped = (int) deltas.next(); // differences of ints run over
                        return leaf.meaning().text(wrapped, false);
                    };
            case INT64 -> () -> leaf.meaning().text(deltas.next(), true);
            default -> throw new DamagedException("differences stand in a column without numbers");
        };
    }

    /** All lengths, then all bytes. */
    private static Values lengths(Leaf leaf, ByteBuffer in) {
        long[] lengths = all(in);
        int[] at = {0};
        return () -> leaf.meaning().text(bytes(in, lengths[at[0]++]));
    }

    /** How much of the value before is kept, and what follows. */
    private static Values prefixes(Leaf leaf, ByteBuffer in) {
        long[] kept = all(in);
        long[] lengths = all(in);
        int[] at = {0};
        byte[][] last = {new byte[0]};
        return () -> {
            int k = at[0]++;
            byte[] more = bytes(in, lengths[k]);
            if (kept[k] < 0 || kept[k] > last[0].length) {
                throw new DamagedException("a value begins like none before it");
            }
            byte[] value = java.util.Arrays.copyOf(last[0], (int) kept[k] + more.length);
            System.arraycopy(more, 0, value, (int) kept[k], more.length);
            last[0] = value;
            return leaf.meaning().text(value);
        };
    }

    private static long[] all(ByteBuffer in) {
        var deltas = new Deltas(in);
        // packed with no bits a number takes no bytes, but no page has more values than this
        if (deltas.count() < 0 || deltas.count() > Pages.MOST_VALUES) {
            throw new DamagedException("a page has %d values".formatted(deltas.count()));
        }
        long[] out = new long[(int) deltas.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = deltas.next();
        }
        deltas.finish();
        return out;
    }

    /** All first bytes, then all second ones. */
    private static Values split(Leaf leaf, ByteBuffer in, int count) {
        int width = leaf.width();
        int first = in.position();
        if (width == 0 || (long) width * count > in.remaining()) {
            throw new DamagedException("a page has fewer bytes than its values");
        }
        int[] at = {0};
        return () -> {
            byte[] one = new byte[width];
            for (int k = 0; k < width; k++) {
                one[k] = in.get(first + k * count + at[0]);
            }
            at[0]++;
            return plain(leaf, ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN)).next();
        };
    }
}
