package org.anamnesis.parquet.read;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks the bytes of a page. */
final class Codec {
    private Codec() {}

    /**
     * @param codec its number in the format
     * @param size bytes that come out
     */
    static byte[] unpacked(int codec, byte[] packed, int offset, int length, int size) {
        byte[] out = new byte[size];
        int made =
                switch (codec) {
                    case 0 -> copied(packed, offset, length, out);
                    case 1 ->
                            new SnappyDecompressor()
                                    .decompress(packed, offset, length, out, 0, size);
                    case 2 -> gzip(packed, offset, length, out);
                    case 6 ->
                            new ZstdDecompressor().decompress(packed, offset, length, out, 0, size);
                    case 7 ->
                            new Lz4Decompressor().decompress(packed, offset, length, out, 0, size);
                    default ->
                            throw new UnreadException(
                                    "It is compressed by %s, which is not read."
                                            .formatted(
                                                    codec == 3
                                                            ? "LZO"
                                                            : codec == 4
                                                                    ? "Brotli"
                                                                    : codec == 5
                                                                            ? "the old LZ4"
                                                                            : "a way of number "
                                                                                    + codec));
                };
        if (made != size) {
            throw new DamagedException("a page has another length than it says");
        }
        return out;
    }

    private static int copied(byte[] packed, int offset, int length, byte[] out) {
        if (length != out.length) {
            return -1;
        }
        System.arraycopy(packed, offset, out, 0, length);
        return length;
    }

    private static int gzip(byte[] packed, int offset, int length, byte[] out) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed, offset, length))) {
            int made = in.readNBytes(out, 0, out.length);
            return in.read() < 0 ? made : -1;
        } catch (IOException e) {
            throw new DamagedException("a page cannot be unpacked");
        }
    }
}
