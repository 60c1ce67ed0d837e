package org.anamnesis.signals.learned;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.signals.Draws;

/**
 * One lead of an ECG: the median beat of a stretch, each part of it (before QRS, QRS, to the end of
 * T, behind it) brought to the same length and the whole to the same height, so that shape, times
 * and height are learned apart and a time that is asked for is met.
 */
final class EcgForm implements Form {
    /** Points of each part of a beat. */
    private static final int[] POINTS = {36, 28, 56, 24};

    private static final int BEAT = Arrays.stream(POINTS).sum();

    /** Weight of a decade of noise power beside the height of the QRS complex. */
    private static final double NOISE = 0.15;

    /** Times that a made trace is read and corrected. */
    private static final int ROUNDS = 3;

    private static final double MS = 1000.0 / Beats.RATE;

    private static final int RR = 0;
    private static final int SPREAD = 1;
    private static final int LAG = 2;
    private static final int QRS = 3;
    private static final int QT = 4;
    private static final int HEIGHT = 5;
    private static final int REST = 6;

    private final String lead;

    EcgForm(String lead) {
        this.lead = lead;
    }

    @Override
    public String kind() {
        return "ecg";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("rr_ms", 0, 280, 2400),
                new Column("rr_sd_ms", 1, 0, 600),
                new Column("rr_lag", 2, -0.9, 0.9),
                new Column("qrs_ms", 0, 40, 240),
                new Column("qt_ms", 0, 150, 720),
                new Column("qrs_mv", 3, 0.05, 8),
                new Column("noise_uv", 1, 0, 2000));
    }

    @Override
    public int curve() {
        return BEAT + Bands.COUNT;
    }

    @Override
    public Optional<Shape> shape(Stretch stretch) {
        return Beats.of(stretch.channel(lead), stretch.rate()).flatMap(this::shape);
    }

    private Optional<Shape> shape(Beats beats) {
        double[] gaps = new double[beats.onsets().length - 1];
        Arrays.setAll(gaps, k -> (beats.onsets()[k + 1] - beats.onsets()[k]) * MS);
        double rr = Arrays.stream(gaps).average().orElseThrow();
        double[] m = beats.median();
        double before = before(beats.rr());
        double level = 0;
        for (int i = 2; i < 7; i++) {
            level += m[Beats.BEFORE - i] / 5;
        }
        double top = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= beats.qrs(); i++) {
            top = Math.max(top, m[Beats.BEFORE + i]);
            bottom = Math.min(bottom, m[Beats.BEFORE + i]);
        }
        double height = top - bottom;
        double end = Math.max(beats.qt() + 3, beats.rr() - before);
        if (!(height > 0.02) || beats.qt() <= beats.qrs() + 5) {
            return Optional.empty();
        }
        double[] ends = {-before, 0, beats.qrs(), beats.qt(), end};
        double[] beat = new double[BEAT];
        int at = 0;
        for (int part = 0; part < POINTS.length; part++) {
            for (int k = 0; k < POINTS[part]; k++) {
                double t = ends[part] + (ends[part + 1] - ends[part]) * k / POINTS[part];
                beat[at++] = (Beats.value(m, Beats.BEFORE + t) - level) / height;
            }
        }
        float[] measured = new float[columns().size()];
        measured[RR] = (float) rr;
        measured[SPREAD] = (float) Gaps.deviation(gaps, rr);
        measured[LAG] = (float) Gaps.lag(gaps, rr);
        measured[QRS] = (float) (beats.qrs() * MS);
        measured[QT] = (float) (beats.qt() * MS);
        measured[HEIGHT] = (float) height;
        return Optional.of(withNoise(beats, measured, beat));
    }

    /** What the beats leave over is noise: its height and its spectrum. */
    private Shape withNoise(Beats beats, float[] measured, double[] beat) {
        double[] made = new double[beats.trace().length];
        lay(made, Beats.RATE, seconds(beats.onsets()), doubles(measured), beat);
        double[] rest = new double[made.length];
        double power = 0;
        for (int i = 0; i < made.length; i++) {
            rest[i] = beats.trace()[i] - made[i];
        }
        // beats at the ends are not known, and nothing is laid there
        int from = (int) Math.max(0, beats.onsets()[0]);
        int to = (int) Math.min(made.length, beats.onsets()[beats.onsets().length - 1]);
        double[] inner = Arrays.copyOfRange(rest, from, Math.max(from + 256, to));
        double mean = Arrays.stream(inner).average().orElse(0);
        for (double v : inner) {
            power += (v - mean) * (v - mean) / inner.length;
        }
        measured[REST] = (float) (1000 * Math.sqrt(power));
        double[] bands = Bands.power(inner, Beats.RATE);
        float[] curve = new float[BEAT + Bands.COUNT];
        for (int i = 0; i < BEAT; i++) {
            curve[i] = (float) beat[i];
        }
        double inBands = 1e-9;
        for (int b = 0; b < Bands.COUNT; b++) {
            inBands += bands[b] * Bands.width(b);
        }
        double[] spectrum = Bands.power(beats.trace(), Beats.RATE);
        float[] decibels = new float[Bands.COUNT];
        for (int b = 0; b < Bands.COUNT; b++) {
            curve[BEAT + b] = (float) (NOISE * Math.log10(bands[b] / inBands));
            decibels[b] = (float) (10 * Math.log10(spectrum[b]));
        }
        return new Shape(measured, curve, new float[0], decibels);
    }

    /** Samples of a beat before its QRS, at a mean distance of beats. */
    private static double before(double rr) {
        return Math.min(70, 0.35 * rr);
    }

    private static double[] seconds(double[] samples) {
        return Arrays.stream(samples).map(s -> s / Beats.RATE).toArray();
    }

    private static double[] doubles(float[] x) {
        double[] out = new double[x.length];
        Arrays.setAll(out, i -> x[i]);
        return out;
    }

    @Override
    public double[][] make(
            double[] measured,
            double[] curve,
            double[] together,
            double rate,
            double seconds,
            Draws draws) {
        int samples = (int) Math.round(seconds * rate);
        double[] beat = Arrays.copyOf(curve, BEAT);
        scaleToHeight(beat);
        double[] onsets =
                Gaps.onsets(measured[RR], measured[SPREAD], measured[LAG], seconds, draws);
        double[] noise = noise(curve, rate, samples, draws);
        double[] set = measured.clone();
        double[] trace = laid(samples, rate, onsets, set, beat, noise);
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Shape> seen =
                    Beats.of(trace, rate).filter(b -> b.onsets().length > 4).flatMap(this::shape);
            if (seen.isEmpty()) {
                break; // what cannot be read cannot be corrected
            }
            correct(set, measured, seen.get().measured());
            trace = laid(samples, rate, onsets, set, beat, noise);
        }
        return new double[][] {trace};
    }

    /** Moves what is set by what a reader misses, so that he finds what was asked. */
    private static void correct(double[] set, double[] asked, float[] seen) {
        double qrs = set[QRS] + 0.8 * (asked[QRS] - seen[QRS]);
        set[QRS] = Math.max(asked[QRS] - 24, Math.min(asked[QRS] + 24, qrs));
        double qt = set[QT] + 0.8 * (asked[QT] - seen[QT]);
        set[QT] = Math.max(asked[QT] - 40, Math.min(asked[QT] + 40, qt));
        double height = set[HEIGHT] * asked[HEIGHT] / Math.max(0.01, seen[HEIGHT]);
        set[HEIGHT] = Math.max(0.7 * asked[HEIGHT], Math.min(1.4 * asked[HEIGHT], height));
        double power = set[REST] * set[REST] + asked[REST] * asked[REST] - seen[REST] * seen[REST];
        set[REST] = Math.min(1.5 * asked[REST], Math.sqrt(Math.max(0, power)));
    }

    private static double[] laid(
            int samples,
            double rate,
            double[] onsets,
            double[] set,
            double[] beat,
            double[] noise) {
        double[] trace = new double[samples];
        lay(trace, rate, onsets, set, beat);
        for (int i = 0; i < samples; i++) {
            trace[i] += set[REST] / 1000 * noise[i];
        }
        return trace;
    }

    /** Of root mean square 1. */
    private static double[] noise(double[] curve, double rate, int samples, Draws draws) {
        double[] density = new double[Bands.COUNT];
        for (int b = 0; b < Bands.COUNT; b++) {
            density[b] = StrictMath.pow(10, curve[BEAT + b] / NOISE);
        }
        double total = Bands.total(density);
        for (int b = 0; b < Bands.COUNT; b++) {
            density[b] /= total;
        }
        return Noise.of(new double[][] {density}, Noise.alone(), rate, samples, draws)[0];
    }

    /** Axes bring a QRS near to its height; what is asked for is met. */
    private static void scaleToHeight(double[] beat) {
        double top = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        for (int i = POINTS[0]; i <= POINTS[0] + POINTS[1]; i++) {
            top = Math.max(top, beat[i]);
            bottom = Math.min(bottom, beat[i]);
        }
        double height = Math.max(0.2, top - bottom);
        for (int i = 0; i < beat.length; i++) {
            beat[i] /= height;
        }
    }

    /** Lays beats at their onsets; the repolarisation of a shorter beat is shorter. */
    private static void lay(
            double[] trace, double rate, double[] onsets, double[] measured, double[] beat) {
        double rr = measured[RR] / 1000;
        double lead = before(rr * Beats.RATE) / Beats.RATE;
        double qrs = measured[QRS] / 1000;
        for (int k = 0; k < onsets.length; k++) {
            double gap = k + 1 < onsets.length ? onsets[k + 1] - onsets[k] : rr;
            double last = k > 0 ? onsets[k] - onsets[k - 1] : rr;
            double start = -Math.min(lead, 0.35 * last);
            double end = gap - Math.min(lead, 0.35 * gap);
            double qt = measured[QT] / 1000 * StrictMath.cbrt(Math.min(1.5, gap / rr));
            qt = Math.max(qrs + 0.02, Math.min(qt, end - 0.012));
            double[] ends = {start, 0, qrs, qt, Math.max(end, qt + 0.004)};
            int from = (int) Math.max(0, Math.ceil((onsets[k] + start) * rate));
            int to = (int) Math.min(trace.length, Math.ceil((onsets[k] + end) * rate));
            for (int i = from; i < to; i++) {
                trace[i] = measured[HEIGHT] * at(beat, ends, i / rate - onsets[k]);
            }
        }
    }

    private static double at(double[] beat, double[] ends, double time) {
        int part = 0;
        int first = 0;
        while (part < POINTS.length - 1 && time >= ends[part + 1]) {
            first += POINTS[part++];
        }
        double share = (time - ends[part]) / (ends[part + 1] - ends[part]);
        double at = first + Math.max(0, Math.min(1, share)) * POINTS[part];
        int i = (int) Math.min(BEAT - 1.0, at);
        double next = beat[(i + 1) % BEAT];
        return beat[i] + (at - i) * (next - beat[i]);
    }
}
