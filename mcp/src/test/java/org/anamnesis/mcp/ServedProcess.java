package org.anamnesis.mcp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.AssistantDoor;

/** The server as a process of its own, for clients in tests. */
public final class ServedProcess {
    static final long MOST = 2_000_000;

    private ServedProcess() {}

    /**
     * @param args folder that is written to; then, if they are to be kept, that of conversations
     */
    public static void main(String[] args) {
        var leave =
                new AssistantDoor.Leave(
                        Path.of(args[0]),
                        List.of(),
                        args.length > 1 ? Optional.of(Path.of(args[1])) : Optional.empty(),
                        MOST);
        new McpDoor().serve(Anamnesis.bundled(), leave, System.in, System.out, System.err);
    }

    /** How it is started. */
    static List<String> command(String... args) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServedProcess.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    static Process start(String... args) throws IOException {
        return new ProcessBuilder(command(args))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
