package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way without a mouse: nothing but keys reaches the browser, and wherever they lead can
 * be seen (WCAG 2.2: 2.1.1, 2.1.2, 2.4.7, 2.4.11).
 */
@Tag("slow")
final class KeyboardTest {
    /** Steps of Tab from one end of the page to the other, and more. */
    private static final int FAR = 500;

    /** Whether the keyboard is at something, and it shows; what is wrong otherwise. */
    private static final String SHOWN =
            """
            const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
            if (e === document.body || e === document.documentElement) return '';
            if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) return 'no outline: ' + e.outerHTML.slice(0, 120);
            const top = document.elementFromPoint(
                Math.min(innerWidth - 1, Math.max(0, r.left + Math.min(r.width / 2, 20))),
                Math.min(innerHeight - 1, Math.max(0, r.top + Math.min(r.height / 2, 10))));
            return r.bottom <= 0 || r.top >= innerHeight ? 'out of sight: ' + e.outerHTML.slice(0, 120)
                : top && (e.contains(top) || top.contains(e)) ? '' : 'covered: ' + e.outerHTML.slice(0, 120)""";

    @TempDir private Path folder;
    private Browser browser;

    @BeforeAll
    static void browserIsThere() {
        Browser.assumed();
    }

    @Test
    void fromTheRequestToTheFiles() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"));
                Browser opened = Browser.start(folder)) {
            browser = opened;
            browser.size(1400, 900);
            browser.go("http://127.0.0.1:" + server.port() + "/");
            to("e.id === 'message'");
            write("300 adults with type 2 diabetes, 5 observations");
            to("e.matches('form.say button')");
            browser.keys("Enter");
            browser.until("document.querySelectorAll('#turns > .turn').length === 1");

            to("e.id === 'message'");
            write("make 60 % female");
            browser.keys("Enter");
            turns(2);
            assertEquals("message", browser.ask("return document.activeElement.id").orElse(""));
            byHand();
            undo();
            source();
            make();
        }
    }

    /** A figure of the specification; the keyboard stays in the line that was changed. */
    private void byHand() {
        to("e.matches('#spec .change > summary') && e.textContent.includes('300 patients')");
        browser.keys("Enter", "Tab", "Control+a");
        write("80");
        browser.keys("Enter");
        turns(3);
        assertTrue(browser.text("#spec .parts").contains("80 patients"));
        assertEquals(
                "count",
                browser.ask(
                                "return document.activeElement.closest('#spec [data-key]')?.dataset.key ?? ''")
                        .orElse(""),
                "where the keyboard is after a change by hand");
    }

    private void undo() {
        to("e.matches('#turns .undo button')");
        browser.keys("Enter");
        turns(4);
        assertTrue(browser.text("#spec .parts").contains("300 patients"));
    }

    /** From a number of an answer to who says so. */
    private void source() {
        to("e.id === 'message'");
        write("how common is type 2 diabetes in the US?");
        browser.keys("Enter");
        turns(5);
        to("e.matches('.turn:last-child .cited')");
        browser.keys("Enter");
        browser.until("location.hash.startsWith('#source-')");
        to("e.matches('.sources li:target .copy')");
        browser.keys("Enter");
        browser.until(
                "document.activeElement.textContent !== 'Copy citation'"); // it says what came of
        // it
    }

    private void make() throws IOException, InterruptedException {
        to("e.matches('#spec .actions button.primary')");
        browser.keys("Enter");
        browser.until("!!document.querySelector('.job.done')");
        to("e.matches('.job.done a[download]')");
        browser.keys("Enter");
        Path zip = Browser.downloads(folder).resolve("cohort.zip");
        for (int i = 0; i < 300 && Files.notExists(zip); i++) {
            Thread.sleep(100);
        }
        try (var archive = new ZipFile(zip.toFile());
                InputStream cohort = archive.getInputStream(archive.getEntry("cohort.csv"))) {
            String csv = new String(cohort.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(301, csv.lines().count());
        }
    }

    /** Tab by Tab, round the page if need be. */
    private void to(String there) {
        for (int i = 0; i < FAR; i++) {
            Object found =
                    browser.ask("const e = document.activeElement; return " + there).orElse(false);
            if (found.equals(true)) {
                return;
            }
            browser.keys("Tab");
            assertEquals("", browser.ask(SHOWN).orElse(""));
        }
        throw new AssertionError("the keyboard never comes to where " + there);
    }

    private void write(String words) {
        browser.keys(words.split(""));
    }

    private void turns(int many) {
        browser.until("document.querySelectorAll('#turns > .turn').length === " + many);
        browser.until("!document.querySelector('.htmx-request')");
    }
}
