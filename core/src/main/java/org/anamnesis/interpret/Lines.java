package org.anamnesis.interpret;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables of two columns beside this class: "left, tab, right", with # for comments. */
final class Lines {
    /** One line. */
    record Line(String left, String right) {}

    private Lines() {}

    /**
     * @throws IllegalStateException if a line has no tab: a table that ships is wrong
     */
    static List<Line> of(String file) {
        List<Line> lines = new ArrayList<>();
        for (String line : text(file).split("\n")) {
            if (line.isBlank() || line.startsWith("# ")) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IllegalStateException(file + " has a line without a tab: " + line);
            }
            lines.add(new Line(line.substring(0, tab).strip(), line.substring(tab + 1).strip()));
        }
        return lines;
    }

    private static String text(String file) {
        try (InputStream in = Lines.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
