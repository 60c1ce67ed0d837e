package org.anamnesis.interpret;

import java.math.BigDecimal;

/**
 * A word, a number or a sign of a message.
 *
 * @param kind what it is
 * @param text lower case, without apostrophes
 * @param value of a number, or the percentage of a fraction ("a third"); zero otherwise
 * @param start first character in the message
 * @param end one past the last character
 */
record Token(Kind kind, String text, BigDecimal value, int start, int end) {
    enum Kind {
        WORD,
        NUMBER,
        /** A share in words: "half", "two thirds", "one in five". */
        FRACTION,
        SIGN,
        /** Stands for everything beyond either end of the message. */
        NONE
    }

    static final Token NOTHING = new Token(Kind.NONE, "", BigDecimal.ZERO, 0, 0);

    static Token word(String text, int start, int end) {
        return new Token(Kind.WORD, text, BigDecimal.ZERO, start, end);
    }

    boolean number() {
        return kind == Kind.NUMBER;
    }

    /** Whether the next one follows without a space. */
    boolean touches(Token next) {
        return next.kind() != Kind.NONE && next.start() == end;
    }

    double doubleValue() {
        return value.doubleValue();
    }
}
