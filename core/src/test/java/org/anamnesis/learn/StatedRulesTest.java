package org.anamnesis.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

class StatedRulesTest {
    private static final Table TABLE = table();

    private static Table table() {
        var t = new MadeTable(200, 31);
        t.category("sex", List.of("female", "male"), i -> i % 2);
        t.number("births", 0, i -> i % 2 == 1 && i > 20 ? Double.NaN : 2);
        t.number("weight", 1, i -> 70 + t.normal("w", i));
        t.number("height", 0, i -> 170 + 5 * t.normal("h", i));
        t.number("bmi", 1, i -> t.at("weight", i) / Math.pow(t.at("height", i) / 100, 2));
        t.number("diastolic", 0, i -> 70 + 5 * t.normal("d", i));
        t.number("systolic", 0, i -> 120 + 9 * t.normal("s", i));
        t.number("heart rate", 0, i -> 70 + 9 * t.normal("p", i));
        t.category("clinic", List.of("it's", "other"), i -> i % 2);
        return t.table();
    }

    private static KnownRule one(String text) {
        return StatedRules.of(List.of(text), TABLE).get(0);
    }

    private static String again(String text) {
        return new RuleJsonText(one(text)).text();
    }

    private record RuleJsonText(KnownRule rule) {
        String text() {
            return ((Map<?, ?>) RuleJson.write(List.of(rule)).get(0)).get("rule").toString();
        }
    }

    @Test
    void rulesAreReadAndSaidAgain() {
        assertEquals("diastolic < systolic", again("diastolic < systolic"));
        assertEquals("diastolic <= systolic", again("Systolic >= DIASTOLIC"));
        assertEquals("bmi = weight / (height / 100)^2", again("bmi = weight / (height/100)^2"));
        assertEquals("births only if sex = 'female'", again("births only if sex='female'"));
        assertEquals(
                "births if and only if sex = 'female'",
                again("births if and only if sex != 'male'"));
        assertEquals(
                "births only if height >= 150 or is missing",
                again("births only if height >= 150 or is missing"));
        assertEquals("births only if weight is present", again("births only if weight is present"));
        assertEquals(
                "\"heart rate\" between 30 and 250", again("\"heart rate\" between 30 and 250"));
        assertEquals("weight >= 2.5", again("weight >= 2.5"));
        assertEquals("clinic is always 'it''s'", again("clinic is always 'it''s'"));
        assertEquals("systolic - diastolic >= 5 + 2 * 3", again("systolic - diastolic >= 5 + 2*3"));
    }

    @Test
    void arithmeticHasTheUsualOrder() {
        for (String[] pair :
                new String[][] {
                    {"2 + 3 * 4 ^ 2 / 8 - 1", "7"},
                    {"(2 + 3) * 4 - -1", "21"},
                    {"2 ^ 3 ^ 2", "512"},
                    {"8 / 4 / 2", "1"},
                    {"-2 ^ 2", "-4"},
                    {"floor(7 / 2) + abs(-1) + sqrt(9) + round(2.6) + log(exp(1))", "11"}
                }) {
            ConstantRule rule = (ConstantRule) one("weight = " + pair[0]).rule();
            assertEquals(Double.parseDouble(pair[1]), rule.value(), 1e-12, pair[0]);
        }
    }

    @Test
    void whatIsPrintedIsReadBackAsTheSame() {
        for (String text :
                List.of(
                        "bmi = weight - (height - (diastolic - systolic))",
                        "bmi = weight / (height / 2) * 3",
                        "bmi = (weight ^ 2) ^ height",
                        "bmi = -1 * weight + (2 - 3 * height) / -4",
                        "bmi = 1e-7 * weight + 0.1")) {
            String once = again(text);
            assertEquals(once, again(once));
            double[] row = {0, 3, 2, 5, 7};
            FormulaRule first = (FormulaRule) one(text).rule();
            FormulaRule second = (FormulaRule) one(once).rule();
            double[] in = java.util.Arrays.copyOf(row, first.inputs().size());
            assertEquals(first.value(in), second.value(in), text);
        }
    }

