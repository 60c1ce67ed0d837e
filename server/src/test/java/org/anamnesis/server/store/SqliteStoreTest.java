package org.anamnesis.server.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a file of the folder, as it is without options. */
final class SqliteStoreTest extends StoreContract {
    @TempDir private Path folder;

    @Override
    ServerSettings settings() {
        return ServerSettings.local(folder, 0);
    }

    @Override
    Connection raw() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("anamnesis.db"));
    }

    @Test
    void aFolderThatCannotBeIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertSaid(file.resolve("below"), "cannot be made");
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidAndLeftAlone() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Path file = Files.writeString(other.resolve("anamnesis.db"), "my diary\n".repeat(500));
        assertSaid(other, "not a database");
        assertTrue(Files.readString(file).startsWith("my diary"));
    }

    private static void assertSaid(Path folder, String words) {
        String message =
                assertThrows(
                                EnvironmentException.class,
                                () -> Database.open(ServerSettings.local(folder, 0)))
                        .getMessage();
        assertTrue(message.contains(words), message);
    }
}
