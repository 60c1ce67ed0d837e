package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Turn;
import org.anamnesis.server.web.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser without scripts sees it: each answer is a whole page. */
final class PageTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();
    private static final String ASKED = "60 women with type 2 diabetes, 5 observations";

    @TempDir private Path folder;

    private WebServer start() {
        return WebServer.start(ServerSettings.local(folder, 0), PROGRAM, System::currentTimeMillis);
    }

    private static String begin(Visitor visitor, String message) {
        visitor.get("/");
        HttpResponse<String> answer = visitor.form("/c", "message", message);
        assertEquals(303, answer.statusCode());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void aConversationGrowsAndOutlivesTheServer() {
        String talk;
        Visitor visitor;
        try (WebServer server = start()) {
            visitor = new Visitor(server.port());
            talk = begin(visitor, ASKED);
            visitor.form(talk + "/turns", "message", "mean HbA1c 9");
            String page = visitor.get(talk).body();
            assertTrue(page.contains("mean Hemoglobin A1c 9"), page);
            assertTrue(page.contains("60 patients"), page);
            visitor.form(talk + "/parts", "part", "count", "count", "80");
            assertTrue(visitor.get(talk).body().contains("80 patients"));
            visitor.form(talk + "/name", "name", "large one");
            page = visitor.get(talk).body();
            assertTrue(page.contains("<strong>large one</strong>"), page);
            visitor.form(talk + "/turns", "message", "undo");
            assertTrue(visitor.get(talk).body().contains("60 patients"));
        }
        try (WebServer server = start()) {
            String page = visitor.at(server.port()).get(talk).body();
            assertTrue(page.contains("60 patients") && page.contains("Versions (5)"), page);
        }
    }

    /** A button that made a thousand of anybody would be taken for an answer. */
    @Test
    void nothingIsMadeOfWhatWasRefused() {
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            String talk = begin(visitor, "150 patients as HL7");
            String page = visitor.get(talk).body();
            assertFalse(page.contains("Make the patients"), page);
            assertTrue(page.contains("Say something first"), page);
            visitor.form(talk + "/turns", "message", "1000 patients");
            page = visitor.get(talk).body();
            assertTrue(page.contains("Make the patients"), page);
            assertFalse(page.contains("100 % of the reference population"), page);
        }
    }

    @Test
    void whoeverIsNotItsOwnerDoesNotSeeAConversation() {
        try (WebServer server = start()) {
            String talk = begin(new Visitor(server.port()), ASKED);
            Visitor other = new Visitor(server.port());
            other.get("/");
            assertEquals(404, other.get(talk).statusCode());
            assertEquals(404, other.form(talk + "/turns", "message", "undo").statusCode());
            assertFalse(other.get("/").body().contains("type 2 diabetes, 5"));
        }
    }

    @Test
    void aCohortIsMadeAndItsFilesCanBeTaken() throws InterruptedException {
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            String talk = begin(visitor, ASKED);
            visitor.form(talk + "/jobs");
            String page = visitor.get(talk).body();
            for (int i = 0; i < 600 && !page.contains("60 synthetic patients ("); i++) {
                Thread.sleep(100);
                page = visitor.get(talk).body();
            }
            Matcher csv = Pattern.compile("/jobs/[^\"]+/files/cohort.csv").matcher(page);
            assertTrue(csv.find(), page);
            HttpResponse<String> file = visitor.get(csv.group());
            assertEquals(61, file.body().lines().count());
            String job = csv.group().replaceFirst("/files/.*", "");
            assertEquals(404, visitor.get(job + "/files/../spec.json").statusCode());
            assertEquals(404, visitor.get(job + "/files/%2e%2e%2fanamnesis.db").statusCode());
            Visitor other = new Visitor(server.port());
            other.get("/");
            assertEquals(404, other.get(csv.group()).statusCode());
            assertEquals(303, visitor.form(job + "/delete").statusCode());
            assertEquals(404, visitor.get(csv.group()).statusCode());
        }
    }

    /** What the first page offers is understood to the last word, and can be made. */
    @Test
    void theExamplesAreUnderstood() {
        try (WebServer server = start()) {
            String home = new Visitor(server.port()).get("/").body();
            Matcher examples = Pattern.compile("name=\"message\" value=\"([^\"]+)\"").matcher(home);
            int seen = 0;
            while (examples.find()) {
                var step = PROGRAM.turn(Conversation.EMPTY, examples.group(1));
                assertEquals(Turn.Kind.CHANGED, step.turn().kind(), examples.group(1));
                assertEquals(List.of(), step.turn().notUsed(), examples.group(1));
                assertTrue(step.turn().question().isEmpty(), examples.group(1));
                assertEquals(10, PROGRAM.preview(step.after(), 10, 1).patients());
                seen++;
            }
            assertTrue(seen >= 5, "" + seen);
        }
    }

    @Test
    void whatIsWrongIsSaidOnThePage() {
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            String talk = begin(visitor, ASKED);
            HttpResponse<String> answer =
                    visitor.form(talk + "/parts", "part", "count", "count", "many");
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("many"), answer.body());
            assertTrue(visitor.get(talk).body().contains("60 patients"));
            assertEquals(404, visitor.get("/nothing").statusCode());
        }
    }

    /** What a user says or a file holds is text and never markup. */
    @Test
    void wordsAreNeverMarkup() {
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.port());
            String bad = "60 women with asthma <script>alert(1)</script><img src=x onerror=y>\"'";
            String talk = begin(visitor, bad);
            for (String at : new String[] {talk, "/", talk + "/preview", talk + "/about"}) {
                String page = visitor.get(at).body();
                assertFalse(page.contains("<script>alert"), at);
                assertFalse(page.contains("<img src=x"), at);
            }
        }
    }
}
