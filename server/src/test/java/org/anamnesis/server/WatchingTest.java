package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.server.web.WebServer;
import org.junit.jupiter.api.Test;
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
            for (int i = 0; i < 300; i++) {
                try (Socket socket = watch(server.port(), waits)) {
                    read(socket.getInputStream(), "event: job");
                }
            }
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
