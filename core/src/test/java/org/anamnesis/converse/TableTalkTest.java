package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.anamnesis.generate.Learners;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A learned model steered by the words of the built-in population and by those of its table. */
class TableTalkTest {
    private static final int ROWS = 600;

    @TempDir private static Path folder;
    private static Path model;
    private static Anamnesis program;

    @BeforeAll
    static void learn() throws IOException {
        var text =
                new StringBuilder(
                        "gender;age;bmi;a1c;Glukose (mmol/l);crp_x;ward;stage;smoking;dm;fall\n");
        long key = new SeedTree(11).purpose("people");
        for (int i = 0; i < ROWS; i++) {
            int at = 20 * i;
            double u = SeedTree.uniform(key, at);
            double age = 25 + Math.rint(60 * SeedTree.uniform(key, at + 1));
            double bmi = Math.rint(10 * (20 + 15 * u)) / 10;
            double a1c = Math.rint(10 * (5 + 3 * u + 2 * SeedTree.uniform(key, at + 2))) / 10;
            double glucose = Math.rint(10 * (a1c - 0.5 + 2 * SeedTree.uniform(key, at + 3))) / 10;
            double crp = Math.rint(10 * (1 + 30 * SeedTree.uniform(key, at + 4))) / 10;
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s;%.0f;%.1f;%.1f;%.1f;%s;%s;%s;%s;%s;%s\n",
                            SeedTree.uniform(key, at + 5) < 0.5 ? "F" : "M",
                            age,
                            bmi,
                            a1c,
                            glucose,
                            i % 10 == 0 ? "" : String.format(Locale.ROOT, "%.1f", crp),
                            one(SeedTree.uniform(key, at + 6), "ICU", "HDU", "General"),
                            one(SeedTree.uniform(key, at + 7), "I", "II", "III"),
                            one(SeedTree.uniform(key, at + 8), "never", "former", "current"),
                            a1c >= 6.5 ? "yes" : "no",
                            SeedTree.uniform(key, at + 9) < 0.2 ? "yes" : "no"));
        }
        Path table = Files.writeString(folder.resolve("people.csv"), text);
        model = folder.resolve("people.model");
        new LearnDesk(Learners.installed(), Optional.empty(), "2026-11-28")
                .learn(
                        new LearnRequest(
                                table,
                                Optional.empty(),
                                Optional.of(model),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                1),
                        Progress.silent());
        program = Anamnesis.bundled().on(model);
    }

    private static String one(double u, String... of) {
        return of[(int) (u * of.length)];
    }

    private RowsMade made(String words, String out) {
        return program.sample(
                new RowsRequest(
                        model,
                        Optional.of(words),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        List.of(),
                        OptionalLong.empty(),
                        folder.resolve(out)),
                Progress.silent());
    }

    /** Cells by row; the header is left out. */
    private List<String[]> rows(String words) throws IOException {
        String out = "made-" + Integer.toHexString(words.hashCode()) + ".csv";
        Files.deleteIfExists(folder.resolve(out));
        made(words, out);
        List<String> lines = Files.readAllLines(folder.resolve(out));
        List<String[]> cells = new ArrayList<>();
        lines.subList(1, lines.size()).forEach(l -> cells.add(l.split(";", -1)));
        return cells;
    }

    private static double share(List<String[]> rows, Predicate<String[]> of) {
        return rows.stream().filter(of).count() / (double) rows.size();
    }

    private static double mean(List<String[]> rows, int column) {
        return rows.stream()
                .filter(r -> !r[column].isEmpty())
                .mapToDouble(r -> Double.parseDouble(r[column]))
                .average()
                .orElseThrow();
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static Turn last(String... messages) {
        List<Turn> turns = program.interpret(List.of(messages)).turns();
        return turns.get(turns.size() - 1);
    }

    private static List<String> changes(Turn turn) {
        return turn.changes().stream().map(Change::text).toList();
    }

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

    /** Own columns, columns known by their words, age, and other languages. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "correlation of BMI and HbA1c 0.2 | 2 | 3 | 0.2",
                "make crp_x and bmi correlate 0.5 | 5 | 2 | 0.5",
                "age correlates with crp_x at -0.4, mean age 60 | 1 | 5 | -0.4",
                "women only with a negative correlation of 0.3 between age and bmi | 1 | 2 | -0.3",
                "HbA1c and crp_x uncorrelated | 3 | 5 | 0",
                "die Korrelation von age und crp_x soll 0,5 sein | 1 | 5 | 0.5",
                "corrélation entre crp_x et bmi de 0,3 | 5 | 2 | 0.3",
                "correlación de 0,3 entre crp_x y bmi | 5 | 2 | 0.3",
                "crp_x与bmi的相关系数为0.3 | 5 | 2 | 0.3"
            })
    void correlationsAreMetInTheFile(String words, int one, int other, double wanted)
            throws IOException {
        List<String[]> rows = rows("600 people, " + words);
        double[] a = rows.stream().mapToDouble(r -> number(r[one])).toArray();
        double[] b = rows.stream().mapToDouble(r -> number(r[other])).toArray();
        double[] ones = new double[a.length];
        Arrays.fill(ones, 1);
        assertEquals(wanted, Weighted.rankCorrelation(a, b, ones), 0.03);
    }

    /** Half and half, the same column alike in both; columns, words of medicine and languages. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 rows, half ward ICU, half ward HDU, same age | 6 | ICU | HDU | 1",
                "400 rows in two groups: stage I and stage III, matched on age and sex | 7 | I | III | 1",
                "200 with fall and 200 without fall, same crp_x | 10 | yes | no | 5",
                "400 people, half women, half men, same HbA1c and age | 0 | F | M | 3",
                "half with diabetes, half without diabetes, same bmi | 9 | yes | no | 2",
                "400 rows, 50 % ward ICU, 50 % ward General, age is the same | 6 | ICU | General | 1",
                "400 Patienten, halb ward ICU, halb ward HDU, gleiches Alter | 6 | ICU | HDU | 1",
                "400 personnes, la moitié ward ICU, la moitié ward HDU, même âge | 6 | ICU | HDU | 1",
                "400 personas, mitad ward ICU, mitad ward HDU, misma edad | 6 | ICU | HDU | 1",
                "400人，一半ward ICU，一半ward HDU，年龄相同 | 6 | ICU | HDU | 1"
            })
    void groupsSideBySideHaveTheSameMargin(
            String words, int column, String one, String other, int same) throws IOException {
        List<String[]> rows = rows(words);
        List<String[]> first = rows.stream().filter(r -> r[column].equals(one)).toList();
        List<String[]> second = rows.stream().filter(r -> r[column].equals(other)).toList();
        assertEquals(rows.size() / 2, first.size());
        assertEquals(rows.size() / 2, second.size());
        for (List<String[]> group : List.of(first, second)) {
            assertEquals(1, group.stream().map(r -> r[11]).distinct().count(), "group");
        }
        assertNotEquals(first.get(0)[11], second.get(0)[11]);
        assertEquals(mean(first, same), mean(second, same), 0.02 * sd(rows, same));
        assertEquals(sd(first, same), sd(second, same), 0.05 * sd(rows, same));
    }

    private static double sd(List<String[]> rows, int column) {
        double[] x = rows.stream().mapToDouble(r -> number(r[column])).toArray();
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return Weighted.sd(x, ones);
    }

    /** The twin: HbA1c rises with BMI, so that diabetics are heavier unless BMI is the same. */
    @Test
    void withoutBeingTheSameTheGroupsDiffer() throws IOException {
        List<String[]> rows = rows("400 people, 50 % with diabetes");
        assertEquals(200, rows.stream().filter(r -> r[9].equals("yes")).count());
        double yes = mean(rows.stream().filter(r -> r[9].equals("yes")).toList(), 2);
        double no = mean(rows.stream().filter(r -> r[9].equals("no")).toList(), 2);
        assertTrue(yes - no > 0.5 * sd(rows, 2), yes + " and " + no);
    }

    @Test
    void whatIsAskedOfEveryoneHoldsInEveryGroup() throws IOException {
        List<String[]> rows =
                rows(
                        "300 people over 40, 20 % ward ICU, 30 % ward HDU, same age, 40 % fall, mean crp_x 15");
        assertEquals(60, rows.stream().filter(r -> r[11].equals("ICU")).count());
        assertEquals(90, rows.stream().filter(r -> r[11].equals("HDU")).count());
        for (String group : List.of("ICU", "HDU", "rest")) {
            List<String[]> own = rows.stream().filter(r -> r[11].equals(group)).toList();
            assertTrue(own.stream().allMatch(r -> number(r[1]) > 40));
            assertEquals(0.4, share(own, r -> r[10].equals("yes")), 0.01);
            assertEquals(15, mean(own, 5), 0.2);
            assertTrue(
                    own.stream().noneMatch(r -> group.equals("rest") && !r[6].equals("General")));
        }
    }

    @Test
    void groupsAreChangedAskedAndDroppedByTalking() {
        String first = "200 rows, half ward ICU, half ward HDU, same age";
        List<Turn> turns =
                program.interpret(
                                List.of(
                                        first,
                                        "make the ward ICU group 30 %",
                                        "what is the mean age?",
                                        "undo",
                                        "half ward ICU, half ward General",
                                        "no groups"))
                        .turns();
        assertTrue(changes(turns.get(1)).get(0).contains("ICU 30 %"), turns.get(1).reply());
        assertTrue(turns.get(2).reply().contains("group ICU: mean"), turns.get(2).reply());
        assertTrue(changes(turns.get(3)).get(0).endsWith("; same age"), turns.get(3).reply());
        assertTrue(changes(turns.get(4)).get(0).contains("General 50 %"), turns.get(4).reply());
        assertTrue(changes(turns.get(5)).get(0).endsWith("no groups"), turns.get(5).reply());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "half ward ICU, half ward HDU, same ward",
                "half ward ICU, half ward HDU, same potassium",
                "half with HbA1c above 8, half with HbA1c below 7, same HbA1c",
                "half on metformin, half not on metformin, same age"
            })
    void groupsThatCannotBeChangeNothing(String asked) {
        List<Turn> turns = program.interpret(List.of("300 women", asked, "show")).turns();
        assertEquals(Turn.Kind.PROBLEM, turns.get(1).kind(), turns.get(1).reply());
        assertFalse(turns.get(1).problems().get(0).suggestion().isBlank());
        assertFalse(turns.get(2).reply().contains("groups"), turns.get(2).reply());
    }

    @Test
    void aCorrelationIsChangedAndDroppedByTalking() {
        String first = "300 women, correlation of crp_x and bmi 0.5, mean age 60";
        assertEquals(
                List.of(
                        "- rank correlation of crp_x and Body mass index 0.5",
                        "+ rank correlation of crp_x and Body mass index 0.2"),
                changes(last(first, "correlation of bmi and crp_x 0.2")).stream()
                        .map(
                                c ->
                                        c.replace(
                                                "Body mass index and crp_x",
                                                "crp_x and Body mass index"))
                        .toList());
        assertEquals(
                List.of("- rank correlation of crp_x and Body mass index 0.5"),
                changes(last(first, "drop the correlation of crp_x and bmi")));
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
