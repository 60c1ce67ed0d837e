package org.anamnesis.evaluate;

import java.util.Arrays;

/**
 * Area under the ROC curve: the chance that a random case scores above a random control, ties half.
 * Variance by DeLong, DeLong and Clarke-Pearson (1988, doi:10.2307/2531595), worked out from
 * mid-ranks as Sun and Xu (2014, doi:10.1109/LSP.2014.2337313) do.
 */
final class Auc {
    private final double value;
    private final double[] ofCases; // share of controls below each case
    private final double[] ofControls; // share of cases above each control

    private Auc(double value, double[] ofCases, double[] ofControls) {
        this.value = value;
        this.ofCases = ofCases;
        this.ofControls = ofControls;
    }

    /**
     * @param scores n scores
     * @param isCase n; at least one of each kind, else the area is NaN
     */
    static Auc of(double[] scores, boolean[] isCase) {
        int m = 0;
        for (boolean c : isCase) {
            m += c ? 1 : 0;
        }
        double[] cases = new double[m];
        double[] controls = new double[scores.length - m];
        int a = 0;
        int b = 0;
        for (int i = 0; i < scores.length; i++) {
            if (isCase[i]) {
                cases[a++] = scores[i];
            } else {
                controls[b++] = scores[i];
            }
        }
        double[] ofCases = below(cases, controls);
        double[] ofControls = below(controls, cases);
        for (int j = 0; j < ofControls.length; j++) {
            ofControls[j] = 1 - ofControls[j];
        }
        double value = Arrays.stream(ofCases).average().orElse(Double.NaN);
        return new Auc(controls.length == 0 ? Double.NaN : value, ofCases, ofControls);
    }

    double value() {
        return value;
    }

    Estimate estimate() {
        return Double.isNaN(value)
                ? Estimate.NONE
                : Estimate.of(value, Math.sqrt(spread(ofCases) + spread(ofControls)), 0, 1);
    }

    /** This area less another of the same cases and controls, whose errors go together. */
    Estimate less(Auc other) {
        if (Double.isNaN(value) || Double.isNaN(other.value)) {
            return Estimate.NONE;
        }
        double variance =
                spread(minus(ofCases, other.ofCases)) + spread(minus(ofControls, other.ofControls));
        return Estimate.of(value - other.value, Math.sqrt(variance), -1, 1);
    }

    private static double[] minus(double[] a, double[] b) {
        double[] out = new double[a.length];
        Arrays.setAll(out, i -> a[i] - b[i]);
        return out;
    }

    /** For each x the share of {@code others} that lie below it, ties half. */
    private static double[] below(double[] x, double[] others) {
        double[] sorted = others.clone();
        Arrays.sort(sorted);
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int low = bound(sorted, x[i], false);
            int high = bound(sorted, x[i], true);
            out[i] = (low + high) / 2.0 / sorted.length;
        }
        return out;
    }

    /** Number of sorted values below x, or not above it. */
    static int bound(double[] sorted, double x, boolean inclusive) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < x || (inclusive && sorted[middle] == x)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Variance of the mean. */
    private static double spread(double[] x) {
        if (x.length < 2) {
            return 0;
        }
        double mean = Arrays.stream(x).sum() / x.length;
        double squares = 0;
        for (double v : x) {
            squares += (v - mean) * (v - mean);
        }
        return squares / (x.length - 1) / x.length;
    }
}
