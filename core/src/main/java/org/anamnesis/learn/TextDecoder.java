package org.anamnesis.learn;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes as text without being told the encoding: UTF-8, and Windows-1252 for each byte that is not
 * UTF-8, so that no byte of a mixed file is lost. Byte order marks of UTF-8 and UTF-16 are obeyed.
 * Remembers what it met.
 */
final class TextDecoder extends Reader {
    /** Lines that are named when a file is mixed; a person will look at no more. */
    static final int NAMED = 5;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private enum Form {
        UTF8,
        UTF16_BIG,
        UTF16_LITTLE
    }

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final List<Long> foreignLines = new ArrayList<>();
    private int at;
    private int filled;
    private boolean ended;
    private Form form = Form.UTF8;
    private boolean started;
    private long line = 1;
    private long foreign;
    private long lastForeign;
    private long unicode;
    private long zeros;

    /** Second half of a character outside of the basic plane, or 0. */
    private char low;

    TextDecoder(InputStream in) {
        this.in = in;
    }

    /** Lines with bytes that are not UTF-8, the first {@link #NAMED} of them. */
    List<Long> foreignLines() {
        return List.copyOf(foreignLines);
    }

    /** Number of lines with bytes that are not UTF-8. */
    long foreign() {
        return foreign;
    }

    /** Whether there are characters of several bytes that are UTF-8. */
    boolean unicode() {
        return unicode > 0;
    }

    /** Zero bytes: text has none. */
    long zeros() {
        return zeros;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (!started) {
            start();
        }
        int n = 0;
        while (n < length) {
            n += plain(into, offset + n, length - n);
            if (n == length) {
                break;
            }
            int c = low != 0 ? low : one();
            low = 0;
            if (c < 0) {
                break;
            }
            if (c >= 0x10000) {
                low = Character.lowSurrogate(c);
                c = Character.highSurrogate(c);
            }
            line += c == '\n' ? 1 : 0;
            zeros += c == 0 ? 1 : 0;
            into[offset + n++] = (char) c;
        }
        return n == 0 && length > 0 ? -1 : n;
    }

    /** Copies bytes that are letters of ASCII, nearly all of most files; returns how many. */
    private int plain(char[] into, int offset, int most) {
        if (form != Form.UTF8 || low != 0) {
            return 0;
        }
        int end = Math.min(filled, at + most);
        int from = at;
        while (at < end && buffer[at] > 0) {
            byte b = buffer[at];
            into[offset + at - from] = (char) b;
            line += b == '\n' ? 1 : 0;
            at++;
        }
        return at - from;
    }

    private void start() throws IOException {
        started = true;
        if (ahead(3) && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB) {
            at = buffer[2] == (byte) 0xBF ? 3 : 0;
        } else if (ahead(2) && buffer[0] == (byte) 0xFF && buffer[1] == (byte) 0xFE) {
            form = Form.UTF16_LITTLE;
            at = 2;
        } else if (ahead(2) && buffer[0] == (byte) 0xFE && buffer[1] == (byte) 0xFF) {
            form = Form.UTF16_BIG;
            at = 2;
        }
    }

    private int one() throws IOException {
        if (form != Form.UTF8) {
            return unit();
        }
        if (!ahead(1)) {
            return -1;
        }
        int first = buffer[at] & 0xFF;
        if (first < 0x80) {
            at++;
            return first;
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        int code = first < 0xC2 || first > 0xF4 ? -1 : first & (0xFF >> (length + 1));
        boolean whole = code >= 0 && ahead(length);
        for (int k = 1; whole && k < length; k++) {
            int next = buffer[at + k] & 0xFF;
            whole = (next & 0xC0) == 0x80;
            code = code << 6 | (next & 0x3F);
        }
        boolean overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
        if (!whole || overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
            return windows();
        }
        at += length;
        unicode++;
        return code;
    }

    private int windows() {
        if (lastForeign != line) {
            lastForeign = line;
            foreign++;
            if (foreignLines.size() < NAMED) {
                foreignLines.add(line);
            }
        }
        return new String(buffer, at++, 1, WINDOWS).charAt(0);
    }

    /** A unit of UTF-16; surrogates stand beside each other in the result as in the file. */
    private int unit() throws IOException {
        if (!ahead(2)) {
            return -1;
        }
        int a = buffer[at++] & 0xFF;
        int b = buffer[at++] & 0xFF;
        return form == Form.UTF16_BIG ? a << 8 | b : b << 8 | a;
    }

    /** Whether so many bytes are there to be looked at. */
    private boolean ahead(int n) throws IOException {
        if (filled - at < n && !ended) {
            System.arraycopy(buffer, at, buffer, 0, filled - at);
            filled -= at;
            at = 0;
            while (filled < n && !ended) {
                int got = in.read(buffer, filled, buffer.length - filled);
                ended = got < 0;
                filled += Math.max(0, got);
            }
        }
        return filled - at >= n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
