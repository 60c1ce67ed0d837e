package org.anamnesis.llm.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Step;
import org.anamnesis.converse.Turn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes over the wire, in both protocols, and what comes of a good answer. */
class WireTest {
    private static final String WORDS = "500 type 2 diabetes patients whose A1c is yonder of 8";
    private static final String GOOD =
            "{\"edits\":[{\"quote\":\"A1c is yonder of 8\",\"kind\":\"limit\",\"id\":\"hba1c\",\"level\":\"\",\"comparison\":\"above\",\"number\":8,\"second\":null,\"unit\":\"\",\"percent\":null,\"negated\":false}]}";

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aGoodAnswerBecomesAQuestionAndThenAnEdit(ModelSettings.Provider provider) {
        try (var server = new AnsweringServer(AnsweringServer.saying(GOOD))) {
            Program program = Program.with(provider, server.url(provider), Map.of());
            Step asked = program.after(WORDS);
            assertEquals(Turn.Kind.ASKED, asked.turn().kind(), asked.turn().reply());
            assertEquals(1, server.asked.size());
            Step yes = program.after(WORDS, "yes");
            assertEquals(
                    Anamnesis.bundled()
                            .turn(
                                    Conversation.EMPTY,
                                    "500 type 2 diabetes patients with HbA1c above 8")
                            .after()
                            .spec(),
                    yes.after().spec());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void theSchemaTheWordsTheRequestAndTheNamesAreSentAndNoMore(ModelSettings.Provider provider) {
        try (var server = new AnsweringServer(AnsweringServer.saying(GOOD))) {
            Program program =
                    Program.with(
                            provider,
                            server.url(provider),
                            Map.of("llm.key", "sk-secret", "llm.names", "all"));
            program.after("400 women with asthma", "let them yodel");
            AnsweringServer.Asked asked = server.asked.get(0);
            assertEquals(1, server.asked.size());
            assertEquals(
                    provider == ModelSettings.Provider.OLLAMA
                            ? "/api/chat"
                            : "/v1/chat/completions",
                    asked.path());
            assertTrue(asked.body().contains("let them yodel"));
            assertTrue(asked.body().contains("at_least"), "the schema");
            assertTrue(asked.body().contains("class:statin"), "the catalogue");
            assertTrue(asked.body().contains("female"), "the request so far");
            assertFalse(asked.body().contains("400 women"), "an earlier message");
            assertFalse(asked.body().contains("sk-secret"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void eachCallIsWrittenDownWithoutWordsAndKeys(ModelSettings.Provider provider)
            throws IOException {
        try (var server = new AnsweringServer(AnsweringServer.saying(GOOD))) {
            Program program =
                    Program.with(provider, server.url(provider), Map.of("llm.key", "sk-secret"));
            program.after("500 asthma patients", WORDS, "what is their mean BMI?");
            server.behaviour = (exchange, request) -> AnsweringServer.send(exchange, 500, "oops");
            program.after(WORDS);
            List<String> lines = Files.readAllLines(program.log());
            assertEquals(2, lines.size(), lines.toString());
            assertTrue(lines.get(0).contains("\"outcome\":\"answered\""), lines.get(0));
            assertTrue(lines.get(0).contains("\"milliseconds\":"), lines.get(0));
            assertTrue(lines.get(1).contains("HTTP 500"), lines.get(1));
            for (String secret : List.of("yonder", "secret", "hba1c", "oops")) {
                assertFalse(lines.toString().contains(secret), secret);
            }
        }
    }
}
