package org.anamnesis.interpret;

/**
 * A word, a number, a sign or a Chinese character of a message in another language.
 *
 * @param kind what it is
 * @param key as it is looked up; of a number, its digits in the English way, or empty if it can be
 *     read in two ways
 * @param start first character in the message
 * @param end one past the last character
 */
record Piece(Kind kind, String key, int start, int end) {
    enum Kind {
        WORD,
        NUMBER,
        SIGN,
        HAN
    }

    boolean number() {
        return kind == Kind.NUMBER;
    }
}
