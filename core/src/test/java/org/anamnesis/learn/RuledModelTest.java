package org.anamnesis.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.CopulaLearner;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.RowSource;
import org.anamnesis.generate.Training;
import org.anamnesis.generate.TreesLearner;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.junit.jupiter.api.Test;

class RuledModelTest {
    private static final int DRAWN = 20_000;

    /** Rows of a weight above 0. */
    private static Table drawn(RowSource from, List<Allowance> allowed) {
        double[][] columns = new double[from.variables().size()][DRAWN];
        double[] weights = new double[DRAWN];
        from.draw(columns, weights, allowed, 0, DRAWN, new SeedTree(1));
        int[] kept = IntStream.range(0, DRAWN).filter(i -> weights[i] > 0).toArray();
        return new Table(from.variables(), columns, weights).rows(kept);
    }

    private static Table drawn(RowSource from) {
        return drawn(from, Shuffling.free(from.variables()));
    }

    private static int breaks(KnownRule rule, Table of) {
        return Probe.evidence(rule.rule(), of, 1).breaking();
    }

    private static MadeTable family() {
        var t = new MadeTable(3_000, 21);
        t.category("sex", List.of("female", "male"), i -> t.uniform("sex", i) < 0.5 ? 0 : 1);
        t.number(
                "births",
                0,
                i -> t.at("sex", i) == 1 ? Double.NaN : Math.floor(5 * t.uniform("b", i)));
        t.number(
                "weight",
                1,
                i -> t.uniform("w", i) < 0.2 ? Double.NaN : 75 + 12 * t.normal("weight", i));
        t.number("height", 0, i -> 170 + 9 * t.normal("height", i));
        t.number(
                "bmi",
                1,
                i ->
                        t.uniform("lost", i) < 0.1
                                ? Double.NaN
                                : t.at("weight", i) / Math.pow(t.at("height", i) / 100, 2));
        t.category(
                "obese",
                List.of("no", "yes"),
                i -> Double.isNaN(t.at("bmi", i)) ? Double.NaN : t.at("bmi", i) >= 30 ? 1 : 0);
        t.number("low", 0, i -> 70 + 9 * t.normal("low", i));
        t.number("high", 0, i -> t.at("low", i) + 5 + 40 * t.uniform("high", i));
        t.number(
                "surgery weight",
                1,
                i ->
                        Double.isNaN(t.at("obese", i)) || t.at("obese", i) == 0
                                ? Double.NaN
                                : 90 + t.normal("s", i));
        t.category("country", List.of("US"), i -> 0);
        return t;
    }

    private static RuledModel model(Table table) {
        return RuledModel.learn(new Shuffling(), table, RuleSearch.find(table), Training.usual(1));
    }

    @Test
    void noRowBreaksARuleWhateverTheEngine() {
        Table table = family().table();
        RuledModel model = model(table);
        Table rows = drawn(model);
        assertTrue(rows.rows() > DRAWN / 2);
        assertTrue(model.rules().size() >= 7);
        for (KnownRule rule : model.rules()) {
            assertEquals(0, breaks(rule, rows), rule::sentence);
        }
        // its twin without rules breaks them, so the test can fail
        Table bare = drawn(new Shuffling().learn(table, Training.usual(1)));
        assertTrue(model.rules().stream().filter(r -> breaks(r, bare) > 0).count() >= 6);
    }

    @Test
    void theProductsOwnEnginesKeepThemToo() {
        Table table = family().table();
        List<KnownRule> rules = RuleSearch.find(table);
        for (Learner engine : List.of(new TreesLearner(), new CopulaLearner())) {
            RuledModel model = RuledModel.learn(engine, table, rules, Training.usual(3));
            Table rows = drawn(model);
            assertTrue(rows.rows() > 0.8 * DRAWN, engine.name());
            rules.forEach(r -> assertEquals(0, breaks(r, rows), r::sentence));
        }
    }

    @Test
    void computedColumnsAreNotLearnedAndKeepTheirOwnMissingValues() {
        Table table = family().table();
        RuledModel model = model(table);
        List<String> learned = model.model().variables().stream().map(v -> v.name()).toList();
        assertFalse(
                learned.contains("bmi")
                        || learned.contains("obese")
                        || learned.contains("country"));
        assertTrue(learned.contains("bmi is missing"));
        Table rows = drawn(model);
        double lost = 0;
        double weighed = 0;
        for (int i = 0; i < rows.rows(); i++) {
            boolean weight = !Double.isNaN(rows.column("weight")[i]);
            boolean bmi = !Double.isNaN(rows.column("bmi")[i]);
            assertTrue(weight || !bmi);
            assertEquals(bmi, !Double.isNaN(rows.column("obese")[i]), "derived from derived");
            weighed += weight ? 1 : 0;
            lost += weight && !bmi ? 1 : 0;
        }
        // 64 kept values of the flag with a share of 0.1: within 4 standard errors, 0.15
        assertEquals(0.1, lost / weighed, 0.15);
        assertTrue(lost > 0);
    }

