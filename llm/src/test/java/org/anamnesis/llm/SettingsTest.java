package org.anamnesis.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir private Path home;

    @Test
    void withoutAFileNothingIsSet() throws IOException {
        assertEquals(Map.of(), Settings.read(Map.of(), home).values());
    }

    @Test
    void theEnvironmentStandsOverTheFile() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config").resolve("anamnesis"));
        Files.writeString(
                folder.resolve("settings.properties"),
                "# mine\nembedding.model = /models/a\nembedding.pooling = cls\n");

        Settings settings =
                Settings.read(
                        Map.of("ANAMNESIS_EMBEDDING_MODEL", "/models/b", "PATH", "/bin"), home);

        assertEquals(Optional.of("/models/b"), settings.get("embedding.model"));
        assertEquals(Optional.of("cls"), settings.get("embedding.pooling"));
        assertEquals(Optional.empty(), settings.get("embedding.other"));
    }

    @Test
    void aNamedFileMustBeThere() {
        assertThrows(
                IOException.class,
                () -> Settings.read(Map.of(Settings.FILE, home.resolve("no").toString()), home));
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        Path file = Files.writeString(home.resolve("f"), "a = \\u00zz\n");

        assertThrows(
                IOException.class,
                () -> Settings.read(Map.of(Settings.FILE, file.toString()), home));
    }

    @Test
    void typingErrorsAreFound() throws IOException {
        Settings settings = Settings.read(Map.of("ANAMNESIS_EMBEDDING_MODLE", "x"), home);

        assertEquals(
                Set.of("embedding.modle"),
                settings.unknown("embedding.", Set.of("embedding.model")));
    }
}
