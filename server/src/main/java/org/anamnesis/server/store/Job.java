package org.anamnesis.server.store;

import java.util.Locale;

/**
 * Long work: patients being made, a table being learned or judged.
 *
 * @param id not to be guessed; also the name of its folder
 * @param conversation that it belongs to; empty without one
 * @param state JSON of what is to be done: the conversation when it was asked, or a request
 * @param doing what is being done at present, in words
 * @param progress 0 to 1
 * @param outcome JSON of what came of it; empty until done
 * @param problems JSON of why it could not be done; empty otherwise
 * @param created milliseconds since 1970
 */
public record Job(
        String id,
        String owner,
        Kind kind,
        String conversation,
        String state,
        Status status,
        String doing,
        double progress,
        String outcome,
        String problems,
        long created) {
    /** What is done. */
    public enum Kind {
        /** A conversation's patients, of the built-in population or a learned model. */
        COHORT,
        LEARN,
        JUDGE;

        public String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a job stands. */
    public enum Status {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED;

        /** Whether nothing more comes of it. */
        public boolean ended() {
            return this == DONE || this == FAILED || this == STOPPED;
        }

        public String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same further on. */
    public Job at(Status now, String what, double fraction) {
        return new Job(
                id,
                owner,
                kind,
                conversation,
                state,
                now,
                what,
                fraction,
                outcome,
                problems,
                created);
    }
}