    /** Rules and conditions are one language: words for signs, joined conditions, dates. */
    @Test
    void everyConditionIsARule() {
        assertEquals("diastolic < systolic", again("diastolic below systolic"));
        assertEquals("weight >= 2.5", again("weight at least 2.5"));
        assertEquals(
                "births only if weight is present", again("births only if weight is not missing"));
        KnownRule joined = one("not (sex = 'male' and births >= 1)");
        assertEquals(10, joined.evidence().breaking(), joined.sentence());
        assertEquals(
                "Every row keeps: not (sex = 'male' and births >= 1).", joined.rule().sentence());
        assertEquals(
                joined.rule().sentence(),
                one(again("not (sex = 'male' and births >= 1)")).rule().sentence());
        // a missing value breaks nothing
        assertTrue(joined.rule().holds(new double[] {1, Double.NaN}));
        assertFalse(joined.rule().holds(new double[] {1, 2}));
        assertEquals(0, one("sex = 'male' or births is present").evidence().breaking());
    }

    @Test
    void aStatedRuleSaysHowManyRowsBreakIt() {
        KnownRule births = one("births only if sex = 'female'");
        assertEquals(10, births.evidence().breaking());
        assertTrue(births.sentence().contains("90 of 100 rows"), births.sentence());
        assertEquals(0, one("bmi = weight / (height/100)^2").evidence().breaking());
    }

    @Test
    void everyProblemIsToldAtOnce() {
        List<String> wrong =
                List.of(
                        "diastolic < sistolic",
                        "births only if sex = 'woman'",
                        "bmi = weight / ",
                        "bmi = sex + 1",
                        "diastolic",
                        "weight $ 3",
                        "weight between 5 and 1",
                        "births only births",
                        "1 < 2",
                        "births only if births is present",
                        "bmi = " + "(".repeat(5_000) + "weight",
                        "bmi = " + "-".repeat(9_000) + "weight",
                        "bmi = weight" + "+1".repeat(9_000),
                        "");
        var e = assertThrows(RequestException.class, () -> StatedRules.of(wrong, TABLE));
        assertEquals(wrong.size(), e.problems().size());
        assertTrue(e.problems().get(0).suggestion().contains("systolic"));
        assertTrue(e.problems().stream().noneMatch(p -> p.suggestion().isBlank()));
        assertThrows(
                RequestException.class,
                () -> StatedRules.of(List.of("bmi = 2 * weight", "weight = bmi / 2"), TABLE));
    }

    @Test
    void aStatedRuleTakesThePlaceOfTheFound() {
        List<KnownRule> found = RuleSearch.find(TABLE);
        List<KnownRule> stated =
                StatedRules.of(List.of("bmi = weight / (height / 100) ^ 2"), TABLE);
        assertEquals(
                1,
                StatedRules.joined(stated, found).stream()
                        .filter(k -> k.rule() instanceof Derivation d && d.target().equals("bmi"))
                        .count());
    }

    @Test
    void jsonKeepsEveryKindAndHandsMayEditIt() throws IOException {
        List<Variable> v = TABLE.variables();
        List<KnownRule> rules =
                List.of(
                        one("bmi = weight / (height/100)^2"),
                        one("births only if sex = 'female'"),
                        one("clinic follows from sex"),
                        one("clinic is always 'it''s'"),
                        known(new BandsRule(v.get(0), v.get(2), List.of(70.5), List.of(1, 0))),
                        known(
                                new CombinationRule(
                                        List.of(v.get(0), v.get(8)),
                                        java.util.Set.of(List.of(0, 1), List.of(1, 1)))));
        Object json = JSON.std.anyFrom(JSON.std.asString(RuleJson.write(rules)));
        assertEquals(
                RuleJson.write(rules), RuleJson.write(RuleJson.read(json, v)), "read and written");
        List<KnownRule> edited =
                RuleJson.read(
                        JSON.std.anyFrom("[\"diastolic < systolic\", {\"rule\": \"weight >= 0\"}]"),
                        v);
        assertEquals(KnownRule.Origin.STATED, edited.get(0).origin());
        Object wrong =
                JSON.std.anyFrom(
                        "[3, {}, {\"rule\": \"a < b\"}, {\"column\": \"sex\", \"follows\": \"age\"},"
                                + " {\"column\": \"sex\", \"bands of\": \"weight\", \"cuts\": [2, 1],"
                                + " \"levels\": [\"male\", \"male\", \"male\"]},"
                                + " {\"combinations of\": [\"sex\"], \"exist\": [[\"x\"]]}]");
        var e = assertThrows(RequestException.class, () -> RuleJson.read(wrong, v));
        assertEquals(6, e.problems().size());
        assertFalse(e.getMessage().contains("Exception"));
    }

    private static KnownRule known(TableRule rule) {
        return new KnownRule(rule, new RuleEvidence(200, 0, 1e-9), KnownRule.Origin.FOUND);
    }
}
