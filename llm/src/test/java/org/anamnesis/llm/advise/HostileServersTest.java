package org.anamnesis.llm.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Step;
import org.anamnesis.converse.Turn;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Servers that fail, hang, drip, flood and lead astray: the rules alone, in one line, in time. */
class HostileServersTest {
    private static final String WORDS = "500 women with asthma, give zorbulin";
    private static final double TIMEOUT = 0.5;

    /** What a call may take beyond its time on a busy machine, in seconds. */
    private static final double SLACK = 12;

    private static final String GOOD =
            "{\"edits\":[{\"quote\":\"give zorbulin\",\"kind\":\"has\",\"id\":\"copd\"}]}";

    private static Map<String, AnsweringServer.Behaviour> behaviours() {
        Map<String, AnsweringServer.Behaviour> all = new LinkedHashMap<>();
        for (int status : List.of(400, 401, 403, 404, 408, 413, 429, 500, 502, 503, 529)) {
            all.put(
                    "HTTP " + status,
                    (x, request) -> AnsweringServer.send(x, status, "PWNED " + GOOD));
        }
        for (int status : List.of(301, 302, 303, 307, 308)) {
            all.put("redirect " + status, (x, request) -> redirect(x, status));
        }
        all.put("no content", (x, request) -> x.sendResponseHeaders(204, -1));
        all.put("an empty body", (x, request) -> AnsweringServer.send(x, 200, ""));
        all.put("HTML", (x, request) -> AnsweringServer.send(x, 200, "<html>PWNED</html>"));
        all.put("another protocol", (x, request) -> AnsweringServer.send(x, 200, GOOD));
        all.put(
                "no choices",
                (x, request) -> AnsweringServer.send(x, 200, "{\"choices\":[],\"message\":null}"));
        all.put(
                "a refusal",
                (x, request) ->
                        AnsweringServer.send(
                                x,
                                200,
                                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":null,\"refusal\":\"PWNED\"}}],\"message\":{\"role\":\"assistant\",\"content\":\"\"}}"));
        all.put(
                "filtered",
                (x, request) ->
                        AnsweringServer.send(
                                x,
                                200,
                                "{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{\"role\":\"assistant\",\"content\":\"\"}}]}"));
        all.put("half a body", HostileServersTest::half);
        all.put("50 MB", (x, request) -> flood(x, 50_000_000, true));
        all.put("50 MB, not announced", (x, request) -> flood(x, 50_000_000, false));
        all.put("a stream without an end", (x, request) -> flood(x, Long.MAX_VALUE, false));
        all.put("a slow drip", (x, request) -> drip(x));
        all.put("silence", (x, request) -> sleep(20_000));
        all.put("closed at once", (x, request) -> x.close());
        all.put("events instead", HostileServersTest::events);
        return all;
    }

    private static void redirect(HttpExchange x, int status) throws IOException {
        if (x.getRequestURI().getPath().equals("/elsewhere")) {
            AnsweringServer.send(x, 200, AnsweringServer.wrapped(x, GOOD));
        } else {
            x.getResponseHeaders().set("Location", "/elsewhere");
            x.sendResponseHeaders(status, -1);
        }
    }

    private static void half(HttpExchange x, String request) throws IOException {
        x.sendResponseHeaders(200, 10_000);
        x.getResponseBody()
                .write(AnsweringServer.wrapped(x, GOOD).getBytes(StandardCharsets.UTF_8));
        x.getResponseBody().flush();
        x.close();
    }

    private static void flood(HttpExchange x, long bytes, boolean announced) throws IOException {
        x.sendResponseHeaders(200, announced ? bytes : 0);
        byte[] some = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        OutputStream out = x.getResponseBody();
        for (long sent = 0; sent < bytes; sent += some.length) {
            out.write(some, 0, (int) Math.min(some.length, bytes - sent));
        }
    }

    private static void drip(HttpExchange x) throws IOException {
        x.sendResponseHeaders(200, 0);
        for (int i = 0; i < 200; i++) {
            x.getResponseBody().write(' ');
            x.getResponseBody().flush();
            sleep(100);
        }
    }

