package org.anamnesis.evaluate;

import java.util.List;

/**
 * One numeric column of one population, in the column's unit. The quantile at p is the smallest x
 * with F(x) ≥ p, as in R's type 1.
 *
 * @param n rows with a value
 * @param missing rows without
 * @param mean weighted arithmetic mean; NaN without values
 * @param sd √(Σw(x − mean)² / Σw): of these people, not an estimate for others
 * @param min smallest value
 * @param max largest value
 * @param p05 5th percentile; likewise p25 to p95
 * @param shares share of the weight in each bar of the axis, 0 to 1; what lies beyond the axis is
 *     missing to 1
 */
public record Distribution(
        long n,
        long missing,
        double mean,
        double sd,
        double min,
        double max,
        double p05,
        double p25,
        double p50,
        double p75,
        double p95,
        List<Double> shares) {
    public Distribution {
        shares = List.copyOf(shares);
    }
}
