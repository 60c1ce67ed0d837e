package org.anamnesis.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Parts;
import org.anamnesis.converse.Step;
import org.anamnesis.converse.Version;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.store.AuditLog;
import org.anamnesis.server.store.Place;
import org.anamnesis.server.store.Talk;
import org.anamnesis.server.store.TalkStore;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecFile;
import org.anamnesis.spec.SpecJson;

/** Conversations of users: read, gone on with by words or by hand, and kept after each turn. */
public final class Talks {
    /** Longest message that is read; one that is longer is no message. */
    public static final int LONGEST = 100_000;

    /** Conversations that are held in memory. */
    private static final int HELD = 500;

    private static final int TITLE = 80;
    private static final String UNTITLED = "New conversation";

    private final Anamnesis program;
    private final TalkStore store;
    private final AuditLog audit;
    private final LongSupplier clock;
    private final Map<String, Talk> held = new LastUsed<>(HELD);

    /**
     * @param clock milliseconds since 1970
     */
    public Talks(Anamnesis program, TalkStore store, AuditLog audit, LongSupplier clock) {
        this.program = program;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A turn that was kept. */
    public record Said(Talk talk, Map<String, Object> told) {}

    public Talk begin(String owner) {
        long now = clock.getAsLong();
        Talk talk = store.begin(Ids.fresh(), owner, UNTITLED, Conversation.EMPTY, now);
        audit.note(now, owner, "conversation.begin", talk.id());
        hold(talk);
        return talk;
    }

    /** A new conversation that begins with words; none is begun if they cannot be taken. */
    public Said begin(String owner, String message) {
        check(message);
        return say(owner, begin(owner).id(), message);
    }

    /** The same under a title of our own, where the words were not the user's. */
    public Said begin(String owner, String message, String title) {
        Talk talk = begin(owner);
        Talk named = new Talk(talk.id(), owner, shortened(title), talk.state(), 0, talk.changed());
        hold(named);
        return say(owner, named.id(), message);
    }

    /**
     * A new conversation that begins with a saved specification.
     *
     * @param specJson text of a file spec.json
     * @throws RequestException if it is none, or asks what cannot be
     */
    public Said open(String owner, String specJson) {
        SpecFile file = SpecJson.file(specJson);
        Talk talk = begin(owner);
        return byHand(owner, talk.id(), s -> file.spec());
    }

    /**
     * @throws Absent if this user has none of this id
     */
    public Talk find(String owner, String id) {
        synchronized (held) {
            Talk known = held.get(id);
            if (known != null && known.owner().equals(owner)) {
                return known;
            }
        }
        Talk talk = store.find(owner, id).orElseThrow(() -> new Absent("conversation"));
        hold(talk);
        return talk;
    }

    /** The user's words, one message. */
    public Said say(String owner, String id, String message) {
        check(message);
        return goOn(owner, id, before -> program.turn(before, message.strip()));
    }

    private static void check(String message) {
        if (message.isBlank()) {
            throw RequestException.of(
                    "request.empty", "", "nothing was said", "for example: 500 women with asthma");
        }
        if (message.length() > LONGEST) {
            throw RequestException.of(
                    "request.long",
                    message.substring(0, TITLE),
                    "a message of %,d characters is too long".formatted(message.length()),
                    "at most %,d characters".formatted(LONGEST));
        }
    }

    /** A change of the specification that needs no words. */
    public Said byHand(String owner, String id, Function<CohortSpec, CohortSpec> change) {
        return goOn(owner, id, before -> program.amend(before, change.apply(before.spec())));
    }

    /**
     * An earlier version once more, as a new one.
     *
     * @throws Absent if there is no version of this number
     */
    public Said restore(String owner, String id, int version) {
        return goOn(
                owner,
                id,
                before -> {
                    List<Version> all = before.versions();
                    if (version < 0 || version >= all.size()) {
                        throw new Absent("version");
                    }
                    return program.amend(before, all.get(version).spec());
                });
    }

    private Said goOn(String owner, String id, Function<Conversation, Step> how) {
        Talk talk = find(owner, id);
        while (true) {
            Step step = how.apply(talk.state());
            Map<String, Object> told = JsonForm.of(step.turn());
            int version = step.after().versions().size() - 1;
            Optional<Talk> kept =
                    store.add(
                            talk,
                            title(talk, step),
                            step.after(),
                            version,
                            JsonText.of(told),
                            clock.getAsLong());
            if (kept.isPresent()) {
                hold(kept.get());
                return new Said(kept.get(), told);
            }
            // Somebody said something in another window meanwhile: it comes first.
            synchronized (held) {
                held.remove(id);
            }
            talk = find(owner, id);
        }
    }

    private static String title(Talk talk, Step step) {
        boolean named = talk.turns() > 0 || !talk.title().equals(UNTITLED);
        return named ? talk.title() : shortened(step.turn().message());
    }

    private static String shortened(String text) {
        String first = text.replaceAll("\\s+", " ");
        if (first.length() <= TITLE) {
            return first;
        }
        int space = first.lastIndexOf(' ', TITLE);
        return first.substring(0, space > TITLE / 2 ? space : TITLE) + " …";
    }

    /** What was told so far, in order. */
    public List<TalkStore.ToldTurn> turns(String owner, String id, int from, int most) {
        find(owner, id);
        return store.turns(id, from, most);
    }

    public List<TalkStore.Listed> list(String owner, Place after, int most) {
        return store.list(owner, after, most);
    }

    /** How two versions differ: what is asked, and the figures of the people, a line each. */
    public record Difference(List<String> lines, List<String> figures) {}

    /**
     * Compares two versions.
     *
     * @throws Absent if there is no version of one of these numbers
     */
    public Difference compare(String owner, String id, int first, int second) {
        Conversation state = find(owner, id).state();
        List<Version> all = state.versions();
        if (Math.min(first, second) < 0 || Math.max(first, second) >= all.size()) {
            throw new Absent("version");
        }
        return new Difference(
                Parts.difference(all.get(first).spec(), all.get(second).spec()),
                program.beside(state, first, second));
    }

    /**
     * @throws Absent if this user has none of this id
     */
    public void delete(String owner, String id) {
        synchronized (held) {
            held.remove(id);
        }
        if (!store.delete(owner, id)) {
            throw new Absent("conversation");
        }
        audit.note(clock.getAsLong(), owner, "conversation.delete", id);
    }

    /** Of two threads that kept a turn each, the later turn stays, whichever comes here first. */
    private void hold(Talk talk) {
        synchronized (held) {
            held.merge(talk.id(), talk, (a, b) -> a.turns() > b.turns() ? a : b);
        }
    }

    /** What is asked now, as a file that makes the same patients again. */
    public static String specJson(Talk talk) {
        List<Version> all = talk.state().versions();
        Version now = all.get(all.size() - 1);
        return SpecJson.write(now.spec(), now.said());
    }
}
