package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Intent;
import org.anamnesis.interpret.Intent.About.Topic;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;

/** Messages about the conversation itself: going back, naming, comparing, saying what is there. */
final class HistoryDesk {
    /** Say what kind of wish it was, not which one. */
    private static final Set<String> FORMAL =
            Set.of(
                    "limit",
                    "target",
                    "the",
                    "filter",
                    "wish",
                    "change",
                    "share",
                    "mean",
                    "value",
                    "criterion",
                    "requirement",
                    "exclusion",
                    "and",
                    "one");

    private final World world;
    private final Supplier<List<Clarification>> open;

    HistoryDesk(World world) {
        this(world, List::of);
    }

    /**
     * @param open what was asked back and waits for an answer; read anew, so only when it is shown
     */
    HistoryDesk(World world, Supplier<List<Clarification>> open) {
        this.world = world;
        this.open = open;
    }

    Step step(Conversation heard, String message, Intent intent) {
        if (intent instanceof Intent.Undo undo) {
            return undo(heard, message, undo.changes());
        }
        if (intent instanceof Intent.Redo redo) {
            Optional<Conversation> again = heard.redone(redo.changes(), message);
            return again.isEmpty()
                    ? same(heard, message, "Nothing was undone just now; nothing was changed.")
                    : moved(heard, again.get(), message, "Done again.");
        }
        if (intent instanceof Intent.PutBack) {
            return heard.redone(0, message)
                    .map(again -> moved(heard, again, message, "Done again."))
                    .orElseGet(() -> undo(heard, message, 1));
        }
        if (intent instanceof Intent.DropLast) {
            return undo(heard, message, 1);
        }
        if (intent instanceof Intent.StartOver) {
            return startOver(heard, message);
        }
        if (intent instanceof Intent.Save save) {
            return same(
                    heard.named(save.name()),
                    message,
                    "Saved as %s: %s"
                            .formatted(
                                    save.name(), Replies.sentence(Understood.lines(heard.spec()))));
        }
        if (intent instanceof Intent.GoBack back) {
            return goBack(heard, message, back.name());
        }
        if (intent instanceof Intent.Return back) {
            return request(heard, message, back.request());
        }
        if (intent instanceof Intent.Before before) {
            return before(heard, message, before.what());
        }
        if (intent instanceof Intent.Compare compare) {
            return compare(heard, message, compare);
        }
        if (intent instanceof Intent.Changes changes) {
            return changes(heard, message, changes.since());
        }
        if (intent instanceof Intent.Thanks) {
            return same(heard, message, "You are welcome. \"make it\" writes the files.");
        }
        if (intent instanceof Intent.Make) {
            return new Step(
                    heard,
                    Replies.plain(
                            message, Turn.Kind.MAKE, "Making the files.", List.of(), Map.of()));
        }
        return new Step(heard, told(heard, message, intent));
    }

    private Turn told(Conversation heard, String message, Intent intent) {
        CohortSpec spec = heard.spec();
        if (intent instanceof Intent.Assumptions) {
            List<String> assumed = AssumedNow.of(heard, world);
            String title = assumed.isEmpty() ? "Nothing was assumed so far." : "Assumed so far:";
            return listed(message, title, assumed, "assumptions", "assumptions");
        }
        if (intent instanceof Intent.Rarity) {
            return rarity(message, spec);
        }
        if (intent instanceof Intent.Names) {
            List<String> lines = new ArrayList<>();
            heard.names()
                    .forEach(
                            (name, at) ->
                                    lines.add(
                                            name
                                                    + ": "
                                                    + Replies.sentence(
                                                            Understood.lines(
                                                                    heard.versions()
                                                                            .get(at)
                                                                            .spec()))));
            return Replies.answered(
                    message,
                    new Answer(
                            lines.isEmpty() ? "Nothing is saved under a name." : "Saved:",
                            lines,
                            Typed.object("kind", "names", "names", heard.names())));
        }
        if (intent instanceof Intent.History) {
            List<String> lines = new ArrayList<>();
            for (Version v : heard.versions().subList(1, heard.versions().size())) {
                lines.add("\"" + v.message().strip() + "\"");
            }
            String title = "What led to the present state, in order:";
            return listed(message, title, lines, "history", "messages");
        }
        Optional<Answer> chosen =
                intent instanceof Intent.Chosen ? ChosenAnswer.of(message, spec) : Optional.empty();
        if (chosen.isPresent()) {
            return Replies.answered(message, chosen.get());
        }
        if (intent instanceof Intent.Show || intent instanceof Intent.Chosen) {
            List<String> lines = new ArrayList<>(Understood.lines(spec));
            open.get()
                    .forEach(q -> lines.add("unless you say otherwise: " + q.usual().assumption()));
            return listed(message, "Asked at present:", lines, "specification", "lines");
        }
        if (intent instanceof Intent.About about && about.topic() == Topic.COUNTRIES) {
            return Replies.answered(message, Abroad.known(message, spec));
        }
        if (intent instanceof Intent.About about) {
            return Replies.answered(message, AboutAnswer.of(about.topic(), spec));
        }
        return Replies.answered(
                message, intent instanceof Intent.Fitness ? Help.fitness() : Help.general());
    }

