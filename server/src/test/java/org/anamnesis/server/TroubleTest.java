package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.server.web.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine does to a server: a port that is taken, a clock that is set. */
class TroubleTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();
    private static final String TYPE = "application/json";
    private static final String TALKS = "/api/v1/conversations";

    @TempDir private Path folder;

    @Test
    void aPortThatIsTakenIsSaidAndNothingIsKeptOfTheTry() {
        Path other = folder.resolve("other");
        try (WebServer first =
                WebServer.start(
                        ServerSettings.local(folder.resolve("first"), 0),
                        PROGRAM,
                        System::currentTimeMillis)) {
            ServerSettings same = ServerSettings.local(other, first.port());
            for (int i = 0; i < 3; i++) {
                String message =
                        assertThrows(
                                        EnvironmentException.class,
                                        () ->
                                                WebServer.start(
                                                        same, PROGRAM, System::currentTimeMillis))
                                .getMessage();
                assertTrue(message.startsWith("Port " + first.port()), message);
                assertTrue(message.contains("--port 0"), message);
            }
            assertEquals(200, new Visitor(first.port()).get("/health/ready").statusCode());
        }
        try (WebServer again =
                WebServer.start(
                        ServerSettings.local(other, 0), PROGRAM, System::currentTimeMillis)) {
            assertEquals(200, new Visitor(again.port()).get("/health/ready").statusCode());
        }
    }

    /**
     * A year on, ten years back, before 1970: what was said stays, work ends, no time is absurd.
     */
    @Test
    void aClockThatJumpsHoldsNothingUp() throws IOException, InterruptedException {
        var clock = new AtomicLong(System.currentTimeMillis());
        try (WebServer server =
                WebServer.start(ServerSettings.local(folder, 0), PROGRAM, clock::get)) {
            Visitor program = new Visitor(server.port());
            program.get("/"); // its session sees what it began, on the page, too
            String words = "{\"message\":\"20 women with asthma as csv\"}";
            Object talk = told(program.post(TALKS, TYPE, words).body()).get("id");
            for (Duration jump :
                    List.of(
                            Duration.ofDays(366),
                            Duration.ofDays(-3660),
                            Duration.ofDays(-366 * 60))) {
                String job = work(program, talk, clock, jump);
                String page = program.get("/c/" + talk).body();
                assertTrue(page.contains("job done"), page);
                assertTrue(!Pattern.compile("-\\d+ (s|min|h)\\b").matcher(page).find(), page);
                assertEquals("done", job);
                String key = "the same " + jump;
                for (int i = 0; i < 2; i++) {
                    assertEquals(
                            201,
                            program.post(TALKS, TYPE, words, "Idempotency-Key", key).statusCode());
                    clock.addAndGet(-jump.toMillis() / 3);
                }
                assertEquals(200, program.get("/").statusCode());
            }
            assertEquals(
                    4,
                    ((List<?>) told(program.get(TALKS).body()).get("items")).size(),
                    "each key began one");
        }
    }

    /** Begins a job, sets the clock while it waits or runs, and returns how it ended. */
    private static String work(Visitor program, Object talk, AtomicLong clock, Duration jump)
            throws IOException, InterruptedException {
        program.post(TALKS + "/" + talk + "/turns", TYPE, "{\"message\":\"mean age 50\"}");
        Object id = told(program.post(TALKS + "/" + talk + "/jobs", TYPE, "").body()).get("id");
        clock.addAndGet(jump.toMillis());
        String status = "waiting";
        for (int i = 0; i < 600 && List.of("waiting", "running").contains(status); i++) {
            Thread.sleep(50);
            status = (String) told(program.get("/api/v1/jobs/" + id).body()).get("status");
        }
        return status;
    }

    private static Map<String, Object> told(String body) throws IOException {
        return JSON.std.mapFrom(body);
    }
}
