package org.anamnesis.cli;

/** Colours of a terminal; none where the launcher saw none, or where none are wanted. */
enum Paint {
    GAINED("32"),
    LOST("31"),
    FAINT("2"),
    CARE("33");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    /** Text that holds no control characters, in this colour if {@code on}. */
    String of(String text, boolean on) {
        return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
