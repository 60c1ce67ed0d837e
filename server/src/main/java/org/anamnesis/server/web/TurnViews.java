package org.anamnesis.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anamnesis.server.LastUsed;
import org.anamnesis.server.Talks;
import org.anamnesis.server.store.Talk;

/**
 * The latest turns of conversations as the page shows them. What was told never changes, so a turn
 * of a conversation that goes on is read and taken apart once, not again after each later one.
 */
final class TurnViews {
    /** Turns that a page shows; earlier ones stay in the API. */
    private static final int SHOWN = 200;

    /** Conversations of which they are held. */
    private static final int HELD = 64;

    private final Talks talks;
    private final Map<String, List<TurnView>> held = new LastUsed<>(HELD);

    TurnViews(Talks talks) {
        this.talks = talks;
    }

    /**
     * Those of a conversation as it was after so many turns, oldest first.
     *
     * @param owner whose it is
     */
    List<TurnView> of(String owner, Talk talk) {
        int first = Math.max(0, talk.turns() - SHOWN);
        List<TurnView> known = known(talk.id());
        List<TurnView> all =
                new ArrayList<>(known.stream().filter(t -> within(t, first, talk)).toList());
        int next = all.isEmpty() ? first : all.get(all.size() - 1).number() + 1;
        if (next < talk.turns()) {
            talks.turns(owner, talk.id(), next, talk.turns() - next).stream()
                    .map(TurnView::of)
                    .forEach(all::add);
            hold(talk.id(), List.copyOf(all));
        }
        return all;
    }

    private static boolean within(TurnView turn, int first, Talk talk) {
        return turn.number() >= first && turn.number() < talk.turns();
    }

    private List<TurnView> known(String id) {
        synchronized (held) {
            return held.getOrDefault(id, List.of());
        }
    }

    private void hold(String id, List<TurnView> turns) {
        synchronized (held) {
            held.put(id, turns);
        }
    }
}
