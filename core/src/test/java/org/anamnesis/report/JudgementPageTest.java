package org.anamnesis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.anamnesis.evaluate.Course;
import org.anamnesis.evaluate.JudgedCourses;
import org.anamnesis.evaluate.JudgedOutcome;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.evaluate.Judging;
import org.anamnesis.evaluate.Metric;
import org.anamnesis.evaluate.RowRule;
import org.anamnesis.evaluate.TableJudge;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JudgementPageTest {
    private static final String HOSTILE = "</title><script>alert(1)</script>\u202E\u0000";

    @Test
    void bothPagesAreWellFormedWhateverTheNames() throws Exception {
        for (String name : List.of("age", HOSTILE)) {
            Judged judged = judged(name, 60);
            for (Document page : List.of(parse(evaluation(judged)), parse(privacy(judged)))) {
                NodeList all = page.getElementsByTagName("*");
                for (int i = 0; i < all.getLength(); i++) {
                    Element element = (Element) all.item(i);
                    assertFalse(
                            List.of("script", "img", "link", "iframe")
                                    .contains(element.getTagName()));
                    String to = element.getAttribute("href");
                    assertTrue(to.isEmpty() || to.startsWith("#"), "nothing leads elsewhere");
                    if (element.getTagName().equals("svg") && element.hasAttribute("role")) {
                        assertFalse(
                                element.getElementsByTagName("title")
                                        .item(0)
                                        .getTextContent()
                                        .isBlank());
                    }
                }
            }
        }
    }

    @Test
    void everyMetricSaysWhatItCanAndCannotShow() throws Exception {
        Judged judged = judged("age", 60, true);
        String text =
                parse(evaluation(judged)).getDocumentElement().getTextContent()
                        + parse(privacy(judged)).getDocumentElement().getTextContent();
        String json = JudgementJson.text(judged);
        for (Metric metric : Metric.values()) {
            assertTrue(metric.shows().startsWith("Shows"), metric.name());
            assertTrue(metric.shows().contains("cannot"), metric.name());
            assertTrue(text.contains(metric.shows()), metric.name());
            // Missing rates stand within the columns there.
            assertTrue(metric == Metric.MISSING_RATES || json.contains(metric.shows()));
        }
    }

    @Test
    void copiesAreCalledSoOnBothPages() throws Exception {
        Judged judged = judged("age", 0);
        String page = parse(evaluation(judged)).getDocumentElement().getTextContent();
        assertTrue(page.contains("were copied"));
        assertTrue(page.contains("broken ✗"));
        String officer = parse(privacy(judged)).getDocumentElement().getTextContent();
        assertTrue(officer.contains("do not hand this on"));
        assertTrue(officer.contains("45 CFR 164.514(b)(1)") && officer.contains("Policy 0070"));
    }

    @Test
    void theJsonHoldsTheFiguresOfTheJudgement() throws IOException {
        Judged judged = judged("age", 60);
        Map<String, Object> root = JSON.std.mapFrom(JudgementJson.text(judged));
        Map<?, ?> fidelity = (Map<?, ?>) root.get("fidelity");
        Map<?, ?> apart = (Map<?, ?>) fidelity.get("two_sample_auc");
        Map<?, ?> against = (Map<?, ?>) apart.get("against_train");
        assertEquals(
                judged.judgement().againstTrain().value(),
                ((Number) against.get("value")).doubleValue(),
                1e-5);
        Map<?, ?> privacy = (Map<?, ?>) root.get("privacy");
        assertEquals(judged.judgement().privacy().verdict().passes(), privacy.get("passes"));
        assertEquals(root, JSON.std.mapFrom(JudgementJson.text(judged("age", 60))), "again");
    }

    private static String evaluation(Judged judged) throws IOException {
        StringBuilder out = new StringBuilder();
        JudgementPage.write(judged, out);
        return out.toString();
    }

    private static String privacy(Judged judged) throws IOException {
        StringBuilder out = new StringBuilder();
        PrivacyPage.write(judged, out);
        return out.toString();
    }

    /**
     * @param first person who is handed out as synthetic: 0 copies the training people
     */
    private static Judged judged(String name, int first) {
        return judged(name, first, false);
    }

    /**
     * @param followed whether the rows follow each other, two a person
     */
    private static Judged judged(String name, int first, boolean followed) {
        Table train = people(name, 0, 150);
        Judging plain =
                Judging.of(
                        new JudgedTables(
                                train, people(name, 200, 60), people(name, first * 10, 150)),
                        new JudgedOutcome.Column("ill"),
                        1);
        RowRule rule =
                new RowRule(
                        "adult",
                        "Adults only",
                        "request",
                        (table, i) -> RowRule.Answer.of(table.column(0)[i] >= 18));
        Judging judging =
                new Judging(
                        plain.tables(),
                        plain.outcome(),
                        plain.keys(),
                        List.of(rule),
                        List.of(),
                        Map.of(),
                        followed ? Optional.of(courses(plain.tables())) : Optional.empty(),
                        1);
        return new Judged(TableJudge.judge(judging), Judged.Learning.UNKNOWN, "test");
    }

    private static JudgedCourses courses(JudgedTables of) {
        return new JudgedCourses(course(of.train()), course(of.holdout()), course(of.synthetic()));
    }

    private static Course course(Table rows) {
        int[] starts = new int[rows.rows() / 2 + 1];
        Arrays.setAll(starts, i -> 2 * i);
        int[] firsts = Arrays.copyOf(starts, starts.length - 1);
        return new Course(rows.rows(firsts), rows, starts, Optional.of("sbp"));
    }

    private static Table people(String name, int first, int n) {
        double[][] columns = new double[4][n];
        long purpose = new SeedTree(3).purpose("people");
        for (int i = 0; i < n; i++) {
            long key = SeedTree.key(purpose, first + i);
            columns[0][i] = 18 + Math.floor(60 * SeedTree.uniform(key, 0));
            columns[1][i] = Math.floor(2 * SeedTree.uniform(key, 1));
            columns[2][i] = Math.rint(100 + columns[0][i] + 40 * SeedTree.uniform(key, 2));
            columns[3][i] = SeedTree.uniform(key, 3) < columns[0][i] / 100 ? 1 : 0;
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        return new Table(
                List.of(
                        Variable.number(name, "a", 0),
                        Variable.category("sex", List.of("female", "male")),
                        Variable.number("sbp", "mm[Hg]", 0),
                        Variable.flag("ill")),
                columns,
                weights);
    }

    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
    }
}
