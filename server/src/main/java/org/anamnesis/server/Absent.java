package org.anamnesis.server;

/** There is no such conversation, job or file for this user. */
public final class Absent extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Absent(String what) {
        super(what);
    }
}
