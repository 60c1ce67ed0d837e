package org.anamnesis.signals.eeg;

import org.anamnesis.study.Study;

/** A whole recording in memory, and what a reader would measure in it. */
final class Traces {
    private final double[][] x;
    private final double rate;
    final Score score;

    Traces(Study study) {
        var recording = new Recording(study);
        this.rate = recording.rate();
        this.score = recording.score();
        this.x = new double[Electrodes.COUNT][(int) (recording.seconds() * rate)];
        float[][] second = recording.buffers();
        for (int s = 0; recording.next(second); s++) {
            for (int e = 0; e < x.length; e++) {
                for (int i = 0; i < second[e].length; i++) {
                    x[e][(int) (s * rate) + i] = second[e][i];
                }
            }
        }
    }

    double rate() {
        return rate;
    }

    double seconds() {
        return x[0].length / rate;
    }

    /** One electrode, or one against another: {@code O1}, {@code Fp1-F7}. */
    double[] of(String name) {
        String[] pair = name.split("-", -1);
        double[] first = x[Electrodes.index(pair[0])].clone();
        for (int i = 0; pair.length > 1 && i < first.length; i++) {
            first[i] -= x[Electrodes.index(pair[1])][i];
        }
        return first;
    }

    double[] of(String name, double from, double to) {
        return java.util.Arrays.copyOfRange(of(name), (int) (from * rate), (int) (to * rate));
    }

    /** Power between two frequencies, in µV², of windows of 4 s or all there is. */
    double power(double[] y, double low, double high) {
        double sum = 0;
        for (double f = low; f <= high; f += 0.25) {
            sum += 0.25 * density(y, f);
        }
        return sum;
    }

    /** Spectral density at a frequency, in µV²/Hz, Hann windows of 4 s. */
    double density(double[] y, double hz) {
        int n = Math.min(y.length, (int) (4 * rate));
        int windows = 0;
        double sum = 0;
        for (int from = 0; from + n <= y.length; from += Math.max(1, n / 2)) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                double w = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / n);
                double angle = 2 * Math.PI * hz * i / rate;
                re += w * y[from + i] * Math.cos(angle);
                im += w * y[from + i] * Math.sin(angle);
            }
            sum += 2 * (re * re + im * im) / (rate * n * 0.375);
            windows++;
        }
        return sum / windows;
    }

    /** Where the density is highest after its fall with the square of the frequency is undone. */
    double peak(double[] y, double low, double high) {
        double best = low;
        double most = -1;
        for (double f = low; f <= high; f += 0.05) {
            double d = density(y, f) * f * f;
            if (d > most) {
                most = d;
                best = f;
            }
        }
        return best;
    }

    static double range(double[] y) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : y) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return high - low;
    }

    static double rms(double[] y) {
        double mean = java.util.Arrays.stream(y).average().orElseThrow();
        double sum = 0;
        for (double v : y) {
            sum += (v - mean) * (v - mean);
        }
        return Math.sqrt(sum / y.length);
    }

    /** Mean over events of one kind, from {@code before} s before the onset on. */
    double[] average(String name, Sign sign, double before, double length) {
        double[] y = of(name);
        double[] sum = new double[(int) (length * rate)];
        int n = 0;
        for (var e : score.events()) {
            int from = (int) Math.round((e.onset() - before) * rate);
            if (e.sign() == sign && from >= 0 && from + sum.length <= y.length) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += y[from + i];
                }
                n++;
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= n;
        }
        return sum;
    }

    static double lowest(double[] y) {
        return java.util.Arrays.stream(y).min().orElseThrow();
    }

    /** Electrode of the scalp at which the average event is most negative. */
    String mostNegative(Sign sign, double before, double length) {
        String best = "";
        double most = 0;
        for (String name : Electrodes.NAMES.subList(0, Electrodes.SCALP)) {
            double low = lowest(average(name, sign, before, length));
            if (low < most) {
                most = low;
                best = name;
            }
        }
        return best;
    }
}
