package org.anamnesis.server;

/** Not now, or not for you: with the status that says which. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * @param status of HTTP
     */
    public Refused(int status, String why) {
        super(why);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
