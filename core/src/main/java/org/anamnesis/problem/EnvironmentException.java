package org.anamnesis.problem;

/**
 * The environment failed (disk, permissions, a damaged resource); nothing is wrong with the
 * request. Exit code 3.
 */
public final class EnvironmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what happened and what to do, in one sentence for the user
     */
    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
