package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Normal distributions that together follow a column: the modes of mode-specific normalisation
 * (CTGAN, Xu et al. 2019, arXiv:1907.00503). Fitted by expectation and maximisation from equal
 * parts of the column; modes of less than {@value #LEAST} are given up.
 */
final class Mixture {
    /** CTGAN allows ten; the margins are set right afterwards, so that fewer will do. */
    static final int MOST = 6;

    private static final double LEAST = 0.005;
    private static final int ROUNDS = 60;

    /** A value is held as (x − mean) / (4 sd), so that nearly all lie within ±1 (CTGAN). */
    private static final double REACH = 4;

    private final double[] shares;
    private final double[] means;
    private final double[] sds;

    private Mixture(double[] shares, double[] means, double[] sds) {
        this.shares = shares;
        this.means = means;
        this.sds = sds;
    }

    /**
     * @param values all present
     * @param floor least standard deviation of a mode, above 0
     */
    static Mixture of(double[] values, double[] weights, double floor) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int modes = Math.max(1, Math.min(MOST, n / (2 * MarginBuilder.FEW)));
        double[] shares = new double[modes];
        double[] means = new double[modes];
        double[] sds = new double[modes];
        double spread = Math.max(floor, (sorted[n - 1] - sorted[0]) / (2 * modes));
        for (int k = 0; k < modes; k++) {
            shares[k] = 1.0 / modes;
            means[k] = sorted[(int) ((k + 0.5) / modes * n)];
            sds[k] = spread;
        }
        Mixture fit = new Mixture(shares, means, sds);
        for (int round = 0; round < ROUNDS; round++) {
            fit = fit.better(values, weights, floor).without();
        }
        return fit;
    }

    private Mixture better(double[] values, double[] weights, double floor) {
        int modes = shares.length;
        double[] mass = new double[modes];
        double[] first = new double[modes];
        double[] second = new double[modes];
        double[] chance = new double[modes];
        for (int i = 0; i < values.length; i++) {
            chances(values[i], chance);
            for (int k = 0; k < modes; k++) {
                double w = chance[k] * weights[i];
                double off = values[i] - means[k];
                mass[k] += w;
                first[k] += w * off;
                second[k] += w * off * off;
            }
        }
        double total = Arrays.stream(mass).sum();
        double[] centre = new double[modes];
        double[] sd = new double[modes];
        for (int k = 0; k < modes; k++) {
            double shift = mass[k] > 0 ? first[k] / mass[k] : 0;
            double square = mass[k] > 0 ? second[k] / mass[k] - shift * shift : 0;
            centre[k] = means[k] + shift;
            sd[k] = Math.sqrt(Math.max(square, floor * floor));
            mass[k] = total > 0 ? mass[k] / total : 1.0 / modes;
        }
        return new Mixture(mass, centre, sd);
    }

    /** Without the modes that hardly anybody is in. */
    private Mixture without() {
        int[] kept = IntStream.range(0, shares.length).filter(k -> shares[k] >= LEAST).toArray();
        return new Mixture(pick(shares, kept), pick(means, kept), pick(sds, kept));
    }

    private static double[] pick(double[] from, int[] kept) {
        return Arrays.stream(kept).mapToDouble(k -> from[k]).toArray();
    }

    int modes() {
        return shares.length;
    }

    /** Chance of each mode for a value, into {@code out}. */
    private void chances(double value, double[] out) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < shares.length; k++) {
            double z = (value - means[k]) / sds[k];
            out[k] = Math.log(shares[k] / sds[k]) - 0.5 * z * z;
            top = Math.max(top, out[k]);
        }
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            out[k] = Math.exp(out[k] - top);
            sum += out[k];
        }
        for (int k = 0; k < shares.length; k++) {
            out[k] /= sum;
        }
    }

    /** A mode of a value, drawn by its chances. */
    int mode(double value, double u) {
        double[] chance = new double[shares.length];
        chances(value, chance);
        int k = 0;
        double left = u;
        while (k < chance.length - 1 && left >= chance[k]) {
            left -= chance[k++];
        }
        return k;
    }

    /** Where in its mode a value lies, in [−1, 1]. */
    float place(double value, int mode) {
        return (float) Math.max(-1, Math.min(1, (value - means[mode]) / (REACH * sds[mode])));
    }

    double value(double place, int mode) {
        return means[mode] + REACH * sds[mode] * place;
    }

    void write(DataOutput out) throws IOException {
        Stored.write(out, shares);
        Stored.write(out, means);
        Stored.write(out, sds);
    }

    static Mixture read(DataInput in) throws IOException {
        double[] shares = Stored.doubles(in, MOST);
        double[] means = Stored.doubles(in, MOST);
        double[] sds = Stored.doubles(in, MOST);
        Stored.require(
                shares.length > 0
                        && means.length == shares.length
                        && sds.length == shares.length
                        && Arrays.stream(shares).allMatch(s -> s > 0 && s <= 1.000001)
                        && Arrays.stream(means).allMatch(Double::isFinite)
                        && Arrays.stream(sds).allMatch(s -> s > 0 && Double.isFinite(s)),
                "a mixture");
        return new Mixture(shares, means, sds);
    }
}
