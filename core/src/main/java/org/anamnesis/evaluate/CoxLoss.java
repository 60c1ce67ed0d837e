package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Partial likelihood of Cox (1972) with Breslow's ties, as a loss for boosting (Ridgeway 1999, The
 * state of boosting): score = log hazard. With risk sets summed from the longest time down, the
 * gradient of row i is e<sup>s</sup> Σ<sub>events up to its time</sub> 1 / risk − event.
 */
final class CoxLoss {
    private CoxLoss() {}

    /**
     * @param time n, not negative
     * @param event n, whether it came at that time
     */
    static Loss of(double[] time, boolean[] event) {
        Integer[] byTime = new Integer[time.length];
        Arrays.setAll(byTime, i -> i);
        Arrays.sort(byTime, Comparator.comparingDouble(i -> time[i]));
        int[] order = Arrays.stream(byTime).mapToInt(i -> i).toArray();
        return Loss.single(
                0,
                (scores, gradient, curvature) ->
                        fill(order, time, event, scores, gradient, curvature));
    }

    private static void fill(
            int[] order,
            double[] time,
            boolean[] event,
            double[] scores,
            double[] gradient,
            double[] curvature) {
        int n = order.length;
        double most = Arrays.stream(scores).max().orElse(0); // only ratios matter
        double[] risk = new double[n + 1]; // risk[j]: of all from place j on
        for (int j = n - 1; j >= 0; j--) {
            risk[j] = risk[j + 1] + Math.exp(scores[order[j]] - most);
        }
        double first = 0; // Σ 1 / risk over events so far
        double second = 0; // Σ 1 / risk²
        int j = 0;
        while (j < n) {
            int end = j;
            int events = 0;
            while (end < n && time[order[end]] == time[order[j]]) {
                events += event[order[end]] ? 1 : 0;
                end++;
            }
            first += events / risk[j];
            second += events / (risk[j] * risk[j]);
            for (int at = j; at < end; at++) {
                int i = order[at];
                double hazard = Math.exp(scores[i] - most);
                gradient[i] = hazard * first - (event[i] ? 1 : 0);
                curvature[i] = Math.max(0, hazard * first - hazard * hazard * second);
            }
            j = end;
        }
    }
}
