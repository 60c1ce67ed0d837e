package org.anamnesis.mcp;

import static org.anamnesis.mcp.Parameter.text;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Interpretation;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Step;
import org.anamnesis.converse.Turn;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecJson;

/** Tools to say which patients are wanted, to change that, and to look at it. */
final class TalkTools {
    static final String CONVERSATION = "conversation";

    private static final String USUAL = "main";

    private static final int MOST_ROWS = 100;
    private static final int MOST_SAMPLED = 5_000;
    private static final int ROWS = 10;
    private static final int SAMPLED = 1_000;

    private final Anamnesis program;
    private final Talks talks;
    private final Wishes wishes;

    TalkTools(Anamnesis program, Talks talks) {
        this.program = program;
        this.talks = talks;
        this.wishes = new Wishes(program, talks);
    }

    List<Tool> all() {
        return List.of(converse(), amend(), interpret(), preview());
    }

    private Tool converse() {
        return new Tool(
                "converse",
                "Say something in a conversation",
                "Takes one message in plain words (English, German, Spanish, French or Chinese) in a"
                        + " named conversation about which synthetic patients are wanted: a request"
                        + " (\"500 women with type 2 diabetes, 40 to 65 years old\"), a change (\"mean"
                        + " HbA1c of 9\", \"drop the smokers\", \"undo\"), a question (\"what is their"
                        + " mean BMI?\", \"why?\"), or the answer to a question asked back. Pass on the"
                        + " user's own words, one thought a message. Read back `reply`, `question` and"
                        + " `warnings`; nothing is made before the tool generate is called.",
                List.of(
                        text("message", "the user's words, for example \"make 60 % female\"")
                                .must(),
                        text(CONVERSATION, "its name; a new name begins a new one. Usual: main")),
                Turns.output(),
                Tool.Effect.TALK,
                given -> {
                    String name = given.text(CONVERSATION).orElse(USUAL);
                    String message = given.words("message");
                    return turn(name, talks.step(name, c -> program.turn(c, message))).now();
                });
    }

    private Tool amend() {
        return new Tool(
                "amend",
                "Put a whole specification into a conversation",
                "Puts a specification in place of the conversation's, as if words had said so: it is"
                        + " checked, told as changes, and undone by \"undo\". Take one from the resource"
                        + " spec of a conversation or from spec.json of a run and change it. What words"
                        + " can say is better said with the tool converse.",
                List.of(
                        Parameter.object("spec", "as in spec.json of a run").must(),
                        text(CONVERSATION, "its name; a new name begins a new one. Usual: main")),
                Turns.output(),
                Tool.Effect.TALK,
                given -> {
                    String name = given.text(CONVERSATION).orElse(USUAL);
                    CohortSpec wanted = SpecJson.read(written(given.object("spec").orElseThrow()));
                    return turn(name, talks.step(name, c -> program.amend(c, wanted))).now();
                });
    }

    private Tool.Done turn(String name, Step step) {
        Map<String, Object> told = Turns.told(name, step);
        if (step.turn().question().isEmpty()) {
            open(step.after()).ifPresent(q -> told.put("open_question", JsonForm.of(q)));
        }
        return new Tool.Done(told, !step.turn().problems().isEmpty(), Papers.of(name));
    }

    private Optional<Turn.Asked> open(Conversation now) {
        try {
            return program.question(now);
        } catch (RequestException e) { // its model is gone, which the turn has said
            return Optional.empty();
        }
    }

    private Tool interpret() {
        return new Tool(
                "interpret",
                "See how messages would be understood",
                "Tells what would be understood of some messages, one after the other, without keeping"
                        + " or making anything: the specification that they come to and each turn. With"
                        + " a conversation, as if they were said in it next.",
                List.of(
                        Parameter.texts("messages", "in plain words, in their order").must(),
                        text(CONVERSATION, "a conversation that goes before; it is left as it is")),
                Shape.told(
                        Shape.members(
                                "spec", Shape.object("the specification, as in spec.json"),
                                "turns", Shape.list("one a message", Turns.shape())),
                        Map.of()),
                Tool.Effect.NONE,
                given -> {
                    Conversation said =
                            given.text(CONVERSATION).map(talks::of).orElse(Conversation.EMPTY);
                    List<Turn> turns = new ArrayList<>();
                    for (String message : given.texts("messages")) {
                        Step step = program.turn(said, message.strip());
                        turns.add(step.turn());
                        said = step.after();
                    }
                    var done = new Interpretation(SpecJson.write(said.spec()), turns);
                    List<Problem> problems =
                            turns.stream().flatMap(t -> t.problems().stream()).toList();
                    return new Tool.Done(JsonForm.of(done), !problems.isEmpty(), List.of()).now();
                });
    }

