package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.population.Weighted;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecJson;
import org.anamnesis.spec.StudyGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Correlations and groups asked of a learned model in words. */
class TableTogetherTest extends TalkedAbout {
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

    /** The same of the built-in population: "400 people" was a third group of 100 %. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 people, half women, half men, same age",
                "400 patients with T2DM over 50: half women, half men, same age",
                "400 adults, 50 % on metformin, 50 % not on metformin, same BMI"
            })
    void whoIsCountedInFrontOfSharesIsEveryone(String words) {
        CohortSpec spec = SpecJson.read(Anamnesis.bundled().interpret(List.of(words)).specJson());
        assertEquals(400, spec.count());
        assertEquals(
                List.of(50.0, 50.0),
                spec.beyond().groups().all().stream().map(StudyGroup::percent).toList());
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
                                        "20 % ward ICU",
                                        "half ward ICU, half ward General",
                                        "no groups"))
                        .turns();
        assertTrue(changes(turns.get(1)).get(0).contains("ICU 30 %"), turns.get(1).reply());
        assertTrue(turns.get(2).reply().contains("group ICU: mean"), turns.get(2).reply());
        assertTrue(changes(turns.get(3)).get(0).endsWith("; same age"), turns.get(3).reply());
        assertTrue(changes(turns.get(4)).get(0).contains("HDU 80 %"), turns.get(4).reply());
        assertTrue(changes(turns.get(5)).get(0).contains("General 50 %"), turns.get(5).reply());
        assertTrue(changes(turns.get(6)).get(0).endsWith("no groups"), turns.get(6).reply());
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
}
