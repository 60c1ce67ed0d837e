package org.anamnesis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Outcome;
import org.anamnesis.converse.PhraseBook;
import org.anamnesis.converse.RowsMade;
import org.anamnesis.converse.RowsRequest;
import org.anamnesis.converse.Step;
import org.anamnesis.converse.Turn;
import org.anamnesis.converse.UsedModel;
import org.anamnesis.problem.RequestException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A conversation at the terminal, or of lines from standard input. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = "Say which patients you want, change them by talking, make the files.")
final class Chat extends JsonCommand {
    private static final Set<String> GOODBYE = Set.of("quit", "exit", "bye", ":q", "goodbye");

    @Option(
            names = "--conversation",
            paramLabel = "FILE",
            description = "go on with this conversation, and keep it there after each message")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where \"make it\" writes; named after the cohort if not given")
    private Path out;

    @Mixin private ModelOptions model = new ModelOptions();
    @Mixin private VocabularyOption vocabulary = new VocabularyOption();

    private Conversation conversation = Conversation.EMPTY;
    private final Telling telling = new Telling(voice);
    private Anamnesis program = facade;

    /** Whether the user has said something, so that warming up would only be in the way. */
    private volatile boolean spoken;

    Chat(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        program = model.program(vocabulary.program(facade));
        List<Object> turns = new ArrayList<>();
        try (var kept = new KeptConversation(Optional.ofNullable(file));
                Lines lines = Lines.open(voice)) {
            conversation = kept.read();
            if (lines.watched()) {
                warmUp();
                voice.line(
                        "Say which patients you want, for example \"500 women with asthma\". \"help\" says more, \"quit\" ends.");
            }
            if (named()) {
                turn("use the model \"" + model.table().orElseThrow() + "\"", turns);
                kept.write(conversation);
            }
            for (Optional<String> line = lines.next();
                    line.filter(l -> !goodbye(l)).isPresent();
                    line = lines.next()) {
                if (!line.get().isBlank()) {
                    turn(line.get(), turns);
                    kept.write(conversation);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        voice.say(() -> Map.of("turns", turns), () -> {});
        return Main.DONE;
    }

    /** Whether the user names another model than the one that the kept conversation is about. */
    private boolean named() {
        return !conversation.messages().isEmpty()
                && model.table()
                        .filter(m -> !conversation.model().equals(Optional.of(UsedModel.of(m))))
                        .isPresent();
    }

    /** While the user types the first message: turns that nobody sees read what turns need. */
    private void warmUp() {
        var first = new Thread(() -> PhraseBook.rehearse(facade, () -> !spoken));
        first.setDaemon(true);
        first.start();
    }

    private static boolean goodbye(String line) {
        return GOODBYE.contains(line.strip().toLowerCase(Locale.ROOT));
    }

    private void turn(String message, List<Object> turns) {
        spoken = true;
        Step step = program.turn(conversation, message);
        conversation = step.after();
        turns.add(JsonForm.of(step.turn()));
        telling.tell(step.turn());
        if (step.turn().kind() == Turn.Kind.MAKE) {
            make(turns);
        }
    }

    /** What cannot be made is said, and the conversation goes on. */
    private void make(List<Object> turns) {
        if (conversation.model().isPresent()) {
            makeRows(conversation.model().get().path(), turns);
            return;
        }
        try {
            Outcome done = program.make(conversation, request(), voice.progress());
            turns.add(JsonForm.of(done));
            voice.text(() -> OutcomeWords.speak(done, voice));
        } catch (RequestException e) {
            turns.add(Map.of("problems", e.problems().stream().map(JsonForm::of).toList()));
            voice.text(() -> voice.problems(e.problems(), Main.REQUEST));
        }
    }

    /** Rows of a learned model, in the file that was named or one that is not there yet. */
    private void makeRows(Path table, List<Object> turns) {
        try {
            RowsMade done =
                    program.sample(
                            new RowsRequest(
                                    table,
                                    Optional.empty(),
                                    Optional.of(conversation),
                                    OptionalLong.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    OptionalLong.empty(),
                                    out == null ? unused() : out),
                            voice.progress());
            turns.add(JsonForm.of(done));
            voice.text(() -> LearnedWords.speak(done, voice));
        } catch (RequestException e) {
            turns.add(Map.of("problems", e.problems().stream().map(JsonForm::of).toList()));
            voice.text(() -> voice.problems(e.problems(), Main.REQUEST));
        }
    }

    private static Path unused() {
        Path file = Path.of("rows.csv");
        for (int k = 2; Files.exists(file); k++) {
            file = Path.of("rows-%d.csv".formatted(k));
        }
        return file;
    }

    private GenerateRequest request() {
        return new GenerateRequest(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(out),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                false,
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                false);
    }
}