    private Tool preview() {
        return new Tool(
                "preview",
                "Look at some patients before files are made",
                "Makes a sample of what was asked, in memory, and tells the first rows of its table,"
                        + " what was asked beside what came out, and where the figures come from. Give a"
                        + " conversation or a request in words. Fast, and without years of history: use it before the tool generate."
                        + " There is no preview of a learned model: make a few rows with sample.",
                List.of(
                        text(CONVERSATION, "the name of one that has begun"),
                        text("request", "in plain words, instead of a conversation"),
                        Parameter.whole("rows", 1, MOST_ROWS, "to show; usual: " + ROWS),
                        Parameter.whole(
                                "patients", 1, MOST_SAMPLED, "in the sample; usual: " + SAMPLED)),
                Shape.told(
                        Shape.members(
                                "patients", Shape.whole("in the sample"),
                                "columns",
                                        Shape.list(
                                                "of the table",
                                                Shape.object(
                                                        "",
                                                        Shape.members(
                                                                "name", Shape.text(""),
                                                                "label", Shape.text(""),
                                                                "unit", Shape.text("")))),
                                "rows",
                                        Shape.list(
                                                "one a patient, a text a column; empty: missing",
                                                Shape.texts("")),
                                "asked_and_achieved",
                                        Shape.list(
                                                "what was asked of all beside what came out",
                                                Shape.object("")),
                                "sources", Shape.texts("where the figures come from"),
                                "seconds", Shape.number("")),
                        Map.of()),
                Tool.Effect.NONE,
                given -> {
                    Conversation said = wishes.of(given);
                    said.model()
                            .ifPresent(
                                    m -> {
                                        throw Wishes.wrong(
                                                "preview.model",
                                                m.path().getFileName().toString(),
                                                "there is no preview of a learned model",
                                                "the tool sample with this conversation and \"rows\": 10");
                                    });
                    int patients = (int) given.whole("patients").orElse(SAMPLED);
                    int rows = (int) given.whole("rows").orElse(ROWS);
                    return progress ->
                            Tool.Done.of(JsonForm.of(program.preview(said, patients, rows)));
                });
    }

    private static String written(Map<?, ?> object) {
        try {
            return JSON.std.asString(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns as they are told. */
    private static final class Turns {
        private Turns() {}

        static Map<String, Object> told(String name, Step step) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put(CONVERSATION, name);
            m.putAll(JsonForm.of(step.turn()));
            Conversation now = step.after();
            m.put("asked", Library.asked(now));
            now.model().ifPresent(u -> m.put("model", u.path().getFileName().toString()));
            if (step.turn().kind() == Turn.Kind.MAKE) {
                String next = now.model().isPresent() ? "sample" : "generate";
                m.put("next", next);
                m.put( // "Making the files." would be taken for done
                        "reply",
                        "Nothing is made yet: call the tool %s with this conversation."
                                .formatted(next));
            }
            return m;
        }

        static Map<String, Object> output() {
            Map<String, Map<String, Object>> always =
                    Shape.members(CONVERSATION, Shape.text("its name"));
            always.putAll(always());
            always.put("asked", Shape.texts("everything that is asked by now, a line each"));
            Map<String, Map<String, Object>> sometimes = sometimes();
            sometimes.put(
                    "model",
                    Shape.text("the learned model that it is about; else the US population"));
            sometimes.put(
                    "open_question",
                    Shape.object(
                            "asked before and not answered; its default is taken if nobody does"));
            sometimes.put(
                    "next",
                    Shape.text("the tool to call with this conversation, if files are wanted"));
            return Shape.told(always, sometimes);
        }

        static Map<String, Object> shape() {
            Map<String, Map<String, Object>> members = always();
            Map<String, Object> m = Shape.object("", members);
            Map<String, Object> all = new LinkedHashMap<>(members);
            all.putAll(sometimes());
            m.put("properties", all);
            return m;
        }

        private static Map<String, Map<String, Object>> always() {
            return Shape.members(
                    "message", Shape.text("the user's words"),
                    "kind",
                            Shape.text(
                                    "changed, same, answered, asked (a question is open), refused,"
                                            + " problem, or make (the user wants the files)"),
                    "language", Shape.text("of all that is told, ISO 639-1"),
                    "reading", Shape.texts("what was understood, with the words it rests on"),
                    "reply", Shape.text("for the user"),
                    "changes",
                            Shape.list(
                                    "how the specification differs from before", Shape.object("")),
                    "assumed", Shape.texts("what the user did not say and was decided"),
                    "not_used", Shape.texts("words that were not used"),
                    "problems", Shape.problems(),
                    "warnings", Shape.texts("what the user should know before using the data"));
        }

        private static Map<String, Map<String, Object>> sometimes() {
            return Shape.members(
                    "question",
                            Shape.object(
                                    "asked back; answer it with the next message",
                                    Shape.members(
                                            "text", Shape.text(""),
                                            "about", Shape.text("the user's words"),
                                            "choices", Shape.texts("what can be answered"),
                                            "default", Shape.text("taken if nobody answers"))),
                    "population", Shape.object("whom the request leaves of the population"),
                    "links", Shape.list("phrases that were looked up by meaning", Shape.object("")),
                    "answer", Shape.object("the answer to a question, typed"));
        }
    }
}
