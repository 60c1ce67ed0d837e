package org.anamnesis.parquet.read;

/** The bytes are not what the format says; the message ends the sentence "the file is damaged:". */
final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedException(String how) {
        super(how);
    }
}