    @Test
    void conditionsHoldAndReachTheColumnsBehind() {
        RuledModel model = model(family().table());
        List<Allowance> births = Shuffling.free(model.variables());
        births.set(1, new Allowance.Range(3, 9));
        Table mothers = drawn(model, births);
        assertTrue(mothers.rows() > 0);
        assertTrue(Arrays.stream(mothers.column("births")).allMatch(v -> v >= 3 && v <= 9));
        assertTrue(Arrays.stream(mothers.column("sex")).allMatch(v -> v == 0));

        List<Allowance> obese = Shuffling.free(model.variables());
        obese.set(5, new Allowance.Levels(Set.of(1)));
        Table heavy = drawn(model, obese);
        assertTrue(heavy.rows() > 0);
        assertTrue(Arrays.stream(heavy.column("bmi")).allMatch(v -> v >= 30));
        // what the engine is asked: women, and no lost weights
        RulePlan plan =
                RulePlan.of(family().table(), model.rules().stream().map(KnownRule::rule).toList());
        assertEquals(new Allowance.Levels(Set.of(0)), PushedDown.of(plan, births).get(0));
        assertEquals(new Allowance.Presence(true), PushedDown.of(plan, obese).get(2));
    }

    @Test
    void aTotalKnownWithoutItsPartsIsKept() {
        var t = new MadeTable(1_000, 23);
        for (String part : List.of("a", "b", "c")) {
            t.number(
                    part,
                    0,
                    i ->
                            t.uniform("parts", i) < 0.3
                                    ? Double.NaN
                                    : Math.floor(9 * t.uniform(part, i)));
        }
        t.number(
                "total",
                0,
                i ->
                        t.uniform("parts", i) < 0.3
                                ? Math.floor(25 * t.uniform("total", i))
                                : t.at("a", i) + t.at("b", i) + t.at("c", i));
        RuledModel model = model(t.table());
        Table rows = drawn(model);
        assertTrue(model.model().variables().stream().anyMatch(v -> v.name().equals("total")));
        assertTrue(Arrays.stream(rows.column("total")).noneMatch(Double::isNaN));
        model.rules().forEach(r -> assertEquals(0, breaks(r, rows), r::sentence));
    }

    @Test
    void circlesAndSecondWaysAreLeftOut() {
        var t = new MadeTable(500, 25);
        t.number("a", 0, i -> 50 + 9 * t.normal("a", i));
        t.number("b", 0, i -> 40 + 9 * t.normal("b", i));
        t.number("c", 0, i -> t.at("a", i) + t.at("b", i));
        t.number("c2", 0, i -> t.at("c", i));
        Table table = t.table();
        List<KnownRule> rules = RuleSearch.find(table);
        assertEquals(2, rules.stream().filter(r -> r.rule() instanceof Derivation).count());
        List<KnownRule> stated = StatedRules.of(List.of("a = c - b"), table);
        List<KnownRule> joined = StatedRules.joined(stated, rules);
        RuledModel model = RuledModel.learn(new Shuffling(), table, joined, Training.usual(1));
        Table rows = drawn(model);
        for (int i = 0; i < rows.rows(); i++) {
            assertEquals(rows.column("c")[i], rows.column("a")[i] + rows.column("b")[i]);
        }
    }

    @Test
    void writtenAndReadItDrawsTheSame() throws IOException {
        RuledModel model = model(family().table());
        var bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        RuledModel read =
                RuledModel.read(
                        new Shuffling(),
                        model.variables(),
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        RuledModel inParts = RuledModel.of(model.model(), model.variables(), model.rulesJson());
        assertEquals(model.rulesJson(), inParts.rulesJson());
        Table first = drawn(model);
        Table second = drawn(read);
        for (int k = 0; k < first.variables().size(); k++) {
            assertArrayEquals(first.column(k), second.column(k));
        }
        assertEquals(
                model.rules().stream().map(KnownRule::sentence).toList(),
                read.rules().stream().map(KnownRule::sentence).toList());
        for (int cut : new int[] {0, 3, 100, bytes.size() / 2, bytes.size() - 1}) {
            byte[] part = Arrays.copyOf(bytes.toByteArray(), cut);
            assertThrows(
                    IOException.class,
                    () ->
                            RuledModel.read(
                                    new Shuffling(),
                                    model.variables(),
                                    new DataInputStream(new ByteArrayInputStream(part))));
        }
        byte[] huge = bytes.toByteArray();
        huge[0] = 0x7f;
        assertThrows(
                IOException.class,
                () ->
                        RuledModel.read(
                                new Shuffling(),
                                model.variables(),
                                new DataInputStream(new ByteArrayInputStream(huge))));
    }

    @Test
    void nhanes() throws IOException {
        Path file = PlainTable.shared("nhanes31/train.csv");
        Table table = PlainTable.read(file, PlainTable.header(file), List.of());
        RuledModel model = model(table);
        Table rows = drawn(model);
        assertTrue(rows.rows() > 0);
        model.rules().forEach(r -> assertEquals(0, breaks(r, rows), r::sentence));
    }
}
