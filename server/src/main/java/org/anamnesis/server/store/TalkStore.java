package org.anamnesis.server.store;

import java.util.List;
import java.util.Optional;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.ConversationFile;

/** Conversations and their turns. */
public final class TalkStore {
    /**
     * A conversation in a list.
     *
     * @param changed milliseconds since 1970
     */
    public record Listed(String id, String title, int turns, long changed) {
        /** Where it stands in the list. */
        public Place place() {
            return new Place(changed, id);
        }
    }

    /**
     * What one message came to, as it was told.
     *
     * @param number from 0
     * @param version of the conversation after it
     * @param saidAt milliseconds since 1970
     * @param told JSON of the turn
     */
    public record ToldTurn(int number, int version, long saidAt, String told) {}

    private final Database database;

    public TalkStore(Database database) {
        this.database = database;
    }

    /** A new one, in which nothing was said. */
    public Talk begin(String id, String owner, String title, Conversation state, long now) {
        database.change(
                "insert into conversation (id, owner, title, state, turns, created, changed)"
                        + " values (?, ?, ?, ?, 0, ?, ?)",
                id,
                owner,
                title,
                ConversationFile.write(state),
                now,
                now);
        return new Talk(id, owner, title, state, 0, now);
    }

    public Optional<Talk> find(String owner, String id) {
        return database.one(
                "select title, state, turns, changed from conversation where id = ? and owner = ?",
                r ->
                        new Talk(
                                id,
                                owner,
                                r.getString(1),
                                ConversationFile.read(r.getString(2)),
                                r.getInt(3),
                                r.getLong(4)),
                id,
                owner);
    }

    /**
     * The latest first.
     *
     * @param after only those behind this place
     */
    public List<Listed> list(String owner, Place after, int most) {
        return database.all(
                "select id, title, turns, changed from conversation"
                        + " where owner = ? and (changed < ? or (changed = ? and id > ?))"
                        + " order by changed desc, id limit ?",
                r -> new Listed(r.getString(1), r.getString(2), r.getInt(3), r.getLong(4)),
                owner,
                after.time(),
                after.time(),
                after.id(),
                most);
    }

    /**
     * Keeps a turn and what the conversation came to by it, both or neither.
     *
     * @return the conversation after it; empty if somebody else said something meanwhile
     */
    public Optional<Talk> add(
            Talk before, String title, Conversation after, int version, String told, long now) {
        String state = ConversationFile.write(after);
        return database.together(
                c -> {
                    int kept =
                            Database.change(
                                    c,
                                    "update conversation set title = ?, state = ?, turns = ?,"
                                            + " changed = ? where id = ? and turns = ?",
                                    title,
                                    state,
                                    before.turns() + 1,
                                    now,
                                    before.id(),
                                    before.turns());
                    if (kept == 0) {
                        return Optional.<Talk>empty();
                    }
                    Database.change(
                            c,
                            "insert into turn (conversation, number, version, said_at, told)"
                                    + " values (?, ?, ?, ?, ?)",
                            before.id(),
                            before.turns(),
                            version,
                            now,
                            told);
                    return Optional.of(
                            new Talk(
                                    before.id(),
                                    before.owner(),
                                    title,
                                    after,
                                    before.turns() + 1,
                                    now));
                });
    }

    /**
     * Turns in order.
     *
     * @param from number of the first
     */
    public List<ToldTurn> turns(String conversation, int from, int most) {
        return database.all(
                "select number, version, said_at, told from turn"
                        + " where conversation = ? and number >= ? order by number limit ?",
                r -> new ToldTurn(r.getInt(1), r.getInt(2), r.getLong(3), r.getString(4)),
                conversation,
                from,
                most);
    }

    /** Whether there was one; its turns and jobs go with it. */
    public boolean delete(String owner, String id) {
        return database.change("delete from conversation where id = ? and owner = ?", id, owner)
                > 0;
    }
}
