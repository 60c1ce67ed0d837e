package org.anamnesis.converse;

/** Hears how far long work is. */
public interface Progress {
    /**
     * @param what is being done, for the user
     * @param fraction 0 to 1 of the whole
     */
    void step(String what, double fraction);

    static Progress silent() {
        return (what, fraction) -> {};
    }
}
