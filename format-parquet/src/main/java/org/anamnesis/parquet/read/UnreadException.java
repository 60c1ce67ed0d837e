package org.anamnesis.parquet.read;

/** The file is sound but uses what is not read here; the message is a sentence about it. */
final class UnreadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadException(String what) {
        super(what);
    }
}
