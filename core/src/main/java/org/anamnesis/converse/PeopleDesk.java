package org.anamnesis.converse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.anamnesis.generate.Learners;
import org.anamnesis.interpret.Lately;
import org.anamnesis.interpret.Reader;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;

/**
 * The people that a conversation is about: those of the built-in population or those of a model,
 * and the change from the ones to the others. What was asked stays where the others can be asked
 * for it.
 */
final class PeopleDesk {
    /** Models that are held in memory. */
    private static final int HELD = 2;

    private final Reader rules;
    private final Supplier<TalkDesk> population;
    private final Supplier<World> world;
    private final NamedFiles files;
    private final Optional<UsedModel> start;
    private final Lately<UsedModel, TableTalk> tables;

    /**
     * @param population talks about the built-in population, whose world is given too
     * @param files that conversations may name
     * @param start the model that a new conversation is about
     */
    PeopleDesk(
            Reader rules,
            Supplier<TalkDesk> population,
            Supplier<World> world,
            NamedFiles files,
            Optional<UsedModel> start) {
        this.rules = rules;
        this.population = population;
        this.world = world;
        this.files = files;
        this.start = start;
        this.tables = new Lately<>(HELD, of -> read(rules, of));
    }

    private TableTalk read(Reader rules, UsedModel of) {
        files.find(of.path()); // a kept conversation names files, too
        of.check();
        return new TableTalk(rules, LearnedTable.read(of.path(), Learners.installed()));
    }

    /**
     * Reads the model that a new conversation is about, so that a file that is none is said now.
     */
    void begin() {
        start.ifPresent(tables::of);
    }

    /** What reads a conversation's words. */
    Reader reader(Conversation conversation, Reader rules) {
        return conversation.model().map(m -> tables.of(m).reader()).orElse(rules);
    }

    Step turn(Conversation conversation, String message) {
        boolean begins = conversation.messages().isEmpty() && conversation.model().isEmpty();
        Conversation before = begins ? conversation.about(start) : conversation;
        try {
            Optional<ModelSwitch> other = ModelSwitch.of(message, before.model(), files);
            if (other.isPresent()) {
                return changed(before.heard(message), message, other.get());
            }
            Step step =
                    before.model().isPresent()
                            ? tables.of(before.model().get()).turn(before, message)
                            : population.get().turn(before, message);
            boolean same = step.after().model().equals(before.model());
            return same
                    ? step
                    : new Step(
                            step.after(),
                            ofThem(step.after().model(), step.turn())
                                    .answering(message, " " + people(step.after().model()) + "."));
        } catch (RequestException e) { // the model is gone or another one now
            return new Step(before.heard(message), Replies.problem(message, e.problems()));
        }
    }

    /** A specification in place of the present one, changed by hand rather than by words. */
    Step amend(Conversation before, CohortSpec wanted) {
        List<String> changes = Difference.lines(before.spec(), wanted);
        String message = "changed by hand: " + String.join("; ", changes);
        Conversation heard = before.heard(message);
        try {
            World of = before.model().<World>map(m -> tables.of(m).world()).orElseGet(world);
            return new Changes(rules, of)
                    .step(
                            heard,
                            message,
                            wanted,
                            List.of(),
                            List.of(),
                            List.of(),
                            heard.now().open());
        } catch (RequestException e) { // the model is gone or another one now
            return new Step(heard, Replies.problem(message, e.problems()));
        }
    }

    private Step changed(Conversation heard, String message, ModelSwitch other) {
        Optional<UsedModel> model = other.file().map(files::find).map(PeopleDesk::used);
        if (model.equals(heard.model())) {
            return new Step(heard, Replies.same(message, people(model) + "; nothing was changed."));
        }
        World of = model.<World>map(m -> tables.of(m).world()).orElseGet(world);
        List<Problem> problems = problems(of, heard.spec());
        CohortSpec spec = problems.isEmpty() ? heard.spec() : CohortSpec.DEFAULT;
        var version =
                new Version(
                        message,
                        spec,
                        problems.isEmpty() ? heard.now().said() : Version.FIRST.said(),
                        OptionalInt.of(heard.number()),
                        OptionalInt.empty(),
                        problems.isEmpty() ? heard.now().open() : Optional.empty(),
                        model);
        List<String> parts = new ArrayList<>(List.of(people(model) + "."));
        model.map(m -> tables.of(m).table())
                .ifPresent(
                        t ->
                                parts.add(
                                        "Its columns: "
                                                + String.join(
                                                        ", ",
                                                        t.asked().stream()
                                                                .map(c -> c.name())
                                                                .limit(COLUMNS)
                                                                .toList())
                                                + (t.asked().size() > COLUMNS ? ", ..." : "")
                                                + "."));
        if (!problems.isEmpty()) {
            parts.add(
                    "What was asked before cannot be asked of them and was left: "
                            + Replies.told(problems.get(0))
                            + " \"undo\" brings it back.");
        } else if (!spec.equals(CohortSpec.DEFAULT)) {
            parts.add("What was asked stays: " + Replies.sentence(Understood.lines(spec)));
        }
        Turn turn =
                new Turn(
                        message,
                        Turn.Kind.CHANGED,
                        List.of(),
                        String.join(" ", parts),
                        Difference.of(heard.spec(), spec),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Map.of());
        return new Step(heard.to(version), ofThem(model, turn));
    }

    private Turn ofThem(Optional<UsedModel> model, Turn turn) {
        return model.map(m -> tables.of(m).ofTable(turn)).orElse(turn);
    }

    /** Columns that are named when a model is taken up. */
    private static final int COLUMNS = 20;

    /**
     * @throws RequestException if there is no such file
     */
    static UsedModel used(Path file) {
        if (!Files.isRegularFile(file)) {
            throw absent(file.toString());
        }
        return UsedModel.of(file);
    }

    static RequestException absent(String file) {
        return new RequestException(
                List.of(
                        new Problem(
                                "talk.model.absent",
                                file,
                                "There is no model file of this name.",
                                "the path of a file that anamnesis learn wrote")));
    }

    /** Why a request cannot be met by these people. */
    private static List<Problem> problems(World of, CohortSpec spec) {
        if (spec.equals(CohortSpec.DEFAULT)) {
            return List.of();
        }
        try {
            List<Problem> problems = of.problems(spec);
            if (problems.isEmpty()) {
                of.look(spec);
            }
            return problems;
        } catch (RequestException e) {
            return e.problems();
        }
    }

    private String people(Optional<UsedModel> model) {
        Function<UsedModel, String> of = m -> tables.of(m).world().about();
        return "The people are those of " + model.map(of).orElse("the built-in population");
    }
}
