package org.anamnesis.learn;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What a file packed by gzip unpacks to, as long as a table can be packed so tightly. A gigabyte of
 * the same line packs to a megabyte, and reading it is hours of somebody's machine.
 */
final class Unpacked extends FilterInputStream {
    /**
     * Times its size that a packed file may unpack to. Gzip itself ends at about 1,030. Tables of
     * people are far below: even 300,000 rows of ten indicators packed to a 55th where one in fifty
     * has each, to a 143rd where one in two hundred has it.
     */
    static final int MOST_TIMES = 200;

    /** Bytes that are read in any case: a second or two. */
    static final long IN_ANY_CASE = 32L << 20;

    private static final int SIZE = 1 << 16;

    private final long most;
    private long read;

    /** A packed file unpacks to more than any table does. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }

    /**
     * @param in packed bytes
     * @param packed size of the file, bytes
     */
    Unpacked(InputStream in, long packed) throws IOException {
        super(new GZIPInputStream(in, SIZE));
        this.most = Math.max(IN_ANY_CASE, packed * MOST_TIMES);
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = in.read(into, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int n) throws IOException {
        read += n;
        if (read > most) {
            throw new TooMuch("more than %d times its size".formatted(MOST_TIMES));
        }
    }
}
