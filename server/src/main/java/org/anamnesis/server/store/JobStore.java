package org.anamnesis.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Jobs and where they stand. */
public final class JobStore {
    private static final String COLUMNS =
            "id, owner, kind, conversation, state, status, doing, progress, outcome, problems, created";

    private final Database database;

    public JobStore(Database database) {
        this.database = database;
    }

    public void add(Job j) {
        database.change(
                "insert into job (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                j.id(),
                j.owner(),
                j.kind().inWords(),
                j.conversation().isEmpty() ? null : j.conversation(),
                j.state(),
                j.status().inWords(),
                j.doing(),
                j.progress(),
                j.outcome(),
                j.problems(),
                j.created());
    }

    public Optional<Job> find(String owner, String id) {
        return database.one(
                "select " + COLUMNS + " from job where id = ? and owner = ?",
                JobStore::job,
                id,
                owner);
    }

    /** The latest first. */
    public List<Job> of(String owner, String conversation, int most) {
        return database.all(
                "select "
                        + COLUMNS
                        + " from job where owner = ? and conversation = ?"
                        + " order by created desc, id limit ?",
                JobStore::job,
                owner,
                conversation,
                most);
    }

    /** Of all conversations and of none, the latest first; those behind a place. */
    public List<Job> of(String owner, Place after, int most) {
        return database.all(
                "select "
                        + COLUMNS
                        + " from job where owner = ? and (created < ? or (created = ? and id > ?))"
                        + " order by created desc, id limit ?",
                JobStore::job,
                owner,
                after.time(),
                after.time(),
                after.id(),
                most);
    }

    /** Of one kind that are done, the latest first: models that were learned. */
    public List<Job> done(String owner, Job.Kind kind, int most) {
        return database.all(
                "select "
                        + COLUMNS
                        + " from job where owner = ? and kind = ? and status = 'done'"
                        + " order by created desc, id limit ?",
                JobStore::job,
                owner,
                kind.inWords(),
                most);
    }

    /** Those that were not finished when the server ended, the oldest first. */
    public List<Job> unfinished() {
        return database.all(
                "select "
                        + COLUMNS
                        + " from job where status in ('waiting', 'running') order by created, id",
                JobStore::job);
    }

    public void progressed(String id, Job.Status status, String doing, double progress) {
        database.change(
                "update job set status = ?, doing = ?, progress = ? where id = ?",
                status.inWords(),
                doing,
                progress,
                id);
    }

    public void ended(String id, Job.Status status, String outcome, String problems, long now) {
        database.change(
                "update job set status = ?, doing = '', progress = ?, outcome = ?, problems = ?,"
                        + " ended = ? where id = ?",
                status.inWords(),
                status == Job.Status.DONE ? 1.0 : 0.0,
                outcome,
                problems,
                now,
                id);
    }

    /** Whether it was neither done nor waiting, and waits again now. */
    public boolean resumed(String id) {
        return database.change(
                        "update job set status = 'waiting', doing = '', progress = 0, outcome = '',"
                                + " problems = '', ended = null"
                                + " where id = ? and status not in ('done', 'waiting')",
                        id)
                > 0;
    }

    public boolean delete(String owner, String id) {
        return database.change("delete from job where id = ? and owner = ?", id, owner) > 0;
    }

    /** Ids of all jobs of a user, for what their files take. */
    public List<String> ids(String owner) {
        return database.all("select id from job where owner = ?", r -> r.getString(1), owner);
    }

    private static Job job(ResultSet r) throws SQLException {
        return new Job(
                r.getString(1),
                r.getString(2),
                Job.Kind.valueOf(r.getString(3).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(r.getString(4)).orElse(""),
                r.getString(5),
                Job.Status.valueOf(r.getString(6).toUpperCase(Locale.ROOT)),
                r.getString(7),
                r.getDouble(8),
                r.getString(9),
                r.getString(10),
                r.getLong(11),
                0);
    }
}
