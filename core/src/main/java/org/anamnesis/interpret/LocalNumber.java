package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits as Germans, Spaniards and French write them: "7,5", "1.000", "1 000", "1.234,5". Both
 * signs are taken where only one reading is left ("7.5", "1,234.5"); "2,000" has two and is not
 * guessed at.
 *
 * @param digits in the English way, without thousands; empty if there are two readings
 * @param end one past the last character
 */
record LocalNumber(String digits, int end) {
    private static final String SPACES = " \u00A0\u2009\u202F";
    private static final String MARKS = ".,'’";

    /**
     * @param spaced whether a space may stand between thousands here
     */
    static LocalNumber at(String text, int start, boolean spaced) {
        int end = digits(text, start);
        List<String> groups = new ArrayList<>(List.of(text.substring(start, end)));
        StringBuilder marks = new StringBuilder();
        while (end < text.length() && groups.size() < 12) {
            char c = text.charAt(end);
            int next = digits(text, end + 1);
            int length = next - end - 1;
            boolean space = SPACES.indexOf(c) >= 0;
            boolean thousand = length == 3 && groups.get(0).length() <= 3 && only(marks, c);
            boolean taken = space ? spaced && thousand : MARKS.indexOf(c) >= 0 && length > 0;
            if (!taken) {
                break;
            }
            groups.add(text.substring(end + 1, next));
            marks.append(space ? ' ' : c == '’' ? '\'' : c);
            end = next;
        }
        String read = read(groups, marks.toString());
        return read == null
                ? new LocalNumber(groups.get(0), digits(text, start))
                : new LocalNumber(read, end);
    }

    private static boolean only(CharSequence marks, char c) {
        return marks.chars().allMatch(m -> m == (SPACES.indexOf(c) >= 0 ? ' ' : c));
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Null if this is no number but, say, a date. */
    private static String read(List<String> groups, String marks) {
        if (marks.isEmpty()) {
            return groups.get(0);
        }
        char last = marks.charAt(marks.length() - 1);
        boolean point = last == '.' || last == ',';
        boolean alone = marks.indexOf(last) == marks.length() - 1;
        boolean thousands = thousands(groups, groups.size()) && uniform(marks, marks.length());
        if (thousands && !(point && alone)) {
            return String.join("", groups);
        }
        if (thousands && !groups.get(0).equals("0")) {
            return last == '.' ? String.join("", groups) : "";
        }
        boolean decimals = point && alone && thousands(groups, groups.size() - 1);
        return decimals && uniform(marks, marks.length() - 1)
                ? String.join("", groups.subList(0, groups.size() - 1))
                        + "."
                        + groups.get(groups.size() - 1)
                : null;
    }

    private static boolean uniform(String marks, int n) {
        return marks.substring(0, n).chars().distinct().count() <= 1;
    }

    /** Whether the first {@code n} groups are one to three digits and then three each. */
    private static boolean thousands(List<String> groups, int n) {
        for (int i = 1; i < n; i++) {
            if (groups.get(i).length() != 3) {
                return false;
            }
        }
        return n == 1 || groups.get(0).length() <= 3;
    }
}
