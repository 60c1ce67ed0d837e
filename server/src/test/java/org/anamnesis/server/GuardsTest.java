package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.server.web.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and who is not. */
final class GuardsTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();
    private static final String TOKEN = "correct horse battery staple";

    @TempDir private Path folder;

    private WebServer start(Optional<String> token, Set<String> names, int perSecond) {
        var usual = ServerSettings.Limits.USUAL;
        return WebServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        folder,
                        Optional.empty(),
                        "",
                        token,
                        names,
                        new ServerSettings.Limits(
                                usual.patients(),
                                usual.waiting(),
                                usual.minutes(),
                                usual.bytes(),
                                perSecond)),
                PROGRAM,
                System::currentTimeMillis);
    }

    private WebServer start() {
        return start(Optional.empty(), Set.of(), 100);
    }

    /** The status of a request with exactly these lines. */
    private static int raw(int port, String... lines) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    /** A page elsewhere can let its name lead to this machine; the name then gives it away. */
    @Test
    void aNameThatIsNotOursIsNotServed() throws IOException {
        try (WebServer server = start(Optional.empty(), Set.of("data.example.org"), 100)) {
            int port = server.port();
            assertEquals(421, raw(port, "GET / HTTP/1.1", "Host: evil.example:" + port));
            assertEquals(421, raw(port, "GET / HTTP/1.1", "Host: 127.0.0.1.nip.io:" + port));
            assertEquals(421, raw(port, "GET /page/app.js HTTP/1.1", "Host: x"));
            assertEquals(200, raw(port, "GET / HTTP/1.1", "Host: LOCALHOST:" + port));
            assertEquals(200, raw(port, "GET / HTTP/1.1", "Host: data.example.org"));
        }
    }

    @Test
    void aPageOfAnotherOriginCannotSendForms() throws IOException {
        try (WebServer server = start()) {
            String host = "Host: 127.0.0.1:" + server.port();
            String post = "POST /c HTTP/1.1";
            String none = "Content-Length: 0";
            String[] foreign = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            };
            for (String header : foreign) {
                assertEquals(403, raw(server.port(), post, host, none, header), header);
            }
            String own = "Origin: http://127.0.0.1:" + server.port();
            assertEquals(422, raw(server.port(), post, host, none, own), "no message, but let in");
        }
    }

    @Test
    void withATokenNobodyGetsInWithoutIt() {
        try (WebServer server = start(Optional.of(TOKEN), Set.of(), 100)) {
            Visitor visitor = new Visitor(server.port());
            HttpResponse<String> door = visitor.get("/");
            assertTrue(door.body().contains("asks for its token"));
            assertFalse(door.body().contains("Begin"));
            assertEquals(401, visitor.form("/c", "message", "60 women").statusCode());
            assertEquals(401, visitor.form("/signin", "token", "wrong horse").statusCode());
            assertEquals(401, visitor.form("/c", "message", "60 women").statusCode());
            assertEquals(303, visitor.form("/signin", "token", TOKEN).statusCode());
            assertEquals(303, visitor.form("/c", "message", "60 women").statusCode());
            visitor.form("/signout");
            assertEquals(401, visitor.form("/c", "message", "60 women").statusCode());
        }
        // A session of a server with another token is none.
        Visitor signedIn;
        try (WebServer server = start(Optional.of(TOKEN), Set.of(), 100)) {
            signedIn = new Visitor(server.port());
            signedIn.form("/signin", "token", TOKEN);
        }
        try (WebServer server = start(Optional.of(TOKEN + "!"), Set.of(), 100)) {
            assertEquals(
                    401, signedIn.at(server.port()).form("/c", "message", "60 women").statusCode());
        }
    }

    @Test
    void whoShowsWrongTokensTooOftenWaits() {
        try (WebServer server = start(Optional.of(TOKEN), Set.of(), 100)) {
            Visitor guesser = new Visitor(server.port());
            Visitor known = new Visitor(server.port());
            assertEquals(303, known.form("/signin", "token", TOKEN).statusCode());
            for (int i = 0; i < 5; i++) {
                assertEquals(401, guesser.form("/signin", "token", "wrong" + i).statusCode());
                assertEquals(
                        401,
                        guesser.get("/api/v1/jobs", "Authorization", "Bearer x" + i).statusCode());
            }
            var locked = guesser.form("/signin", "token", TOKEN);
            assertEquals(429, locked.statusCode());
            assertEquals("60", locked.headers().firstValue("Retry-After").orElse(""));
            assertEquals(
                    429,
                    guesser.get("/api/v1/jobs", "Authorization", "Bearer " + TOKEN).statusCode());
            assertEquals(200, known.get("/").statusCode(), "who is signed in stays so");
        }
    }

    @Test
    void whoAsksTooOftenIsToldToWait() {
        try (WebServer server = start(Optional.empty(), Set.of(), 2)) {
            Visitor visitor = new Visitor(server.port());
            visitor.get("/");
            int refused = 0;
            for (int i = 0; i < 40; i++) {
                HttpResponse<String> answer = visitor.get("/page/icon.svg");
                if (answer.statusCode() == 429) {
                    refused++;
                    assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
                }
            }
            assertTrue(refused > 0, "40 at once of 2 a second");
        }
    }

    /** Nor does it help to come as somebody else each time. */
    @Test
    void whoMakesSessionsUpIsToldToWait() {
        try (WebServer server = start(Optional.of(TOKEN), Set.of(), 2)) {
            int refused = 0;
            for (int i = 0; i < 40; i++) {
                String cookie = "anamnesis_session=made" + i + ".up";
                var answer = new Visitor(server.port()).get("/", "Cookie", cookie);
                refused += answer.statusCode() == 429 ? 1 : 0;
            }
            assertTrue(refused > 0, "40 at once of 2 a second");
        }
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() {
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            for (String path : new String[] {"/", "/nothing", "/page/app.js", "/c/unknown"}) {
                var headers = visitor.get(path).headers();
                String policy = headers.firstValue("Content-Security-Policy").orElse("");
                assertTrue(policy.contains("default-src 'none'"), path);
                assertFalse(policy.contains("unsafe"), path);
                assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
                assertTrue(headers.firstValue("Server").isEmpty(), path);
            }
            String cookie = visitor.get("/").headers().firstValue("Set-Cookie").orElse("");
            assertTrue(cookie.isEmpty() || cookie.contains("HttpOnly"), cookie);
        }
    }
}
