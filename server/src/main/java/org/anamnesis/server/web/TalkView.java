package org.anamnesis.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Narrowed;
import org.anamnesis.converse.Version;
import org.anamnesis.server.store.Talk;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Units;

/**
 * A conversation as the page shows it: the talk on the left, the living specification on the right.
 *
 * @param si whether observations are shown in SI units
 * @param learned whether it is about a learned model's people
 * @param versions the latest first
 */
public record TalkView(
        String id,
        String title,
        List<TurnView> turns,
        List<PartView> parts,
        List<Step> narrowing,
        List<JobView> jobs,
        boolean si,
        boolean learned,
        List<Numbered> versions) {
    /** Whom a requirement leaves. */
    public record Step(String text, double share) {
        public String percent() {
            return Figures.significant(100 * share);
        }
    }

    /**
     * A version in the list.
     *
     * @param name that the user gave it; empty if none
     */
    public record Numbered(int number, String message, String name, boolean current) {}

    /** Whether anything was asked for that could be made. */
    public boolean begun() {
        return learned
                || versions.size() > 1
                || turns.stream().anyMatch(t -> t.kind().equals("same") || t.kind().equals("make"));
    }

    static TalkView of(
            Talk talk, List<TurnView> turns, List<Narrowed> narrowing, List<JobView> jobs) {
        CohortSpec spec = talk.state().spec();
        return new TalkView(
                talk.id(),
                talk.title(),
                turns,
                spec.equals(CohortSpec.DEFAULT) ? List.of() : parts(talk, turns, narrowing),
                narrowing.stream().map(n -> new Step(n.text(), n.share())).toList(),
                jobs,
                !spec.beyond().units().equals(Units.CANONICAL),
                talk.state().model().isPresent(),
                versions(talk.state()));
    }

    /** A learned model has columns, engine and population of its own. */
    private static List<PartView> parts(Talk talk, List<TurnView> turns, List<Narrowed> narrowing) {
        List<PartView> all = PartView.of(talk.state().spec(), turns, new Flags(turns, narrowing));
        return talk.state().model().isEmpty()
                ? all
                : all.stream().filter(p -> !p.assumed() || p.part().id().equals("seed")).toList();
    }

    private static List<Numbered> versions(Conversation state) {
        List<Version> all = state.versions();
        List<Numbered> numbered = new ArrayList<>();
        for (int n = all.size() - 1; n >= 0; n--) {
            String message = n == 0 ? "nothing asked yet" : all.get(n).message();
            int number = n;
            String name =
                    state.names().entrySet().stream()
                            .filter(e -> e.getValue() == number)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.joining(", "));
            numbered.add(new Numbered(n, message, name, n == all.size() - 1));
        }
        return numbered;
    }
}
