package org.anamnesis.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Which tables users sent. */
public final class UploadStore {
    private final Database database;

    public UploadStore(Database database) {
        this.database = database;
    }

    /**
     * A table that somebody sent.
     *
     * @param name of its file, plain
     * @param created milliseconds since 1970
     */
    public record Upload(String id, String owner, String name, long bytes, long created) {}

    public void add(Upload u) {
        database.change(
                "insert into upload (id, owner, name, bytes, created) values (?, ?, ?, ?, ?)",
                u.id(),
                u.owner(),
                u.name(),
                u.bytes(),
                u.created());
    }

    public Optional<Upload> find(String owner, String id) {
        return database.one(
                "select id, owner, name, bytes, created from upload where id = ? and owner = ?",
                UploadStore::upload,
                id,
                owner);
    }

    /** The latest first. */
    public List<Upload> of(String owner, int most) {
        return database.all(
                "select id, owner, name, bytes, created from upload where owner = ?"
                        + " order by created desc, id limit ?",
                UploadStore::upload,
                owner,
                most);
    }

    /** What the tables of a user take. */
    public long bytes(String owner) {
        return database.one(
                        "select coalesce(sum(bytes), 0) from upload where owner = ?",
                        r -> r.getLong(1),
                        owner)
                .orElse(0L);
    }

    public boolean delete(String owner, String id) {
        return database.change("delete from upload where id = ? and owner = ?", id, owner) > 0;
    }

    private static Upload upload(ResultSet r) throws SQLException {
        return new Upload(
                r.getString(1), r.getString(2), r.getString(3), r.getLong(4), r.getLong(5));
    }
}
