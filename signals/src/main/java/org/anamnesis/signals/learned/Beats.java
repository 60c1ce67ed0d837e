package org.anamnesis.signals.learned;

import java.util.Arrays;
import java.util.Optional;

/**
 * The beats of one lead in a stretch: where they begin, their median, and its landmarks. All times
 * are samples at {@link #RATE}.
 *
 * @param trace without its baseline, in mV
 * @param onsets where each QRS begins
 * @param median beat from {@link #BEFORE} samples before the onset
 * @param qrs width of the QRS complex
 * @param qt from the onset of QRS to the end of T
 * @param rr mean distance of beats
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of samples that nobody changes
record Beats(double[] trace, double[] onsets, double[] median, double qrs, double qt, double rr) {
    /** Samples a second. */
    static final int RATE = 250;

    /** Samples before the onset of QRS that a median beat has at least: a PR interval of 280 ms. */
    static final int BEFORE = 75;

    private static final int FEWEST = 4;

    /** Half the window in which a QRS is looked for around its steepest place. */
    private static final int HALF = 30;

    /**
     * @param raw one lead in mV
     * @param rate samples a second
     */
    static Optional<Beats> of(double[] raw, double rate) {
        double[] x = levelled(resampled(raw, rate));
        int[] steep = steep(x);
        if (steep.length < FEWEST) {
            return Optional.empty();
        }
        double rr = (steep[steep.length - 1] - steep[0]) / (steep.length - 1.0);
        int after = (int) Math.min(2 * RATE, rr);
        int before = BEFORE + HALF;
        double[] median = median(x, steep, before, after);
        for (int k = 0; k < steep.length; k++) {
            steep[k] += shift(x, steep[k], median, before);
        }
        median = median(x, steep, before, after);
        return landmarks(x, steep, median, before, rr);
    }

    /** At {@link #RATE}, averaged over a sample's time where there were more. */
    private static double[] resampled(double[] raw, double rate) {
        double wide = rate / RATE;
        double third = wide > 1.2 ? wide / 3 : 0;
        double[] out = new double[(int) (raw.length / wide)];
        for (int i = 0; i < out.length; i++) {
            double at = i * wide;
            out[i] = (value(raw, at - third) + value(raw, at) + value(raw, at + third)) / 3;
        }
        return out;
    }

    /** Between two samples on a line. */
    static double value(double[] x, double at) {
        int i = (int) Math.max(0, Math.min(x.length - 2.0, Math.floor(at)));
        double part = Math.max(0, Math.min(1, at - i));
        return x[i] + part * (x[i + 1] - x[i]);
    }

    /** Without the baseline: a line through the medians of a second, ten a second. */
    private static double[] levelled(double[] x) {
        int step = RATE / 10;
        int points = x.length / step + 2;
        double[] base = new double[points];
        for (int p = 0; p < points; p++) {
            int from = Math.max(0, p * step - RATE / 2);
            int to = Math.min(x.length, p * step + RATE / 2);
            from = Math.min(from, Math.max(0, to - RATE / 2));
            double[] some = new double[(to - from + 3) / 4];
            for (int i = 0; i < some.length; i++) {
                some[i] = x[from + 4 * i];
            }
            Arrays.sort(some);
            base[p] = some[some.length / 2];
        }
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double at = i / (double) step;
            int p = (int) at;
            out[i] = x[i] - base[p] - (at - p) * (base[p + 1] - base[p]);
        }
        return out;
    }

    /** Where beats are steepest: peaks of the slope's power over 100 ms. */
    private static int[] steep(double[] x) {
        int n = x.length;
        double[] sum = new double[n + 1];
        for (int i = 0; i < n; i++) {
            double slope = x[Math.min(n - 1, i + 2)] - x[Math.max(0, i - 2)];
            sum[i + 1] = sum[i] + slope * slope;
        }
        int half = RATE / 20;
        double[] power = new double[n];
        for (int i = 0; i < n; i++) {
            power[i] = sum[Math.min(n, i + half + 1)] - sum[Math.max(0, i - half)];
        }
        int block = 2 * RATE;
        int blocks = Math.max(1, n / block);
        double[] tops = new double[blocks];
        for (int i = 0; i < n; i++) {
            int b = Math.min(blocks - 1, i / block);
            tops[b] = Math.max(tops[b], power[i]);
        }
        Arrays.sort(tops);
        double least = 0.2 * tops[blocks / 2];
        int apart = RATE / 4;
        int[] found = new int[n / apart + 1];
        int count = 0;
        for (int i = 0; i < n; i++) {
            boolean top = power[i] > least && power[i] > 0;
            for (int j = Math.max(0, i - apart); top && j <= Math.min(n - 1, i + apart); j++) {
                top = power[j] < power[i] || (power[j] == power[i] && j >= i);
            }
            if (top) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Sample by sample, of those beats that are like the others. */
    private static double[] median(double[] x, int[] at, int before, int after) {
        double[] all = medianOf(x, at, before, after);
        int[] like = Arrays.stream(at).filter(b -> alike(x, b, all, before) >= 0.85).toArray();
        return like.length * 2 >= at.length ? medianOf(x, like, before, after) : all;
    }

    private static double[] medianOf(double[] x, int[] at, int before, int after) {
        double[] out = new double[before + after];
        for (int i = 0; i < out.length; i++) {
            int k = i;
            double[] values =
                    Arrays.stream(at)
                            .map(b -> b - before + k)
                            .filter(p -> p >= 0 && p < x.length)
                            .mapToDouble(p -> x[p])
                            .sorted()
                            .toArray();
            int n = values.length;
            out[i] = n == 0 ? 0 : (values[n / 2] + values[(n - 1) / 2]) / 2;
        }
        return out;
    }

    /** Correlation of a beat's QRS with the median's. */
    private static double alike(double[] x, int beat, double[] median, int before) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = -HALF; i <= HALF; i++) {
            if (beat + i < 0 || beat + i >= x.length) {
                return 0;
            }
            double a = x[beat + i];
            double b = median[before + i];
            xy += a * b;
            xx += a * a;
            yy += b * b;
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
    }

    private static int shift(double[] x, int beat, double[] median, int before) {
        int best = 0;
        double most = alike(x, beat, median, before);
        for (int s = -8; s <= 8; s++) {
            double here = alike(x, beat + s, median, before);
            if (here > most) {
                most = here;
                best = s;
            }
        }
        return best;
    }

    private static Optional<Beats> landmarks(
            double[] x, int[] at, double[] m, int centre, double rr) {
        double[] slope = new double[m.length];
        for (int i = 2; i < m.length - 2; i++) {
            slope[i] = (Math.abs(m[i + 1] - m[i - 1]) + Math.abs(m[i + 2] - m[i - 2]) / 2) / 2;
        }
        double top = 0;
        for (int i = centre - HALF; i < centre + HALF; i++) {
            top = Math.max(top, slope[i]);
        }
        if (!(top > 0)) {
            return Optional.empty();
        }
        int first = centre - HALF;
        while (slope[first] < 0.3 * top) {
            first++;
        }
        int last = Math.min(m.length - 6, centre + HALF);
        while (slope[last] < 0.3 * top) {
            last--;
        }
        int onset = first;
        while (onset > BEFORE && !flat(slope, onset, -1, 0.07 * top)) {
            onset--;
        }
        int end = last;
        while (end < Math.min(last + HALF, m.length - 6) && !flat(slope, end, 1, 0.07 * top)) {
            end++;
        }
        int lead = centre - onset;
        double qrs = end - onset;
        double qt = tEnd(m, onset, end, rr) - onset;
        double[] onsets = Arrays.stream(at).mapToDouble(b -> b - lead).toArray();
        double[] beat = Arrays.copyOfRange(m, onset - BEFORE, m.length);
        return Optional.of(new Beats(x, onsets, beat, qrs, qt, rr));
    }

    /** Whether four samples from here on are flat. */
    private static boolean flat(double[] slope, int from, int step, double least) {
        for (int k = 0; k < 4; k++) {
            if (slope[from + step * k] > least) {
                return false;
            }
        }
        return true;
    }

    /** Where the steepest tangent of T's end meets the level before QRS. */
    private static double tEnd(double[] m, int onset, int end, double rr) {
        double level = 0;
        for (int i = 2; i < 7; i++) {
            level += m[onset - i] / 5;
        }
        int from = end + 15;
        int to = (int) Math.min(m.length - 8, onset + 0.72 * rr);
        if (to <= from + 10) {
            return Math.min(m.length - 2, end + 25);
        }
        int peak = from;
        for (int i = from; i < to; i++) {
            if (Math.abs(m[i] - level) > Math.abs(m[peak] - level)) {
                peak = i;
            }
        }
        double sign = m[peak] >= level ? 1 : -1;
        int steepest = peak + 2;
        for (int i = peak + 2; i < Math.min(peak + 40, m.length - 3); i++) {
            if (sign * (m[i + 2] - m[i - 2]) < sign * (m[steepest + 2] - m[steepest - 2])) {
                steepest = i;
            }
        }
        double slope = (m[steepest + 2] - m[steepest - 2]) / 4;
        double reach = slope * sign < 0 ? (level - m[steepest]) / slope : 0;
        return steepest + Math.max(0, Math.min(25, reach));
    }
}
