package org.anamnesis.server.job;

/** Thrown out of work that is to end. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean late;

    /**
     * @param late whether it took longer than it may, rather than that somebody asked for the end
     */
    Stopped(boolean late) {
        this.late = late;
    }

    boolean late() {
        return late;
    }
}
