package org.anamnesis.learn.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.anamnesis.generate.Allowance;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final double NONE = Double.NaN;

    private static Conditions read(String... texts) {
        return Conditions.read(List.of(texts), People.COLUMNS);
    }

    /** Whether a row meets a condition, by its allowances and its test together. */
    private static boolean meets(String text, double... row) {
        Conditions conditions = read(text);
        double[][] columns = new double[5][1];
        for (int k = 0; k < 5; k++) {
            columns[k][0] = row[k];
        }
        boolean allowed = true;
        for (int k = 0; k < 5; k++) {
            allowed &= conditions.allowed().get(k).allows(row[k]);
        }
        boolean all = conditions.parts().stream().allMatch(p -> p.holds(columns, 0));
        assertEquals(all, allowed && conditions.hold(columns, 0), "both ways: " + text);
        return all;
    }

    /** Rows: (50, female, 8.0, "2", South) and the same without HbA1c. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hba1c >= 8                                  | true  | false
                    hba1c > 8                                   | false | false
                    8 <= hba1c                                  | true  | false
                    hba1c != 8                                  | false | false
                    not hba1c > 8                               | true  | false
                    hba1c is above 7.9                          | true  | false
                    hba1c at least 8 and age below 51           | true  | false
                    hba1c at most 7 or sex is female            | true  | true
                    hba1c no less than 8 and sex is not male    | true  | false
                    age greater than or equal to 50             | true  | true
                    not (hba1c = 8)                             | false | false
                    hba1c between 7.5 and 8 and sex = 'female'  | true  | false
                    hba1c not between 7.5 and 8                 | false | false
                    hba1c is missing                            | false | true
                    age < 1970-02-21 and age > '1970-02-18'     | true  | true
                    age >= 1970-02-21                           | false | false
                    hba1c is not missing                        | true  | false
                    hba1c is present                            | true  | false
                    floor(hba1c / 3) = 2 and abs(-age) >= 50    | true  | false
                    sqrt(hba1c * 2) <= 4 and round(log(1)) = 0  | true  | false
                    hba1c < 5 or age = 50                       | true  | true
                    hba1c < 5 or hba1c > 7                      | true  | false
                    hba1c < 5 or hba1c is missing               | false | true
                    sex in ('male', "female")                   | true  | true
                    sex not in ('male')                         | true  | true
                    sex = Female                                | true  | true
                    sex <> 'male'                               | true  | true
                    stage >= 2                                  | true  | true
                    3 > stage and stage != 1                    | true  | true
                    stage in (1, 3)                             | false | false
                    `home site` = 'South'                       | true  | true
                    "home site" = 'it''s'                       | false | false
                    age > hba1c * 6                             | true  | false
                    age - 2 * 5 ^ 2 = 0                         | true  | true
                    -age < -49 and (age + 10) / 2 = 30          | true  | true
                    -2 ^ 2 = -4 and age > 1                     | true  | true
                    not (sex = 'male' or age < 40)              | true  | true
                    age / 0 > 1                                 | false | false
                    """)
    void meansWhatItSays(String text, boolean withValue, boolean withoutValue) {
        assertEquals(withValue, meets(text, 50, 1, 8, 1, 1));
        assertEquals(withoutValue, meets(text, 50, 1, NONE, 1, 1));
    }

    @Test
    void whatAnEngineCanKeepIsHandedToIt() {
        Conditions c = read("hba1c >= 8 and sex = 'female' and age > hba1c", "hba1c < 9");
        assertEquals(new Allowance.Range(8, Math.nextDown(9.0)), c.allowed().get(2));
        assertEquals(new Allowance.Levels(Set.of(1)), c.allowed().get(1));
        assertEquals(Allowance.ANY, c.allowed().get(0));
        assertEquals(1, c.tested().size(), "only the comparison of columns is tested");
        Conditions either = read("age < 30 or age between 70 and 75");
        assertEquals(new Allowance.Range(Double.NEGATIVE_INFINITY, 75), either.allowed().get(0));
        assertEquals(1, either.tested().size());
    }

    private static List<Problem> problems(String... texts) {
        return assertThrows(RequestException.class, () -> read(texts)).problems();
    }

    @Test
    void allMistakesAreToldAtOnceWithTheirPlaces() {
        List<Problem> problems =
                problems(
                        "hba1d >= 8 and sex = 'woman' and sex > 'male'",
                        "age >= 'old' and site in (1)",
                        "age >= and sex",
                        "age ! 5");
        List<String> codes = problems.stream().map(Problem::code).toList();
        assertEquals(
                List.of(
                        "sample.condition.column",
                        "sample.condition.level",
                        "sample.condition.order",
                        "sample.condition.number",
                        "sample.condition.column",
                        "sample.condition.grammar",
                        "sample.condition.grammar"),
                codes);
        assertTrue(problems.get(0).message().contains("\"hba1d\", at letter 1"));
        assertTrue(problems.get(0).suggestion().startsWith("one of hba1c"));
        assertTrue(problems.get(1).message().endsWith("at letter 22"), problems.get(1).message());
        assertTrue(problems.get(1).suggestion().contains("female"));
        assertTrue(problems.get(5).message().contains("\"and\", at letter 8"));
    }

    @Test
    void whatNoRowCanMeetIsRefusedAtOnce() {
        for (String text :
                List.of(
                        "age > 50 and age < 40",
                        "sex = 'male' and sex = 'female'",
                        "hba1c is missing and hba1c > 5",
                        "stage > 3",
                        "stage = 1 and stage is missing")) {
            assertEquals("sample.condition.impossible", problems(text).get(0).code(), text);
        }
    }

    @Test
    void textsOfAnyKindAreAnswered() {
        for (String text :
                List.of(
                        "",
                        "(",
                        "5",
                        "age",
                        "age = = 5",
                        "((((".repeat(500),
                        "not ".repeat(9000),
                        "- ".repeat(9000) + "5 = age",
                        "age = 5" + "+1".repeat(999),
                        "age = 5" + " or age = 6".repeat(999),
                        "age = 5" + " or age = 6".repeat(40_000),
                        "age in ()",
                        "'",
                        "age is",
                        "age = 1 2",
                        "5 is missing",
                        "sex + 1 > 2",
                        "age > 'x' or",
                        "\u0000",
                        "age > 1e999")) {
            try {
                read(text);
            } catch (RequestException told) {
                assertTrue(told.problems().stream().allMatch(p -> !p.suggestion().isEmpty()));
            }
        }
    }

    @Test
    void targetsAreReadWithAllTheirMistakes() {
        var read =
                Target.read(
                        List.of("mean(hba1c)=9", "share(sex = 'female' and age > 50) = 60 %"),
                        People.COLUMNS);
        assertEquals(9, read.get(0).value());
        assertEquals(0.6, read.get(1).value());
        var wrong =
                assertThrows(
                        RequestException.class,
                        () ->
                                Target.read(
                                        List.of(
                                                "mean(sex)=1",
                                                "share(sex='female')=1.2",
                                                "median(age)=3",
                                                "mean(aged)=4"),
                                        People.COLUMNS));
        assertEquals(
                List.of(
                        "sample.condition.number",
                        "sample.target.value",
                        "sample.target.form",
                        "sample.condition.column"),
                wrong.problems().stream().map(Problem::code).toList());
        assertTrue(wrong.problems().get(3).message().endsWith("at letter 6"));
    }
}
