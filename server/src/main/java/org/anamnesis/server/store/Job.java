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
 * @param begun when the work began that is being done, milliseconds since 1970; 0 if none is
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
        long created,
        long begun) {
    /** One that is asked now. */
    public static Job asked(
            String id, String owner, Kind kind, String conversation, String state, long now) {
        return new Job(id, owner, kind, conversation, state, Status.WAITING, "", 0, "", "", now, 0);
    }

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
            return this == DONE || resumable();
        }

        /** Whether it can be tried again. */
        public boolean resumable() {
            return this == FAILED || this == STOPPED;
        }

        public String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands in a list. */
    public Place place() {
        return new Place(created, id);
    }

    /** The same, waiting for its turn; of an earlier try nothing is told any more. */
    public Job waiting() {
        return asked(id, owner, kind, conversation, state, created);
    }

    /** The same, ended by something that went wrong. */
    public Job failed(String why) {
        return new Job(
                id, owner, kind, conversation, state, Status.FAILED, "", 0, "", why, created, 0);
    }

    /** The same further on. */
    public Job running(String what, double fraction, long since) {
        return new Job(
                id,
                owner,
                kind,
                conversation,
                state,
                Status.RUNNING,
                what,
                fraction,
                outcome,
                problems,
                created,
                since);
    }
}
