package org.anamnesis.server;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.server.web.WebServer;

/** A server in a process of its own, which can be killed. */
final class ServerProcess implements AutoCloseable {
    private static final String PORT = "port";
    private static final long PATIENCE = 120_000; // milliseconds

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What the process runs: a server of the folder, which writes its port down. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            ServerSettings settings = ServerSettings.local(folder, Integer.parseInt(arguments[1]));
            try (WebServer server =
                    WebServer.start(settings, Anamnesis.bundled(), System::currentTimeMillis)) {
                Path begun = Files.writeString(folder.resolve("port.new"), "" + server.port());
                Files.move(begun, folder.resolve(PORT), ATOMIC_MOVE);
                // Whoever started it holds its input open; without them it ends.
                while (System.in.read() >= 0) {
                    Thread.sleep(1);
                }
            }
        }
    }

    /** At a port that is free; answers when this returns. */
    static ServerProcess start(Path folder) throws IOException, InterruptedException {
        return start(folder, 0);
    }

    static ServerProcess start(Path folder, int wanted) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(PORT));
        Path log = folder.resolve("log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xmx512m",
                                        "-cp",
                                        classes,
                                        Victim.class.getName(),
                                        folder.toString(),
                                        "" + wanted))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (Files.notExists(folder.resolve(PORT))) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new AssertionError("the server did not start: " + Files.readString(log));
            }
            Thread.sleep(10);
        }
        return new ServerProcess(process, Integer.parseInt(Files.readString(folder.resolve(PORT))));
    }

    int port() {
        return port;
    }

    /** As {@code kill -9}: at once, whatever it does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
