package org.anamnesis.export;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text as a CSV cell (RFC 4180) that is safe to open in a spreadsheet.
 *
 * <p>Control characters and those that turn the direction of writing are removed (line ends and
 * tabs become a space). A text that a spreadsheet would take for a formula, that is one whose first
 * character that is no space is {@code = + - @} or a full-width form of these, gets an apostrophe
 * in front (OWASP, "CSV Injection"). Numbers do not pass through here, or by {@link #measured}, so
 * {@code -1.5} stays a number.
 */
final class CsvText {
    private static final String FORMULA = "=+-@＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private CsvText() {}

    /** The cell, quoted if it must be; an empty text is an empty cell. */
    static String cell(String text) {
        String clean = withoutControls(text);
        String first = clean.stripLeading();
        if (!first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0) {
            clean = "'" + clean;
        }
        boolean quote =
                clean.indexOf(',') >= 0 || clean.indexOf('"') >= 0 || !clean.equals(clean.strip());
        return quote ? '"' + clean.replace("\"", "\"\"") + '"' : clean;
    }

    /** A whole line, with its end. */
    static String line(List<String> texts) {
        return texts.stream().map(CsvText::cell).collect(joining(",", "", "\n"));
    }

    /** A whole line of what was measured, some of it in texts: its numbers stay as they are. */
    static String measured(List<String> texts) {
        return texts.stream()
                .map(t -> NUMBER.matcher(t).matches() ? t : cell(t))
                .collect(joining(",", "", "\n"));
    }

    private static String withoutControls(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '\n' || c == '\r' || c == '\t') {
                                clean.append(' ');
                            } else if (isLetterOfText(c)) {
                                clean.appendCodePoint(c);
                            }
                        });
        return clean.toString();
    }

    private static boolean isLetterOfText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.FORMAT -> c == 0x200C || c == 0x200D; // joiners are part of words
            default -> true;
        };
    }
}
