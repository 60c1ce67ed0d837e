package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way in a real browser: from the first sentence to the files on disk, and on after the
 * server was started anew. Pictures of it are left in target/browser.
 */
@Tag("slow")
final class BrowserTest {
    private static final String SENTENCE =
            "generate 2000 Type 2 diabetes patients EHR data with 20 important diabetes observations based on the US population";
    private static final String ENTER = "\uE007";
    private static final Path PICTURES = Path.of("target", "browser");
    private static final String RULES =
            "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

    /** The sample of what was said last is there. */
    private static final String SAMPLED =
            "!!document.querySelector('#preview-body[aria-busy=false] table.rows')";

    /** What makes the page scroll sideways. */
    private static final String BEYOND =
            """
            const edge = document.documentElement.clientWidth;
            return document.documentElement.scrollWidth <= edge ? [] : [...document.querySelectorAll('body *')]
                .filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > edge + 0.5)
                .map(e => e.outerHTML.slice(0, 80)).slice(0, 5)""";

    @TempDir private Path folder;
    private Browser browser;

    @BeforeAll
    static void browserIsThere() {
        Browser.assumed();
    }

    @Test
    void fromTheSentenceToTheFilesAndOnAfterARestart() throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.start(folder.resolve("data"));
        String origin = "http://127.0.0.1:" + server.port() + "/";
        browser = Browser.start(folder);
        try {
            browser.size(1400, 900);
            browser.go(origin);
            looks("home");
            begin();
            editAndUndo();
            looks("talk");
            sources();
            make();
            looks("made");
            assertEquals(List.of(), browser.complaints());

            String said = browser.text("#turns");
            String asked = browser.text("#spec .parts");
            browser.reload();
            assertEquals(said, browser.text("#turns"), "after a reload");
            server.close();
            server = ServerProcess.start(folder.resolve("data"), server.port());
            browser.reload();
            assertEquals(said, browser.text("#turns"), "after a restart");
            assertEquals(asked, browser.text("#spec .parts"), "after a restart");
            say("make it 2100 patients");
            assertSpec("2,100 patients");
            for (String address : browser.requested()) {
                assertTrue(
                        address.startsWith(origin) || address.matches("(data|about|chrome):.*"),
                        "a request to elsewhere: " + address);
            }
            assertTrue(browser.requested().size() > 20, "requests were seen at all");
        } finally {
            browser.close();
            server.close();
        }
    }

    private void begin() {
        browser.type("#message", SENTENCE);
        browser.click("form.say button");
        browser.until("document.querySelectorAll('#turns > .turn').length === 1");
        assertSpec("2,000 patients");
        assertSpec("diabetes");
        preview();
    }

    /** The sample of what was said last. */
    private void preview() {
        browser.until(SAMPLED);
        assertEquals(20, browser.count("#preview-body table.rows tbody tr"));
    }

    private void assertSpec(String words) {
        String parts = browser.text("#spec .parts");
        assertTrue(parts.contains(words), () -> words + " not in " + parts);
    }

    /** One turn, as by hand. */
    private String say(String words) {
        long before = browser.count("#turns > .turn");
        browser.type("#message", words + ENTER);
        browser.until("document.querySelectorAll('#turns > .turn').length === " + (before + 1));
        browser.until("document.getElementById('message').value === ''");
        return browser.text("#turns > .turn:last-child");
    }

    private void editAndUndo() {
        say("make 60 % female");
        assertSpec("60 %");
        say("mean HbA1c 9");
        assertSpec("mean Hemoglobin A1c 9");
        say("drop the smokers");
        assertSpec("smok");
        preview();
        String before = browser.text("#spec .parts");
        say("what if they were all on metformin");
        String after = browser.text("#spec .parts");
        assertTrue(!after.equals(before) && after.contains("etformin"), after);
        say("undo");
        assertEquals(before, browser.text("#spec .parts"));
    }

    /** The badge leads to what the figures rest on. */
    private void sources() {
        browser.click("#turns .badge");
        browser.until("location.pathname.endsWith('/about')");
        assertEquals(1, browser.count("#sources"));
        String page = browser.text("body");
        assertTrue(page.contains("NHANES"), "the survey is named");
        browser.back();
        browser.until(SAMPLED);
    }

    private void make() throws IOException, InterruptedException {
        browser.ask(
                """
                window.seen = [];
                new MutationObserver(() => document.querySelectorAll('#jobs progress')
                    .forEach(p => window.seen.push(p.value)))
                    .observe(document.getElementById('jobs'), {childList: true, subtree: true})""");
        browser.click("#spec .actions button.primary");
        browser.until("!!document.querySelector('.job.done')");
        List<?> seen = (List<?>) browser.ask("return window.seen").orElseThrow();
        assertTrue(!seen.isEmpty(), "it was told how far it was");
        double last = 0;
        for (Object value : seen) {
            double now = ((Number) value).doubleValue();
            assertTrue(now >= last && now <= 1, () -> "progress " + seen);
            last = now;
        }
        assertTrue(last > 0, () -> "progress " + seen);
        browser.click(".job.done a[download]");
        Path zip = Browser.downloads(folder).resolve("cohort.zip");
        for (int i = 0; i < 300 && Files.notExists(zip); i++) {
            Thread.sleep(100);
        }
        try (var archive = new ZipFile(zip.toFile());
                InputStream cohort = archive.getInputStream(archive.getEntry("cohort.csv"))) {
            String csv = new String(cohort.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(2001, csv.lines().count());
            for (String name : List.of("manifest.json", "spec.json", "report.html")) {
                assertTrue(archive.getEntry(name) != null, name);
            }
        }
    }

    /**
     * Wide and narrow, light and dark: nothing that keeps somebody out, nothing beyond the edge.
     */
    private void looks(String name) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (int width : new int[] {1400, 400}) {
            for (String scheme : List.of("light", "dark")) {
                browser.size(width, 900);
                browser.scheme(scheme);
                String at = "%s at %d px, %s".formatted(name, width, scheme);
                browser.picture(PICTURES.resolve("%s-%d-%s.png".formatted(name, width, scheme)));
                wrong.addAll(violations(at));
                for (Object beyond : (List<?>) browser.ask(BEYOND).orElseThrow()) {
                    wrong.add(at + ", beyond the edge: " + beyond);
                }
            }
        }
        browser.size(1400, 900);
        browser.scheme("light");
        assertEquals(List.of(), wrong);
    }

    private List<String> violations(String at) throws IOException {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            Assumptions.assumeTrue(in != null, "SKIPPED: the rules of axe-core are not there");
            browser.ask(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found =
                browser.await(
                                "const done = arguments[0]; axe.run({runOnly: "
                                        + RULES
                                        + "}).then(r => done({passes: r.passes.length, violations: r.violations.map("
                                        + "v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' '))}),"
                                        + " e => done({passes: 0, violations: [String(e)]}))")
                        .orElseThrow();
        assertTrue(((Number) ((Map<?, ?>) found).get("passes")).intValue() > 10, "rules were run");
        return ((List<?>) ((Map<?, ?>) found).get("violations"))
                .stream().map(v -> at + ": " + v).toList();
    }
}
