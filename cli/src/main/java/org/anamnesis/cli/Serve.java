package org.anamnesis.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.ServerSettings;
import org.anamnesis.server.web.Rehearsal;
import org.anamnesis.server.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the page and the API, until it is ended. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Open the page and the HTTP API on this machine. Secrets come from the environment: ANAMNESIS_TOKEN, ANAMNESIS_DATABASE_PASSWORD.")
final class Serve extends JsonCommand {
    private static final int LARGEST_PORT = 65_535;

    /** A token that is shorter can be guessed. */
    private static final int SHORTEST_TOKEN = 16;

    @Option(names = "--port", paramLabel = "N", description = "0 takes any that is free")
    private int port = 8765;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "other than 127.0.0.1 only with a token")
    private String host = "127.0.0.1";

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "a name by which a proxy reaches it; may be given again")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where conversations and cohorts are kept (default ~/.anamnesis)")
    private Path data = Path.of(System.getProperty("user.home"), ".anamnesis");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql://HOST/NAME?user=USER instead of a file, for a team")
    private String database;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "its first line is the token that every user must show")
    private Path tokenFile;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "a JSON line for each request, without anybody's words (/dev/stderr)")
    private Path log;

    @Option(names = "--rehearse", hidden = true, description = "the launcher's, once it is built")
    private boolean rehearse;

    @Mixin private ModelOptions model = new ModelOptions();
    @Mixin private VocabularyOption vocabulary = new VocabularyOption();

    Serve(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        if (rehearse) {
            Rehearsal.of(settings(Map.of()), facade);
            return Main.DONE;
        }
        ServerSettings settings = settings(System.getenv());
        Anamnesis program = model.program(vocabulary.program(facade));
        WebServer server = WebServer.start(settings, program, System::currentTimeMillis);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end"));
        String url = "http://%s:%d/".formatted(literal(host), server.port());
        voice.say(
                () -> Map.of("url", url),
                () -> voice.line("Anamnesis listens at " + url + " (Ctrl-C ends it)."));
        voice.flush();
        server.warmUp();
        try {
            ended.await(); // nothing counts it down: a signal ends the program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Main.DONE;
    }

    /** What the options and the environment come to. */
    ServerSettings settings(Map<String, String> environment) {
        List<Problem> problems = new ArrayList<>();
        if (port < 0 || port > LARGEST_PORT) {
            problems.add(problem("--port " + port, "ports are 0 to 65535", "--port 8765"));
        }
        if (database != null && !database.startsWith("jdbc:postgresql:")) {
            problems.add(
                    problem(
                            "--database",
                            "only PostgreSQL can stand in for the file",
                            "--database jdbc:postgresql://localhost/anamnesis?user=me"));
        }
        if (database != null && database.matches("(?i).*[?&]password=.*")) {
            problems.add(
                    problem(
                            "--database",
                            "others on this machine can read a password on the command line",
                            "ANAMNESIS_DATABASE_PASSWORD in the environment"));
        }
        Optional<String> token = token(environment, problems);
        if (token.isEmpty() && tokenFile == null && !loopback()) {
            problems.add(
                    problem(
                            "--host " + host,
                            "others can reach this address, so it needs a token",
                            "ANAMNESIS_TOKEN in the environment or --token-file FILE; docs/guide/serve.md tells how behind a proxy"));
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return new ServerSettings(
                host,
                port,
                data.toAbsolutePath().normalize(),
                Optional.ofNullable(database),
                environment.getOrDefault("ANAMNESIS_DATABASE_PASSWORD", ""),
                token,
                Set.copyOf(names),
                ServerSettings.Limits.USUAL,
                Optional.ofNullable(log));
    }

    private Optional<String> token(Map<String, String> environment, List<Problem> problems) {
        String where = tokenFile == null ? "ANAMNESIS_TOKEN" : "--token-file " + tokenFile;
        Optional<String> token = Optional.ofNullable(environment.get("ANAMNESIS_TOKEN"));
        if (tokenFile != null) {
            try (var lines = Files.lines(tokenFile, StandardCharsets.UTF_8)) {
                token = lines.findFirst().map(String::strip);
            } catch (IOException | java.io.UncheckedIOException e) {
                problems.add(problem(where, "the file cannot be read", "a text file of one line"));
                return Optional.empty();
            }
        }
        if ((tokenFile != null || token.isPresent())
                && token.orElse("").length() < SHORTEST_TOKEN) {
            problems.add(
                    problem(
                            where,
                            "a token has at least %d characters".formatted(SHORTEST_TOKEN),
                            "openssl rand -base64 24 makes one"));
            return Optional.empty();
        }
        return token;
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String literal(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static Problem problem(String where, String message, String suggestion) {
        return new Problem("cli.usage", where, message, suggestion);
    }
}
