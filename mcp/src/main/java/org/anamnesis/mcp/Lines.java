package org.anamnesis.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of a client. One that cannot be read is told as such, and the next one is read all the
 * same.
 */
final class Lines {
    /** Longer than any message of the protocol; bytes. */
    private static final int LONGEST = 4 << 20;

    private final InputStream in;

    /**
     * @param in buffered
     */
    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * A line.
     *
     * @param text without its end
     * @param problem why there is no text
     * @param end whether there was no further line
     */
    record Line(String text, Optional<String> problem, boolean end) {}

    Line next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return new Line("", Optional.empty(), true);
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (bytes.size() < LONGEST) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        if (tooLong) {
            return unread("a line is longer than %,d bytes".formatted(LONGEST));
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString();
            return new Line(text, Optional.empty(), false);
        } catch (CharacterCodingException e) {
            return unread("a line is no UTF-8");
        }
    }

    private static Line unread(String why) {
        return new Line("", Optional.of(why), false);
    }
}
