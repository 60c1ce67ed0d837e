package org.anamnesis.generate.dp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Training;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

class MstLearnerTest {
    private static final List<Variable> COLUMNS =
            List.of(
                    Variable.category("sex", List.of("f", "m")),
                    Variable.category("arm", List.of("a", "b", "c", "rare")),
                    Variable.number("age", "a", 0),
                    Variable.number("value", "", 1),
                    Variable.number("dose", "mg", 0));

    /** People whose columns hang together as a chain: sex, arm, age, value; dose is 0 for half. */
    private static Table world(int n, int seed) {
        long key = new SeedTree(seed).purpose("world");
        double[][] v = new double[5][n];
        for (int i = 0; i < n; i++) {
            double[] u = new double[7];
            int row = i;
            Arrays.setAll(u, k -> SeedTree.uniform(key, 7 * row + k));
            v[0][i] = u[0] < 0.4 ? 0 : 1;
            v[1][i] = Math.floor(3 * Math.pow(u[1], v[0][i] == 0 ? 0.5 : 2));
            v[2][i] = Math.floor(20 + 20 * v[1][i] + 20 * u[2]);
            v[3][i] = u[3] < 0.1 ? Double.NaN : Math.rint(10 * (v[2][i] / 2 + 8 * u[4])) / 10;
            v[4][i] = u[5] < 0.5 ? 0 : Math.floor(100 + 900 * u[6]);
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        return new Table(COLUMNS, v, weights);
    }

    private static Budget budget(double epsilon, int seed) {
        return new Budget(
                new Promise(epsilon, 1e-6), RandomBits.repeatable(new SeedTree(seed), "noise"));
    }

    private static LearnedModel learned(Table table, double epsilon, int seed) {
        var known = Map.of("age", new MstLearner.Known(0, 120));
        return new MstLearner(budget(epsilon, seed), known).learn(table, Training.usual(1));
    }

    /** Damaged bytes are refused, or they make a model that draws. */
    private static void drawnOrRefused(byte[] bytes, LearnedModel whole) {
        LearnedModel model;
        try {
            model = read(bytes);
        } catch (IOException refused) {
            assertNotNull(refused.getMessage());
            return;
        }
        drawn(model, any(whole), 20);
    }

    private static List<Allowance> any(LearnedModel model) {
        return new ArrayList<>(Collections.nCopies(model.variables().size(), Allowance.ANY));
    }

    /** Rows and, as the last array, weights. */
    private static double[][] drawn(LearnedModel model, List<Allowance> allowed, int n) {
        int p = model.variables().size();
        double[][] out = new double[p + 1][n];
        model.draw(Arrays.copyOf(out, p), out[p], allowed, 0, n, new SeedTree(9));
        return out;
    }

    private static double share(double[] a, double[] b, int n, int x, double low, double high) {
        int hits = 0;
        for (int i = 0; i < n; i++) {
            hits += a[i] == x && b[i] >= low && b[i] < high ? 1 : 0;
        }
        return hits / (double) n;
    }

    /**
     * Without a limit the pairs of the chain are those of the table: shares of 20,000 drawn rows
     * have a standard error of at most 0.0035; five of them and the bins' width.
     */
    @Test
    void withoutALimitThePairsAreTrue() {
        Table world = world(4000, 1);
        double[][] made = drawn(learned(world, 1e6, 1), any(learned(world, 1e6, 1)), 20_000);
        for (int sex = 0; sex < 2; sex++) {
            for (int arm = 0; arm < 4; arm++) {
                assertEquals(
                        share(world.column(0), world.column(1), 4000, sex, arm, arm + 0.5),
                        share(made[0], made[1], 20_000, sex, arm, arm + 0.5),
                        0.018);
            }
        }
        for (int arm = 0; arm < 3; arm++) {
            for (int age = 20; age < 80; age += 10) {
                assertEquals(
                        share(world.column(1), world.column(2), 4000, arm, age, age + 10),
                        share(made[1], made[2], 20_000, arm, age, age + 10),
                        0.025);
            }
        }
        double zero = Arrays.stream(made[4]).filter(d -> d == 0).count() / 20_000.0;
        assertEquals(0.5, zero, 0.04);
        double missing = Arrays.stream(made[3]).filter(Double::isNaN).count() / 20_000.0;
        assertEquals(0.1, missing, 0.03);
    }

    /** The sums of a pair's table are the shares of its columns, whatever the noise. */
    @Test
    void pairsAndSinglesAgree() {
        for (int seed = 0; seed < 20; seed++) {
            RandomBits bits = RandomBits.repeatable(new SeedTree(seed), "counts");
            double[] a = {0.5, 0.3, 0.2, 0};
            double[] b = {0.9, 0.1};
            long[] counts = new long[8];
            Arrays.setAll(counts, i -> (bits.next() >>> 1) % 200 - 40);
            double[] table = PairTables.fitted(counts, 5 + seed, 400, a, b);
            for (int i = 0; i < 4; i++) {
                assertEquals(a[i], table[2 * i] + table[2 * i + 1], 1e-6);
            }
            double first = 0;
            for (int i = 0; i < 4; i++) {
                first += table[2 * i];
            }
            assertEquals(b[0], first, 1e-6);
        }
    }

    /** A weight is the share of free rows that meet the condition; every drawn row meets it. */
    @Test
    void conditionsHoldAndWeightsAreTheirShares() {
        LearnedModel model = learned(world(3000, 2), 5, 2);
        List<Allowance> asked = any(model);
        asked.set(2, new Allowance.Range(47, 66));
        asked.set(0, new Allowance.Levels(Set.of(0)));
        asked.set(3, new Allowance.Presence(true));
        double[][] free = drawn(model, any(model), 40_000);
        int met = 0;
        for (int i = 0; i < 40_000; i++) {
            met +=
                    asked.get(2).allows(free[2][i]) && free[0][i] == 0 && !Double.isNaN(free[3][i])
                            ? 1
                            : 0;
            assertEquals(1, free[5][i], 1e-12);
        }
        double[][] made = drawn(model, asked, 5000);
        // standard error of a share of 40,000 is at most 0.0025
        assertEquals(met / 40_000.0, made[5][0], 0.0125);
        for (int i = 0; i < 5000; i++) {
            for (int k = 0; k < 5; k++) {
                assertTrue(asked.get(k).allows(made[k][i]), COLUMNS.get(k).name());
            }
        }
        asked.set(2, new Allowance.Range(500, 600));
        assertEquals(0, drawn(model, asked, 10)[5][3]);
    }

    /** The ends of a range hold in decimals too. */
    @Test
    void endsOfRangesAreKeptInDecimals() {
        LearnedModel model = learned(world(2000, 3), 1e5, 3);
        List<Allowance> asked = any(model);
        asked.set(3, new Allowance.Range(20.1, 20.3));
        double[][] made = drawn(model, asked, 300);
        double[] values = Arrays.stream(made[3]).sorted().distinct().toArray();
        assertEquals("[20.1, 20.2, 20.3]", Arrays.toString(values));
    }

    @Test
    void whatIsWrittenIsReadAgainAndDamageIsRefused() throws IOException {
        LearnedModel model = learned(world(500, 4), 3, 4);
        var out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        byte[] bytes = out.toByteArray();
        LearnedModel again = read(bytes);
        double[][] one = drawn(model, any(model), 200);
        assertTrue(Arrays.deepEquals(one, drawn(again, any(again), 200)));
        for (int at = 0; at < bytes.length; at += 97) {
            byte[] cut = Arrays.copyOf(bytes, at);
            assertThrows(IOException.class, () -> read(cut));
            byte[] wrong = bytes.clone();
            wrong[at] ^= (byte) 0xE1;
            drawnOrRefused(wrong, model);
        }
    }

    private static LearnedModel read(byte[] bytes) throws IOException {
        return new MstLearner().read(COLUMNS, new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void everyLookIsBookedAndTheyAddUpToThePromise() {
        Budget budget = budget(2, 5);
        new MstLearner(budget, Map.of()).learn(world(600, 5), Training.usual(1));
        double spent = budget.entries().stream().mapToDouble(Budget.Entry::rho).sum();
        assertTrue(spent <= budget.promise().rho() * (1 + 1e-9));
        assertTrue(Concentrated.epsilon(spent, 0.9e-6) <= 2 + 1e-6);
        assertTrue(spent > 0.85 * budget.promise().rho(), "little is left: " + spent);
    }

    @Test
    void noiseIsOfTheBitsAlone() throws IOException {
        Table world = world(400, 6);
        assertEquals(text(learned(world, 1, 1)), text(learned(world, 1, 1)));
        assertNotEquals(text(learned(world, 1, 1)), text(learned(world, 1, 2)));
    }

    private static String text(LearnedModel model) throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        return Arrays.toString(out.toByteArray());
    }

    @Test
    void poorTablesAreLearnedToo() {
        double[] nothing = new double[60];
        Arrays.fill(nothing, Double.NaN);
        double[] one = new double[60];
        Arrays.fill(one, 1);
        List<Variable> two =
                List.of(
                        Variable.number("empty", "", 3),
                        Variable.category("one", List.of("x", "y")));
        for (double epsilon : new double[] {1e-3, 1, 1e6}) {
            Table table = new Table(two, new double[][] {nothing, one}, one);
            LearnedModel model =
                    new MstLearner(budget(epsilon, 7), Map.of()).learn(table, Training.usual(1));
            double[][] made = drawn(model, any(model), 100);
            assertEquals(1, made[2][0], 1e-9);
            Table alone = table.columns(List.of("empty"));
            drawn(
                    new MstLearner(budget(epsilon, 8), Map.of()).learn(alone, Training.usual(1)),
                    List.of(Allowance.ANY),
                    100);
        }
        assertThrows(
                RequestException.class,
                () -> new MstLearner().learn(world(100, 1), Training.usual(1)));
    }
}
