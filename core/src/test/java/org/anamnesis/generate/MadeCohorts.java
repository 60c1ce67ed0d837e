package org.anamnesis.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.plan.Planner;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;

/** Cohorts made of a specification, as columns by id, and figures of columns. */
final class MadeCohorts {
    private static final Evidence EVIDENCE = Evidence.bundled();
    private static final ReferencePopulation US = ReferencePopulation.bundled(true, false);

    private MadeCohorts() {}

    static Map<String, double[]> made(CohortSpec spec) throws IOException {
        return made(spec, 2);
    }

    static Map<String, double[]> made(CohortSpec spec, int threads) throws IOException {
        Cohort cohort = Generator.cohort(Planner.plan(spec, EVIDENCE, US), threads);
        Map<String, List<Double>> values = new HashMap<>();
        cohort.forEachBlock(
                b -> {
                    for (int k = 0; k < cohort.header().fields().size(); k++) {
                        String id = cohort.header().fields().get(k).id();
                        List<Double> all = values.computeIfAbsent(id, x -> new ArrayList<>());
                        for (int i = 0; i < b.count(); i++) {
                            all.add(b.column(k)[i]);
                        }
                    }
                });
        Map<String, double[]> columns = new HashMap<>();
        values.forEach((id, v) -> columns.put(id, v.stream().mapToDouble(d -> d).toArray()));
        return columns;
    }

    private static double[] known(double[] x) {
        return Arrays.stream(x).filter(v -> !Double.isNaN(v)).toArray();
    }

    static double mean(double[] x) {
        return Arrays.stream(known(x)).average().orElseThrow();
    }

    static double sd(double[] x) {
        double m = mean(x);
        return Math.sqrt(
                Arrays.stream(known(x)).map(v -> (v - m) * (v - m)).average().orElseThrow());
    }

    static double skewness(double[] x) {
        double m = mean(x);
        double s = sd(x);
        return Arrays.stream(known(x)).map(v -> Math.pow((v - m) / s, 3)).average().orElseThrow();
    }

    static double quantile(double[] x, double p) {
        double[] sorted = known(x);
        Arrays.sort(sorted);
        return sorted[(int) Math.floor(p * (sorted.length - 1))];
    }

    /** Over those who have both. */
    static double spearman(double[] a, double[] b) {
        int[] both =
                IntStream.range(0, a.length)
                        .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
                        .toArray();
        double[] x = ranks(Arrays.stream(both).mapToDouble(i -> a[i]).toArray());
        double[] y = ranks(Arrays.stream(both).mapToDouble(i -> b[i]).toArray());
        double mx = mean(x);
        double my = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - mx) * (y[i] - my);
        }
        return sum / x.length / sd(x) / sd(y);
    }

    private static double[] ranks(double[] x) {
        Integer[] order =
                IntStream.range(0, x.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> x[i]))
                        .toArray(Integer[]::new);
        double[] ranks = new double[x.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && x[order[to]] == x[order[from]]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                ranks[order[k]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
