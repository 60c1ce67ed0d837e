package org.anamnesis.server.store;

import java.util.Optional;

/** What was answered to requests that may be sent again by somebody who heard no answer. */
public final class AnswerStore {
    /** A status of no answer yet. */
    private static final int WORKING = 0;

    private final Database database;

    public AnswerStore(Database database) {
        this.database = database;
    }

    /**
     * An answer that was given.
     *
     * @param request digest of what was asked
     * @param status of HTTP
     */
    public record Answered(String request, int status, String body) {
        /** Whether the first request is still being worked on. */
        public boolean working() {
            return status == WORKING;
        }
    }

    /** Whether the key was free and is taken now, for this request. */
    public boolean begin(String owner, String key, String request, long now) {
        return database.change(
                        "insert into answered (owner, idempotency_key, request, status, body, answered_at)"
                                + " values (?, ?, ?, ?, '', ?) on conflict do nothing",
                        owner,
                        key,
                        request,
                        WORKING,
                        now)
                > 0;
    }

    public Optional<Answered> find(String owner, String key) {
        return database.one(
                "select request, status, body from answered where owner = ? and idempotency_key = ?",
                r -> new Answered(r.getString(1), r.getInt(2), r.getString(3)),
                owner,
                key);
    }

    public void end(String owner, String key, int status, String body) {
        database.change(
                "update answered set status = ?, body = ? where owner = ? and idempotency_key = ?",
                status,
                body,
                owner,
                key);
    }

    /** The key is free again: nothing was done. */
    public void forget(String owner, String key) {
        database.change("delete from answered where owner = ? and idempotency_key = ?", owner, key);
    }

    /** Of a server that ended in the midst of its work nobody will ever hear. */
    public void forgetUnfinished(long olderThan) {
        database.change(
                "delete from answered where status = ? or answered_at < ?", WORKING, olderThan);
    }
}
