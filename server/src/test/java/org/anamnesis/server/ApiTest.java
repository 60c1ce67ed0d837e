package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.server.web.WebServer;
import org.anamnesis.testkit.SmallAthena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API as a program uses it. */
final class ApiTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();
    private static final String TYPE = "application/json";
    private static final String ROOT = "/api/v1";

    @TempDir private Path folder;
    private WebServer server;
    private Visitor program;

    @BeforeEach
    void start() {
        server =
                WebServer.start(
                        ServerSettings.local(folder, 0), PROGRAM, System::currentTimeMillis);
        program = new Visitor(server.port());
    }

    @AfterEach
    void end() {
        server.close();
    }

    private static Map<String, Object> object(HttpResponse<String> answer) throws IOException {
        return JSON.std.mapFrom(answer.body());
    }

    private Map<String, Object> post(String path, String body, int status) throws IOException {
        HttpResponse<String> answer = program.post(ROOT + path, TYPE, body);
        assertEquals(status, answer.statusCode(), answer.body());
        return object(answer);
    }

    private Map<String, Object> get(String path) throws IOException {
        HttpResponse<String> answer = program.get(ROOT + path);
        assertEquals(200, answer.statusCode(), answer.body());
        return object(answer);
    }

    private Map<String, Object> ended(String job) throws IOException, InterruptedException {
        Map<String, Object> now = get("/jobs/" + job);
        for (int i = 0;
                i < 1200 && List.of("waiting", "running").contains(now.get("status"));
                i++) {
            Thread.sleep(50);
            now = get("/jobs/" + job);
        }
        return now;
    }

    @Test
    void aConversationIsHeldAndItsPatientsAreMade() throws IOException, InterruptedException {
        var begun = post("/conversations", "{\"message\":\"40 women with asthma as FHIR\"}", 201);
        String talk = "/conversations/" + begun.get("id");
        var said = post(talk + "/turns", "{\"message\":\"mean age 50\"}", 201);
        assertEquals(2, said.get("turns"));
        assertTrue(said.get("spec").toString().contains("count=40"), said.toString());
        assertEquals(2, ((List<?>) get(talk + "/turns").get("items")).size());
        assertEquals(1, ((List<?>) get(talk + "/turns?from=1&limit=1").get("items")).size());
        assertEquals("1", get(talk + "/turns?limit=1").get("next"));
        assertEquals(
                10,
                get(talk + "/preview?patients=20&rows=10").get("rows") instanceof List<?> l
                        ? l.size()
                        : -1);
        int last = ((List<?>) get(talk + "/versions").get("items")).size() - 1;
        var fromNothing = get(talk + "/difference?first=0&second=" + last);
        assertTrue(fromNothing.toString().contains("sthma"));
        assertEquals(List.of(), fromNothing.get("figures"), "of nobody there are no figures");
        String figures = get(talk + "/difference?first=1&second=2").get("figures").toString();
        assertTrue(figures.contains("mean age: version 1 "), figures);
        var job = post(talk + "/jobs", "", 202);
        var done = ended((String) job.get("id"));
        assertEquals("done", done.get("status"), done.toString());
        String patients =
                ((List<?>) done.get("files"))
                        .stream()
                                .map(String::valueOf)
                                .filter(f -> f.endsWith("Patient.ndjson"))
                                .findFirst()
                                .orElseThrow();
        String ndjson = program.get(ROOT + "/jobs/" + job.get("id") + "/files/" + patients).body();
        assertEquals(40, ndjson.lines().count());
        assertEquals(204, program.delete(ROOT + "/jobs/" + job.get("id")).statusCode());
        assertEquals(204, program.delete(ROOT + talk).statusCode());
        assertEquals(404, program.get(ROOT + talk).statusCode());
    }

    @Test
    void theSameKeyDoesNothingTwice() throws IOException {
        String body = "{\"message\":\"40 women with asthma\"}";
        var first = program.post(ROOT + "/conversations", TYPE, body, "Idempotency-Key", "k1");
        var again = program.post(ROOT + "/conversations", TYPE, body, "Idempotency-Key", "k1");
        var other = program.post(ROOT + "/conversations", TYPE, body, "Idempotency-Key", "k2");
        assertEquals(first.body(), again.body());
        assertEquals(201, again.statusCode());
        assertEquals("true", again.headers().firstValue("Idempotent-Replayed").orElse(""));
        assertNotEquals(object(first).get("id"), object(other).get("id"));
        var wrong =
                program.post(
                        ROOT + "/conversations",
                        TYPE,
                        "{\"message\":\"41\"}",
                        "Idempotency-Key",
                        "k1");
        assertEquals(422, wrong.statusCode());
        // What failed may be tried again with the same key.
        var bad =
                program.post(
                        ROOT + "/conversations",
                        TYPE,
                        "{\"message\":\" \"}",
                        "Idempotency-Key",
                        "k3");
        assertEquals(422, bad.statusCode());
        assertEquals(
                201,
                program.post(ROOT + "/conversations", TYPE, body, "Idempotency-Key", "k3")
                        .statusCode());
    }

    @Test
    void everyProblemIsToldAtOnceAsRfc9457() throws IOException {
        var answer =
                program.post(
                        ROOT + "/models",
                        TYPE,
                        "{\"engine\":\"magic\",\"seed\":-1,\"colour\":\"red\"}");
        assertEquals(422, answer.statusCode());
        assertEquals(
                "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        Map<String, Object> problem = object(answer);
        assertEquals(4, ((List<?>) problem.get("problems")).size(), answer.body());
        for (String member : List.of("type", "title", "status", "detail", "instance")) {
            assertTrue(problem.containsKey(member), member);
        }
        var strange = program.post(ROOT + "/ask", TYPE, "{\"Größe 患者 \uD83D\uDE00\":1}");
        assertTrue(strange.body().contains("Größe 患者 \uD83D\uDE00"), strange.body());
        assertEquals(422, program.post(ROOT + "/ask", TYPE, "{nonsense").statusCode());
        assertEquals(422, program.post(ROOT + "/ask", TYPE, "[1]").statusCode());
        assertEquals(422, program.get(ROOT + "/conversations?limit=many").statusCode());
        assertEquals(404, program.get(ROOT + "/conversations/nobody").statusCode());
        assertEquals(404, program.get(ROOT + "/nothing").statusCode());
        assertEquals(405, program.post(ROOT + "/catalogue", TYPE, "{}").statusCode());
        assertEquals(413, program.post(ROOT + "/ask", TYPE, "x".repeat(3 << 20)).statusCode());
    }

    @Test
    void pagesOfAListJoin() throws IOException {
        for (int i = 0; i < 5; i++) {
            post("/conversations", "{}", 201);
        }
        int seen = 0;
        String next = "";
        do {
            var page = get("/conversations?limit=2" + (next.isEmpty() ? "" : "&before=" + next));
            seen += ((List<?>) page.get("items")).size();
            next = page.containsKey("next") ? String.valueOf(page.get("next")) : "";
        } while (!next.isEmpty());
        assertEquals(5, seen);
        assertEquals(422, program.get(ROOT + "/conversations?before=yesterday").statusCode());
    }

    @Test
    void aTableIsLookedAtLearnedAndTalkedAbout() throws IOException, InterruptedException {
        String rows =
                IntStream.range(0, 400)
                        .mapToObj(
                                i ->
                                        "P%d,%d,%s,%.1f"
                                                .formatted(
                                                        i,
                                                        30 + i * 7 % 50,
                                                        i % 3 == 0 ? "F" : "M",
                                                        5 + i * 13 % 60 / 10.0))
                        .collect(Collectors.joining("\n"));
        var sent =
                program.post(
                        ROOT + "/tables?name=clinic.csv",
                        "application/octet-stream",
                        "mrn,age,sex,a1c\n" + rows + "\n");
        assertEquals(201, sent.statusCode(), sent.body());
        Map<String, Object> table = object(sent);
        assertEquals(400, table.get("rows_in_file"));
        assertTrue(table.get("dropped").toString().contains("mrn"), sent.body());
        var job = post("/models", "{\"table\":\"" + table.get("id") + "\"}", 202);
        var done = ended((String) job.get("id"));
        assertEquals("done", done.get("status"), done.toString());
        assertFalse(
                done.toString().contains(folder.toString()), "where it lies is nobody's business");
        var talk = post("/models/" + job.get("id") + "/conversations", "", 201);
        String at = "/conversations/" + talk.get("conversation");
        post(at + "/turns", "{\"message\":\"50 women with a1c above 7\"}", 201);
        var look = get(at + "/preview?patients=200&rows=5");
        assertEquals(50, look.get("patients"), look.toString());
        assertEquals(5, ((List<?>) look.get("rows")).size());
        assertTrue(look.get("columns").toString().contains("mean"), look.toString());
        var made = ended((String) post(at + "/jobs", "", 202).get("id"));
        assertEquals("done", made.get("status"), made.toString());
        String csv = program.get(ROOT + "/jobs/" + made.get("id") + "/files/rows.csv").body();
        assertEquals(51, csv.lines().count(), csv);
    }

    @Test
    void whatIsNoTableIsRefusedAndNotKept() throws IOException {
        var zip = program.post(ROOT + "/tables?name=a.zip", "application/octet-stream", "PK");
        assertEquals(422, zip.statusCode());
        var empty = program.post(ROOT + "/tables?name=a.csv", "application/octet-stream", "");
        assertEquals(422, empty.statusCode(), empty.body());
        var away =
                program.post(
                        ROOT + "/tables?name=..%2F..%2Fx.csv",
                        "application/octet-stream",
                        "a\n1\n");
        assertNotEquals(500, away.statusCode());
        try (var all = Files.walk(folder)) {
            assertTrue(
                    all.filter(Files::isRegularFile)
                            .allMatch(
                                    f ->
                                            f.startsWith(folder.resolve("tables"))
                                                    || f.getParent().equals(folder)));
        }
        assertTrue(((List<?>) get("/tables").get("items")).size() <= 1);
    }

    @Test
    void theLogTellsRequestsAndNobodysWords() throws IOException {
        server.close();
        Path log = folder.resolve("log.jsonl");
        var plain = ServerSettings.local(folder, 0);
        var logged =
                new ServerSettings(
                        plain.host(),
                        0,
                        folder,
                        plain.database(),
                        "",
                        plain.token(),
                        plain.names(),
                        plain.limits(),
                        Optional.of(log));
        server = WebServer.start(logged, PROGRAM, System::currentTimeMillis);
        program = new Visitor(server.port());
        var begun = post("/conversations", "{\"message\":\"40 women with asthma\"}", 201);
        get("/conversations/" + begun.get("id"));
        server.close();
        String all = Files.readString(log);
        assertTrue(all.contains("/api/v1/conversations/{id}"), all);
        assertFalse(all.contains("asthma"), all);
        assertFalse(all.contains((String) begun.get("id")), all);
        for (String line : all.lines().toList()) {
            assertTrue(JSON.std.mapFrom(line).containsKey("ms"), line);
        }
    }

    @Test
    void tablesBeyondAUsersDiskAreRefused() {
        server.close();
        var plain = ServerSettings.local(folder, 0);
        var usual = plain.limits();
        var small =
                new ServerSettings(
                        plain.host(),
                        0,
                        folder,
                        plain.database(),
                        "",
                        plain.token(),
                        plain.names(),
                        new ServerSettings.Limits(
                                usual.patients(),
                                usual.waiting(),
                                usual.minutes(),
                                50,
                                usual.requestsPerSecond()));
        server = WebServer.start(small, PROGRAM, System::currentTimeMillis);
        program = new Visitor(server.port());
        String table =
                IntStream.range(0, 200)
                        .mapToObj(i -> (20 + i * 7 % 60) + "," + (i % 3 == 0 ? "F" : "M"))
                        .collect(Collectors.joining("\n", "age,sex\n", "\n"));
        String path = ROOT + "/tables?name=a.csv";
        assertEquals(201, program.post(path, "application/octet-stream", table).statusCode());
        var second = program.post(path, "application/octet-stream", table);
        assertEquals(422, second.statusCode(), second.body());
        assertTrue(second.body().contains("upload.disk"), second.body());
    }

    /** The vocabulary is the operator's: nobody else names one, and nobody is told where it is. */
    @Test
    void aVocabularyOfTheOperatorCompletesOmop() throws IOException, InterruptedException {
        server.close();
        Path athena = SmallAthena.in(folder.resolve("athena"));
        server =
                WebServer.start(
                        ServerSettings.local(folder, 0),
                        PROGRAM.completedBy(athena),
                        System::currentTimeMillis);
        program = new Visitor(server.port());
        String asked = "{\"message\":\"20 type 2 diabetes patients with C-peptide as OMOP\"}";
        String talk = "/conversations/" + post("/conversations", asked, 201).get("id");
        String own = "{\"spec\":{\"count\":20,\"vocabulary\":\"" + athena + "\"}}";
        String refused = post("/conversations", own, 422).toString();
        assertTrue(refused.contains("vocabulary"), refused);
        var job = post(talk + "/jobs", "{\"vocabulary\":\"/elsewhere\"}", 202);
        var done = ended((String) job.get("id"));
        assertEquals("done", done.get("status"), done.toString());
        String files = ROOT + "/jobs/" + job.get("id") + "/files/";
        String measured = program.get(files + "omop/measurement.csv").body();
        assertTrue(measured.contains("," + SmallAthena.ID + ","), "completed");
        String manifest = program.get(files + "manifest.json").body();
        assertTrue(manifest.contains(SmallAthena.VERSION), manifest);
        assertFalse((manifest + done).contains(athena.toString()));
        Files.delete(athena.resolve("CONCEPT.csv"));
        var failed = ended((String) post(talk + "/jobs", "", 202).get("id"));
        assertEquals("failed", failed.get("status"), failed.toString());
        assertTrue(failed.toString().contains("started with"), failed.toString());
        assertFalse(failed.toString().contains(athena.toString()), failed.toString());
    }

    /** No model's file elsewhere, and no service elsewhere, by words. */
    @Test
    void wordsReachNoFileOfTheServer() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.model"), "top secret");
        for (String file : List.of(secret.toString(), "../secret.model", "/etc/passwd")) {
            var said = post("/conversations", "{\"message\":\"use the model " + file + "\"}", 201);
            assertTrue(said.toString().contains("learned here"), said.toString());
        }
    }

    @Test
    void theDocumentTellsEveryEndpoint() throws IOException {
        Map<String, Object> document = get("/openapi.json");
        assertEquals("3.1.0", document.get("openapi"));
        assertTrue(((Map<?, ?>) document.get("paths")).size() >= 20);
        assertEquals(200, program.get("/health/live").statusCode());
        assertEquals(200, program.get("/health/ready").statusCode());
        String metrics = program.get("/metrics").body();
        assertTrue(
                metrics.contains("anamnesis_requests_total{method=\"GET\",status=\"200"), metrics);
        assertTrue(get("/catalogue?words=diabetes&limit=3").toString().contains("iabetes"));
        assertTrue(
                post("/ask", "{\"question\":\"what is the mean HbA1c in type 2 diabetes?\"}", 200)
                        .toString()
                        .contains("A1c"));
        assertTrue(post("/interpret", "{\"turns\":[\"50 women\"]}", 200).containsKey("spec"));
    }
}
