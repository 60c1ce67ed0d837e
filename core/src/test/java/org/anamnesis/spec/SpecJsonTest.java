package org.anamnesis.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecJsonTest {
    private static final CohortSpec EXAMPLE =
            CohortSpec.DEFAULT
                    .withCount(2000)
                    .withCondition(Optional.of("type-2-diabetes"))
                    .withConstraints(
                            List.of(
                                    new Constraint.Require(new Criterion.AgeBetween(40, 65)),
                                    new Constraint.Share(
                                            new Criterion.HasCondition(
                                                    "chronic-kidney-disease", Optional.of("3")),
                                            20),
                                    new Constraint.Require(
                                            new Criterion.Not(
                                                    new Criterion.ObservationWithin(
                                                            "hba1c",
                                                            new QuantityRange(
                                                                    8.1,
                                                                    Double.POSITIVE_INFINITY,
                                                                    "%")))),
                                    new Constraint.Mean("age", 55.5)));

    private static String codes(String json) {
        return assertThrows(RequestException.class, () -> SpecJson.read(json)).problems().stream()
                .map(Problem::code)
                .collect(Collectors.joining(" "));
    }

    @Test
    void theTextIsReadable() {
        assertEquals(
                """
                {
                  "version": 1,
                  "count": 2000,
                  "condition": "type-2-diabetes",
                  "population": "US",
                  "constraints": [
                    {"require": {"age": [40, 65]}},
                    {"share": {"condition": "chronic-kidney-disease", "stage": "3"}, "percent": 20},
                    {"require": {"not": {"observation": "hba1c", "low": 8.1, "unit": "%"}}},
                    {"mean": "age", "value": 55.5}
                  ],
                  "observations": {"count": 20, "named": [], "dropped": []},
                  "indexDate": "2020-03-01",
                  "seed": 1,
                  "engine": "trees",
                  "formats": ["csv", "parquet"]
                }
                """,
                SpecJson.write(EXAMPLE));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        assertEquals(EXAMPLE, SpecJson.read(SpecJson.write(EXAMPLE)));
        ForAll.seeds(
                500,
                seed -> {
                    CohortSpec spec = new Draws(seed).spec();
                    String json = SpecJson.write(spec);
                    assertEquals(spec, SpecJson.read(json), json);
                    assertEquals(json, SpecJson.write(SpecJson.read(json)));
                });
    }

    @Test
    void everyTruncationIsRefused() {
        String json = SpecJson.write(EXAMPLE).strip();
        for (int n = 0; n < json.length(); n++) {
            assertEquals("spec.json", codes(json.substring(0, n)));
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
        assertEquals(code, codes(json));
    }

    @Test
    void everyProblemComesAtOnce() {
        assertEquals(
                "spec.version spec.key.unknown spec.type spec.type spec.type",
                codes(
                        "{\"version\": 9, \"colour\": 1, \"count\": 0, \"seed\": \"x\","
                                + " \"constraints\": [{\"mean\": \"age\", \"value\": \"old\"}]}"));
    }

    @Test
    void deepNegationIsRefusedNotOverflowed() {
        String deep = "{\"not\": ".repeat(400) + "{\"age\": [1, 2]}" + "}".repeat(400);
        String json = "{\"version\": 1, \"constraints\": [{\"require\": " + deep + "}]}";

        assertTrue(codes(json).startsWith("spec."));
    }

    /** Arbitrary specifications. */
    private static final class Draws {
        private final long key;
        private int next;

        Draws(long seed) {
            key = SeedTree.key(new SeedTree(3).purpose("spec"), seed);
        }

        private int below(int n) {
            return (int) (SeedTree.uniform(key, next++) * n);
        }

        private double number() {
            double whole = below(2000) - 1000;
            return below(2) == 0 ? whole : whole + SeedTree.uniform(key, next++);
        }

        private String text() {
            return List.of(
                            "hba1c",
                            "a \"b\" \\c",
                            "line\nfeed",
                            "é µ ½",
                            "\u0001",
                            "=cmd()",
                            "\uD83D\uDE00")
                    .get(below(7));
        }

        private List<String> texts(int least) {
            List<String> all = new ArrayList<>();
            for (int i = below(4) + least; i > 0; i--) {
                all.add(text());
            }
            return all;
        }

        private Criterion criterion() {
            return switch (below(6)) {
                case 0 -> {
                    int low = below(50);
                    yield new Criterion.AgeBetween(low, low + below(50));
                }
                case 1 -> new Criterion.CategoryIn(text(), texts(1));
                case 2 ->
                        new Criterion.HasCondition(
                                text(), below(2) == 0 ? Optional.empty() : Optional.of("3b"));
                case 3 -> new Criterion.ObservationWithin(text(), range());
                case 4 -> new Criterion.TakesMedication(text());
                default -> new Criterion.Not(criterion());
            };
        }

        private QuantityRange range() {
            double low = below(3) == 0 ? Double.NEGATIVE_INFINITY : number();
            double high = below(3) == 0 ? Double.POSITIVE_INFINITY : Math.max(low, 0) + 1 / 3.0;
            return new QuantityRange(low, high, text());
        }

        private Constraint constraint() {
            return switch (below(3)) {
                case 0 -> new Constraint.Require(criterion());
                case 1 -> new Constraint.Share(criterion(), 100 * SeedTree.uniform(key, next++));
                default -> new Constraint.Mean(text(), number());
            };
        }

        CohortSpec spec() {
            List<Constraint> constraints = new ArrayList<>();
            for (int i = below(5); i > 0; i--) {
                constraints.add(constraint());
            }
            return new CohortSpec(
                    1 + (SeedTree.bits(key, next++) >>> (2 + below(60))),
                    below(2) == 0 ? Optional.empty() : Optional.of(text()),
                    text(),
                    constraints,
                    new ObservationChoice(below(100), texts(0), texts(0)),
                    LocalDate.of(2000, 1, 1).plusDays(below(9000)),
                    SeedTree.bits(key, next++),
                    text(),
                    texts(0));
        }
    }
}
