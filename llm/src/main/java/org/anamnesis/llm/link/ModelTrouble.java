package org.anamnesis.llm.link;

/** An embedding model cannot be used; the message says why, as the end of a sentence. */
final class ModelTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelTrouble(String message) {
        super(message);
    }

    ModelTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
