package org.anamnesis.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the options of serve come to, and which are refused before anything listens. */
class ServeTest {
    private static final Voice SILENT =
            new Voice(
                    new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
                    new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
                    false,
                    false);
    private static final String TOKEN = "correct horse battery staple";

    @TempDir private Path folder;

    private static ServerSettings settings(Map<String, String> environment, String... options) {
        var serve = new Serve(Anamnesis.bundled(), SILENT);
        new CommandLine(serve).parseArgs(options);
        return serve.settings(environment);
    }

    private static List<String> refused(Map<String, String> environment, String... options) {
        return assertThrows(RequestException.class, () -> settings(environment, options))
                .problems()
                .stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void withoutOptionsThisMachineAlone() {
        ServerSettings usual = settings(Map.of());
        assertEquals("127.0.0.1", usual.host());
        assertEquals(Optional.empty(), usual.token());
        assertEquals(Optional.empty(), usual.database());
    }

    @Test
    void othersAreLetInOnlyWithATokenThatCannotBeGuessed() throws IOException {
        assertTrue(refused(Map.of(), "--host", "0.0.0.0").get(0).contains("needs a token"));
        assertTrue(
                refused(Map.of("ANAMNESIS_TOKEN", "short"), "--host", "0.0.0.0")
                        .get(0)
                        .contains("at least 16"));
        Path file = Files.writeString(folder.resolve("token"), "  " + TOKEN + "\nsecond\n");
        Path empty = Files.writeString(folder.resolve("empty"), "");
        assertEquals(
                Optional.of(TOKEN), settings(Map.of(), "--token-file", file.toString()).token());
        assertTrue(
                refused(Map.of(), "--token-file", empty.toString()).get(0).contains("at least 16"));
        assertTrue(
                refused(Map.of(), "--token-file", folder.resolve("none").toString())
                        .get(0)
                        .contains("cannot be read"));
    }

    @Test
    void secretsStandNeitherOnTheCommandLineNorInWhatIsPrinted() {
        String url = "jdbc:postgresql://localhost/x?user=me";
        assertTrue(
                refused(Map.of(), "--database", url + "&Password=hunter2")
                        .get(0)
                        .contains("others on this machine"));
        ServerSettings settings =
                settings(
                        Map.of("ANAMNESIS_DATABASE_PASSWORD", "hunter2", "ANAMNESIS_TOKEN", TOKEN),
                        "--database",
                        url);
        assertEquals("hunter2", settings.password());
        assertFalse(settings.toString().contains("hunter2"));
        assertFalse(settings.toString().contains(TOKEN));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertEquals(
                3,
                refused(Map.of(), "--port", "70000", "--database", "jdbc:h2:x", "--host", "0.0.0.0")
                        .size());
    }
}
