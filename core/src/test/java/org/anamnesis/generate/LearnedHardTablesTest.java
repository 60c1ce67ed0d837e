package org.anamnesis.generate;

import static org.anamnesis.generate.LearnedTables.ENGINES;
import static org.anamnesis.generate.LearnedTables.any;
import static org.anamnesis.generate.LearnedTables.drawn;
import static org.anamnesis.generate.LearnedTables.learned;
import static org.anamnesis.generate.LearnedTables.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.population.Weighted;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

/** Tables that nobody wished for. */
class LearnedHardTablesTest {
    private static Table table(Variable variable, double... values) {
        double[] w = new double[values.length];
        Arrays.fill(w, 1);
        return new Table(List.of(variable), new double[][] {values}, w);
    }

    private static double[] drawnColumn(String engine, Table table) {
        LearnedModel model = learned(engine, table);
        return drawn(model, any(model), 300, 1).column(0);
    }

    @Test
    void emptyTinyConstantAndMissingColumns() {
        Variable number = Variable.number("x", "1", 1);
        double[] constant = new double[40];
        Arrays.fill(constant, 7.5);
        double[] missing = new double[40];
        Arrays.fill(missing, Double.NaN);
        double[] infinite = new double[40];
        Arrays.setAll(infinite, i -> i < 3 ? Double.POSITIVE_INFINITY : i);
        for (String engine : ENGINES) {
            assertTrue(
                    Arrays.stream(drawnColumn(engine, table(number, constant)))
                            .allMatch(v -> v == 7.5));
            for (Table none :
                    List.of(
                            table(number),
                            table(number, 3),
                            table(number, 1, 2, 3, 4),
                            table(number, missing))) {
                double[] drawn = drawnColumn(engine, none);
                assertTrue(Arrays.stream(drawn).allMatch(Double::isNaN), "of fewer than five");
            }
            double[] finite = drawnColumn(engine, table(number, infinite));
            assertTrue(Arrays.stream(finite).noneMatch(Double::isInfinite));
        }
    }

    @Test
    void aLevelOfFewerThanFiveIsNeverDrawnAndTheOthersKeepTheirShares() {
        double[] levels = new double[400];
        Arrays.setAll(levels, i -> i < 4 ? 2 : i < 100 ? 1 : 0);
        Variable variable = Variable.category("c", List.of("common", "other", "rare"));
        for (String engine : ENGINES) {
            LearnedModel model = learned(engine, table(variable, levels));
            double[] drawn = drawn(model, any(model), 20_000, 2).column(0);
            double[] share = new double[3];
            for (double v : drawn) {
                share[(int) v] += 1 / 20_000.0;
            }
            assertEquals(0, share[2], engine);
            assertEquals(96 / 396.0, share[1], 0.016, engine); // five standard errors
        }
    }

    /** 10,000 codes whose parity tells the other column: groups must find it without any number. */
    @Test
    void tenThousandLevelsKeepWhatTheyTell() {
        int n = 60_000;
        long key = new SeedTree(3).purpose("codes");
        double[] code = new double[n];
        double[] sick = new double[n];
        double[] w = new double[n];
        Arrays.fill(w, 1);
        for (int i = 0; i < n; i++) {
            long k = SeedTree.key(key, i);
            double u = SeedTree.uniform(k, 0);
            code[i] = Math.floor(10_000 * u * u);
            sick[i] = SeedTree.uniform(k, 1) < (code[i] % 2 == 0 ? 0.8 : 0.2) ? 1 : 0;
        }
        List<String> names = IntStream.range(0, 10_000).mapToObj(c -> "code" + c).toList();
        Table table =
                new Table(
                        List.of(Variable.category("code", names), Variable.flag("sick")),
                        new double[][] {code, sick},
                        w);
        LearnedModel model = learned("trees", table);
        Table drawn = drawn(model, any(model), 20_000, 4);
        assertTrue(even(drawn, 1) - even(drawn, 0) > 0.4, "real difference: 0.6");
        assertTrue(Arrays.stream(drawn.column(0)).distinct().count() > 3_000, "levels, not groups");
        drawn(learned("copula", table), any(model), 100, 4);
    }

    private static double even(Table table, int sick) {
        double n = 0;
        double even = 0;
        for (int i = 0; i < table.rows(); i++) {
            if (table.column(1)[i] == sick) {
                n++;
                even += table.column(0)[i] % 2 == 0 ? 1 : 0;
            }
        }
        return even / n;
    }

