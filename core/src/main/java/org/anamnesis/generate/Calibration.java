package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.anamnesis.measure.Formula;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.Weighted;

/**
 * Weights for drawn people under which the means of the survey hold, for everyone and for those
 * with each of the conditions that are asked for.
 *
 * <p>Trees that draw one column after another weaken what a rare diagnosis has to do with
 * laboratory values: its splits come late. Calibration to known means (Deville and Särndal 1992,
 * doi:10.1080/01621459.1992.10475217) puts that right with the least change, group after group
 * until none moves the others.
 */
final class Calibration {
    /** Fewer survey people than this say too little about a mean. */
    private static final int FEW = 100;

    private static final int ROUNDS = 2;

    /** Means of these are means of the logarithm: a few values would carry the others. */
    private static final Set<String> SKEWED = Set.of("uacr", "ck", "hscrp", "ggt", "alt", "ast");

    /**
     * Measured in everyone and again in those who fasted, whose LDL is computed from them. The two
     * samples differ by chance, so that no table has both their means; these meet in the middle.
     */
    private static final Set<String> ALSO_FASTING = Set.of("total_chol", "hdl");

    /**
     * Survey people who were asked the same.
     *
     * @param columns by census name
     * @param weights a person
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Pool(Map<String, double[]> columns, double[] weights) {}

    /**
     * Some of the people, by what is known of them.
     *
     * @param needs columns that tell who belongs
     * @param members from columns to rows
     * @param columns whose means are to hold
     */
    record Group(
            List<String> needs,
            Function<Map<String, double[]>, IntPredicate> members,
            List<String> columns) {}

    /**
     * A group among the drawn people: its rows, what shall hold in them, how many they shall be.
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Held(int[] rows, double[][] moments, double[] targets, Optional<Double> share) {}

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Wish(double[] moment, double target) {}

    private final Map<String, double[]> made;
    private final List<Pool> pools;
    private final double[] weights;

    private Calibration(Map<String, double[]> made, List<Pool> pools) {
        this.made = made;
        this.pools = pools;
        weights = new double[made.get("age").length];
        Arrays.fill(weights, 1.0 / weights.length);
    }

    /** One weight a drawn person; they sum to 1. */
    static double[] weights(Map<String, double[]> made, List<Pool> pools, List<Group> groups) {
        var calibration = new Calibration(made, pools);
        List<Held> held = groups.stream().map(calibration::held).toList();
        for (int round = 0; round < ROUNDS; round++) {
            held.forEach(calibration::hold);
        }
        return calibration.weights;
    }

    private Held held(Group group) {
        IntPredicate member = group.members().apply(made);
        int[] rows = IntStream.range(0, weights.length).filter(member).toArray();
        List<Wish> wishes = new ArrayList<>();
        for (String column : group.columns()) {
            target(group, column)
                    .map(t -> wish(column, rows, t))
                    .filter(w -> Weighted.sd(w.moment(), at(weights, rows)) > 0)
                    .ifPresent(wishes::add);
        }
        return new Held(
                rows,
                wishes.stream().map(Wish::moment).toArray(double[][]::new),
                wishes.stream().mapToDouble(Wish::target).toArray(),
                rows.length == weights.length ? Optional.of(1.0) : share(group));
    }

    private void hold(Held group) {
        int[] rows = group.rows();
        double[] base = at(weights, rows);
        var balanced = EntropyBalance.solve(group.moments(), group.targets(), base);
        double now = Arrays.stream(base).sum();
        double share = group.share().orElse(now);
        if (rows.length < weights.length) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= (1 - share) / (1 - now);
            }
        }
        for (int k = 0; k < rows.length; k++) {
            weights[rows[k]] = share * (balanced.met() ? balanced.weights()[k] : base[k] / now);
        }
    }

    private Wish wish(String column, int[] rows, double target) {
        double[] values = column(made, column);
        double[] moment = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            double v = values[rows[k]];
            moment[k] =
                    Double.isNaN(v) ? target : v; // whoever has no value neither helps nor harms
        }
        return new Wish(moment, target);
    }

    /** The weighted mean of the survey's members, from the first pool that knows enough of them. */
    private Optional<Double> target(Group group, String column) {
        for (Pool pool : pools) {
            if (!knows(pool, group) || !knows(pool, column)) {
                continue;
            }
            IntPredicate member = group.members().apply(pool.columns());
            double[] values = column(pool.columns(), column);
            int[] known =
                    IntStream.range(0, values.length)
                            .filter(i -> !Double.isNaN(values[i]))
                            .filter(member)
                            .toArray();
            if (known.length >= FEW) {
                double mean = mean(pool, values, known);
                double[] fasting = pool.columns().get("triglycerides");
                int[] again = Arrays.stream(known).filter(i -> !Double.isNaN(fasting[i])).toArray();
                boolean both = ALSO_FASTING.contains(column) && again.length >= FEW;
                return Optional.of(both ? (mean + mean(pool, values, again)) / 2 : mean);
            }
        }
        return Optional.empty();
    }

    private static double mean(Pool pool, double[] values, int[] rows) {
        return Weighted.mean(at(values, rows), at(pool.weights(), rows));
    }

    private Optional<Double> share(Group group) {
        for (Pool pool : pools) {
            if (knows(pool, group)) {
                IntPredicate member = group.members().apply(pool.columns());
                double in = 0;
                double all = 0;
                for (int i = 0; i < pool.weights().length; i++) {
                    int row = i;
                    boolean told =
                            group.needs().stream()
                                    .noneMatch(c -> Double.isNaN(pool.columns().get(c)[row]));
                    all += told ? pool.weights()[i] : 0;
                    in += told && member.test(i) ? pool.weights()[i] : 0;
                }
                return Optional.of(in / all);
            }
        }
        return Optional.empty();
    }

    private static boolean knows(Pool pool, Group group) {
        return pool.columns().keySet().containsAll(group.needs());
    }

    private static boolean knows(Pool pool, String column) {
        String plain = column.replaceFirst("[=<].*", "");
        return plain.equals("egfr") || pool.columns().containsKey(plain);
    }

    /**
     * A column, its logarithm if skewed; or whether it has a level ("sex=0") or is below a limit.
     */
    private static double[] column(Map<String, double[]> from, String name) {
        String[] parts = name.split("[=<]", 2);
        double[] plain = parts[0].equals("egfr") ? egfr(from) : from.get(parts[0]);
        if (parts.length == 1) {
            return SKEWED.contains(name)
                    ? Arrays.stream(plain).map(v -> Math.log(Math.max(v, 0.01))).toArray()
                    : plain;
        }
        double limit = Double.parseDouble(parts[1]);
        DoublePredicate test = name.contains("=") ? v -> v == limit : v -> v < limit;
        return Arrays.stream(plain)
                .map(v -> Double.isNaN(v) ? Double.NaN : test.test(v) ? 1 : 0)
                .toArray();
    }

    /** mL/min/1.73 m2 by CKD-EPI 2021. */
    static double[] egfr(Map<String, double[]> from) {
        return IntStream.range(0, from.get("age").length)
                .mapToDouble(
                        i ->
                                Formula.ckdEpi2021(
                                        from.get("creatinine")[i],
                                        from.get("age")[i],
                                        from.get("sex")[i] == 0))
                .toArray();
    }

    private static double[] at(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }
}
