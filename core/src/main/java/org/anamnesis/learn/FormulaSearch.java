package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anamnesis.table.Table;

/**
 * Finds numbers that follow from two others: sums and differences, and with a factor that the data
 * show (units, percent) products, ratios and a number over a square like the body mass index.
 *
 * <p>Each relation of three columns is tried once, as X = Y + Z, X = k·Y·Z or X = k·Y/Z², on one
 * row after the other until two do not fit; the last two are sums of logarithms whose difference
 * from row to row is within rounding. For p numbers these are about 2·p³ candidates of which most
 * fail at the second row: p = 200 takes about a second. What remains is proved on more rows ({@link
 * FormulaProof}).
 */
final class FormulaSearch {
    /**
     * Rows that a candidate must fit before it is proved: a pair of columns and a target within 10
     * % of its spread fits a row by accident at most every tenth time, so 10⁷ candidates leave
     * none.
     */
    private static final int ROWS = 24;

    /** Rows looked at: with 60 % of cells present, every fifth row has three values. */
    private static final int LOOKED_AT = 400;

    /** Relative size of half a digit above which whole numbers are counts, not measurements. */
    private static final double COUNT = 0.02;

    private final Probe probe;
    private final RuleGraph graph;
    private final List<Integer> columns;
    private final int rows;
    private final double[][] values;
    private final double[] halves;
    private final double[][] logs;
    private final double[][] relative;
    private final List<KnownRule> found = new ArrayList<>();
    private final FormulaProof proof;

    FormulaSearch(Probe probe, RuleGraph graph) {
        this.probe = probe;
        this.graph = graph;
        this.proof = new FormulaProof(probe);
        // a target or a factor with two values is rather a category or a constant
        this.columns =
                probe.varied(probe.numbers(), 3).stream()
                        .filter(k -> !graph.derived(probe.variable(k).name()))
                        .toList();
        Table sample = probe.sample();
        this.rows = Math.min(LOOKED_AT, sample.rows());
        int p = columns.size();
        this.values = new double[p][];
        this.logs = new double[p][rows];
        this.relative = new double[p][rows];
        this.halves = new double[p];
        for (int k = 0; k < p; k++) {
            values[k] = sample.column(columns.get(k));
            int decimals = probe.digits(columns.get(k));
            halves[k] = decimals <= 0 ? 0 : Values.halfUnit(decimals);
            for (int i = 0; i < rows; i++) {
                double v = values[k][i];
                logs[k][i] = v > 0 ? Math.log(v) : Double.NaN;
                double half = Values.halfUnit(decimals) / v;
                relative[k][i] = decimals <= 0 && half > COUNT ? 1e-12 : half;
            }
        }
    }

    List<KnownRule> find() {
        int p = columns.size();
        double candidates = 2.0 * p * p * p;
        List<int[]> fitting = new ArrayList<>();
        for (int y = 0; y < p; y++) {
            for (int z = 0; z < p; z++) {
                for (int x = 0; x < p; x++) {
                    if (x == y || x == z || y == z) {
                        continue;
                    }
                    if (y < z && sums(x, y, z)) {
                        fitting.add(new int[] {0, x, y, z});
                    } else if (y < z && multiplies(x, y, z, 1)) {
                        fitting.add(new int[] {1, x, y, z});
                    } else if (multiplies(x, y, z, -2)) {
                        fitting.add(new int[] {2, x, y, z});
                    }
                }
            }
        }
        fitting.sort(Comparator.comparingInt(f -> f[0]));
        for (int[] f : fitting) {
            prove(f, candidates);
        }
        return found;
    }

    private boolean sums(int x, int y, int z) {
        double[] vx = values[x];
        double[] vy = values[y];
        double[] vz = values[z];
        double slack = (halves[x] + halves[y] + halves[z]) * 1.0001 + 1e-9;
        int fit = 0;
        int not = 0;
        for (int i = 0; i < rows && fit < ROWS; i++) {
            double off = Math.abs(vx[i] - vy[i] - vz[i]);
            if (off <= slack) {
                fit++;
            } else if (off > slack && ++not > 1) {
                return false;
            }
        }
        return fit >= Math.min(ROWS, 15);
    }

    private boolean multiplies(int x, int y, int z, int power) {
        // the first row may be the one with the typing error
        return multiplies(x, y, z, power, 0) || multiplies(x, y, z, power, 1);
    }

