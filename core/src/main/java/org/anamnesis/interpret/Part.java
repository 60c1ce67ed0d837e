package org.anamnesis.interpret;

/**
 * A stretch of a message and what it is in English.
 *
 * @param english words, digits or a sign; a mark in braces, which {@link WordOrder} resolves; or
 *     empty for a word that English does without
 * @param number whether it is a number in digits
 * @param asIs whether it stands as the user wrote it, so that spaces around it are the user's too
 * @param start first character in the message
 * @param end one past the last character
 */
record Part(String english, boolean number, boolean asIs, int start, int end) {
    static Part words(String english, int start, int end) {
        return new Part(english, false, false, start, end);
    }

    static Part number(String digits, int start, int end) {
        return new Part(digits, true, true, start, end);
    }

    Part with(String other) {
        return new Part(other, number, asIs, start, end);
    }

    boolean is(String wanted) {
        return english.equals(wanted);
    }
}
