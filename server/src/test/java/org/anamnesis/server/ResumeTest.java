package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.server.web.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that a user stops and takes up again. */
final class ResumeTest {
    private static final String TYPE = "application/json";
    private static final String ROOT = "/api/v1";

    @TempDir private Path folder;
    private WebServer server;
    private Visitor program;

    @BeforeEach
    void start() {
        server =
                WebServer.start(
                        ServerSettings.local(folder, 0),
                        Anamnesis.bundled(),
                        System::currentTimeMillis);
        program = new Visitor(server.port());
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Map<String, Object> post(String path, String body, int status) throws IOException {
        HttpResponse<String> answer = program.post(ROOT + path, TYPE, body);
        assertEquals(status, answer.statusCode(), answer.body());
        return JSON.std.mapFrom(answer.body());
    }

    private Map<String, Object> job(String id) throws IOException {
        return JSON.std.mapFrom(program.get(ROOT + "/jobs/" + id).body());
    }

    private Map<String, Object> until(String id, Set<String> wanted)
            throws IOException, InterruptedException {
        Map<String, Object> now = job(id);
        for (int i = 0; i < 2400 && !wanted.contains(now.get("status")); i++) {
            Thread.sleep(25);
            now = job(id);
        }
        assertTrue(wanted.contains(now.get("status")), now.toString());
        return now;
    }

    private String talk(String words) throws IOException {
        return "/conversations/"
                + post("/conversations", "{\"message\":\"" + words + "\"}", 201).get("id");
    }

    private String ordered(String talk) throws IOException {
        return (String) post(talk + "/jobs", "", 202).get("id");
    }

    private String cohort(String job) {
        return program.get(ROOT + "/jobs/" + job + "/files/cohort.csv").body();
    }

    @Test
    void whatWasStoppedIsMadeToTheSameBytes() throws IOException, InterruptedException {
        String talk = talk("30000 women with asthma as csv");
        String undisturbed = ordered(talk);
        until(undisturbed, Set.of("done"));
        String stopped = ordered(talk);
        until(stopped, Set.of("running"));
        assertEquals(
                409, program.post(ROOT + "/jobs/" + stopped + "/resume", TYPE, "").statusCode());
        post("/jobs/" + stopped + "/stop", "", 202);
        var at = until(stopped, Set.of("stopped"));
        assertEquals("anew", at.get("resumes"));
        assertEquals(List.of(), at.get("files"));
        assertFalse(Files.exists(folder.resolve("jobs").resolve(stopped)));
        server.close(); // it stays stopped when the server is started again
        start();
        assertEquals("stopped", job(stopped).get("status"));
        var resumed = post("/jobs/" + stopped + "/resume", "", 202);
        assertEquals("waiting", resumed.get("status"));
        assertFalse(resumed.containsKey("resumes"));
        until(stopped, Set.of("done"));
        assertEquals(cohort(undisturbed), cohort(stopped));
        assertEquals(
                409, program.post(ROOT + "/jobs/" + stopped + "/resume", TYPE, "").statusCode());
        assertEquals(404, program.post(ROOT + "/jobs/nobodys/resume", TYPE, "").statusCode());
    }

    @Test
    void thePageTellsWhatResumingDoes() throws InterruptedException {
        Visitor visitor = new Visitor(server.port());
        visitor.get("/");
        String talk =
                visitor.form("/c", "message", "500000 women with asthma as csv")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        visitor.form(talk + "/jobs");
        Matcher stop = Pattern.compile("/jobs/[\\w-]+/stop").matcher(visitor.get(talk).body());
        assertTrue(stop.find());
        assertEquals(303, visitor.form(stop.group()).statusCode());
        String page = visitor.get(talk).body();
        for (int i = 0; i < 400 && !page.contains("/resume"); i++) {
            Thread.sleep(50);
            page = visitor.get(talk).body();
        }
        assertTrue(page.contains("makes the same patients"), page);
        String resume = stop.group().replace("/stop", "/resume");
        assertEquals(303, visitor.form(resume).statusCode());
        String part = visitor.get(talk).body();
        assertTrue(part.contains(stop.group()), part);
        // Whether it waits, runs or is done by now: there is nothing to resume.
        assertEquals(409, visitor.form(resume).statusCode(), "not what was not stopped");
        visitor.form(stop.group());
    }

    @Test
    void whatWaitsIsStoppedAtOnceAndATrainingKeepsItsState()
            throws IOException, InterruptedException {
        String before = ordered(talk("500000 women with asthma as csv"));
        until(before, Set.of("running"));
        String rows =
                IntStream.range(0, 300)
                        .mapToObj(i -> (30 + i * 7 % 50) + "," + (i % 3 == 0 ? "F" : "M"))
                        .collect(Collectors.joining("\n", "age,sex\n", "\n"));
        var sent = program.post(ROOT + "/tables?name=a.csv", "application/octet-stream", rows);
        String table = (String) JSON.std.mapFrom(sent.body()).get("id");
        String learn = (String) post("/models", "{\"table\":\"" + table + "\"}", 202).get("id");
        // What a network that was interrupted leaves beside its model.
        Path state = folder.resolve("jobs").resolve(learn).resolve("learned.model.unfinished");
        Files.writeString(Files.createDirectories(state).resolve("x.state"), "a state");
        assertEquals("stopped", post("/jobs/" + learn + "/stop", "", 202).get("status"));
        assertEquals("from the kept state", job(learn).get("resumes"));
        assertTrue(Files.exists(state.resolve("x.state")));
        String at = ROOT + "/jobs/" + learn + "/files/learned.model.unfinished/x.state";
        assertEquals(404, program.get(at).statusCode(), "nobody has judged it");

        post("/jobs/" + learn + "/resume", "", 202);
        assertEquals("waiting", job(learn).get("status"));
        post("/jobs/" + before + "/stop", "", 202);
        until(learn, Set.of("done"));
        until(before, Set.of("stopped"));
        assertEquals(204, program.delete(ROOT + "/jobs/" + learn).statusCode());
        assertFalse(Files.exists(state));
    }

    @Test
    void aTableThatIsGoneCannotBeLearnedFurther() throws IOException, InterruptedException {
        String before = ordered(talk("500000 women with asthma as csv"));
        until(before, Set.of("running"));
        String rows =
                IntStream.range(0, 300)
                        .mapToObj(i -> (30 + i * 7 % 50) + "," + (i % 3 == 0 ? "F" : "M"))
                        .collect(Collectors.joining("\n", "age,sex\n", "\n"));
        var sent = program.post(ROOT + "/tables?name=a.csv", "application/octet-stream", rows);
        String table = (String) JSON.std.mapFrom(sent.body()).get("id");
        String asked = "{\"table\":\"" + table + "\"}";
        String stopped = (String) post("/models", asked, 202).get("id");
        String waiting = (String) post("/models", asked, 202).get("id");
        post("/jobs/" + stopped + "/stop", "", 202);
        assertEquals(204, program.delete(ROOT + "/tables/" + table).statusCode());
        post("/jobs/" + before + "/stop", "", 202);
        assertEquals(
                404, program.post(ROOT + "/jobs/" + stopped + "/resume", TYPE, "").statusCode());
        var failed = until(waiting, Set.of("failed"));
        assertTrue(failed.toString().contains("the table is gone"), failed.toString());
    }
}
