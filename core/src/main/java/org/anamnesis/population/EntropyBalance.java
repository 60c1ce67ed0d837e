package org.anamnesis.population;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * New weights with the least change that meet asked means: minimum Kullback–Leibler divergence from
 * the old weights subject to Σ w x<sub>k</sub> = t<sub>k</sub> (entropy balancing: Hainmueller
 * 2012, doi:10.1093/pan/mpr025; the same dual as raking). Solved by damped Newton steps on the
 * {@link Dual}, on cells of rows that are alike.
 */
public final class EntropyBalance {
    /** From so many cells on the search begins among one in {@link #STRIDE} of them. */
    private static final int MANY = 4_000;

    private static final int STRIDE = 8;

    /** Halvings on the way to the nearest that is possible. */
    private static final int HALVINGS = 12;

    private final Cells cells;
    private final double[] base;
    private final double[] mean;
    private final double[] sd;
    private final Dual dual;

    private EntropyBalance(List<? extends IntToDoubleFunction> moments, Cells cells) {
        int k = moments.size();
        this.cells = cells;
        this.base = cells.weights();
        this.mean = new double[k];
        this.sd = new double[k];
        double[][] z = new double[k][];
        for (int j = 0; j < k; j++) {
            double[] x = cells.of(moments.get(j));
            double spread = Weighted.sd(x, base);
            mean[j] = Weighted.mean(x, base);
            sd[j] = spread > 0 ? spread : 1;
            for (int i = 0; i < x.length; i++) {
                x[i] = (x[i] - mean[j]) / sd[j];
            }
            z[j] = x;
        }
        this.dual = new Dual(z, base);
    }

    /**
     * To be balanced to several targets.
     *
     * @param moments K values by row, none missing where the weight is positive
     * @param kinds rows alike in all of these are alike in all moments
     * @param base n old weights, not negative
     */
    public static EntropyBalance of(
            List<? extends IntToDoubleFunction> moments, List<Kinds> kinds, double[] base) {
        return new EntropyBalance(moments, new Cells(kinds, base));
    }

    /**
     * Balances once; see {@link #of} and {@link #to}.
     *
     * @param moments K × n values
     */
    public static Balanced solve(double[][] moments, double[] targets, double[] base) {
        List<IntToDoubleFunction> values =
                Arrays.stream(moments).<IntToDoubleFunction>map(x -> i -> x[i]).toList();
        return of(values, Arrays.stream(moments).map(Kinds::of).toList(), base).to(targets);
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
        double[] wanted = standard(targets);
        Dual.Point found = search(wanted);
        double[] w = found.weights();
        return new Balanced(cells.handedDown(w), dual.met(w, wanted), divergence(w, base));
    }

    /** Each from the mean and divided by the spread, so that steps and tolerances have no unit. */
    private double[] standard(double[] targets) {
        double[] out = new double[targets.length];
        Arrays.setAll(out, j -> (targets[j] - mean[j]) / sd[j]);
        return out;
    }

    private Dual.Point search(double[] wanted) {
        return search(wanted, new double[wanted.length]);
    }

    /** Begins at what meets the targets among a few of many cells, else as it is told. */
    private Dual.Point search(double[] wanted, double[] start) {
        double[] from = start;
        if (base.length >= MANY) {
            Dual few = dual.thinned(STRIDE);
            Dual.Point near = few.descended(from, wanted);
            if (few.met(near.weights(), wanted)) {
                from = near.lambda();
            } else if (dual.apart(near.lambda(), wanted)) {
                return dual.at(near.lambda(), wanted);
            }
        }
        return dual.descended(from, wanted);
    }

    /**
     * The last targets that can be met on the straight way from what the old weights have to
     * targets that cannot.
     */
    public double[] nearest(double[] targets) {
        double[] wanted = standard(targets);
        double[] from = new double[wanted.length];
        double possible = 0;
        double impossible = 1;
        double end = dual.end(search(wanted).lambda(), wanted);
        for (int step = 0; step < HALVINGS; step++) {
            double s = (possible + impossible) / 2;
            double[] between = Arrays.stream(wanted).map(t -> s * t).toArray();
            boolean met = false;
            if (s < end) { // beyond it no weights reach, as an earlier search has shown
                Dual.Point found = search(between, from);
                met = dual.met(found.weights(), between);
                from = met ? found.lambda() : from;
                end = met ? end : Math.min(end, dual.end(found.lambda(), wanted));
            }
            possible = met ? s : possible;
            impossible = met ? impossible : s;
        }
        double[] nearest = new double[targets.length];
        for (int j = 0; j < nearest.length; j++) {
            nearest[j] = mean[j] + possible * (targets[j] - mean[j]);
        }
        return nearest;
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
