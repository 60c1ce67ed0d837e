package org.anamnesis.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.anamnesis.cohort.CalendarDay;

/** Bytes on their way to a file: cells are written without making an object. */
public final class TextOutput implements Closeable {
    private static final int SIZE = 1 << 16;

    /** Longest cell written in place: sign, 19 digits, point. */
    private static final int LONGEST = 24;

    private final byte[] buffer = new byte[SIZE];
    private final byte[] digits = new byte[LONGEST];
    private final OutputStream file;
    private int length;

    public TextOutput(Path path) throws IOException {
        file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    public void text(byte[] bytes) throws IOException {
        if (bytes.length > SIZE - length) {
            flush();
            if (bytes.length > SIZE) {
                file.write(bytes);
                return;
            }
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    public void symbol(char ascii) throws IOException {
        reserve();
        buffer[length++] = (byte) ascii;
    }

    /** A number given as value · 10<sup>decimals</sup>. */
    public void number(long scaled, int decimals) throws IOException {
        reserve();
        if (scaled < 0) {
            buffer[length++] = '-';
        }
        long rest = Math.abs(scaled);
        int n = 0;
        while (n <= decimals || rest > 0) {
            digits[n++] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        while (n > 0) {
            if (n == decimals) {
                buffer[length++] = '.';
            }
            buffer[length++] = digits[--n];
        }
    }

    /** A whole number with leading zeros. */
    public void padded(long number, int width) throws IOException {
        reserve();
        long rest = number;
        int n = 0;
        while (n < width || rest > 0) {
            digits[n++] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        while (n > 0) {
            buffer[length++] = digits[--n];
        }
    }

    /** A date as in ISO 8601. */
    public void day(long epochDay) throws IOException {
        int date = CalendarDay.packed(epochDay);
        padded(date / 10_000, 4);
        buffer[length++] = '-';
        padded(date / 100 % 100, 2);
        buffer[length++] = '-';
        padded(date % 100, 2);
    }

    private void reserve() throws IOException {
        if (SIZE - length < 2 * LONGEST) {
            flush();
        }
    }

    public void flush() throws IOException {
        file.write(buffer, 0, length);
        length = 0;
    }

    /** Closes the file; what was not flushed is lost, as meant when an export is abandoned. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
