package org.anamnesis.population;

import java.util.Arrays;
import java.util.List;

/**
 * New weights with the least change that meet asked means: minimum Kullback–Leibler divergence from
 * the old weights subject to Σ w x<sub>k</sub> = t<sub>k</sub> (entropy balancing: Hainmueller
 * 2012, doi:10.1093/pan/mpr025; the same dual as raking). Solved by damped Newton steps on the
 * convex dual log Σ q exp(λ·(x − t)), on cells of rows that are alike.
 *
 * <p>Means that can be met have new weights, whose divergence is at most −log of the smallest old
 * weight, and the dual never falls below minus that (weak duality); once it does, they cannot be
 * met.
 */
public final class EntropyBalance {
    private static final int STEPS = 60;

    /** Of a mean, in SD; nearer, rounding of the dual stops the search for a shorter step. */
    private static final double CLOSE = 1e-7;

    /** A mean that is met, in SD. */
    private static final double MET = 1e-6;

    /** From so many cells on the search begins among one in {@link #STRIDE} of them. */
    private static final int MANY = 4_000;

    private static final int STRIDE = 8;

    private final Cells cells;
    private final double[][] moments;
    private final double[] base;

    /** The dual is not below this if the means can be met. */
    private final double floor;

    private EntropyBalance(double[][] moments, Cells cells) {
        this.cells = cells;
        this.moments = Arrays.stream(moments).map(cells::of).toArray(double[][]::new);
        this.base = cells.weights();
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double b : base) {
            sum += b;
            least = Math.min(least, b);
        }
        this.floor = Math.log(least / sum) - CLOSE;
    }

    /**
     * To be balanced to several targets.
     *
     * @param moments K × n values, none missing where the weight is positive
     * @param kinds rows alike in all of these are alike in all moments
     * @param base n old weights, not negative
     */
    public static EntropyBalance of(double[][] moments, List<Kinds> kinds, double[] base) {
        return new EntropyBalance(moments, new Cells(kinds, base));
    }

    /** Balances once; see {@link #of} and {@link #to}. */
    public static Balanced solve(double[][] moments, double[] targets, double[] base) {
        return of(moments, Arrays.stream(moments).map(Kinds::of).toList(), base).to(targets);
    }

    /**
     * What came out.
     *
     * @param weights n weights that sum to 1
     * @param met whether every mean is met
     * @param divergence Kullback–Leibler divergence from the old weights, in nats; 0 if nothing
     *     changed
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Balanced(double[] weights, boolean met, double divergence) {}

    /**
     * New weights of the rows.
     *
     * @param targets K wanted weighted means
     */
    public Balanced to(double[] targets) {
        double[] w = new double[base.length];
        boolean met = weigh(targets, w);
        return new Balanced(cells.handedDown(w), met, divergence(w, base));
    }

    /** Whether all of these means can be met together. */
    public boolean meets(double[] targets) {
        return weigh(targets, new double[base.length]);
    }

    /** Fills {@code w} with new weights of the cells; whether they meet the targets. */
    private boolean weigh(double[] targets, double[] w) {
        double[][] x = centred(moments, targets, base);
        double[] lambda = descended(x, base, near(x), w, floor);
        weigh(x, lambda, base, w);
        return met(x, w);
    }

    private static boolean met(double[][] x, double[] w) {
        return Arrays.stream(x).allMatch(one -> Math.abs(product(w, one)) < MET);
    }

    /** Where the search begins: what meets the targets among a few of many cells, else nowhere. */
    private double[] near(double[][] x) {
        if (base.length < MANY) {
            return new double[x.length];
        }
        double[][] few = Arrays.stream(x).map(EntropyBalance::thinned).toArray(double[][]::new);
        double[] own = thinned(base);
        double[] w = new double[own.length];
        double[] lambda = descended(few, own, new double[x.length], w, floor);
        return met(few, w) ? lambda : new double[x.length];
    }

    private static double[] thinned(double[] all) {
        double[] few = new double[(all.length + STRIDE - 1) / STRIDE];
        Arrays.setAll(few, i -> all[i * STRIDE]);
        return few;
    }

    /**
     * Newton's steps down the dual, each shortened until it helps.
     *
     * @param from multipliers to begin with, unless the dual is better at 0, where it is 0
     * @param w filled with the last weights
     * @param floor below this dual the targets cannot be met
     */
    private static double[] descended(
            double[][] x, double[] base, double[] from, double[] w, double floor) {
        int k = x.length;
        double[] lambda = from;
        double dual = weigh(x, lambda, base, w);
        if (dual > 0) {
            lambda = new double[k];
            dual = weigh(x, lambda, base, w);
        }
        double[] gradient = new double[k];
        for (int step = 0; step < STEPS && dual >= floor; step++) {
            double[][] hessian = new double[k][k];
            derivatives(x, w, gradient, hessian);
            double[] move =
                    largest(gradient) < CLOSE ? new double[k] : solveSymmetric(hessian, gradient);
            if (largest(move) == 0) {
                break;
            }
            boolean better = false;
            double length = 1;
            for (int half = 0; half < 20 && !better; half++) {
                double[] tried = lambda.clone();
                for (int j = 0; j < k; j++) {
                    tried[j] -= length * move[j];
                }
                double value = weigh(x, tried, base, w);
                if (value <= dual + 1e-15 * Math.abs(dual)) {
                    better = true;
                    lambda = tried;
                    dual = value;
                } else {
                    length /= 2;
                }
            }
            if (!better) {
                break;
            }
        }
        return lambda;
    }

    /** x − t, each divided by its spread, so that steps and tolerances have no unit. */
    private static double[][] centred(double[][] moments, double[] targets, double[] base) {
        double[][] x = new double[moments.length][];
        for (int j = 0; j < x.length; j++) {
            double sd = Weighted.sd(moments[j], base);
            double scale = sd > 0 ? sd : 1;
            x[j] = new double[base.length];
            for (int i = 0; i < base.length; i++) {
                x[j][i] = (moments[j][i] - targets[j]) / scale;
            }
        }
        return x;
    }

    /** Fills {@code w} with normalised weights; returns the dual's value. */
    private static double weigh(double[][] x, double[] lambda, double[] base, double[] w) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < w.length; i++) {
            double e = 0;
            for (int j = 0; j < x.length; j++) {
                e += lambda[j] * x[j][i];
            }
            w[i] = e;
            if (base[i] > 0) {
                top = Math.max(top, e);
            }
        }
        double sum = 0;
        double baseSum = 0;
        for (int i = 0; i < w.length; i++) {
            w[i] = base[i] > 0 ? base[i] * Math.exp(w[i] - top) : 0;
            sum += w[i];
            baseSum += base[i];
        }
        for (int i = 0; i < w.length; i++) {
            w[i] /= sum;
        }
        return top + Math.log(sum / baseSum);
    }

    private static void derivatives(
            double[][] x, double[] w, double[] gradient, double[][] hessian) {
        int k = x.length;
        double[] wx = new double[w.length];
        for (int a = 0; a < k; a++) {
            for (int i = 0; i < w.length; i++) {
                wx[i] = w[i] * x[a][i];
            }
            gradient[a] = product(w, x[a]);
            for (int b = 0; b <= a; b++) {
                hessian[a][b] = product(wx, x[b]) - gradient[a] * gradient[b];
                hessian[b][a] = hessian[a][b];
            }
        }
    }

    /** In four sums side by side, which a processor adds at once. */
    private static double product(double[] a, double[] b) {
        double even = 0;
        double odd = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            even += a[i] * b[i];
        }
        return even + odd + (third + fourth);
    }

    /**
     * Solves H d = g by Cholesky with a ridge that grows until H is positive; no move where none
     * can be found, as when targets that nobody can meet have driven the weights out of range.
     */
    private static double[] solveSymmetric(double[][] h, double[] g) {
        int k = g.length;
        for (double ridge = 1e-12; ridge < 1e6; ridge *= 100) {
            double[][] l = new double[k][k];
            boolean positive = true;
            for (int a = 0; a < k && positive; a++) {
                for (int b = 0; b <= a; b++) {
                    double sum = h[a][b] + (a == b ? ridge : 0);
                    for (int c = 0; c < b; c++) {
                        sum -= l[a][c] * l[b][c];
                    }
                    if (a == b) {
                        positive = sum > 0;
                        l[a][a] = Math.sqrt(Math.max(sum, 0));
                    } else {
                        l[a][b] = sum / l[b][b];
                    }
                }
            }
            if (positive) {
                return substitute(l, g);
            }
        }
        return new double[k];
    }

    private static double[] substitute(double[][] l, double[] g) {
        int k = g.length;
        double[] d = new double[k];
        for (int a = 0; a < k; a++) {
            double sum = g[a];
            for (int c = 0; c < a; c++) {
                sum -= l[a][c] * d[c];
            }
            d[a] = sum / l[a][a];
        }
        for (int a = k - 1; a >= 0; a--) {
            for (int c = a + 1; c < k; c++) {
                d[a] -= l[c][a] * d[c];
            }
            d[a] /= l[a][a];
        }
        return d;
    }

    private static double largest(double[] g) {
        double most = 0;
        for (double one : g) {
            most = Math.max(most, Math.abs(one));
        }
        return most;
    }

    private static double divergence(double[] w, double[] base) {
        double total = 0;
        for (double b : base) {
            total += b;
        }
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            if (w[i] > 0) {
                sum += w[i] * Math.log(w[i] * total / base[i]);
            }
        }
        return Math.max(0, sum);
    }
}