    private boolean multiplies(int x, int y, int z, int power, int skipped) {
        double reference = Double.NaN;
        int left = skipped;
        double slack = 0;
        int fit = 0;
        int not = 0;
        for (int i = 0; i < rows && fit < ROWS; i++) {
            double log = logs[x][i] - logs[y][i] - power * logs[z][i];
            if (Double.isNaN(log) || left-- > 0) {
                continue;
            }
            double own = relative[x][i] + relative[y][i] + Math.abs(power) * relative[z][i];
            if (Double.isNaN(reference)) {
                reference = log;
                slack = own;
            } else if (Math.abs(log - reference) <= 1.02 * (own + slack)) {
                fit++;
            } else if (++not > 1) {
                return false;
            }
        }
        return fit >= Math.min(ROWS, 15);
    }

    private void prove(int[] f, double candidates) {
        int[] c = {columns.get(f[1]), columns.get(f[2]), columns.get(f[3])};
        double factor = f[0] == 0 ? 1 : factor(f);
        if (Double.isNaN(factor)) {
            return;
        }
        for (int target : targets(c)) {
            RuleExpression e = solved(f[0], target, c, factor);
            String name = probe.variable(c[target]).name();
            if (!graph.takes(name, e.columns())) {
                continue;
            }
            Optional<KnownRule> known = proof.known(c[target], e, candidates);
            if (known.isPresent()) {
                graph.add(name, e.columns());
                found.add(known.get());
                return;
            }
        }
    }

    /**
     * In which order the three may be the target: the one with most missing values first, because
     * what is computed is missing with any of its inputs; then the last in the table.
     */
    private List<Integer> targets(int[] c) {
        return java.util.stream.Stream.of(2, 1, 0)
                .sorted(
                        Comparator.<Integer>comparingLong(t -> -missing(c[t]))
                                .thenComparingInt(t -> -c[t]))
                .toList();
    }

    private long missing(int k) {
        return Arrays.stream(probe.table().column(k)).filter(Double::isNaN).count();
    }

    /** The simplest factor k with which the rows of the sample fit; NaN if they fit with none. */
    private double factor(int[] f) {
        int power = f[0] == 1 ? 1 : -2;
        double[] lows = new double[rows];
        double[] highs = new double[rows];
        int n = 0;
        for (int i = 0; i < rows; i++) {
            double log = logs[f[1]][i] - logs[f[2]][i] - power * logs[f[3]][i];
            if (!Double.isNaN(log)) {
                double own =
                        relative[f[1]][i]
                                + relative[f[2]][i]
                                + Math.abs(power) * relative[f[3]][i]
                                + 1e-12;
                lows[n] = log - own;
                highs[n++] = log + own;
            }
        }
        return CommonInterval.of(Arrays.copyOf(lows, n), Arrays.copyOf(highs, n))
                .map(c -> Roundest.within(Math.exp(c.low()), Math.exp(c.high())))
                .orElse(Double.NaN);
    }

    /** X = Y + Z, X = k·Y·Z or X = k·Y/Z² solved for one of the three. */
    private RuleExpression solved(int kind, int target, int[] c, double factor) {
        RuleExpression x = RuleExpression.column(probe.variable(c[0]).name());
        RuleExpression y = RuleExpression.column(probe.variable(c[1]).name());
        RuleExpression z = RuleExpression.column(probe.variable(c[2]).name());
        if (kind == 0) {
            return target == 0 ? y.plus(z) : target == 1 ? x.minus(z) : x.minus(y);
        } else if (kind == 1) {
            return target == 0
                    ? scaled(factor, y).times(z)
                    : scaled(1 / factor, x).over(target == 1 ? z : y);
        }
        RuleExpression square = z.power(RuleExpression.constant(2));
        if (target == 0) {
            return scaled(factor, y).over(square);
        } else if (target == 1) {
            return scaled(1 / factor, x).times(square);
        }
        return new RuleExpression.Call(RuleExpression.Function.SQRT, scaled(factor, y).over(x));
    }

    private static RuleExpression scaled(double factor, RuleExpression e) {
        double tidy = Roundest.within(factor * (1 - 1e-12), factor * (1 + 1e-12));
        return tidy == 1 ? e : RuleExpression.constant(tidy).times(e);
    }
}
