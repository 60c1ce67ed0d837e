package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A learned model steered by the words of the built-in population and by those of its table. */
class TableTalkTest extends TalkedAbout {
    @Test
    void wordsOfMedicineSteerTheColumnsTheyMean() throws IOException {
        List<String[]> rows =
                rows("300 women over 60 with HbA1c above 8, mean BMI 31, 40 % smokers");
        assertEquals(300, rows.size());
        for (String[] r : rows) {
            assertEquals("F", r[0]);
            assertTrue(number(r[1]) >= 61, r[1]);
            assertTrue(number(r[3]) > 8, r[3]);
        }
        assertEquals(31, mean(rows, 2), 0.1);
        assertEquals(0.4, share(rows, r -> r[8].equals("current")), 1e-9);
    }

    /** The twin: without the words the same rows are not so. */
    @Test
    void nothingAskedIsNothingSteered() throws IOException {
        List<String[]> rows = rows("300 rows");
        assertEquals(300, rows.size());
        assertTrue(share(rows, r -> r[0].equals("F")) < 0.7);
        assertTrue(share(rows, r -> number(r[3]) > 8) < 0.6);
        assertTrue(mean(rows, 2) < 30);
    }

    @Test
    void theTablesOwnNamesAndAnswersAreWordsToo() throws IOException {
        List<String[]> rows =
                rows(
                        "250 rows, ward = ICU or HDU, only stage III, mean crp_x 12, 30 % fall, dm = yes");
        assertEquals(250, rows.size());
        for (String[] r : rows) {
            assertTrue(r[6].matches("ICU|HDU"), r[6]);
            assertEquals("III", r[7]);
            assertEquals("yes", r[9]);
        }
        assertEquals(12, mean(rows, 5), 0.1);
        assertEquals(0.3, share(rows, r -> r[10].equals("yes")), 1e-9);
    }

    /** Of everyone it would be another wish. */
    @Test
    void aShareMayHaveARange() throws IOException {
        List<String[]> rows = rows("200 rows, 30 % with crp_x above 15, half of them age 60 to 70");
        assertEquals(0.3, share(rows, r -> number(r[5]) > 15), 1e-9);
        rows = rows("200 rows, 25 % with crp_x between five and 9");
        assertEquals(0.25, share(rows, r -> number(r[5]) >= 5 && number(r[5]) <= 9), 1e-9);
    }

    @Test
    void alternativesOfTwoColumnsAreOneWish() throws IOException {
        List<String[]> rows = rows("200 rows, either ward = ICU or crp_x above 25");
        assertTrue(rows.stream().allMatch(r -> r[6].equals("ICU") || number(r[5]) > 25));
        assertTrue(share(rows, r -> r[6].equals("ICU")) < 1);
        Turn unclear = last("300 women", "ward = ICU or HbA1c above 8");
        assertEquals(Turn.Kind.PROBLEM, unclear.kind(), unclear.reply());
    }

    @Test
    void rangesMissingCellsAndColumnsAreAskedInWords() throws IOException {
        List<String[]> rows =
                rows("100 rows with crp_x between 5 and 9; only the columns ward, crp_x and a1c");
        assertEquals(3, rows.get(0).length);
        for (String[] r : rows) {
            assertTrue(number(r[1]) >= 5 && number(r[1]) <= 9, Arrays.toString(r));
        }
        assertEquals(0, share(rows("200 rows, crp_x not missing"), r -> r[5].isEmpty()));
        assertEquals(
                0.2, share(rows("200 rows, 20 % of crp_x missing"), r -> r[5].isEmpty()), 1e-9);
    }

    /** 126 mg/dL are 6.99 mmol/L. */
    @ParameterizedTest
    @CsvSource({
        "Glukose at least 7, 7",
        "random glucose at least 126 mg/dL, 6.99",
        "Glukose at least 126 mg/dL, 6.99"
    })
    void unitsAreConvertedToThoseOfTheColumn(String words, double least) throws IOException {
        List<String[]> rows = rows("200 people with " + words);
        assertTrue(rows.stream().allMatch(r -> number(r[4]) >= least));
        assertTrue(rows.stream().anyMatch(r -> number(r[4]) < least + 1));
    }

    @Test
    void severalTurnsEditUndoAndTell() {
        String first = "300 women with ward ICU";
        assertEquals(
                List.of("- sex female", "+ sex male"),
                changes(last(first, "the same but for men")));
        assertEquals(
                List.of("- ward ICU", "+ ward HDU"), changes(last(first, "make it HDU instead")));
        assertEquals(List.of("- ward ICU"), changes(last(first, "drop the condition on ward")));
        Turn undone = last(first, "only stage II", "undo");
        assertEquals(List.of("- stage II"), changes(undone));
        assertTrue(undone.reply().contains("ward ICU"), undone.reply());
        assertTrue(last(first, "what changed?").reply().contains("+ ward ICU"));
    }

