package org.anamnesis.signals.ecg;

import java.util.Arrays;

/**
 * Reads PR, QRS and QT from the eight measured leads at once, as one who reports an ECG does:
 * earliest onset to latest end over all leads, in the median beat.
 *
 * <p>QRS is where the speed of the heart vector stands above its quiet level by three hundredths of
 * its peak; the ends of P and T are where the steepest tangents meet the base line. The constants
 * that bring tangents to cardiologists' marks were found on 200 ECGs marked in twelve leads (LUDB:
 * Kalyakulina 2020, doi:10.1109/ACCESS.2020.3029211): spread of QRS 12 ms, PR 12 ms, QT 13 ms.
 */
final class Delineator {
    private static final double PR_OFFSET = 1.8;
    private static final double QT_OFFSET = 26.7;

    private Delineator() {}

    /**
     * Intervals in ms, NaN where a wave is not found.
     *
     * @param onset of QRS, samples from the start of the window
     */
    record Intervals(double pr, double qrs, double qt, int onset, int end) {}

    /** Band of 0.5 to 40 Hz, in place. */
    static void filter(double[][] leads, int rate) {
        var high = Filter.highPass(.5, rate);
        var low = Filter.lowPass(40, rate);
        for (double[] lead : leads) {
            high.apply(lead);
            low.apply(lead);
        }
    }

    /**
     * Where a reader sets R: where the leads are largest together, between 5 and 25 Hz.
     *
     * @param leads eight leads with one beat, changed
     * @param from first sample that may be it
     * @param to the one behind the last
     */
    static int peak(double[][] leads, int from, int to, int rate) {
        var high = Filter.highPass(5, rate);
        var low = Filter.lowPass(25, rate);
        double[] size = new double[leads[0].length];
        for (double[] lead : leads) {
            high.apply(lead);
            low.apply(lead);
            for (int i = from; i < to; i++) {
                size[i] += lead[i] * lead[i];
            }
        }
        int peak = from;
        for (int i = from; i < to; i++) {
            peak = size[i] > size[peak] ? i : peak;
        }
        return peak;
    }

    /**
     * Median over beats.
     *
     * @param filtered eight leads
     * @param peaks samples of R
     * @param rr mean interval, ms
     * @return time × eight, or an empty array with fewer than two whole beats
     */
    static double[][] medianBeat(double[][] filtered, int[] peaks, double rr, int rate) {
        int before = before(rr, rate);
        int after = (int) (Math.min(.62, .00072 * rr) * rate);
        int n = filtered[0].length;
        int[] whole = Arrays.stream(peaks).filter(p -> p >= before && p + after <= n).toArray();
        if (whole.length < 2) {
            return new double[0][];
        }
        double[][] beat = new double[before + after][8];
        double[] values = new double[whole.length];
        for (int i = 0; i < beat.length; i++) {
            for (int l = 0; l < 8; l++) {
                for (int k = 0; k < whole.length; k++) {
                    values[k] = filtered[l][whole[k] - before + i];
                }
                beat[i][l] = median(values);
            }
        }
        return beat;
    }

    /** Samples of a window before R. */
    static int before(double rr, int rate) {
        return (int) (Math.min(.40, .00046 * rr) * rate);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }

    static Intervals read(double[][] beat, int r, int rate) {
        int n = beat.length;
        double[] speed = speed(beat, rate);
        int from = Math.max(0, r - (int) (.12 * rate));
        int to = Math.min(n, r + (int) (.14 * rate));
        int peak = from;
        for (int i = from; i < to; i++) {
            peak = speed[i] > speed[peak] ? i : peak;
        }
        double quiet = percentile(speed, .15);
        double limit = quiet + .03 * (speed[peak] - quiet);
        int run = Math.max(2, (int) (.012 * rate));
        int on = onset(speed, peak, limit, run, rate);
        int off = end(speed, peak, limit, run, rate);
        double ms = 1000.0 / rate;
        return new Intervals(
                pr(beat, on, rate) * ms + PR_OFFSET,
                (off - on) * ms,
                (tEnd(beat, on, off, rate) - on) * ms + QT_OFFSET,
                on,
                off);
    }

    private static double[] speed(double[][] beat, int rate) {
        int n = beat.length;
        double[] raw = new double[n];
        for (int i = 0; i < n; i++) {
            int a = Math.max(0, i - 1);
            int b = Math.min(n - 1, i + 1);
            double sum = 0;
            for (int l = 0; l < 8; l++) {
                double d = (beat[b][l] - beat[a][l]) / (b - a) * rate;
                sum += d * d;
            }
            raw[i] = Math.sqrt(sum);
        }
        return smooth(raw, 2 * Math.max(1, (int) (.004 * rate)) + 1);
    }

