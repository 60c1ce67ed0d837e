package org.anamnesis.parquet.read;

/** The file is sound but uses what is not read here; the message is a sentence about it. */
final class UnreadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String suggestion;

    UnreadException(String what) {
        this(what, "the table saved as CSV, or as Parquet with other settings");
    }

    UnreadException(String what, String suggestion) {
        super(what);
        this.suggestion = suggestion;
    }

    /** What would be read. */
    String suggestion() {
        return suggestion;
    }
}
