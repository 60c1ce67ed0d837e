package org.anamnesis.learn.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.anamnesis.population.Places;
import org.anamnesis.population.Weighted;

/**
 * Two numbers of rows whose rank correlation is asked; a row that lacks one of them does not count.
 */
final class RankedPair {
    private final Places first;
    private final Places second;

    RankedPair(double[] first, double[] second) {
        double[] a = first.clone();
        double[] b = second.clone();
        Arrays.setAll(a, i -> Double.isNaN(b[i]) ? Double.NaN : a[i]);
        Arrays.setAll(b, i -> Double.isNaN(a[i]) ? Double.NaN : b[i]);
        this.first = Places.of(a);
        this.second = Places.of(b);
    }

    boolean has(int row) {
        return first.of()[row] != Places.MISSING;
    }

    /** Spearman's ρ: the correlation of weighted mid-ranks. */
    double correlation(double[] weights) {
        double[] a = ranks(first, weights);
        double[] b = ranks(second, weights);
        return Weighted.mean(product(a, b, 0), weights);
    }

    /**
     * What has the mean 0 when the correlation is as wanted and both numbers are spread as under
     * the reference weights (mean and variance of the ranks), the correlation last; NaN where a row
     * does not count.
     *
     * @param product of the ranks that is wanted
     */
    List<double[]> moments(double[] reference, double product) {
        double[] a = ranks(first, reference);
        double[] b = ranks(second, reference);
        return List.of(a, b, product(a, a, 1), product(b, b, 1), product(a, b, product));
    }

    private static double[] product(double[] a, double[] b, double less) {
        return of(a.length, i -> a[i] * b[i] - less);
    }

    private static double[] of(int rows, IntToDoubleFunction value) {
        return IntStream.range(0, rows).mapToDouble(value).toArray();
    }

    /** Weighted mid-ranks with mean 0 and variance 1; NaN where the value is missing. */
    private static double[] ranks(Places places, double[] weights) {
        int[] place = places.of();
        double[] at = places.sums(weights);
        double[] rank = Places.midRanks(at);
        double mean = Weighted.mean(rank, at);
        double sd = Weighted.sd(rank, at);
        double unit = sd > 0 ? sd : 1;
        return of(
                place.length,
                i -> place[i] == Places.MISSING ? Double.NaN : (rank[place[i]] - mean) / unit);
    }
}
