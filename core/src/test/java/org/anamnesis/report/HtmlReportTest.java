package org.anamnesis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.anamnesis.cohort.Field;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HtmlReportTest {
    /** Markup, script, formula, control, surrogate, bidirectional and endless text. */
    private static final List<String> HOSTILE =
            List.of(
                    "</title><script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "=cmd()|' /C calc'!A0",
                    "javascript:alert(1)",
                    "]]> <!-- & &amp; -- <style>*{}</style>",
                    "tab\tnul\u0000bell\u0007 \uD800 lone \uFFFE \u202E turned",
                    "é ü 糖尿病 😀",
                    "x".repeat(5000));

    @Test
    void thePageIsWellFormedWhateverTheNames() {
        for (String text : HOSTILE) {
            Document page = parse(html(Dossiers.named(text)));
            Set<String> tags = new HashSet<>();
            for (Element element : all(page)) {
                tags.add(element.getTagName());
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    String name = element.getAttributes().item(i).getNodeName();
                    assertFalse(name.startsWith("on") || name.equals("src"), name + " for " + text);
                }
            }
            assertFalse(
                    tags.stream().anyMatch(Set.of("script", "img", "iframe", "link")::contains));
            assertEquals(1, page.getElementsByTagName("style").getLength(), text);
        }
    }

    @Test
    void aHostileNameIsShownAsItIs() {
        Document page = parse(html(Dossiers.named(HOSTILE.get(0))));
        assertEquals(
                HOSTILE.get(0), page.getElementsByTagName("blockquote").item(0).getTextContent());
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        Document page = parse(html(Dossiers.named("javascript:alert(1)")));
        for (Element element : all(page)) {
            if (element.hasAttribute("href")) {
                assertEquals("a", element.getTagName());
                String to = element.getAttribute("href");
                assertTrue(to.startsWith("https://") || to.startsWith("#"), to);
            }
        }
        String css = page.getElementsByTagName("style").item(0).getTextContent();
        assertFalse(css.contains("@import"));
        assertFalse(css.replace("url(#", "").contains("url("), "only patterns of the page itself");
    }

    @Test
    void everyPlaceThatIsLinkedToExistsOnce() {
        Document page = parse(html(Dossiers.small()));
        List<String> ids = new ArrayList<>();
        for (Element element : all(page)) {
            if (element.hasAttribute("id")) {
                ids.add(element.getAttribute("id"));
            }
        }
        assertEquals(new HashSet<>(ids).size(), ids.size(), "ids are used once");
        for (Element element : all(page)) {
            String to = element.getAttribute("href");
            assertTrue(!to.startsWith("#") || ids.contains(to.substring(1)), to);
        }
    }

    @Test
    void everyNumericColumnHasItsChartAndEveryChartItsWords() {
        Dossier dossier = Dossiers.small();
        Document page = parse(html(dossier));
        long charts = 0;
        for (Element svg : elements(page, "svg")) {
            if (svg.getAttribute("role").equals("img")) {
                assertFalse(svg.getElementsByTagName("title").item(0).getTextContent().isBlank());
            } else {
                assertEquals("true", svg.getAttribute("aria-hidden"));
            }
            if (svg.getAttribute("class").equals("histogram")) {
                charts++;
                assertTrue(
                        svg.getElementsByTagName("desc")
                                .item(0)
                                .getTextContent()
                                .contains("median"));
            }
        }
        assertEquals(dossier.evaluation().numbers().size(), charts);
        assertEquals(4, dossier.evaluation().numbers(Field.Role.OBSERVATION).size());
    }

    @Test
    void headingsTablesAndLanguageAreThere() {
        Document page = parse(html(Dossiers.small()));
        assertEquals(1, page.getElementsByTagName("h1").getLength());
        assertEquals(
                List.of(
                        "What was asked",
                        "Asked and achieved",
                        "Who the patients are",
                        "Observations",
                        "Conditions and medications",
                        "How observations move together",
                        "How far from reality",
                        "Rules that must hold",
                        "Where each column comes from",
                        "Sources",
                        "Guidelines",
                        "Privacy",
                        "Methods",
                        "Limits"),
                elements(page, "h2").stream().map(Element::getTextContent).toList());
        elements(page, "th")
                .forEach(th -> assertTrue(Set.of("row", "col").contains(th.getAttribute("scope"))));
        assertEquals("en", page.getDocumentElement().getAttribute("lang"));
        assertTrue(page.getDocumentElement().getTextContent().contains(Opening.WARNING));
    }

    @Test
    void whatNobodyCheckedIsMarked() {
        Document page = parse(html(Dossiers.small()));
        List<String> rows = elements(page, "tr").stream().map(Node::getTextContent).toList();
        assertTrue(row(rows, "hba1c_x").endsWith("computed"));
        assertTrue(row(rows, "glucose_x").endsWith("unverified"), "a source that is not listed");
        assertTrue(row(rows, "c_peptide_x").endsWith("unverified"), "a recalled figure");
        assertTrue(row(rows, "stated_x").endsWith("assumed"), "no source at all");
        assertEquals(1, rows.stream().filter(r -> r.startsWith("Recalled")).count());
        for (Element paragraph : elements(page, "p")) {
            if (paragraph.getTextContent().startsWith("Reference range")) {
                assertTrue(paragraph.getTextContent().endsWith("unverified"));
            }
            if (paragraph.getTextContent().startsWith("ADA 2025: HbA1c < 7 %")) {
                assertTrue(paragraph.getTextContent().endsWith("read"));
            }
        }
    }

    @Test
    void fewRowsBehindARequestAreSaid() {
        assertTrue(html(Dossiers.small()).contains("Fewer than 100 effective rows"));
    }

    @Test
    void sameDossierSameBytesInEveryLocale() {
        String first = html(Dossiers.small());
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("ar-EG-u-nu-arab", "de-DE", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(first, html(Dossiers.small()), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void thePageStaysSmall() {
        int bytes = html(Dossiers.small()).getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 200_000, "4 observations: " + bytes);
    }

    private static String row(List<String> rows, String column) {
        return rows.stream().filter(r -> r.startsWith(column)).findFirst().orElseThrow().strip();
    }

    private static String html(Dossier dossier) {
        try {
            StringBuilder out = new StringBuilder();
            HtmlReport.write(dossier, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parse(String html) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private static List<Element> all(Document page) {
        return elements(page, "*");
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        List<Element> out = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            out.add((Element) nodes.item(i));
        }
        return out;
    }
}