    private static Turn listed(
            String message, String title, List<String> lines, String kind, String what) {
        return Replies.answered(
                message, new Answer(title, lines, Typed.object("kind", kind, what, lines)));
    }

    /** How many people of the country a request leaves, and of those with its condition. */
    Turn rarity(String message, CohortSpec spec) {
        try {
            Answer answer = Surroundings.rarity(world.look(spec));
            Optional<String> condition =
                    spec.condition().filter(c -> !spec.constraints().isEmpty());
            if (condition.isEmpty()) {
                return Replies.answered(message, answer);
            }
            CohortSpec wide = CohortSpec.DEFAULT.withCondition(condition);
            double of = residents(spec) / residents(wide);
            List<String> lines = new ArrayList<>();
            lines.add(
                    "asked of them: "
                            + String.join(
                                    ", ", spec.constraints().stream().map(Words::of).toList()));
            lines.add(
                    "%s %% of those with %s"
                            .formatted(
                                    Warnings.rounded(100 * of),
                                    GroupName.condition(condition.get())));
            lines.addAll(answer.lines());
            return Replies.answered(message, new Answer(answer.text(), lines, answer.json()));
        } catch (RequestException e) {
            return Replies.problem(message, e.problems());
        }
    }

    private double residents(CohortSpec spec) {
        return world.look(spec).reach().orElseThrow().residents();
    }

    private static Step undo(Conversation heard, String message, int asked) {
        if (asWas(heard, message)) {
            return same(heard, message, "Nothing was changed just now; all is as it was.");
        }
        int changes = asked == 2 && bothAtOnce(heard, message) ? 1 : asked;
        Optional<Conversation> back = heard.undone(changes, message);
        if (back.isPresent()) {
            String what =
                    changes == 1
                            ? "The last change was taken back."
                            : "The last %d changes were taken back.".formatted(changes);
            return moved(heard, back.get(), message, what);
        }
        int most = 0;
        while (heard.undone(most + 1, message).isPresent()) {
            most++;
        }
        return same(
                heard,
                message,
                most == 0
                        ? "There is nothing to take back."
                        : "There are only %d changes to take back; nothing was changed."
                                .formatted(most));
    }

    /** "no, leave them as they were" where the last message changed nothing. */
    private static boolean asWas(Conversation heard, String message) {
        int last = heard.messages().size() - 2;
        boolean stays = last < 0 || !heard.now().message().equals(heard.messages().get(last));
        return stays
                && message.toLowerCase(Locale.ROOT)
                        .matches(".*\\b(?:as (?:it|they|that|those|these|before)|as many as)\\b.*");
    }

    /** "put both back", of two things that one message took away. */
    private static boolean bothAtOnce(Conversation heard, String message) {
        boolean both =
                message.toLowerCase(Locale.ROOT)
                        .matches(
                                ".*\\bboth\\b(?!.*\\b(?:messages?|msgs?|changes|steps|edits|turns|requests)\\b).*\\bback\\b.*");
        OptionalInt before = heard.now().before();
        return both
                && before.isPresent()
                && Difference.of(heard.versions().get(before.getAsInt()).spec(), heard.spec())
                                .size()
                        == 2;
    }

    private static Step startOver(Conversation heard, String message) {
        return restored(
                heard,
                message,
                Version.FIRST.about(heard.model()),
                "Nothing is asked any more; \"undo\" brings it back.");
    }

    /** An earlier state made the present one again, as a new version. */
    private static Step restored(Conversation heard, String message, Version old, String reply) {
        var again =
                new Version(
                        message,
                        old.spec(),
                        old.said(),
                        OptionalInt.of(heard.number()),
                        OptionalInt.empty(),
                        old.open(),
                        old.model());
        return moved(heard, heard.to(again), message, reply);
    }

    private static Step goBack(Conversation heard, String message, String name) {
        Optional<Version> old = heard.named(Optional.of(name));
        if (old.isEmpty()) {
            return unknown(heard, message, name);
        }
        return restored(heard, message, old.get(), "Back to " + name + ".");
    }

