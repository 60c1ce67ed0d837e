package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.server.web.WebServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Browsers that come back to watch a job, again and again. */
class WatchingTest {
    private static final Pattern GAUGE = Pattern.compile("anamnesis_watchers (\\d+)");

    @TempDir private Path folder;

    private static int watching(Visitor visitor) {
        Matcher m = GAUGE.matcher(visitor.get("/metrics").body());
        assertTrue(m.find());
        return Integer.parseInt(m.group(1));
    }

    /** A browser without a session, as a program on this machine is one. */
    private static Socket watch(int port, String job) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String ask =
                "GET /jobs/%s/events HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/event-stream\r\n\r\n"
                        .formatted(job, port);
        socket.getOutputStream().write(ask.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String read(InputStream in, String until) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(until) < 0) {
            int c = in.read();
            assertTrue(c >= 0, text.toString());
            text.append((char) c);
        }
        return text.toString();
    }

    private static String id(String body) {
        Matcher m = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(body);
        assertTrue(m.find(), body);
        return m.group(1);
    }

    /** What the process holds: threads, open files and connections, memory after a collection. */
    private record Held(int threads, long files, long bytes) {
        static Held now() throws IOException {
            System.gc();
            Runtime java = Runtime.getRuntime();
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                return new Held(
                        Thread.activeCount(), open.count(), java.totalMemory() - java.freeMemory());
            }
        }
    }

    /**
     * A browser whose connection breaks each second, for more than an hour, without the waiting.
     */
    @Test
    @Tag("slow")
    @EnabledOnOs(OS.LINUX)
    void anHourOfReconnectingTakesNoThreadsFilesOrMemory()
            throws IOException, InterruptedException {
        var usual = ServerSettings.Limits.USUAL;
        var quick = // nobody comes back more often than this
                new ServerSettings.Limits(
                        usual.patients(),
                        usual.waiting(),
                        usual.minutes(),
                        usual.bytes(),
                        Integer.MAX_VALUE / 8);
        var settings =
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        folder,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Set.of(),
                        quick);
        var end = new CountDownLatch(1);
        try (WebServer server = WebServer.start(settings, making(end), System::currentTimeMillis)) {
            Visitor program = new Visitor(server.port());
            String type = "application/json";
            String words = "{\"message\":\"20 women with asthma as csv\"}";
            String talk = id(program.post("/api/v1/conversations", type, words).body());
            String job =
                    id(program.post("/api/v1/conversations/" + talk + "/jobs", type, "").body());
            comeBack(server.port(), job, 1_000); // all that is made once is made
            Held before = Held.now();
            comeBack(server.port(), job, 5_000);
            Held after = Held.now();
            String both = before + " " + after;
            assertTrue(after.threads() <= before.threads() + 20, both);
            assertTrue(after.files() <= before.files() + 40, both);
            assertTrue(after.bytes() <= before.bytes() + (8 << 20), both);
            assertTrue(watching(program) <= 20, "of one job: " + watching(program));
            end.countDown();
        }
    }

    /** As usual, but nothing is made before the end. */
    private static Anamnesis making(CountDownLatch end) {
        Anamnesis usual = Anamnesis.bundled();
        return (Anamnesis)
                Proxy.newProxyInstance(
                        Anamnesis.class.getClassLoader(),
                        new Class<?>[] {Anamnesis.class},
                        (self, method, values) -> {
                            if (method.getName().equals("reading")) {
                                return self;
                            }
                            if (method.getName().equals("make")) {
                                end.await();
                            }
                            return method.invoke(usual, values);
                        });
    }

    private static void comeBack(int port, String job, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (Socket socket = watch(port, job)) {
                read(socket.getInputStream(), "event: job");
            }
        }
    }

    @Tag("slow")
    @Test
    void whoComesBackManyTimesLeavesNothingBehind() throws IOException, InterruptedException {
        try (WebServer server =
                WebServer.start(
                        ServerSettings.local(folder, 0),
                        Anamnesis.bundled(),
                        System::currentTimeMillis)) {
            Visitor program = new Visitor(server.port());
            String type = "application/json";
            String words = "{\"message\":\"900000 women with asthma as csv\"}";
            String talk = id(program.post("/api/v1/conversations", type, words).body());
            String orders = "/api/v1/conversations/" + talk + "/jobs";
            String job = id(program.post(orders, type, "").body());
            String waits = id(program.post(orders, type, "").body());
            comeBack(server.port(), waits, 300);
            assertTrue(watching(program) <= 20, "of one job: " + watching(program));
            List<Socket> stay = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                stay.add(watch(server.port(), waits));
                read(stay.get(i).getInputStream(), "event: job");
            }
            program.post("/api/v1/jobs/" + waits + "/stop", type, "");
            for (Socket socket : stay) {
                read(socket.getInputStream(), "event: end");
                socket.close();
            }
            // One that has ended is told to whoever comes, and nothing is kept of it.
            for (int i = 0; i < 50; i++) {
                try (Socket socket = watch(server.port(), waits)) {
                    read(socket.getInputStream(), "event: end");
                }
            }
            program.post("/api/v1/jobs/" + job + "/stop", type, "");
            for (int i = 0; i < 100 && watching(program) > 0; i++) {
                Thread.sleep(50);
            }
            assertEquals(0, watching(program));
        }
    }
}
