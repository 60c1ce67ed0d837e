package org.anamnesis.population;

import java.util.Arrays;

/**
 * The convex dual of balancing weights: log Σ q exp(λ·z) − λ·t for old weights q that sum to 1 and
 * standardised moments z with wanted means t. Its gradient is how far the means of the weights q
 * exp(λ·z) are off, its Hessian their covariance.
 *
 * <p>Means that can be met have new weights, whose divergence is at most −log of the smallest old
 * weight, and the dual never falls below minus that (weak duality); once it does, they cannot be
 * met: all z lie on one side of t.
 */
final class Dual {
    private static final int STEPS = 60;

    /** Of a mean, in SD; nearer, rounding of the dual stops the search for a shorter step. */
    private static final double CLOSE = 1e-7;

    /** A mean that is met, in SD. */
    private static final double MET = 1e-6;

    /** Cells that are gone through together, so that what is used again is still at hand. */
    private static final int BLOCK = 128;

    private final double[][] z;
    private final double[] base;
    private final double baseSum;

    /** The dual is not below this if the means can be met. */
    private final double floor;

    /**
     * @param z K × n moments, each with mean 0 and SD 1
     * @param base n old weights, positive
     */
    Dual(double[][] z, double[] base) {
        this(z, base, floor(base));
    }

    private Dual(double[][] z, double[] base, double floor) {
        this.z = z;
        this.base = base;
        this.floor = floor;
        double sum = 0;
        for (double b : base) {
            sum += b;
        }
        this.baseSum = sum;
    }

    private static double floor(double[] base) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double b : base) {
            sum += b;
            least = Math.min(least, b);
        }
        return Math.log(least / sum) - CLOSE;
    }

    /** One cell in so many. */
    Dual thinned(int stride) {
        double[][] few = Arrays.stream(z).map(x -> thinned(x, stride)).toArray(double[][]::new);
        return new Dual(few, thinned(base, stride), floor);
    }

    private static double[] thinned(double[] all, int stride) {
        double[] few = new double[(all.length + stride - 1) / stride];
        Arrays.setAll(few, i -> all[i * stride]);
        return few;
    }

    /**
     * Where a search is.
     *
     * @param lambda multipliers
     * @param weights new weights, which sum to 1
     * @param value of the dual
     */
    @SuppressWarnings("ArrayRecordComponent") // of one search, never changed
    record Point(double[] lambda, double[] weights, double value) {}

    /** At some multipliers. */
    Point at(double[] lambda, double[] wanted) {
        int n = base.length;
        double[] w = new double[n];
        double top = Double.NEGATIVE_INFINITY;
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            exponents(lambda, from, to, w);
            for (int i = from; i < to; i++) {
                top = Math.max(top, w[i]);
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            w[i] = base[i] * Math.exp(w[i] - top);
            sum += w[i];
        }
        for (int i = 0; i < n; i++) {
            w[i] /= sum;
        }
        return new Point(lambda, w, top + Math.log(sum / baseSum) - dot(lambda, wanted));
    }

    /** λ·z of some cells. */
    private void exponents(double[] lambda, int from, int to, double[] out) {
        for (int j = 0; j < z.length; j++) {
            double by = lambda[j];
            double[] x = z[j];
            for (int i = from; i < to; i++) {
                out[i] += by * x[i];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** Whether weights have the wanted means. */
    boolean met(double[] w, double[] wanted) {
        for (int j = 0; j < z.length; j++) {
            if (!(Math.abs(product(w, z[j]) - wanted[j]) < MET)) {
                return false;
            }
        }
        return true;
    }

    /** Whether these multipliers show that no weights have the wanted means. */
    boolean apart(double[] lambda, double[] wanted) {
        return farthest(lambda) < dot(lambda, wanted);
    }

    /**
     * How far, in {@code wanted}, one may go from 0 before these multipliers show that none have.
     */
    double end(double[] lambda, double[] wanted) {
        double along = dot(lambda, wanted);
        return along > 0 ? farthest(lambda) / along : Double.POSITIVE_INFINITY;
    }

    private double farthest(double[] lambda) {
        double[] all = new double[base.length];
        exponents(lambda, 0, all.length, all);
        double most = Double.NEGATIVE_INFINITY;
        for (double one : all) {
            most = Math.max(most, one);
        }
        return most;
    }

    /**
     * Newton's steps down the dual, each shortened until it helps.
     *
     * @param from multipliers to begin with, unless the dual is better at 0, where it is 0
     */
    Point descended(double[] from, double[] wanted) {
        int k = z.length;
        Point now = at(from, wanted);
        if (now.value() > 0) {
            now = at(new double[k], wanted);
        }
        double[] gradient = new double[k];
        for (int step = 0; step < STEPS && now.value() >= floor; step++) {
            double[][] hessian = new double[k][k];
            derivatives(now.weights(), wanted, gradient, hessian);
            double[] move =
                    largest(gradient) < CLOSE ? new double[k] : Cholesky.solved(hessian, gradient);
            if (largest(move) == 0) {
                break;
            }
            boolean better = false;
            double length = 1;
            for (int half = 0; half < 20 && !better; half++) {
                double[] lambda = now.lambda().clone();
                for (int j = 0; j < k; j++) {
                    lambda[j] -= length * move[j];
                }
                Point tried = at(lambda, wanted);
                better = tried.value() <= now.value() + 1e-15 * Math.abs(now.value());
                now = better ? tried : now;
                length /= 2;
            }
            if (!better) {
                break;
            }
        }
        return now;
    }

    /** Sums run beside each other by place in the block, which a processor adds many at once. */
    private void derivatives(double[] w, double[] wanted, double[] gradient, double[][] hessian) {
        int k = z.length;
        double[] own = new double[BLOCK];
        double[] weighed = new double[BLOCK];
        double[][] x = new double[k][BLOCK];
        double[][] firsts = new double[k][BLOCK];
        double[][][] seconds = new double[k][][];
        Arrays.setAll(seconds, a -> new double[a + 1][BLOCK]);
        for (int from = 0; from < w.length; from += BLOCK) {
            int n = Math.min(BLOCK, w.length - from);
            Arrays.fill(own, n, BLOCK, 0);
            System.arraycopy(w, from, own, 0, n);
            for (int a = 0; a < k; a++) {
                System.arraycopy(z[a], from, x[a], 0, n);
                multiply(own, x[a], weighed);
                add(weighed, firsts[a]);
                for (int b = 0; b <= a; b++) {
                    addProduct(weighed, x[b], seconds[a][b]);
                }
            }
        }
        double[] means = new double[k];
        for (int a = 0; a < k; a++) {
            means[a] = Arrays.stream(firsts[a]).sum();
            gradient[a] = means[a] - wanted[a];
            for (int b = 0; b <= a; b++) {
                hessian[a][b] = Arrays.stream(seconds[a][b]).sum() - means[a] * means[b];
                hessian[b][a] = hessian[a][b];
            }
        }
    }

    private static void multiply(double[] a, double[] b, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = a[i] * b[i];
        }
    }

    private static void add(double[] a, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += a[i];
        }
    }

    private static void addProduct(double[] a, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += a[i] * b[i];
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

    private static double largest(double[] g) {
        double most = 0;
        for (double one : g) {
            most = Math.max(most, Math.abs(one));
        }
        return most;
    }
}
