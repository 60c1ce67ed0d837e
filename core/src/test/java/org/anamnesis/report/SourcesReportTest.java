package org.anamnesis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcesReportTest {
    private static final String HOSTILE = "| a | [x](javascript:1) <b>\n# h & `c` | =1";

    @Test
    void jsonNamesTheSourceAndTheConfidenceOfEveryColumn() throws IOException {
        Dossier dossier = Dossiers.small();
        Map<String, Object> root = JSON.std.mapFrom(SourcesReport.json(dossier));
        List<?> columns = (List<?>) root.get("columns");
        assertEquals(dossier.header().fields().size(), columns.size());
        Map<?, ?> hba1c = (Map<?, ?>) columns.get(2);
        assertEquals("hba1c_x", hba1c.get("column"));
        assertEquals(List.of("nhanes"), hba1c.get("sources"));
        assertEquals("computed", hba1c.get("confidence"));
        assertEquals(3305, hba1c.get("n"));
        assertEquals("2011-Mar2020", hba1c.get("period"));
        assertEquals("unverified", ((Map<?, ?>) columns.get(4)).get("confidence"));
        assertEquals("assumed", ((Map<?, ?>) columns.get(5)).get("confidence"));
        List<?> sources = (List<?>) root.get("sources");
        assertEquals(
                List.of("nhanes", "gone", "ada"),
                sources.stream().map(s -> ((Map<?, ?>) s).get("id")).toList(),
                "a source that is not listed is named, not hidden; recalled is no source");
        assertEquals(List.of("Adults only"), root.get("assumptions"));
    }

    @Test
    void markdownTablesSurviveEveryName() {
        String plain = SourcesReport.markdown(Dossiers.small());
        String hostile = SourcesReport.markdown(Dossiers.named(HOSTILE));
        for (String text : List.of(plain, hostile)) {
            long rows =
                    text.lines()
                            .filter(l -> l.startsWith("|"))
                            .peek(SourcesReportTest::nine)
                            .count();
            assertEquals(2 + 9, rows);
        }
        assertEquals(headings(plain), headings(hostile));
        assertFalse(hostile.replace("\\]", "").contains("](javascript"), "the bracket is escaped");
        assertFalse(hostile.replace("\\<", "").contains("<b>"));
    }

    @Test
    void markdownHoldsCitationsGuidelinesAndAssumptions() {
        String text = SourcesReport.markdown(Dossiers.small());
        assertTrue(
                text.contains(
                        "1. HbA1c. CDC/NCHS, 2005-2020. <https://www.cdc.gov/nchs/nhanes/> Licence:"
                                + " public domain."));
        assertTrue(
                text.contains("- HbA1c, ADA 2025 \\[3\\] (read): HbA1c >= 6.5 %; HbA1c \\< 7 %"));
        assertTrue(text.contains("- Adults only\n- Column stated\\_x: HbA1c\n"));
        assertTrue(text.endsWith("index date 2020-03-01.\n"));
    }

    @Test
    void theSummaryHasFiveLines() {
        List<String> lines = Summary.lines(Dossiers.small());
        assertEquals(5, lines.size());
        assertEquals(
                "6 columns of 9 from HbA1c (CDC/NCHS, 2005-2020) https://www.cdc.gov/nchs/nhanes/",
                lines.get(0));
        assertEquals("Also gone (not in the list of sources) (1 column)", lines.get(1));
        assertTrue(
                lines.get(2).startsWith("200 rows of the reference population meet the request"));
        assertEquals("Guidelines: ADA 2025", lines.get(3));
        assertEquals(
                "Confidence by column: 6 computed, 2 unverified, 1 assumed; in full: sources.md",
                lines.get(4));
        for (String line : Summary.lines(Dossiers.named("a\nb\u001B[31m\tc"))) {
            assertTrue(line.chars().noneMatch(c -> c < ' ' || c == 0x7F), line);
        }
        Dossier small = Dossiers.small();
        Dossier bare =
                new Dossier(
                        small.understanding(),
                        Optional.empty(),
                        small.spec(),
                        small.header(),
                        small.evaluation(),
                        Optional.empty(),
                        id -> Optional.empty(),
                        "test");
        assertEquals(5, Summary.lines(bare).size());
    }

    private static void nine(String row) {
        long bars = row.replace("\\|", "").chars().filter(c -> c == '|').count();
        assertEquals(10, bars, row);
    }

    private static List<String> headings(String text) {
        return text.lines().filter(l -> l.startsWith("## ")).toList();
    }
}