    private static void events(HttpExchange x, String request) throws IOException {
        x.getResponseHeaders().set("Content-Type", "text/event-stream");
        x.sendResponseHeaders(200, 0);
        x.getResponseBody().write("data: {\"choices\":[]}\n\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Program program(ModelSettings.Provider provider, String url) {
        return Program.with(provider, url, Map.of("llm.timeout", String.valueOf(TIMEOUT)));
    }

    private static final Anamnesis RULES = Anamnesis.bundled();

    private static CohortSpec byRules(String... messages) {
        Conversation c = Conversation.EMPTY;
        for (String m : messages) {
            c = RULES.turn(c, m).after();
        }
        return c.spec();
    }

    /** What is wrong with a turn whose server misbehaved; empty if nothing is. */
    private static String wrong(Program program) {
        byRules(WORDS);
        program.after("500 women with asthma"); // reads what ships, which is not the call's time
        long begun = System.nanoTime();
        Step step = program.after(WORDS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Turn turn = step.turn();
        List<String> lines =
                turn.warnings().stream().filter(w -> w.contains("language model")).toList();
        boolean right =
                step.after().spec().equals(byRules(WORDS))
                        && turn.kind() == Turn.Kind.CHANGED
                        && lines.size() == 1
                        && !lines.get(0).contains("\n")
                        && !turn.toString().contains("PWNED")
                        && seconds < TIMEOUT + SLACK;
        Step next = program.anamnesis().turn(step.after(), "over 50");
        boolean goesOn = next.after().spec().equals(byRules(WORDS, "over 50"));
        return right && goesOn ? "" : "%.1f s, %s".formatted(seconds, turn);
    }

    @Tag("slow")
    @Test
    void everyServerLeavesTheRequestToTheRules() {
        List<String> unsafe = new ArrayList<>();
        for (ModelSettings.Provider provider :
                List.of(ModelSettings.Provider.OPENAI, ModelSettings.Provider.OLLAMA)) {
            try (var server = new AnsweringServer(AnsweringServer.saying("{\"edits\":[]}"))) {
                Program program = program(provider, server.url(provider));
                behaviours()
                        .forEach(
                                (name, behaviour) -> {
                                    server.behaviour = behaviour;
                                    server.asked.clear();
                                    String wrong = wrong(program);
                                    int calls = server.asked.size();
                                    if (!wrong.isEmpty() || calls != 1) {
                                        unsafe.add(
                                                "%s, %s: %d calls, %s"
                                                        .formatted(provider, name, calls, wrong));
                                    }
                                });
            }
        }
        assertEquals(List.of(), unsafe);
    }

    @Test
    void nobodyThere() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String nobody = "http://127.0.0.1:" + port;
        assertEquals("", wrong(program(ModelSettings.Provider.OPENAI, nobody + "/v1")));
        assertEquals("", wrong(program(ModelSettings.Provider.OLLAMA, nobody)));
        assertEquals(
                "",
                wrong(program(ModelSettings.Provider.OPENAI, "http://no-such-host.invalid/v1")));
    }

    /** Not even HTTP: noise, headers without end, and a hole that swallows everything. */
    @Test
    void whatIsNoServer() throws IOException {
        for (String greeting : List.of("SSH-2.0-PWNED\r\n", "HTTP/1.1 200 OK\r\n", "")) {
            try (var socket = new ServerSocket(0)) {
                Thread thread = new Thread(() -> talk(socket, greeting));
                thread.setDaemon(true);
                thread.start();
                String url = "http://127.0.0.1:" + socket.getLocalPort();
                assertEquals("", wrong(program(ModelSettings.Provider.OPENAI, url)), greeting);
            }
        }
    }

    private static void talk(ServerSocket server, String greeting) {
        try (Socket s = server.accept()) {
            OutputStream out = s.getOutputStream();
            out.write(greeting.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; greeting.startsWith("HTTP") && i < 10_000_000; i++) {
                out.write(
                        ("X-" + i + ": " + "y".repeat(200) + "\r\n")
                                .getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            sleep(5_000);
        } catch (IOException e) {
            // the other side had enough
        }
    }

    @Test
    void theBehavioursAreMany() {
        assertTrue(behaviours().size() >= 25);
    }
}