    @Test
    void twoHundredColumnsWithFortyPercentMissingOfAHundredAndFiftyRows() {
        int rows = 150;
        long key = new SeedTree(5).purpose("wide");
        List<Variable> variables = new ArrayList<>();
        double[][] v = new double[200][rows];
        for (int k = 0; k < 200; k++) {
            boolean category = k % 3 == 0;
            variables.add(
                    category
                            ? Variable.category("v" + k, List.of("a", "b", "c"))
                            : Variable.number("v" + k, "1", 2));
            for (int i = 0; i < rows; i++) {
                long one = SeedTree.key(key, i * 200L + k);
                double u = SeedTree.uniform(one, 0);
                double value = category ? Math.floor(3 * u) : Math.round(100 * u);
                v[k][i] = SeedTree.uniform(one, 1) < 0.4 ? Double.NaN : value;
            }
        }
        double[] w = new double[rows];
        Arrays.fill(w, 1);
        Table table = new Table(variables, v, w);
        for (String engine : ENGINES) {
            LearnedModel model = learned(engine, table);
            Table drawn = drawn(model, any(model), 1000, 1);
            double missing = 0;
            for (int k = 0; k < 200; k++) {
                missing += Arrays.stream(drawn.column(k)).filter(Double::isNaN).count();
            }
            assertEquals(0.4, missing / 200_000, 0.02, engine);
        }
    }

    @Test
    void smoothingMixesMorePeople() {
        Table world = world(2000, 1);
        Learner trees = Learners.installed().named("trees");
        double usual = dependence(trees.learn(world, Training.usual(1)));
        double smooth =
                dependence(trees.learn(world, new Training(1, 6, 1, Training.Watch.SILENT)));
        assertTrue(smooth < usual - 0.1, "leaves of 1,280: " + smooth + ", of 20: " + usual);
    }

    /**
     * Where few people share a value, the last steps mix neighbouring values in the middle; the
     * ends stay where they were, and so does what many share.
     */
    @Test
    void theLastStepsOfSmoothingMixTheMiddleOfAColumnAndKeepItsEnds() {
        double[] values = new double[240];
        long key = new SeedTree(3).purpose("ages");
        Arrays.setAll(
                values,
                i ->
                        i < 60
                                ? 40
                                : 20
                                        + Math.rint(
                                                30
                                                        * (SeedTree.uniform(key, 2 * i)
                                                                + SeedTree.uniform(
                                                                        key, 2 * i + 1))));
        Table people = table(Variable.number("age", "a", 0), values);
        Learner trees = Learners.installed().named("trees");
        double[] apart = new double[7];
        List<Double> ends = new ArrayList<>();
        for (int smoothing : new int[] {4, 6}) {
            LearnedModel model =
                    trees.learn(people, new Training(1, smoothing, 1, Training.Watch.SILENT));
            double[] drawn = drawn(model, any(model), 20_000, 1).column(0);
            ends.add(Arrays.stream(drawn).min().orElseThrow());
            ends.add(Arrays.stream(drawn).max().orElseThrow());
            for (int value = 21; value < 79; value++) {
                if (value != 40) {
                    apart[smoothing] += Math.abs(share(drawn, value) - share(values, value)) / 2;
                }
            }
            assertEquals(share(values, 40), share(drawn, 40), 0.02, "a heap");
        }
        assertEquals(ends.get(0), ends.get(2), 3);
        assertEquals(ends.get(1), ends.get(3), 3);
        // 180 people of 58 ages are three of an age: how many exactly is told of no age
        assertTrue(apart[6] > apart[4] + 0.03, Arrays.toString(apart));
    }

    private static double share(double[] of, double value) {
        return Arrays.stream(of).filter(v -> v == value).count() / (double) of.length;
    }

    /** How far the stage rises with age. */
    private static double dependence(LearnedModel model) {
        Table drawn = drawn(model, any(model), 8000, 2);
        return Weighted.rankCorrelation(drawn.column(0), drawn.column(3), drawn.weights());
    }

    @Test
    void aTrainingThatIsStoppedGivesAModelThatDraws() {
        var stopped = new Training(1, 0, 1, (what, fraction) -> fraction < 0.3);
        LearnedModel model = Learners.installed().named("trees").learn(world(500, 1), stopped);
        assertEquals(200, drawn(model, any(model), 200, 1).rows());
    }
}
