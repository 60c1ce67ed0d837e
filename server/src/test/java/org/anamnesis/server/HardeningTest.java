package org.anamnesis.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.server.web.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/security.md says of sessions, sizes, methods, errors and records. */
final class HardeningTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();
    private static final String TOKEN = "correct horse battery staple";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir private Path folder;

    private WebServer start(Optional<String> token) {
        var settings =
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        folder,
                        Optional.empty(),
                        "",
                        token,
                        Set.of(),
                        ServerSettings.Limits.USUAL);
        return WebServer.start(settings, PROGRAM, System::currentTimeMillis);
    }

    private WebServer start() {
        return start(Optional.empty());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    @Test
    void aSessionIsKeptFromScriptsAndOtherSites() {
        try (WebServer server = start()) {
            String plain = cookie(new Visitor(server.port()).get("/"));
            for (String word : List.of("HttpOnly", "SameSite=Strict", "Path=/")) {
                assertTrue(plain.contains(word), plain);
            }
            assertFalse(plain.contains("Domain"), plain);
            String behind =
                    cookie(new Visitor(server.port()).get("/", "X-Forwarded-Proto", "https"));
            assertTrue(behind.contains("Secure"), behind);
        }
    }

    /** Whoever planted a session before somebody signs in does not have hers afterwards. */
    @Test
    void signingInBeginsAnotherSession() {
        try (WebServer server = start(Optional.of(TOKEN))) {
            Visitor visitor = new Visitor(server.port());
            String first = cookie(visitor.form("/signin", "token", TOKEN));
            String second = cookie(visitor.form("/signin", "token", TOKEN));
            assertTrue(first.length() > 60, first);
            assertNotEquals(first, second);
        }
    }

    @Test
    void aSessionThatWeDidNotSignIsNone() {
        try (WebServer server = start(Optional.of(TOKEN))) {
            for (String forged :
                    List.of("", "x", ".", "a.b", "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA")) {
                Visitor visitor = new Visitor(server.port());
                HttpResponse<String> answer =
                        visitor.post(
                                "/c",
                                FORM,
                                "message=60+women",
                                "Cookie",
                                "anamnesis_session=" + forged);
                assertEquals(401, answer.statusCode(), forged);
            }
            for (String shown :
                    List.of("Bearer", "Bearer ", "Basic " + TOKEN, "Bearer x" + TOKEN)) {
                HttpResponse<String> answer =
                        new Visitor(server.port())
                                .post("/c", FORM, "message=60+women", "Authorization", shown);
                assertEquals(401, answer.statusCode(), shown);
            }
        }
    }

    @Test
    void whatIsTooLargeIsRefused() {
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            visitor.get("/");
            String huge = "message=" + "x".repeat(3 << 20);
            assertEquals(413, visitor.post("/c", FORM, huge).statusCode());
            String many = "a".repeat(Talks.LONGEST + 1);
            assertEquals(422, visitor.form("/c", "message", many).statusCode());
        }
    }

    /**
     * Fifty megabytes are more than any buffer between the two holds: unless somebody reads them,
     * the connection breaks in the middle, and the reason is never seen.
     */
    @Test
    void whoSendsTooMuchIsToldAndStaysConnected() throws IOException {
        try (WebServer server = start();
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            byte[] vast = new byte[50 << 20];
            String head =
                    String.join(
                            "\r\n",
                            "POST /c HTTP/1.1",
                            "Host: 127.0.0.1:%d",
                            "Content-Type: %s",
                            "Content-Length: %d",
                            "",
                            "");
            OutputStream out = socket.getOutputStream();
            out.write(head.formatted(server.port(), FORM, vast.length).getBytes(US_ASCII));
            out.write(vast);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertEquals("HTTP/1.1 413 Payload Too Large", in.readLine());
            String next = "GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n";
            out.write(next.formatted(server.port()).getBytes(US_ASCII));
            assertTrue(in.lines().anyMatch(line -> line.contains("HTTP/1.1 200 OK")));
        }
    }

    @Test
    void onlyTheMethodsOfAnAddressAreAnswered() {
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            visitor.get("/");
            assertEquals(405, visitor.delete("/").statusCode());
            assertEquals(405, visitor.get("/signin").statusCode());
            assertEquals(404, visitor.get("/page/").statusCode());
            assertEquals(404, visitor.get("/page/..%2Fmigration%2FV1__begin.sql").statusCode());
        }
    }

    /** No names of classes, files or statements, whatever is sent. */
    @Test
    void errorsTellNothingOfTheInside() {
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            visitor.get("/");
            String talk =
                    visitor.form("/c", "message", "60 women with asthma")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow();
            List<HttpResponse<String>> answers =
                    List.of(
                            visitor.form(talk + "/parts", "part", "'\"><x>"),
                            visitor.form(talk + "/parts", "nonsense", "1"),
                            visitor.form(talk + "/restore", "restore", "-7"),
                            visitor.form(talk + "/restore", "restore", "99999999999999999999"),
                            visitor.get(talk + "/compare?first=a&second=%00"),
                            visitor.get("/c/';drop%20table%20turn;--"),
                            visitor.post("/c", "text/plain", "%%%"),
                            visitor.get("/jobs/x/files/cohort.csv"),
                            visitor.post("/c/open", "multipart/form-data", "--x"),
                            visitor.post("/tables", "multipart/form-data", "--x"));
            for (HttpResponse<String> answer : answers) {
                assertTrue(
                        answer.statusCode() >= 400 && answer.statusCode() < 500,
                        answer.statusCode() + " " + answer.uri());
                for (String inside :
                        List.of("Exception", "org.anamnesis", "java.", "select ", folder + "")) {
                    assertFalse(answer.body().contains(inside), inside + " at " + answer.uri());
                }
            }
            assertEquals(200, visitor.get(talk).statusCode(), "nothing was dropped");
        }
    }

    /** Files of this machine are nobody's to name in words. */
    @Test
    void wordsReadNoFilesOfTheServer() throws IOException {
        Path table = folder.resolve("own.csv");
        Files.writeString(table, "age,marker\n" + "40,zebra\n50,zebra\n".repeat(40));
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            visitor.get("/");
            for (String words :
                    List.of("make 50 patients like those in %s", "learn from %s", "like %s")) {
                HttpResponse<String> begun = visitor.form("/c", "message", words.formatted(table));
                String talk = begun.headers().firstValue("Location").orElse("");
                String page = talk.isEmpty() ? begun.body() : visitor.get(talk).body();
                assertFalse(page.contains("zebra") || page.contains("marker"), page);
            }
        }
    }

    @Test
    void whatIsRecordedHoldsNoWordsAndNoSessions() throws SQLException {
        String session;
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            session = cookie(visitor.get("/")).replaceFirst("^[^=]*=([^;]*);.*", "$1");
            visitor.form("/c", "message", "60 women with asthma");
        }
        try (Connection c =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("anamnesis.db"));
                Statement s = c.createStatement();
                ResultSet found = s.executeQuery("select owner, action, subject from audit")) {
            assertTrue(found.next());
            assertEquals("conversation.begin", found.getString(2));
            for (int i = 1; i <= 3; i++) {
                assertFalse(found.getString(i).contains("asthma"));
                assertFalse(found.getString(i).contains(session));
            }
        }
    }
}
