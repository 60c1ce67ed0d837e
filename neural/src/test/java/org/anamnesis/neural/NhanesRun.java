package org.anamnesis.neural;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Learns the peers' table and writes as many rows, with BMI computed, for the judge of the research
 * folder: {@code NhanesRun ENGINE OUT.csv [SEED [EFFORT]]}.
 */
final class NhanesRun {
    private static final Logger LOG = Logger.getLogger(NhanesRun.class.getName());

    private NhanesRun() {}

    public static void main(String[] args) throws IOException {
        Table people = Nhanes.train();
        Learner learner =
                ServiceLoader.load(Learner.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(l -> l.name().equals(args[0]))
                        .findFirst()
                        .orElseThrow();
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        double effort = args.length > 3 ? Double.parseDouble(args[3]) : 1;
        double start = cpu();
        var watch =
                (Training.Watch)
                        (what, fraction) -> {
                            LOG.info("%5.1f CPU s, %s".formatted(cpu() - start, what));
                            return true;
                        };
        LearnedModel model = learner.learn(people, new Training(seed, 0, effort, watch));
        LOG.info("trained in %.1f CPU s".formatted(cpu() - start));
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                Files.newOutputStream(Path.of(args[1] + ".model"))))) {
            model.write(out);
        }
        int n = people.rows();
        int p = people.variables().size();
        double[][] columns = new double[p][n];
        double[] weights = new double[n];
        List<Allowance> free = Collections.nCopies(p, Allowance.ANY);
        for (int round = 0; round < 3; round++) {
            double before = cpu();
            for (int first = 0; first < n; first += 1024) {
                double[][] part = new double[p][1024];
                int count = Math.min(1024, n - first);
                model.draw(part, weights, free, first, count, new SeedTree(seed));
                for (int j = 0; j < p; j++) {
                    System.arraycopy(part[j], 0, columns[j], first, count);
                }
            }
            LOG.info("%.0f rows per CPU s".formatted(n / (cpu() - before)));
        }
        write(people, columns, Path.of(args[1]));
    }

    private static void write(Table people, double[][] columns, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> names =
                new ArrayList<>(people.variables().stream().map(Variable::name).toList());
        names.add("BMI");
        lines.add(String.join(",", names));
        double[] weight = columns[people.indexOf("Weight")];
        double[] height = columns[people.indexOf("Height")];
        for (int i = 0; i < people.rows(); i++) {
            List<String> cells = new ArrayList<>();
            for (int j = 0; j < columns.length; j++) {
                Variable v = people.variables().get(j);
                double x = columns[j][i];
                cells.add(
                        Double.isNaN(x)
                                ? ""
                                : v.isCategory()
                                        ? v.levels().get((int) x)
                                        : String.format(Locale.ROOT, "%." + v.decimals() + "f", x));
            }
            double bmi = weight[i] / Math.pow(height[i] / 100, 2);
            cells.add(Double.isNaN(bmi) ? "" : String.format(Locale.ROOT, "%.2f", bmi));
            lines.add(String.join(",", cells));
        }
        Files.write(file, lines);
    }

    /** CPU seconds of the whole process, compiler and collector included. */
    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