    private static double[] smooth(double[] x, int width) {
        double[] out = new double[x.length];
        int half = width / 2;
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int k = Math.max(0, i - half); k <= Math.min(x.length - 1, i + half); k++) {
                sum += x[k];
            }
            out[i] = sum / width;
        }
        return out;
    }

    /** Backwards from the peak to a quiet stretch, else the quietest point. */
    private static int onset(double[] speed, int peak, double limit, int run, int rate) {
        int low = Math.max(run, peak - (int) (.14 * rate));
        for (int i = peak; i > low; i--) {
            if (below(speed, i - run, i, limit)) {
                return i;
            }
        }
        int best = Math.min(low, peak);
        for (int i = best; i <= peak; i++) {
            best = speed[i] < speed[best] ? i : best;
        }
        return best;
    }

    private static int end(double[] speed, int peak, double limit, int run, int rate) {
        int high = Math.min(speed.length - run, peak + (int) (.15 * rate));
        for (int i = peak; i < high; i++) {
            if (below(speed, i, i + run, limit)) {
                return i;
            }
        }
        int best = Math.min(speed.length - 1, peak + (int) (.03 * rate));
        for (int i = best; i < high; i++) {
            best = speed[i] < speed[best] ? i : best;
        }
        return best;
    }

    private static boolean below(double[] x, int from, int to, double limit) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (x[i] >= limit) {
                return false;
            }
        }
        return true;
    }

    /** Samples from the onset of P to the onset of QRS, NaN without P. */
    private static double pr(double[][] beat, int on, int rate) {
        int from = Math.max(0, on - (int) (.26 * rate));
        int to = Math.max(1, on - (int) (.03 * rate));
        int n = to - from;
        if (n <= (int) (.06 * rate)) {
            return Double.NaN;
        }
        double[] size = new double[n];
        int peak = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int l = 0; l < 8; l++) {
                double line = beat[from][l] + (beat[to - 1][l] - beat[from][l]) * i / (n - 1.0);
                double d = beat[from + i][l] - line;
                sum += d * d;
            }
            size[i] = Math.sqrt(sum);
            peak = size[i] > size[peak] ? i : peak;
        }
        int low = Math.max(0, peak - (int) (.09 * rate));
        if (peak - low <= 3 || size[peak] <= .03) {
            return Double.NaN;
        }
        double[] slope = smooth(gradient(size), 2 * Math.max(1, (int) (.004 * rate)) + 1);
        int k = low;
        for (int i = low; i <= peak; i++) {
            k = slope[i] > slope[k] ? i : k;
        }
        return slope[k] > 0 ? on - (from + Math.max(0, k - size[k] / slope[k])) : Double.NaN;
    }

    private static double tEnd(double[][] beat, int on, int off, int rate) {
        int n = beat.length;
        double[] level = new double[8];
        int a = Math.max(0, on - (int) (.03 * rate));
        int b = Math.max(1, on - (int) (.004 * rate));
        for (int l = 0; l < 8; l++) {
            double[] values = new double[Math.max(1, b - a)];
            for (int i = a; i < b; i++) {
                values[i - a] = beat[i][l];
            }
            level[l] = median(values);
        }
        double[] size = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int l = 0; l < 8; l++) {
                double d = beat[i][l] - level[l];
                sum += d * d;
            }
            size[i] = Math.sqrt(sum);
        }
        size = smooth(size, (int) (.02 * rate) | 1);
        int from = Math.min(n - 2, off + (int) (.06 * rate));
        int to = n - (int) (.02 * rate);
        if (to - from < (int) (.08 * rate)) {
            return Double.NaN;
        }
        int peak = from;
        for (int i = from; i < to; i++) {
            peak = size[i] > size[peak] ? i : peak;
        }
        int limit = Math.min(n - 1, peak + (int) (.22 * rate));
        double[] slope = gradient(size);
        int k = peak;
        for (int i = peak; i < limit; i++) {
            k = slope[i] < slope[k] ? i : k;
        }
        if (!(slope[k] < 0)) {
            return Double.NaN;
        }
        double base = n - peak > 5 ? percentile(Arrays.copyOfRange(size, peak, n), .05) : 0;
        double end = k + (size[k] - base) / -slope[k];
        return end > peak && end < n + .05 * rate ? end : Double.NaN;
    }

    private static double[] gradient(double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int a = Math.max(0, i - 1);
            int b = Math.min(x.length - 1, i + 1);
            g[i] = (x[b] - x[a]) / Math.max(1, b - a);
        }
        return g;
    }

    private static double percentile(double[] x, double share) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int i = (int) place;
        double u = place - i;
        return i + 1 < sorted.length ? sorted[i] * (1 - u) + sorted[i + 1] * u : sorted[i];
    }
}
