package org.anamnesis.signals.learned;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated lines: the tables beside recordings, which hold no line ends in cells. */
final class Csv {
    private static final int LONGEST = 1 << 20;

    private Csv() {}

    /** Gets one line after the other. */
    @FunctionalInterface
    interface Lines {
        void next(List<String> cells) throws IOException;
    }

    /**
     * @return false if it is no text
     */
    static boolean read(Path file, Lines to) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.length() > LONGEST) {
                    return false;
                }
                if (!line.isBlank()) {
                    to.next(cells(line));
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false; // another encoding, and so perhaps another file than the one meant
        }
    }

    private static List<String> cells(String line) {
        List<String> out = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                out.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        out.add(cell.toString().strip());
        if (out.get(0).startsWith("\ufeff")) {
            out.set(0, out.get(0).substring(1));
        }
        return out;
    }

    static String line(List<String> cells) {
        var out = new StringBuilder();
        for (String c : cells) {
            boolean quote = c.indexOf(',') >= 0 || c.indexOf('"') >= 0;
            out.append(out.length() == 0 ? "" : ",");
            out.append(quote ? '"' + c.replace("\"", "\"\"") + '"' : c);
        }
        return out.append('\n').toString();
    }
}
