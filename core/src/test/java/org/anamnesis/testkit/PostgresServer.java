package org.anamnesis.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of our own, in a temporary folder, on a port of its own. */
public final class PostgresServer implements Closeable {
    public static final String PASSWORD = "geheim 7*4";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Empty where no PostgreSQL is installed; one that is there and does not start is a failure.
     */
    public static Optional<PostgresServer> start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "anamnesis-pg-");
        Path secret = Files.writeString(folder.resolve("secret"), PASSWORD + "\n");
        if (root()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        var server = new PostgresServer(programs.get(), folder, port);
        boolean made =
                server.program(
                        "initdb",
                        "-D",
                        server.data(),
                        "-U",
                        "postgres",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + secret,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "-N");
        String options =
                "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, folder);
        boolean runs =
                made
                        && server.program(
                                "pg_ctl",
                                "-D",
                                server.data(),
                                "-o",
                                options,
                                "-l",
                                folder.resolve("log").toString(),
                                "-w",
                                "start");
        if (!runs) {
            String log = server.log();
            server.close();
            throw new IllegalStateException(
                    "the PostgreSQL of " + programs.get() + " does not start\n" + log);
        }
        return Optional.of(server);
    }

    private String log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "and wrote no log";
    }

    /** The newest of Debian's, which are on no path, or else one that is. */
    private static Optional<Path> programs() throws IOException {
        List<Path> places = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(v -> v.resolve("bin"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(places::add);
            }
        }
        Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(Path::of)
                .forEach(places::add);
        return places.stream().filter(p -> Files.isExecutable(p.resolve("initdb"))).findFirst();
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL refuses to run as root. */
    private boolean program(String name, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres"));
            command.add("--clear-groups");
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(args));
        return run(command);
    }

    public static boolean run(List<String> command) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command)
                        .directory(Path.of("/tmp").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    public Path folder() {
        return folder;
    }

    public int port() {
        return port;
    }

    public String url(String user, String database) {
        return "postgresql://%s@127.0.0.1:%d/%s".formatted(user, port, database);
    }

    public Map<String, String> password() {
        return Map.of("PGPASSWORD", PASSWORD);
    }

    /** As the superuser. */
    public void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public String ask(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", PASSWORD);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    @Override
    public void close() throws IOException {
        try {
            program("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
            run(List.of("rm", "-rf", folder.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
