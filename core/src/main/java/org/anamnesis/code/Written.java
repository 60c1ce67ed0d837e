package org.anamnesis.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One word of a text: letters and digits, without apostrophes, with where it stood.
 *
 * @param lower in lower case
 * @param written as it was typed
 * @param start first character in the text
 * @param end one past its last character
 */
record Written(String lower, String written, int start, int end) {
    /** The words of a text. */
    static List<Written> of(String text) {
        List<Written> words = new ArrayList<>();
        int start = -1;
        boolean apostrophes = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean apostrophe = (c == '\'' || c == '’') && start >= 0;
            if (Character.isLetterOrDigit(c) || apostrophe) {
                start = start < 0 ? i : start;
                apostrophes |= apostrophe;
            } else if (start >= 0) {
                String typed = text.substring(start, i);
                typed = apostrophes ? typed.replace("'", "").replace("’", "") : typed;
                apostrophes = false;
                words.add(new Written(typed.toLowerCase(Locale.ROOT), typed, start, i));
                start = -1;
            }
        }
        return words;
    }

    /** The words joined by single spaces. */
    static String key(List<Written> words, boolean asWritten) {
        if (words.size() == 1) {
            return asWritten ? words.get(0).written() : words.get(0).lower();
        }
        StringBuilder key = new StringBuilder();
        for (Written w : words) {
            key.append(key.isEmpty() ? "" : " ").append(asWritten ? w.written() : w.lower());
        }
        return key.toString();
    }
}
