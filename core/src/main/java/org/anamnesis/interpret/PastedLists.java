package org.anamnesis.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists as they are pasted: one wish on each line, with bullets or without, or on one line between
 * bullets, bars or spaced strokes: "asthma / n 320 / 18-45 y". Each mark becomes a semicolon in its
 * place, so that what is quoted stays what was written.
 */
final class PastedLists {
    private static final Pattern BULLET =
            Pattern.compile(
                    "(?<=^|\\n)[ \\t]*(?:[-–—*•·▪‣●◦○■□]|\\(?[0-9]{1,2}[.)](?![0-9]))(?=[ \\t])");

    /**
     * Of so many short lines each one is a wish; fewer or longer ones are prose that was wrapped.
     */
    private static final int LINES = 3;

    private static final int SHORT = 70;

    private static final Pattern BREAK =
            Pattern.compile("(?<=[^\\s,;:.!?])[ \\t]*\\r?\\n(?=\\s*\\S)");

    /** A line that ends so goes on in the next. */
    private static final Pattern OPEN =
            Pattern.compile(
                    "(?i).*(?:^|\\s)(?:and|or|with|without|of|the|a|an|in|on|for|to|at|by|than|who|are|is|mean|no|not|above|below|over|under|between)\\s*");

    private static final Pattern STROKE = Pattern.compile("(?<=\\S) [/|•·▪●‣¦] (?=\\S)");

    /** A stroke before one of these is that of a unit or of a second value: "120 / 80". */
    private static final Pattern UNIT =
            Pattern.compile(
                    "(?i)(?:m?l|dl|u?mol|min|h|d|day|kg|m2|year|week|month|visit|1\\.73.*)\\b.*");

    private static final Pattern JSON = Pattern.compile("(?s)\\s*\\{.*\"\\s*:.*\\}\\s*");

    private static final Pattern PRESSURE = Pattern.compile("(?i)\\b(?:bp|pressures?|mmhg)\\b");

    private PastedLists() {}

    static String plain(String text) {
        if (JSON.matcher(text).matches()) { // {"condition": "asthma", "n": 500}
            return text.replaceAll("[{}\\[\\]\"]", " ").replace('_', ' ');
        }
        StringBuilder plain = new StringBuilder(text);
        lines(text, plain);
        strokes(text, plain);
        return plain.toString();
    }

    private static void lines(String text, StringBuilder plain) {
        if (text.indexOf('\n') < 0) {
            return;
        }
        Matcher bullets = BULLET.matcher(text);
        int count = 0;
        while (bullets.find()) {
            count++;
            for (int i = bullets.start(); i < bullets.end(); i++) {
                plain.setCharAt(i, ' ');
            }
        }
        String[] all = text.strip().split("\\R\\s*");
        boolean list = count >= 2 || all.length >= LINES;
        for (String line : all) {
            list &= line.length() <= SHORT || count >= 2;
        }
        Matcher breaks = BREAK.matcher(plain);
        int from = 0;
        while (list && breaks.find()) {
            String line = plain.substring(from, breaks.start());
            if (!OPEN.matcher(line.substring(line.lastIndexOf('\n') + 1)).matches()) {
                plain.setCharAt(breaks.end() - 1, ';');
            }
            from = breaks.end();
        }
    }

    private static void strokes(String text, StringBuilder plain) {
        Matcher strokes = STROKE.matcher(text);
        int[] at = new int[text.length()];
        boolean pressure = PRESSURE.matcher(text).find();
        int count = 0;
        boolean other = false;
        while (strokes.find()) {
            boolean stroke = text.charAt(strokes.start() + 1) == '/';
            boolean digits =
                    Character.isDigit(text.charAt(strokes.start() - 1))
                            && Character.isDigit(text.charAt(strokes.end()));
            boolean ratio =
                    stroke
                            && (UNIT.matcher(text.substring(strokes.end())).matches()
                                    || (digits && pressure));
            if (!ratio) {
                at[count++] = strokes.start() + 1;
                other |= !stroke;
            }
        }
        for (int i = 0; i < count && (count > 1 || other); i++) {
            plain.setCharAt(at[i], ';');
        }
        int first = 0;
        while (first < plain.length() && " \t•·▪●‣".indexOf(plain.charAt(first)) >= 0) {
            plain.setCharAt(first++, ' ');
        }
    }
}