    @Test
    void aMovedMeanStartsFromWhatTheModelMakes() throws IOException {
        String start = "400 women";
        double before = mean(rows(start), 5);
        double after = mean(rows(start + ", crp_x 2 higher"), 5);
        double sd = 30 / Math.sqrt(12);
        // the start is told from 1,600 rows and met by 400: 0.06 SD, with a false alarm in 10,000
        assertEquals(before + 2, after, 4 * sd * Math.sqrt(1 / 400.0 + 1 / 1600.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "potassium above 5",
                "ward = Maternity",
                "crp_y above 3",
                "100 asthma patients",
                "crp_x between 9 and 5",
                "160 % ICU",
                "seen after 2018-01-01",
                "age above 30 with stage 3 CKD",
                "correlation of bmi and potassium 0.8",
                "correlation of bmi and ward 0.3",
                "correlation of bmi and a1c 1.5",
                "use the copula"
            })
    void whatTheTableDoesNotHoldChangesNothing(String asked) {
        List<Turn> turns =
                program.interpret(List.of("300 women with ward ICU", asked, "show")).turns();
        assertEquals(Turn.Kind.PROBLEM, turns.get(1).kind(), turns.get(1).reply());
        assertFalse(turns.get(1).problems().get(0).suggestion().isBlank());
        assertTrue(turns.get(2).reply().contains("ward ICU"), turns.get(2).reply());
        assertTrue(turns.get(2).reply().contains("300 patients"), turns.get(2).reply());
    }

    @Test
    void allMistakesAreToldAtOnceWithTheNearestColumns() {
        RequestException e =
                assertThrows(
                        RequestException.class,
                        () -> made("200 rows with potassium above 5, ward = ICUU", "no.csv"));
        List<String> codes = e.problems().stream().map(Problem::code).toList();
        assertEquals(List.of("sample.words.answer", "sample.words.column"), codes);
        RequestException none =
                assertThrows(
                        RequestException.class,
                        () -> made("200 rows with crpx above 5, potassium above 5", "no.csv"));
        assertTrue(
                none.problems().stream().anyMatch(p -> p.suggestion().contains("crp_x")),
                none.getMessage());
        assertFalse(Files.exists(folder.resolve("no.csv")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why is the mean of crp_x 16?",
                "what is the mean HbA1c?",
                "where do the data come from?",
                "how rare is this?",
                "how common is diabetes in the US?",
                "what do guidelines say about HbA1c?"
            })
    void noAnswerSpeaksOfOtherPeople(String question) {
        Turn turn = last("300 women", question);
        assertEquals(Turn.Kind.ANSWERED, turn.kind(), turn.reply());
        assertTrue(turn.reply().contains("people.csv"), turn.reply());
        assertFalse(turn.reply().matches("(?s).*(United States|NHANES|census).*"), turn.reply());
    }

    /** The twin: of the built-in population the same question is answered from evidence. */
    @Test
    void withoutAModelTheAnswerIsOfTheCountry() {
        Turn turn =
                Anamnesis.bundled()
                        .interpret(List.of("how common is diabetes in the US?"))
                        .turns()
                        .get(0);
        assertFalse(turn.reply().contains("people.csv"));
    }

    @Test
    void noTurnClaimsThePopulationOfACountry() {
        for (Turn turn :
                program.interpret(
                                List.of(
                                        "300 women",
                                        "make it 500",
                                        "show",
                                        "make it 500",
                                        "save this as A"))
                        .turns()) {
            assertFalse(turn.toString().contains("United States"), turn.toString());
            assertTrue(turn.reach().isEmpty());
        }
        assertTrue(
                last("200 diabetics based on the US population")
                        .assumed()
                        .contains(
                                "The people are those of the table people.csv, not of a country."));
    }

    @Test
    void theSameWordsAndSeedMakeTheSameRows() throws IOException {
        made("50 women, seed 7", "a.csv");
        made("50 women, seed 7", "b.csv");
        made("50 women, seed 8", "c.csv");
        String a = Files.readString(folder.resolve("a.csv"));
        assertEquals(a, Files.readString(folder.resolve("b.csv")));
        assertNotEquals(a, Files.readString(folder.resolve("c.csv")));
    }

    /** What is said of a learned table is said in the language of the message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wie hoch ist das mittlere crp_x?",
                "warum ist das mittlere crp_x so hoch?",
                "woher kommen die Daten?",
                "Kalium über 5",
                "mittleres crp_x 500",
                "halb ward ICU, halb ward HDU, gleiches Alter",
                "¿cuál es la media de crp_x?",
                "potasio superior a 5",
                "mitad ward ICU, mitad ward HDU, misma edad",
                "quelle est la moyenne de crp_x ?",
                "potassium supérieur à 5",
                "la moitié ward ICU, la moitié ward HDU, même âge",
                "crp_x的平均值是多少？",
                "血钾高于5"
            })
    void answersAreInTheLanguageOfTheMessage(String message) {
        boolean chinese = message.codePoints().anyMatch(Character::isIdeographic);
        String first =
                chinese
                        ? "300名女性"
                        : message.matches("(?s).*(?:é|è|ê|potassium).*")
                                ? "300 femmes de plus de 30 ans"
                                : message.matches("(?s).*(?:¿|ci|mitad).*")
                                        ? "300 mujeres de más de 30 años"
                                        : "300 Frauen über 30 Jahre";
        Turn turn = last(first, message);
        String said = turn.reply() + turn.changes() + turn.problems() + turn.warnings();
        assertFalse(
                turn.reply()
                        .matches(
                                "(?s).*\\b(?:the|rows|asked|mean(?!\\()|missing|nothing|learned|has|of)\\b.*"),
                said);
    }

    @Test
    void germanWordsWorkOnTheTable() throws IOException {
        List<String[]> rows =
                rows("200 Frauen über 60 mit HbA1c über 7, nur ward ICU, crp_x zwischen 5 und 20");
        assertEquals(200, rows.size());
        for (String[] r : rows) {
            assertTrue(
                    r[0].equals("F")
                            && number(r[1]) > 60
                            && number(r[3]) > 7
                            && r[6].equals("ICU")
                            && number(r[5]) >= 5
                            && number(r[5]) <= 20,
                    Arrays.toString(r));
        }
    }
}
