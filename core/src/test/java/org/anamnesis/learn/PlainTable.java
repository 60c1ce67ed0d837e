package org.anamnesis.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.anamnesis.table.CsvTable;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Assumptions;

/** Tables for the tests of rules: numbers if every cell is one, otherwise categories. */
final class PlainTable {
    private PlainTable() {}

    /** A file under the folder of shared data; the test is skipped if it is not here. */
    static Path shared(String file) {
        Path path = Path.of(System.getProperty("anamnesis.shared", "absent"), "data", file);
        Assumptions.assumeTrue(
                path.toFile().exists(), "skipped: set -Danamnesis.shared, not here: " + path);
        return path;
    }

    static Table read(Path file, List<String> columns, List<String> leftOut) throws IOException {
        CsvTable csv = CsvTable.read(file);
        List<Variable> variables = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (String name : columns) {
            if (!leftOut.contains(name)) {
                add(name, csv.text(name), csv.numbers(name), variables, values);
            }
        }
        return table(variables, values);
    }

    private static void add(
            String name,
            List<String> cells,
            double[] numbers,
            List<Variable> variables,
            List<double[]> values) {
        boolean number = true;
        int decimals = 0;
        for (int i = 0; i < numbers.length; i++) {
            String cell = cells.get(i).strip();
            number &= cell.isEmpty() || !Double.isNaN(numbers[i]);
            int point = cell.indexOf('.');
            boolean whole = point < 0 || cell.substring(point + 1).chars().allMatch(c -> c == '0');
            decimals = Math.max(decimals, whole ? 0 : cell.length() - point - 1);
        }
        if (number) {
            variables.add(Variable.number(name, "", decimals));
            values.add(numbers);
            return;
        }
        List<String> levels =
                List.copyOf(new TreeSet<>(cells.stream().filter(c -> !c.isEmpty()).toList()));
        variables.add(Variable.category(name, levels));
        double[] codes = new double[cells.size()];
        Arrays.setAll(
                codes, i -> cells.get(i).isEmpty() ? Double.NaN : levels.indexOf(cells.get(i)));
        values.add(codes);
    }

    static Table table(List<Variable> variables, List<double[]> values) {
        double[] weights = new double[values.get(0).length];
        Arrays.fill(weights, 1);
        return new Table(variables, values.toArray(double[][]::new), weights);
    }

    /** The names in the first line of a file without quotes. */
    static List<String> header(Path file) throws IOException {
        try (var in =
                new java.io.BufferedReader(
                        new java.io.InputStreamReader(
                                file.toString().endsWith(".gz")
                                        ? new java.util.zip.GZIPInputStream(
                                                java.nio.file.Files.newInputStream(file))
                                        : java.nio.file.Files.newInputStream(file),
                                java.nio.charset.StandardCharsets.UTF_8))) {
            return List.of(in.readLine().split(","));
        }
    }
}
