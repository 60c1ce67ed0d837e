package org.anamnesis.signals.learned;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.signals.Draws;

/**
 * Mean of many curves and the directions in which they differ most (principal components), found by
 * subspace iteration. A curve is mean + Σ coefficient · spread · axis.
 *
 * @param mean d values
 * @param axes k rows of length 1, orthogonal
 * @param spreads standard deviation along each axis
 * @param explained share of the variance that they hold
 */
@SuppressWarnings("ArrayRecordComponent") // read at each row, never changed
record Axes(float[] mean, float[][] axes, float[] spreads, double explained) {
    private static final int ROUNDS = 60;

    /**
     * @param most axes
     */
    static Axes of(List<float[]> curves, int most) {
        int d = curves.get(0).length;
        int k = Math.min(most, d);
        double[] mean = new double[d];
        for (float[] c : curves) {
            for (int i = 0; i < d; i++) {
                mean[i] += c[i] / curves.size();
            }
        }
        double[][] cov = new double[d][d];
        double[] x = new double[d];
        for (float[] c : curves) {
            for (int i = 0; i < d; i++) {
                x[i] = c[i] - mean[i];
            }
            for (int i = 0; i < d; i++) {
                double[] row = cov[i];
                double xi = x[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += xi * x[j];
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                cov[j][i] = cov[i][j];
            }
            trace += cov[i][i];
        }
        double[][] axes = new double[k][d];
        var draws = new Draws(1);
        for (double[] a : axes) {
            for (int i = 0; i < d; i++) {
                a[i] = draws.normal();
            }
        }
        double[] lengths = new double[k];
        for (int round = 0; round < ROUNDS; round++) {
            for (int a = 0; a < k; a++) {
                axes[a] = times(cov, axes[a]);
            }
            lengths = orthogonal(axes);
        }
        float[] spreads = new float[k];
        float[][] out = new float[k][];
        double held = 0;
        for (int a = 0; a < k; a++) {
            held += lengths[a];
            spreads[a] = (float) Math.max(1e-9, Math.sqrt(lengths[a] / curves.size()));
            out[a] = floats(axes[a]);
        }
        return new Axes(floats(mean), out, spreads, trace > 0 ? held / trace : 1);
    }

    private static double[] times(double[][] m, double[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += m[i][j] * x[j];
            }
            out[i] = sum;
        }
        return out;
    }

    /** Gram and Schmidt's way; the lengths before. */
    private static double[] orthogonal(double[][] axes) {
        double[] lengths = new double[axes.length];
        for (int a = 0; a < axes.length; a++) {
            for (int b = 0; b < a; b++) {
                double along = dot(axes[a], axes[b]);
                for (int i = 0; i < axes[a].length; i++) {
                    axes[a][i] -= along * axes[b][i];
                }
            }
            lengths[a] = Math.sqrt(dot(axes[a], axes[a]));
            for (int i = 0; i < axes[a].length; i++) {
                axes[a][i] /= Math.max(1e-300, lengths[a]);
            }
        }
        return lengths;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static float[] floats(double[] x) {
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) x[i];
        }
        return out;
    }

    int count() {
        return axes.length;
    }

    /** The longest of them alone. */
    Axes first(int some) {
        return new Axes(mean, Arrays.copyOf(axes, some), Arrays.copyOf(spreads, some), explained);
    }

    /** Coefficients, each of spread 1 over the curves. */
    double[] coded(float[] curve) {
        double[] out = new double[count()];
        for (int a = 0; a < out.length; a++) {
            for (int i = 0; i < mean.length; i++) {
                out[a] += (curve[i] - mean[i]) * axes[a][i];
            }
            out[a] /= spreads[a];
        }
        return out;
    }

    /** Where a curve lies along the axes, in its own unit: far axes count little. */
    double[] placed(float[] curve) {
        return placed(coded(curve));
    }

    double[] placed(double[] coefficients) {
        double[] out = coefficients.clone();
        for (int a = 0; a < out.length; a++) {
            out[a] *= spreads[a];
        }
        return out;
    }

    double[] curve(double[] coefficients) {
        double[] out = new double[mean.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = mean[i];
            for (int a = 0; a < coefficients.length; a++) {
                out[i] += coefficients[a] * spreads[a] * axes[a][i];
            }
        }
        return out;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(mean.length);
        out.writeInt(count());
        out.writeDouble(explained);
        floats(out, mean);
        floats(out, spreads);
        for (float[] axis : axes) {
            floats(out, axis);
        }
    }

    static void floats(DataOutput out, float[] values) throws IOException {
        for (float v : values) {
            out.writeFloat(v);
        }
    }

    static float[] floats(DataInput in, int count) throws IOException {
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = in.readFloat();
            if (!Float.isFinite(out[i])) {
                throw new IOException("no number");
            }
        }
        return out;
    }

    static Axes read(DataInput in) throws IOException {
        int d = in.readInt();
        int k = in.readInt();
        if (d < 1 || d > 1 << 12 || k < 1 || k > 64) {
            throw new IOException("no axes");
        }
        double explained = in.readDouble();
        float[] mean = floats(in, d);
        float[] spreads = floats(in, k);
        float[][] axes = new float[k][];
        for (int a = 0; a < k; a++) {
            axes[a] = floats(in, d);
        }
        return new Axes(mean, axes, spreads, explained);
    }
}
