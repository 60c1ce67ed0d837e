package org.anamnesis.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.OnlyIf;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

/** A small made world: x, a group that depends on x, y = x + noise with gaps, z only in group 1. */
class TreesEngineTest {
    private static final int N = 4000;
    private static final OnlyIf RULE = new OnlyIf("z", "group", List.of(1));

    private static Table world() {
        long key = new SeedTree(5).purpose("world");
        double[][] v = new double[4][N];
        for (int i = 0; i < N; i++) {
            long k = SeedTree.key(key, i);
            double x = 100 * SeedTree.uniform(k, 0);
            v[0][i] = Math.round(10 * x) / 10.0;
            v[1][i] = SeedTree.uniform(k, 1) < x / 100 ? 1 : 0;
            v[2][i] =
                    SeedTree.uniform(k, 3) < (v[1][i] == 1 ? 0.3 : 0.05)
                            ? Double.NaN
                            : Math.round(x + 10 * SeedTree.uniform(k, 2));
            v[3][i] = v[1][i] == 1 ? Math.round(50 + 10 * SeedTree.uniform(k, 4)) : Double.NaN;
        }
        double[] w = new double[N];
        Arrays.fill(w, 1);
        return new Table(
                List.of(
                        Variable.number("x", "u", 1),
                        Variable.flag("group"),
                        Variable.number("y", "u", 0),
                        Variable.number("z", "u", 0)),
                v,
                w);
    }

    private static double[][] redrawn(Engine engine) {
        Table world = world();
        double[][] out = new double[4][N];
        out[0] = world.column("x").clone();
        engine.fit(world, 1).fill(out, 0, N, new SeedTree(9));
        return out;
    }

    private static double correlation(double[] x, double[] y) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(y[i])) {
                n++;
                sx += x[i];
                sy += y[i];
                sxx += x[i] * x[i];
                syy += y[i] * y[i];
                sxy += x[i] * y[i];
            }
        }
        return (sxy - sx * sy / n) / Math.sqrt((sxx - sx * sx / n) * (syy - sy * sy / n));
    }

    @Test
    void dependenceMissingnessAndRulesAreKept() {
        double[][] out = redrawn(new TreesEngine(new TreeSettings(10, 0, true, List.of(RULE))));
        assertTrue(correlation(out[0], out[2]) > 0.98);
        double ones = Arrays.stream(out[1]).sum();
        assertEquals(0.5, ones / N, 0.04); // 5 standard errors: false alarm below 1e-6
        int missingInOne = 0;
        for (int i = 0; i < N; i++) {
            assertEquals(out[1][i] == 1, !Double.isNaN(out[3][i]), "z only in group 1");
            missingInOne += out[1][i] == 1 && Double.isNaN(out[2][i]) ? 1 : 0;
        }
        assertEquals(0.3, missingInOne / ones, 0.06);
    }

    @Test
    void theCopulaKeepsRankCorrelationAndRules() {
        double[][] out = redrawn(new CopulaEngine(List.of(RULE)));
        assertTrue(correlation(out[0], out[2]) > 0.9);
        for (int i = 0; i < N; i++) {
            assertEquals(out[1][i] == 1, !Double.isNaN(out[3][i]));
        }
    }

    @Test
    void anEngineThatIgnoresWhatIsGivenWouldBeCaught() {
        double[][] out = redrawn(new TreesEngine(new TreeSettings(N, 0, true, List.of(RULE))));
        assertTrue(Math.abs(correlation(out[0], out[2])) < 0.1, "one leaf for all is independence");
    }

    @Test
    void nobodyMissesAnythingWhenEveryoneGetsAValue() {
        double[][] out = redrawn(new TreesEngine(new TreeSettings(10, 0, false, List.of(RULE))));
        assertEquals(0, Arrays.stream(out[2]).filter(Double::isNaN).count());
    }

    @Test
    void aRowDependsOnItsNumberAlone() {
        Table world = world();
        Redraw redraw = new TreesEngine(new TreeSettings(10, 0, true, List.of(RULE))).fit(world, 1);
        double[][] all = new double[4][N];
        all[0] = world.column("x").clone();
        redraw.fill(all, 0, N, new SeedTree(3));
        double[][] part = new double[4][100];
        part[0] = Arrays.copyOfRange(world.column("x"), 700, 800);
        redraw.fill(part, 700, 100, new SeedTree(3));
        for (int k = 0; k < 4; k++) {
            assertEquals(
                    Arrays.toString(Arrays.copyOfRange(all[k], 700, 800)),
                    Arrays.toString(part[k]));
        }
    }

    @Test
    void donorsKeepHeapsAndStayWithinTheClippedEnds() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 100 ? 50 : i; // 50 is a heap of a tenth
        }
        double[] w = new double[1000];
        Arrays.fill(w, 1);
        Ranks ranks = Ranks.of(values, w);
        var donors = new Donors(Variable.number("v", "u", 0), ranks);
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            double moved = donors.moved(ranks.where()[i], (i * 0.618) % 1);
            assertTrue(moved >= 50 && moved <= 995, "clipped: " + moved);
            if (i < 100) {
                assertEquals(50, moved);
            }
            sum += moved - values[i];
        }
        assertEquals(0, sum / 1000, 1.0);
    }
}
