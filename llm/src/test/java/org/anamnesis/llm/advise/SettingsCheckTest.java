package org.anamnesis.llm.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.anamnesis.interpret.Adviser;
import org.anamnesis.llm.Settings;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which settings make a model, and which are refused with a suggestion. */
class SettingsCheckTest {
    @TempDir private Path folder;

    private Optional<ModelSettings> read(Map<String, String> values, Map<String, String> env) {
        return SettingsCheck.of(new Settings(values, folder.resolve("none")), env);
    }

    private List<String> problems(Map<String, String> values) {
        return assertThrows(RequestException.class, () -> read(values, Map.of()))
                .problems()
                .stream()
                .map(Problem::where)
                .toList();
    }

    private static Map<String, String> with(String... keysAndValues) {
        Map<String, String> all = new HashMap<>();
        all.put("llm.provider", "openai");
        all.put("llm.model", "m");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            all.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return all;
    }

    @Test
    void nobodyIsAskedUnlessAModelIsSet() {
        assertEquals(Optional.empty(), read(Map.of(), Map.of("OPENAI_API_KEY", "sk")));
        assertEquals(Optional.empty(), read(with("llm.provider", "off"), Map.of()));
        assertEquals(Adviser.NONE, ModelAdvisers.adviser(new Settings(Map.of(), folder), Map.of()));
    }

    @Test
    void theDefaults() {
        ModelSettings s = read(with(), Map.of("XDG_STATE_HOME", folder.toString())).orElseThrow();
        assertEquals(ModelSettings.Provider.OPENAI, s.provider());
        assertEquals("https://api.openai.com/v1", s.url().toString());
        assertEquals("m", s.model());
        assertEquals(Optional.empty(), s.key());
        assertEquals(Duration.ofSeconds(30), s.timeout());
        assertEquals(ModelSettings.Form.SCHEMA, s.form());
        assertEquals(OptionalDouble.of(0), s.temperature());
        assertEquals(OptionalInt.empty(), s.names());
        assertEquals(folder.resolve("anamnesis").resolve("models.log"), s.log());
        ModelSettings o = read(with("llm.provider", "ollama"), Map.of()).orElseThrow();
        assertEquals("http://localhost:11434", o.url().toString());
        assertEquals(OptionalInt.of(8), o.names());
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertEquals(
                List.of(
                        "llm.modle",
                        "llm.url",
                        "llm.model",
                        "llm.timeout = never",
                        "llm.answer = poem",
                        "llm.names = 0"),
                problems(
                        Map.of(
                                "llm.provider", "openai",
                                "llm.modle", "x",
                                "llm.url", "ftp://x",
                                "llm.timeout", "never",
                                "llm.answer", "poem",
                                "llm.names", "0")));
        assertEquals(List.of("llm.provider = chatgpt"), problems(with("llm.provider", "chatgpt")));
        assertEquals(
                List.of("llm.model = no.gguf"),
                problems(Map.of("llm.provider", "gguf", "llm.model", "no.gguf")));
        assertEquals(
                List.of("llm.url"), problems(with("llm.url", "https://user:pass@example.org/v1")));
    }

    @Test
    void aKeyIsOfTheEnvironmentOrOfAFileThatOnlyItsOwnerReads() throws IOException {
        Map<String, String> env = Map.of("ANAMNESIS_LLM_KEY", "sk-1");
        assertEquals("sk-1", read(with("llm.key", "sk-1"), env).orElseThrow().key().get().secret());
        Map<String, String> usual = Map.of("OPENAI_API_KEY", "sk-2");
        assertEquals("sk-2", read(with(), usual).orElseThrow().key().get().secret());
        assertEquals(
                Optional.empty(),
                read(with("llm.url", "https://example.org/v1"), usual).orElseThrow().key());
        assertEquals(List.of("llm.key"), problems(with("llm.key", "of a file of settings")));

        Path file = Files.writeString(folder.resolve("key"), "sk-3\n");
        for (String open : List.of("rw-r--r--", "rw--w----", "rw-----w-", "rw----r--")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
            assertEquals(List.of("llm.key"), problems(with("llm.key.file", file.toString())), open);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Key key = read(with("llm.key.file", file.toString()), Map.of()).orElseThrow().key().get();
        assertEquals("sk-3", key.secret());
        assertFalse(key.toString().contains("sk-3"));
        assertEquals(List.of("llm.key"), problems(with("llm.key.file", folder.toString())));
        Files.writeString(file, "sk 3\nanother: header");
        assertEquals(List.of("llm.key"), problems(with("llm.key.file", file.toString())));
    }

    @Test
    void aKeyDoesNotTravelInTheClear() {
        Map<String, String> env = Map.of("ANAMNESIS_LLM_KEY", "sk");
        Map<String, String> far = with("llm.key", "sk", "llm.url", "http://example.org/v1");
        assertThrows(RequestException.class, () -> read(far, env));
        assertTrue(
                read(with("llm.key", "sk", "llm.url", "http://127.0.0.1:8080/v1"), env)
                        .isPresent());
    }

    @Test
    void aLogThatCannotBeWrittenMeansNoCall() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (var server = new AnsweringServer(AnsweringServer.saying("{\"edits\":[]}"))) {
            Program program =
                    Program.with(
                            ModelSettings.Provider.OPENAI,
                            server.url(ModelSettings.Provider.OPENAI),
                            Map.of("llm.log", file.resolve("under").resolve("log").toString()));
            List<String> said =
                    program.after("500 women with asthma, give zorbulin").turn().warnings();
            assertTrue(said.toString().contains("cannot be written down"), said.toString());
            assertEquals(List.of(), server.asked);
        }
    }
}