    /** The state that the first request of this line led to, or one of the next. */
    private static Step request(Conversation heard, String message, int number) {
        List<Version> line =
                heard.line().stream().filter(v -> !v.spec().equals(CohortSpec.DEFAULT)).toList();
        return number > line.size()
                ? same(heard, message, "There were not so many requests; nothing was changed.")
                : restored(heard, message, line.get(number - 1), "Back to that request.");
    }

    /** The state before the message that first brought these words in. */
    private static Step before(Conversation heard, String message, String what) {
        List<String> stems =
                Arrays.stream(what.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9]+"))
                        .filter(w -> w.length() > 2 && !FORMAL.contains(w))
                        .map(w -> w.replaceFirst("e?s$", ""))
                        .toList();
        Optional<Version> found = Optional.empty();
        Version v = heard.now();
        while (v.before().isPresent()) {
            Version old = heard.versions().get(v.before().getAsInt());
            String said = v.message().toLowerCase(Locale.ROOT);
            boolean brings =
                    stems.stream().anyMatch(said::contains)
                            && Difference.of(old.spec(), v.spec()).stream()
                                    .anyMatch(c -> c.kind() != Change.Kind.REMOVED);
            boolean empty = old.spec().equals(CohortSpec.DEFAULT);
            found = brings && (!empty || found.isEmpty()) ? Optional.of(old) : found;
            v = old;
        }
        if (found.isEmpty()) {
            return new Step(
                    heard,
                    Replies.problem(
                            message,
                            List.of(
                                    new Problem(
                                            "talk.before.unknown",
                                            what,
                                            "nothing was asked in these words",
                                            "\"undo\", or \"undo the last two\""))));
        }
        return restored(heard, message, found.get(), "Back to how it was before.");
    }

    private Step compare(Conversation heard, String message, Intent.Compare asked) {
        Optional<Version> a = state(heard, asked.first());
        Optional<Version> b = state(heard, asked.second());
        if (a.isEmpty() || b.isEmpty()) {
            return unknown(heard, message, a.isEmpty() ? asked.first() : asked.second());
        }
        List<String> lines = new ArrayList<>(Difference.lines(a.get().spec(), b.get().spec()));
        if (lines.isEmpty()) {
            lines.add("no difference");
        } else {
            figures(a.get().spec(), b.get().spec(), asked).forEach(lines::add);
        }
        String title = "From %s to %s:".formatted(asked.first(), asked.second());
        return new Step(heard, listed(message, title, lines, "difference", "lines"));
    }

    /** The figures in which they differ; none if one of them cannot be met. */
    private List<String> figures(CohortSpec a, CohortSpec b, Intent.Compare asked) {
        try {
            return world.beside(a, b).lines(asked.first(), asked.second());
        } catch (RequestException e) {
            return List.of();
        }
    }

    private static Optional<Version> state(Conversation c, String name) {
        boolean now = List.of("this", "now", "current", "it", "present").contains(name);
        return now ? Optional.of(c.now()) : c.named(Optional.of(name));
    }

    private static Step changes(Conversation heard, String message, Optional<String> since) {
        if (since.isPresent() && heard.named(since).isEmpty()) {
            return unknown(heard, message, since.get());
        }
        OptionalInt before = heard.now().before();
        Version from =
                heard.named(since)
                        .orElseGet(
                                () ->
                                        before.isPresent()
                                                ? heard.versions().get(before.getAsInt())
                                                : Version.FIRST);
        String title = since.map(n -> "Changed since " + n + ":").orElse("The last change:");
        return difference(heard, message, title, from.spec(), heard.spec());
    }

    private static Step difference(
            Conversation heard, String message, String title, CohortSpec a, CohortSpec b) {
        List<String> lines = new ArrayList<>(Difference.lines(a, b));
        if (lines.isEmpty()) {
            lines.add("no difference");
        }
        return new Step(heard, listed(message, title, lines, "difference", "lines"));
    }

    private static Step unknown(Conversation heard, String message, String name) {
        String known =
                heard.names().isEmpty()
                        ? "\"save this as " + name + "\" first"
                        : "one of " + String.join(", ", heard.names().keySet());
        return new Step(
                heard,
                Replies.problem(
                        message,
                        List.of(
                                new Problem(
                                        "talk.name.unknown",
                                        name,
                                        "nothing was saved under this name",
                                        known))));
    }

    private static Step moved(
            Conversation before, Conversation after, String message, String reply) {
        List<Change> changes = Difference.of(before.spec(), after.spec());
        Turn turn =
                new Turn(
                        message,
                        Turn.Kind.CHANGED,
                        List.of(),
                        reply + " Now: " + Replies.sentence(Understood.lines(after.spec())),
                        changes,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Map.of());
        return new Step(after, turn);
    }

    private static Step same(Conversation after, String message, String reply) {
        return new Step(after, Replies.same(message, reply));
    }
}
