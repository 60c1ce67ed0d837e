package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final double NAN = Double.NaN;

    @Test
    void momentsOfAWorkedExample() {
        Tally tally = tally(new double[] {2, 4, 4, 4, 5, 5, 7, 9, NAN}, ones(9));
        assertEquals(8, tally.n());
        assertEquals(5, tally.mean(), 1e-12);
        assertEquals(2, tally.sd(), 1e-12); // population SD
        assertEquals(1, tally.distribution().missing());
    }

    /** Weights 1, 1, 2 on 10, 20, 30: half of the weight lies at or below 20. */
    @Test
    void weightedQuantilesAreTheSmallestValueThatReachesTheShare() {
        Tally tally = tally(new double[] {30, 10, 20}, new double[] {2, 1, 1});
        assertEquals(10, tally.quantile(0.25));
        assertEquals(20, tally.quantile(0.5));
        assertEquals(30, tally.quantile(0.51));
        assertEquals(22.5, tally.mean(), 1e-12);
    }

    /** F steps by thirds at 1, 2, 3 and G by halves at 2.5, 4: the gap before 2.5 is 2/3. */
    @Test
    void distanceOfAWorkedExample() {
        Tally reference = tally(new double[] {1, 2, 3}, ones(3));
        Tally cohort = reference.alike(new double[] {2.5, 4}, ones(2));
        assertEquals(2.0 / 3, cohort.distance(reference), 1e-12);
        assertEquals(0, reference.distance(reference), 0);
    }

    @Test
    void weightsCountInTheDistance() {
        Tally reference = tally(new double[] {1, 2}, new double[] {3, 1});
        Tally cohort = reference.alike(new double[] {1, 2}, ones(2));
        assertEquals(0.25, cohort.distance(reference), 1e-12);
    }

    /** Against the definition, for values on a coarse grid with ties, gaps and weights. */
    @Test
    void distanceAndQuantilesAgreeWithTheDefinition() {
        ForAll.seeds(
                100,
                seed -> {
                    long key = SeedTree.key(new SeedTree(seed).purpose("tally"), 0);
                    double[] a = draw(key, 0, 80, 3);
                    double[] w = draw(key, 80, 80, 1);
                    double[] b = draw(key, 160, 50, 4);
                    double[] v = draw(key, 210, 50, 1);
                    Tally reference = tally(a, w);
                    Tally cohort = reference.alike(b, v);
                    double largest = 0;
                    for (double x :
                            IntStream.rangeClosed(-1, 45).mapToDouble(i -> i / 10.0).toArray()) {
                        largest = Math.max(largest, Math.abs(share(a, w, x) - share(b, v, x)));
                    }
                    assertEquals(largest, cohort.distance(reference), 1e-9);
                    for (double p : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
                        double q = reference.quantile(p);
                        assertTrue(share(a, w, q) >= p - 1e-9, "reaches " + p);
                        assertTrue(share(a, w, q - 0.05) < p, "is the smallest to reach " + p);
                    }
                });
    }

    /** More distinct values than points: still within a thousandth. */
    @Test
    void distanceOfFineValuesIsWithinItsBound() {
        double[] a = IntStream.range(0, 5000).mapToDouble(i -> Math.pow(i / 5000.0, 3)).toArray();
        double[] b = Arrays.stream(a).map(x -> x * 1.3).toArray();
        Tally reference = tally(a, ones(a.length));
        double largest = 0;
        for (double x : b) {
            largest =
                    Math.max(largest, Math.abs(share(a, ones(5000), x) - share(b, ones(5000), x)));
        }
        assertEquals(largest, reference.alike(b, ones(5000)).distance(reference), 1.5e-3);
    }

    /** A billion beside small spread: the naive sum of squares would lose every digit. */
    @Test
    void momentsStayAccurateFarFromZero() {
        double[] values = IntStream.range(0, 1000).mapToDouble(i -> 1e9 + i % 2).toArray();
        Tally tally = new Tally(Cuts.of(values, values, 0));
        for (int k = 0; k < 100; k++) {
            tally.add(values, ones(1000), 1000);
        }
        assertEquals(0.5, tally.sd(), 1e-9);
    }

    @Test
    void bandsAreClosed() {
        double[] values = {6.5, 6.9, 7.0, 7.1};
        Tally tally = new Tally(Cuts.of(values, values, 1, Double.NEGATIVE_INFINITY, 7.0));
        tally.add(values, ones(4), 4);
        assertEquals(0.75, tally.within(Double.NEGATIVE_INFINITY, 7.0), 1e-12);
        assertEquals(0.5, tally.within(7.0, Double.POSITIVE_INFINITY), 1e-12);
    }

    @Test
    void barsHoldEqualNumbersOfPossibleValuesAndEverythingInside() {
        double[] values = IntStream.range(0, 2000).mapToDouble(i -> 90 + i % 100).toArray();
        Cuts cuts = Cuts.of(values, values, 0);
        Tally tally = new Tally(cuts);
        tally.add(values, ones(2000), 2000);
        double sum = tally.distribution().shares().stream().mapToDouble(d -> d).sum();
        assertTrue(sum > 0.98, "sum " + sum);
        var inner = tally.distribution().shares().subList(1, cuts.axis().bars() - 2);
        assertEquals(1, inner.stream().distinct().count(), "a flat column has flat bars: " + inner);
    }

    @Test
    void longTailsGetALogarithmicAxis() {
        double[] values =
                IntStream.range(1, 2000).mapToDouble(i -> Math.exp(8 * i / 2000.0 - 1)).toArray();
        assertTrue(Cuts.of(values, values, 1).axis().logarithmic());
    }

    private static Tally tally(double[] values, double[] weights) {
        Tally tally = new Tally(Cuts.of(values, values, 1));
        tally.add(values, weights, values.length);
        return tally;
    }

    private static double[] draw(long key, int from, int n, double scale) {
        return IntStream.range(0, n)
                .mapToDouble(i -> Math.floor(10 * scale * SeedTree.uniform(key, from + i)) / 10)
                .map(x -> scale == 1 ? x + 0.1 : x) // weights above zero
                .toArray();
    }

    private static double share(double[] values, double[] weights, double x) {
        double below = 0;
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            below += values[i] <= x + 1e-9 ? weights[i] : 0;
            all += weights[i];
        }
        return below / all;
    }

    private static double[] ones(int n) {
        double[] out = new double[n];
        Arrays.fill(out, 1);
        return out;
    }
}
