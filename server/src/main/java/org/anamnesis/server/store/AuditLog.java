package org.anamnesis.server.store;

/** Who did what and when: ids only, no words and no values. */
public final class AuditLog {
    private final Database database;

    public AuditLog(Database database) {
        this.database = database;
    }

    /**
     * @param action for example {@code conversation.begin}
     * @param subject id of what it was done to
     */
    public void note(long now, String owner, String action, String subject) {
        database.change(
                "insert into audit (done_at, owner, action, subject) values (?, ?, ?, ?)",
                now,
                owner,
                action,
                subject);
    }
}
