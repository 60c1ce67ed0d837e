package org.anamnesis.learn;

/** A text stops being a condition at a position. */
final class NoConditionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int at;

    NoConditionException(int at, String message) {
        super(message);
        this.at = at;
    }

    /** Position in the text, from 0. */
    int at() {
        return at;
    }
}
