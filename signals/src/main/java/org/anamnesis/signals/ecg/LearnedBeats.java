package org.anamnesis.signals.ecg;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.ToDoubleFunction;
import org.anamnesis.signals.Draws;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Shapes of normal beats: a mean, its principal axes, and how the scores on them go with RR, PR,
 * QRS and QT (a Gaussian copula). Made by {@code tools/learn_beats.py}, which says from what; it
 * holds no beat of anybody.
 */
final class LearnedBeats {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final LearnedBeats BUNDLED = load();

    private final double[] mean;
    private final double[][] axes;
    private final double[][] quantiles;
    private final double[][] given;
    private final double[][] spread;

    private LearnedBeats(DataInputStream in) throws IOException {
        int points = 0;
        for (int expected : new int[] {Beat.P, Beat.QRS, Beat.ST, Beat.TAIL}) {
            if (in.readInt() != expected) {
                throw new IOException("the table of beats is of another shape");
            }
            points += expected;
        }
        int k = in.readInt();
        int q = in.readInt();
        mean = scaled(in, 8 * points);
        axes = new double[k][];
        for (int i = 0; i < k; i++) {
            axes[i] = scaled(in, 8 * points);
        }
        quantiles = floats(in, k + 4, q);
        given = floats(in, k, 4);
        spread = floats(in, k, k);
    }

    static LearnedBeats bundled() {
        return BUNDLED;
    }

    private static LearnedBeats load() {
        try (InputStream in = LearnedBeats.class.getResourceAsStream("beats.bin")) {
            return new LearnedBeats(new DataInputStream(new java.io.BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] scaled(DataInputStream in, int n) throws IOException {
        double step = in.readFloat();
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = in.readShort() * step;
        }
        return x;
    }

    private static double[][] floats(DataInputStream in, int rows, int columns) throws IOException {
        double[][] x = new double[rows][columns];
        for (double[] row : x) {
            for (int c = 0; c < columns; c++) {
                row[c] = in.readFloat();
            }
        }
        return x;
    }

    /**
     * Of thirty-two beats the one nearest to what is wanted. Chosen so, a shape needs little
     * bending to have the voltage and the axis that stand in the record.
     *
     * @param distance from what is wanted, not negative
     */
    Beat nearest(double[] intervals, Draws draws, ToDoubleFunction<Beat> distance) {
        Beat best = draw(intervals, draws);
        double least = distance.applyAsDouble(best);
        for (int i = 1; i < 32; i++) {
            Beat other = draw(intervals, draws);
            double far = distance.applyAsDouble(other);
            if (far < least) {
                least = far;
                best = other;
            }
        }
        return best;
    }

    /**
     * A person's beat.
     *
     * @param intervals RR, PR, QRS and QT in ms
     */
    Beat draw(double[] intervals, Draws draws) {
        int k = axes.length;
        double[] z = new double[4];
        for (int i = 0; i < 4; i++) {
            z[i] = deviate(quantiles[k + i], intervals[i]);
        }
        double[] noise = new double[k];
        for (int i = 0; i < k; i++) {
            noise[i] = draws.normal();
        }
        double[] sum = mean.clone();
        for (int i = 0; i < k; i++) {
            double d = 0;
            for (int j = 0; j < 4; j++) {
                d += given[i][j] * z[j];
            }
            for (int j = 0; j <= i; j++) {
                d += spread[i][j] * noise[j];
            }
            double score = quantile(quantiles[i], NORMAL.cumulativeProbability(d));
            for (int x = 0; x < sum.length; x++) {
                sum[x] += score * axes[i][x];
            }
        }
        // The axes that were left out hold a tenth of P.
        var beat = new Beat();
        int points = sum.length / 8;
        for (int l = 0; l < 8; l++) {
            System.arraycopy(sum, l * points, beat.p[l], 0, Beat.P);
            System.arraycopy(sum, l * points + Beat.P, beat.v[l], 0, points - Beat.P);
        }
        beat.scaleP(1.1);
        return beat;
    }

    private static final double LOW = .005;

    private static double quantile(double[] q, double probability) {
        double place = (probability - LOW) / (1 - 2 * LOW) * (q.length - 1);
        int i = (int) Math.max(0, Math.min(q.length - 2.0, Math.floor(place)));
        double u = Math.max(0, Math.min(1, place - i));
        return q[i] + u * (q[i + 1] - q[i]);
    }

    /** Where a value stands among those learned from, as a standard normal number, −2 to 2. */
    private static double deviate(double[] q, double value) {
        int i = 0;
        while (i < q.length - 2 && q[i + 1] < value) {
            i++;
        }
        double u = (value - q[i]) / Math.max(1e-9, q[i + 1] - q[i]);
        double p = LOW + (1 - 2 * LOW) * (i + Math.max(0, Math.min(1, u))) / (q.length - 1);
        return Math.max(-2, Math.min(2, NORMAL.inverseCumulativeProbability(p)));
    }
}
