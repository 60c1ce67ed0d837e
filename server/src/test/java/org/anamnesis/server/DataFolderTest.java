package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.server.web.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server for one folder, and what is said of a disk that fails. */
class DataFolderTest {
    @TempDir private Path folder;

    private WebServer start() {
        return WebServer.start(
                ServerSettings.local(folder, 0), Anamnesis.bundled(), System::currentTimeMillis);
    }

    @Test
    void aSecondServerIsToldSo() throws IOException, InterruptedException {
        try (WebServer first = start()) {
            String message = assertThrows(EnvironmentException.class, this::start).getMessage();
            assertTrue(message.contains("Another server uses the folder"), message);
            assertTrue(first.port() > 0);
        }
        ServerProcess other = ServerProcess.start(folder); // another process, then this one
        assertThrows(EnvironmentException.class, this::start);
        other.kill();
        for (int i = 0; ; i++) {
            try (WebServer again = start()) {
                assertTrue(again.port() > 0, "a killed one leaves nothing behind");
                return;
            } catch (EnvironmentException e) {
                assertTrue(i < 50, e.getMessage());
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    @Test
    void aFullDiskIsCalledSoWithoutNamesOfFiles() {
        var full = new FileSystemException("/secret/place", null, "No space left on device");
        assertEquals("The server's disk is full.", DiskTrouble.inWords(full));
        assertEquals(
                "The server's disk is full.",
                DiskTrouble.inWords(
                        new UncheckedIOException(new IOException("No space left on device"))));
        var other = new FileSystemException("/secret/place", null, "Input/output error");
        assertEquals("The server's disk fails.", DiskTrouble.inWords(other));
    }
}
