package org.anamnesis.signals.learned;

import java.util.List;
import java.util.Optional;
import org.anamnesis.signals.Draws;

/**
 * An EEG of several channels as Gaussian noise: the spectrum of each channel in a stretch, and how
 * channels go together. Waves that stand out, such as spikes, are not in it.
 */
final class EegForm implements Form {
    /** µV below which a stretch is a flat line. */
    private static final double FLAT = 0.3;

    private final List<String> channels;

    EegForm(List<String> channels) {
        this.channels = List.copyOf(channels);
    }

    @Override
    public String kind() {
        return "eeg";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("rms_uv", 2, 0.3, 1000),
                new Column("delta_pct", 2, 0.01, 100),
                new Column("theta_pct", 2, 0.01, 100),
                new Column("alpha_pct", 2, 0.01, 100),
                new Column("beta_pct", 2, 0.01, 100));
    }

    @Override
    public int curve() {
        return channels.size() * Bands.COUNT;
    }

    @Override
    public Optional<Shape> shape(Stretch stretch) {
        int n = channels.size();
        double[][] power = new double[n][];
        double[][] samples = new double[n][];
        for (int c = 0; c < n; c++) {
            samples[c] = stretch.channel(channels.get(c));
            power[c] = Bands.power(samples[c], stretch.rate());
        }
        double[] group = groups(power);
        double total = 0;
        for (double g : group) {
            total += g;
        }
        if (!(Math.sqrt(total) > FLAT)) {
            return Optional.empty();
        }
        float[] measured = new float[1 + Groups.COUNT];
        measured[0] = (float) Math.sqrt(total);
        for (int g = 0; g < Groups.COUNT; g++) {
            measured[1 + g] = (float) (100 * group[g] / total);
        }
        float[] curve = new float[n * Bands.COUNT];
        float[] decibels = new float[Bands.COUNT];
        for (int c = 0; c < n; c++) {
            for (int b = 0; b < Bands.COUNT; b++) {
                int g = Groups.of(b);
                double mean = Math.max(1e-9, group[g]) / Groups.width(g);
                curve[c * Bands.COUNT + b] =
                        (float) Math.max(-4, Math.min(4, Math.log10(power[c][b] / mean)));
                decibels[b] += (float) (10 * Math.log10(power[c][b]) / n);
            }
        }
        return Optional.of(
                new Shape(measured, curve, Coherence.of(samples, stretch.rate()), decibels));
    }

    /** Power in each group, channels averaged, in unit². */
    private static double[] groups(double[][] power) {
        double[] out = new double[Groups.COUNT];
        for (double[] of : power) {
            for (int b = 0; b < Bands.COUNT; b++) {
                out[Groups.of(b)] += of[b] * Bands.width(b) / power.length;
            }
        }
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
        int n = channels.size();
        double[][] density = new double[n][Bands.COUNT];
        for (int c = 0; c < n; c++) {
            for (int b = 0; b < Bands.COUNT; b++) {
                double decades = Math.max(-4, Math.min(4, curve[c * Bands.COUNT + b]));
                density[c][b] = StrictMath.pow(10, decades);
            }
        }
        double[] group = groups(density);
        double shares = 0;
        for (int g = 0; g < Groups.COUNT; g++) {
            shares += measured[1 + g];
        }
        for (double[] of : density) {
            for (int b = 0; b < Bands.COUNT; b++) {
                int g = Groups.of(b);
                of[b] *= measured[0] * measured[0] * measured[1 + g] / shares / group[g];
            }
        }
        double[][][] mix = Coherence.triangles(together, n);
        return Noise.of(density, mix, rate, (int) Math.round(seconds * rate), draws);
    }
}
