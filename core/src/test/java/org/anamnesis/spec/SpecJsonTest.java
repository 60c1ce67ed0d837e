package org.anamnesis.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecJsonTest {
    private static final String SMALL = SpecJson.write(RandomSpecs.any(3));

    private static List<Problem> problems(String json) {
        return assertThrows(RequestException.class, () -> SpecJson.read(json)).problems();
    }

    private static List<String> codes(String json) {
        return problems(json).stream().map(Problem::code).toList();
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        ForAll.seeds(
                500,
                seed -> {
                    CohortSpec spec = RandomSpecs.any(seed);
                    String json = SpecJson.write(spec);
                    assertEquals(spec, SpecJson.read(json));
                    assertEquals(json, SpecJson.write(SpecJson.read(json)));
                });
    }

    @Test
    void theTextIsStable() {
        CohortSpec spec =
                CohortSpec.DEFAULT
                        .withCount(2000)
                        .withCondition(Optional.of("type-2-diabetes"))
                        .withConstraints(
                                List.of(
                                        new Constraint.Require(new Criterion.AgeBetween(40, 65)),
                                        new Constraint.Mean("hba1c", 8.1)));
        assertEquals(
                """
                {
                  "version": 1,
                  "count": 2000,
                  "condition": "type-2-diabetes",
                  "population": "US",
                  "constraints": [
                    {"require": {"age": [40, 65]}},
                    {"mean": "hba1c", "value": 8.1}
                  ],
                  "observations": {"count": 20, "named": [], "dropped": []},
                  "indexDate": "2020-03-01",
                  "seed": 1,
                  "engine": "trees",
                  "formats": ["csv", "parquet"]
                }
                """,
                SpecJson.write(spec));
    }

    @Test
    void theWordsItCameFromAreKept() {
        ForAll.seeds(
                100,
                seed -> {
                    RandomSpecs.Dice dice = new RandomSpecs.Dice(seed);
                    var said =
                            new Said(
                                    List.of(dice.text(), dice.text()),
                                    List.of(dice.text()),
                                    List.of());
                    SpecFile back = SpecJson.file(SpecJson.write(RandomSpecs.any(seed), said));
                    assertEquals(RandomSpecs.any(seed), back.spec());
                    assertEquals(said, back.said());
                });
        assertEquals(Said.NOTHING, SpecJson.file(SMALL).said());
        assertEquals(
                List.of("spec.type", "spec.key.unknown"),
                codes("{\"version\": 1, \"said\": {\"messages\": 5, \"colour\": 1}}").stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void everyTruncationIsRefused() {
        String json = SMALL.strip();
        for (int end = 0; end < json.length(); end++) {
            String cut = json.substring(0, end);
            assertFalse(problems(cut).isEmpty(), cut);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"version": 2}|spec.version
            {"count": 5}|spec.version
            {"version": 1, "colour": 3}|spec.key.unknown
            {"version": 1, "count": 0}|spec.type
            {"version": 1, "count": -3}|spec.type
            {"version": 1, "count": 2.5}|spec.type
            {"version": 1, "count": "many"}|spec.type
            {"version": 1, "count": 99999999999999999999999}|spec.type
            {"version": 1, "count": null}|spec.type
            {"version": 1, "indexDate": "soon"}|spec.type
            {"version": 1, "formats": [1]}|spec.type
            {"version": 1, "observations": 20}|spec.type
            {"version": 1, "constraints": [{"require": {"age": [90, 20]}}]}|spec.type
            {"version": 1, "constraints": [{"require": {"age": [1]}}]}|spec.type
            {"version": 1, "constraints": [{"share": {"medication": "metformin"}, "percent": 120}]}|spec.type
            {"version": 1, "constraints": [{"share": {"medication": "metformin"}}]}|spec.type
            {"version": 1, "constraints": [{"wish": 1}]}|spec.type
            {"version": 1, "constraints": [{"require": {"category": "sex", "levels": []}}]}|spec.type
            {"version": 1, "constraints": [{"require": {"age": [1, 2], "sex": "x"}}]}|spec.key.unknown
            [1, 2]|spec.json
            hello|spec.json
            """)
    void badTextIsRefused(String json, String code) {
        assertEquals(List.of(code), codes(json));
    }

    @Test
    void deepNegationIsRefusedNotOverflowed() {
        String deep = "{\"not\": ".repeat(400) + "{\"age\": [1, 2]}" + "}".repeat(400);
        String json = "{\"version\": 1, \"constraints\": [{\"require\": " + deep + "}]}";

        assertTrue(codes(json).get(0).startsWith("spec."));
    }

    @Test
    void aBrokenTextSaysWhere() {
        List<Problem> problems = problems("{\n  \"version\": 1,\n  \"count\": 2 000\n}");
        assertEquals("spec.json", problems.get(0).code());
        assertTrue(problems.get(0).where().startsWith("line 3"), problems.get(0).where());
    }

    @Test
    void keysGivenTwiceAndTextBehindTheEndAreRefused() {
        assertEquals(List.of("spec.json"), codes("{\"version\": 1, \"count\": 5, \"count\": 6}"));
        assertEquals(List.of("spec.json"), codes(SMALL + "{}"));
        assertEquals(List.of("spec.json"), codes(SMALL + "x"));
    }

    @Test
    void aLaterVersionIsNamedAsSuch() {
        assertEquals(
                List.of("spec.version"), codes(SMALL.replace("\"version\": 1", "\"version\": 2")));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        List<Problem> problems =
                problems(
                        """
                        {"version": 1, "count": "many", "colour": 1, "seed": 1.5,
                         "constraints": [{"require": {"age": [90, 20]}}, {"mean": "hba1c"}, 7],
                         "observations": {"count": -1, "named": [1]}, "indexDate": "soon"}
                        """);
        assertEquals(9, problems.size(), problems.toString());
        assertTrue(problems.stream().noneMatch(p -> p.suggestion().isBlank()));
    }

    @Test
    void aKeyCannotSteerTheTerminal() {
        Problem problem = problems("{\"version\": 1, \"a\\u001b[2Jb\": 1}").get(0);
        assertTrue(problem.where().chars().noneMatch(Character::isISOControl), problem.where());
    }

    @Test
    void noiseNeverThrowsAnythingElse() {
        ForAll.seeds(
                300,
                seed -> {
                    RandomSpecs.Dice dice = new RandomSpecs.Dice(seed);
                    StringBuilder text = new StringBuilder(SMALL);
                    for (int i = 0; i < 3; i++) {
                        int at = dice.below(text.length());
                        text.setCharAt(at, "{}[],:\"0x-e\\ \n".charAt(dice.below(14)));
                    }
                    try {
                        SpecJson.read(text.toString());
                    } catch (RequestException expected) {
                        assertFalse(expected.problems().isEmpty());
                    }
                });
    }
}
