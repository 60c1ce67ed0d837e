package org.anamnesis.learn;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of one part of a file: its end is the end of the stream. */
final class PartStream extends InputStream {
    private final InputStream in;

    /** Bytes of the part that are not read yet. */
    long left = Long.MAX_VALUE;

    PartStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        int b = left > 0 ? in.read() : -1;
        left -= b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n =
                left > 0
                        ? in.read(into, offset, (int) Math.min(length, left))
                        : length == 0 ? 0 : -1;
        left -= Math.max(0, n);
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
