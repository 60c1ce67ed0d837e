package org.anamnesis.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class WeightedTest {
    private static final double[] ONES = {1, 1, 1, 1, 1};

    @Test
    void ranksThatRunTogetherCorrelateByOneAndAgainstEachOtherByMinusOne() {
        double[] x = {1, 2, 3, 4, 5};
        double[] squares = {1, 4, 9, 16, 25};
        double[] down = {50, 40, 3, 2, 1};

        assertEquals(1, Weighted.rankCorrelation(x, squares, ONES), 1e-12);
        assertEquals(-1, Weighted.rankCorrelation(x, down, ONES), 1e-12);
    }

    /** By hand: ranks 1, 2.5, 2.5, 4, 5 against 1 to 5 give 9.5 / sqrt(9.5 * 10). */
    @Test
    void equalValuesShareTheirRank() {
        double[] x = {1, 2, 2, 3, 4};
        double[] y = {1, 2, 3, 4, 5};

        assertEquals(9.5 / Math.sqrt(95), Weighted.rankCorrelation(x, y, ONES), 1e-12);
    }

    /** Rows asked for in a table of others, and one without a value. */
    @Test
    void onlyRowsWithBothValuesAreRanked() {
        double[] x = {9, 1, 2, Double.NaN, 2, 3, 4};
        double[] y = {0, 1, 2, 7, 3, 4, 5};
        int[] rows = {1, 2, 3, 4, 5, 6};
        double[] w = {1, 1, 8, 1, 1, 1};

        double rho = Weighted.rankCorrelation(Places.of(x), Places.of(y), rows, w);
        assertEquals(9.5 / Math.sqrt(95), rho, 1e-12);
    }

    @Test
    void whoeverWeighsMoreCountsMore() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {1, 2, 3, 5, 4};
        double even = Weighted.rankCorrelation(x, y, ONES);
        double heavy = Weighted.rankCorrelation(x, y, new double[] {9, 9, 9, 1, 1});

        assertTrue(heavy > even, heavy + " and " + even);
    }

    @Test
    void aQuantileIsTheLeastValueThatReachesItsShareOfTheWeight() {
        ForAll.seeds(
                200,
                seed -> {
                    long key = new SeedTree(seed).purpose("values");
                    int n = 1 + (int) (60 * SeedTree.uniform(key, 0));
                    double[] x = new double[n];
                    double[] w = new double[n];
                    for (int i = 0; i < n; i++) {
                        long k = SeedTree.key(key, i);
                        x[i] = Math.rint(10 * SeedTree.uniform(k, 1));
                        x[i] = SeedTree.uniform(k, 2) < 0.1 ? Double.NaN : x[i];
                        w[i] = SeedTree.uniform(k, 3) < 0.1 ? 0 : 1 + SeedTree.uniform(k, 4);
                    }
                    double p = SeedTree.uniform(key, 5);
                    assertEquals(byDefinition(x, w, p), Weighted.quantile(x, w, p), "p " + p);
                });
    }

    private static double byDefinition(double[] x, double[] w, double p) {
        double total = weightUpTo(Double.POSITIVE_INFINITY, x, w);
        return Arrays.stream(x)
                .filter(v -> !Double.isNaN(v) && weightUpTo(v, x, w) >= p * total)
                .filter(v -> weightUpTo(v, x, w) > 0)
                .min()
                .orElse(Double.NaN);
    }

    private static double weightUpTo(double value, double[] x, double[] w) {
        return IntStream.range(0, x.length).filter(i -> x[i] <= value).mapToDouble(i -> w[i]).sum();
    }

    @Test
    void meanAndSdInOneGoAreThoseOfTwo() {
        double[] column = {7, 100_000.5, 3, Double.NaN, 100_001.25, 100_003};
        int[] rows = {1, 3, 4, 5};
        double[] w = {1, 5, 2, 0.5};
        double[] x = {100_000.5, 100_001.25, 100_003};
        double[] of = {1, 2, 0.5};

        Weighted.Spread spread = Weighted.among(rows, column, w);
        assertEquals(3, spread.known());
        assertEquals(Weighted.mean(x, of), spread.mean(), 1e-9);
        assertEquals(Weighted.sd(x, of), spread.sd(), 1e-9);
    }

    /** Few rows looked up, and many gone through with the column: the sums of two goes. */
    @Test
    void meanAndSdAreTheSameHoweverRowsAreGoneThrough() {
        ForAll.seeds(
                200,
                seed -> {
                    long key = new SeedTree(seed).purpose("rows");
                    int n = 1 + (int) (50 * SeedTree.uniform(key, 0));
                    boolean gaps = seed % 2 == 0;
                    double[] column = new double[n];
                    double[] byRow = new double[n];
                    int[] rows = new int[n];
                    double[] weights = new double[n];
                    int count = 0;
                    for (int i = 0; i < n; i++) {
                        long k = SeedTree.key(key, i);
                        boolean missing = gaps && SeedTree.uniform(k, 1) < 0.3;
                        column[i] = missing ? Double.NaN : 1e5 + SeedTree.uniform(k, 2);
                        if (SeedTree.uniform(k, 3) < 0.6) {
                            rows[count] = i;
                            weights[count] = SeedTree.uniform(k, 4);
                            byRow[i] = weights[count++];
                        }
                    }
                    int[] own = Arrays.copyOf(rows, count);
                    double[] w = Arrays.copyOf(weights, count);
                    double[] x = Arrays.stream(own).mapToDouble(i -> column[i]).toArray();
                    int known = (int) Arrays.stream(x).filter(v -> !Double.isNaN(v)).count();
                    Weighted.Spread spread = Weighted.among(own, column, w);
                    assertEquals(known, spread.known());
                    assertEquals(Weighted.mean(x, w), spread.mean(), 1e-9);
                    assertEquals(Weighted.sd(x, w), spread.sd(), 1e-9);
                    if (!gaps && known > 0) {
                        Weighted.Spread all = Weighted.among(count, column, byRow);
                        assertEquals(spread.known(), all.known());
                        assertEquals(spread.mean(), all.mean(), 1e-9);
                        assertEquals(spread.sd(), all.sd(), 1e-9);
                    }
                });
    }

    @Test
    void placesAreTheOrderOfDistinctValues() {
        double[] x = new double[5000];
        Arrays.setAll(x, i -> i % 7 == 0 ? Double.NaN : (i * 37 % 1201) / 10.0);
        double[] distinct = Arrays.stream(x).filter(v -> !Double.isNaN(v)).distinct().toArray();
        Arrays.sort(distinct);

        Places places = Places.of(x);
        assertArrayEquals(distinct, places.values());
        for (int i = 0; i < x.length; i++) {
            int at = places.of()[i];
            assertEquals(x[i], at == Places.MISSING ? Double.NaN : places.values()[at]);
        }
    }

    /** 40 x 40 pairs are looked up in an array, 2,000 x 2,000 in a hash table. */
    @Test
    void kindsCrossedTellPairsApart() {
        for (int many : new int[] {40, 2000}) {
            int[] a = IntStream.range(0, 9000).map(i -> i * 7 % many).toArray();
            int[] b = IntStream.range(0, 9000).map(i -> i * i % 1013 % many).toArray();
            Kinds both = new Kinds(a, many).crossed(new Kinds(b, many));
            Map<List<Integer>, Integer> kind = new HashMap<>();
            for (int i = 0; i < a.length; i++) {
                List<Integer> pair = List.of(a[i], b[i]);
                int known = kind.computeIfAbsent(pair, p -> kind.size());
                assertEquals(known, both.of()[i]);
            }
            assertEquals(kind.size(), both.count());
        }
    }

    /** 40 x 40 pairs are numbered as they are, 2,000 x 2,000 as they are met. */
    @Test
    void kindsBesideEachOtherTellPairsApart() {
        for (int many : new int[] {40, 2000}) {
            int[] a = IntStream.range(0, 9000).map(i -> i * 7 % many).toArray();
            int[] b = IntStream.range(0, 9000).map(i -> i * i % 1013 % many).toArray();
            Kinds both = new Kinds(a, many).beside(new Kinds(b, many));
            Map<Integer, List<Integer>> pairs = new HashMap<>();
            for (int i = 0; i < a.length; i++) {
                List<Integer> pair = List.of(a[i], b[i]);
                List<Integer> known = pairs.computeIfAbsent(both.of()[i], k -> pair);
                assertEquals(known, pair);
                assertTrue(both.of()[i] < both.count());
            }
            assertEquals(pairs.size(), pairs.values().stream().distinct().count());
        }
    }

    @Test
    void whatFollowsFromWeightsOfValuesFollowsFromRows() {
        ForAll.seeds(
                200,
                seed -> {
                    long key = new SeedTree(seed).purpose("places");
                    int n = 1 + (int) (60 * SeedTree.uniform(key, 0));
                    double[] column = new double[n];
                    Arrays.setAll(
                            column,
                            i -> {
                                double u = SeedTree.uniform(SeedTree.key(key, i), 1);
                                return u < 0.1 ? Double.NaN : Math.rint(20 * u);
                            });
                    int[] rows = IntStream.range(0, n).filter(i -> i % 3 != seed % 3).toArray();
                    double[] w = new double[rows.length];
                    Arrays.setAll(w, i -> (int) (4 * SeedTree.uniform(SeedTree.key(key, i), 2)));
                    double[] x = Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
                    double p = SeedTree.uniform(key, 3);

                    WeightedPlaces places = WeightedPlaces.of(Places.of(column), rows, w);
                    assertEquals(Weighted.mean(x, w), places.mean(), 1e-9);
                    assertEquals(Weighted.sd(x, w), places.sd(), 1e-9);
                    assertEquals(Weighted.quantile(x, w, p), places.quantile(p), "p " + p);
                });
    }
}
