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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.population.Weighted;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

/** Rows drawn under conditions are what is left of free rows that meet them. */
class LearnedConditionsTest {
    private static final int ROWS = 20_000;

    @Test
    void everyRowWithWeightMeetsEveryCondition() {
        for (String engine : ENGINES) {
            LearnedModel model = learned(engine, world(1500, 1));
            ForAll.seeds(
                    60,
                    seed -> {
                        List<Allowance> allowed = conditions(seed);
                        Table rows = drawn(model, allowed, 200, seed);
                        for (int i = 0; i < 200; i++) {
                            for (int k = 0; rows.weights()[i] > 0 && k < 5; k++) {
                                double v = rows.column(k)[i];
                                assertTrue(allowed.get(k).allows(v), engine + k + ": " + v);
                            }
                        }
                    });
        }
    }

    /** Ends of ranges off the lattice of the column, at single values and beyond all values. */
    private static List<Allowance> conditions(long seed) {
        long key = new SeedTree(seed).purpose("conditions");
        List<Allowance> allowed = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            double u = SeedTree.uniform(key, 10 * k);
            double a = SeedTree.uniform(key, 10 * k + 1);
            double b = SeedTree.uniform(key, 10 * k + 2);
            double size = k == 0 ? 100 : k == 2 ? 10 : 4;
            boolean category = k == 1 || k == 3;
            Allowance one = new Allowance.Presence(u < 0.9);
            if (u < 0.4) {
                one = Allowance.ANY;
            } else if (u < 0.8 && category) {
                one = new Allowance.Levels(new HashSet<>(List.of((int) (a * 2), (int) (b * 2))));
            } else if (u < 0.7) {
                one = new Allowance.Range(size * Math.min(a, b), size * Math.max(a, b));
            } else if (u < 0.8) {
                double at = Math.round(a * size);
                one = new Allowance.Range(at, at);
            }
            allowed.add(one);
        }
        return allowed;
    }

    /**
     * Against free rows of which those that meet the conditions are taken. Standard errors: of the
     * share 0.003, of the mean of age 0.3 years; the bars are five of them.
     */
    @Test
    void weightsMakeRowsFollowTheModelGivenTheConditions() {
        for (String engine : ENGINES) {
            LearnedModel model = learned(engine, world(4000, 2));
            List<Allowance> asked = new ArrayList<>(any(model));
            asked.set(2, new Allowance.Range(6.3, 7.05));
            asked.set(3, new Allowance.Levels(Set.of(1, 2)));
            Table free = drawn(model, any(model), 4 * ROWS, 3);
            double[] meets = new double[4 * ROWS];
            Arrays.setAll(
                    meets,
                    i ->
                            asked.get(2).allows(free.column(2)[i])
                                            && asked.get(3).allows(free.column(3)[i])
                                    ? 1
                                    : 0);
            Table rows = drawn(model, asked, ROWS, 4);
            double share = Arrays.stream(meets).sum() / meets.length;
            double yield = Arrays.stream(rows.weights()).sum() / ROWS;
            assertEquals(share, yield, 0.015, engine);
            double age = Weighted.mean(free.column("age"), meets);
            double got = Weighted.mean(rows.column("age"), rows.weights());
            assertEquals(age, got, 1.5, engine);
            if (engine.equals("trees")) {
                double[] ones = new double[ROWS];
                Arrays.fill(ones, 1);
                double without = Weighted.mean(rows.column("age"), ones);
                assertTrue(Math.abs(without - age) > 1.5, "without weights: " + without);
            }
        }
    }

    @Test
    void withoutConditionsAllWeightsAreOneAndARowDependsOnItsNumberAlone() {
        for (String engine : ENGINES) {
            LearnedModel model = learned(engine, world(600, 3));
            Table all = drawn(model, any(model), 900, 6);
            assertTrue(Arrays.stream(all.weights()).allMatch(w -> w == 1));
            double[][] part = new double[5][100];
            double[] weights = new double[100];
            model.draw(part, weights, any(model), 700, 100, new SeedTree(6));
            for (int k = 0; k < 5; k++) {
                double[] same = Arrays.copyOfRange(all.column(k), 700, 800);
                assertEquals(Arrays.toString(same), Arrays.toString(part[k]), engine);
            }
        }
    }

    @Test
    void dependenceAndMissingnessAreLearned() {
        Table world = world(4000, 7);
        for (String engine : ENGINES) {
            Table rows = drawn(learned(engine, world), any(learned(engine, world)), ROWS, 8);
            double[] w = rows.weights();
            double real =
                    Weighted.rankCorrelation(both(world, 0, 2), both(world, 2, 0), ones(4000));
            double got = Weighted.rankCorrelation(both(rows, 0, 2), both(rows, 2, 0), w);
            assertEquals(real, got, 0.06, engine);
            double lost = Arrays.stream(rows.column(2)).filter(Double::isNaN).count();
            assertEquals(0.21, lost / ROWS, 0.04, engine);
        }
        Table rows = drawn(learned("trees", world), any(learned("trees", world)), ROWS, 8);
        for (int i = 0; i < ROWS; i++) {
            assertEquals(rows.column(1)[i] == 0, Double.isNaN(rows.column(4)[i]), "births of men");
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** A column, missing where another is. */
    private static double[] both(Table table, int k, int other) {
        double[] own = table.column(k).clone();
        for (int i = 0; i < own.length; i++) {
            own[i] += 0 * table.column(other)[i];
        }
        return own;
    }

    @Test
    void weightsOfTheTableCount() {
        Table world = world(3000, 9);
        double[] w = world.weights().clone();
        for (int i = 0; i < w.length; i++) {
            w[i] = world.column(1)[i] == 1 ? 9.5 : world.column(0)[i] < 30 ? 0 : 0.5;
        }
        for (String engine : ENGINES) {
            Table rows = learnedRows(engine, world.withWeights(w));
            double women = Weighted.mean(rows.column(1), rows.weights());
            assertEquals(Weighted.mean(world.column(1), w), women, 0.02, engine);
        }
    }

    private static Table learnedRows(String engine, Table table) {
        LearnedModel model = learned(engine, table);
        return drawn(model, any(model), ROWS, 1);
    }
}
