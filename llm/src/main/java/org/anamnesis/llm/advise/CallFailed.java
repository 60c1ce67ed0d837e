package org.anamnesis.llm.advise;

/** A call came to nothing. The message is for the user and holds nothing that a server said. */
final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallFailed(String why) {
        super(why);
    }

    CallFailed(String why, Throwable cause) {
        super(why, cause);
    }
}
