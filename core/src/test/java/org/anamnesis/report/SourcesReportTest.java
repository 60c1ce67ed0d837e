package org.anamnesis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.Field;
import org.anamnesis.evidence.Provenance;
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
        assertEquals("2011-March 2020", hba1c.get("period"));
        assertEquals("cohort", hba1c.get("table"));
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
                            .peek(SourcesReportTest::ten)
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
                text.contains(
                        """
                        - HbA1c, ADA 2025
                          - read \\[3\\]: HbA1c >= 6.5 %; HbA1c \\< 7 % for many
                          - unverified: LDL \\< 70 mg/dL
                        """),
                "one guideline, whatever was read of it");
        assertTrue(text.contains("- Adults only\n- HbA1c: stated\\_x\n"));
        assertTrue(text.contains("Made with Anamnesis 0.0.test, seed 1, index date 2020-03-01."));
    }

    @Test
    void theEntriesOfTheEhrTablesAreNamedAsTheyStandThere() throws IOException {
        Dossier dossier =
                Dossiers.with(
                        hidden("asthma", Field.Role.CONDITION, Provenance.asked("asked for")),
                        hidden(
                                "class:statin",
                                Field.Role.MEDICATION,
                                Provenance.of(
                                                "learned",
                                                "US adults",
                                                "2011-2014",
                                                List.of("nhanes"))
                                        .withAssumed("which ingredient of the class")));
        String text = SourcesReport.markdown(dossier);
        assertTrue(
                text.contains("| conditions | condition = asthma | asthma |  | asked for |"), text);
        assertTrue(
                text.contains(
                        "| medications | drug\\_class = class:statin | class:statin |  | learned;"
                                + " assumed: which ingredient of the class | US adults | 2011-2014 | "
                                + " | \\[1\\] | computed, in part assumed |"),
                text);
        Map<String, Object> root = JSON.std.mapFrom(SourcesReport.json(dossier));
        List<?> columns = (List<?>) root.get("columns");
        Map<?, ?> statin = (Map<?, ?>) columns.get(columns.size() - 1);
        assertEquals("drug_class = class:statin", statin.get("rows"));
        assertEquals("which ingredient of the class", statin.get("assumed"));
        List<String> lines = Summary.lines(dossier);
        assertTrue(
                lines.get(0)
                        .startsWith(
                                "2 of 2 columns of the cohort table beside patient_id, 0 of 1 diagnosis"
                                        + " of the conditions table, 1 of 1 drug class of the"
                                        + " medications table from "),
                lines.get(0));
        assertEquals(
                "Confidence: 3 computed, 1 asked (1 of them in part assumed); each in full:"
                        + " sources.md",
                lines.get(4));
    }

    private static Field hidden(String id, Field.Role role, Provenance provenance) {
        return new Field(
                id,
                id,
                id,
                role,
                "",
                0,
                List.of("one", "two"),
                Optional.empty(),
                false,
                provenance);
    }

    @Test
    void theSummaryHasFiveLines() {
        List<String> lines = Summary.lines(Dossiers.small());
        assertEquals(5, lines.size());
        assertEquals(
                "6 of 9 columns of the cohort table beside patient_id from HbA1c (CDC/NCHS, 2005-2020)"
                        + " https://www.cdc.gov/nchs/nhanes/",
                lines.get(0));
        assertEquals("Also gone (not in the list of sources) (1 column)", lines.get(1));
        assertTrue(
                lines.get(2).startsWith("200 rows of the reference population meet the request"));
        assertEquals("Guidelines: ADA 2025 (read in part, the rest unverified)", lines.get(3));
        assertEquals(
                "Confidence: 6 computed, 2 unverified, 1 assumed; each in full: sources.md",
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
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        "test");
        assertEquals(5, Summary.lines(bare).size());
    }

    private static void ten(String row) {
        long bars = row.replace("\\|", "").chars().filter(c -> c == '|').count();
        assertEquals(11, bars, row);
    }

    private static List<String> headings(String text) {
        return text.lines().filter(l -> l.startsWith("## ")).toList();
    }
}
