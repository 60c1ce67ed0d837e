package org.anamnesis.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anamnesis.table.CsvTable;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Assumptions;

/** Tables read from CSV files with the same header: a column is a category if a cell is text. */
final class PeerTables {
    private static final Path FOLDER =
            Path.of(System.getProperty("anamnesis.shared", "absent"), "data/nhanes31");

    private PeerTables() {}

    /** The split on which the peers were measured, with a synthetic table of one's own. */
    static JudgedTables nhanes(Path synthetic) throws IOException {
        return read(List.of(FOLDER.resolve("train.csv"), FOLDER.resolve("holdout.csv"), synthetic));
    }

    /** Training people and held-out people of the same split, or the test is skipped. */
    static JudgedTables nhanes() throws IOException {
        Path train = FOLDER.resolve("train.csv");
        Assumptions.assumeTrue(Files.exists(train), "skipped: the table is not here: " + train);
        return nhanes(train);
    }

    static JudgedTables read(List<Path> files) throws IOException {
        List<CsvTable> read = new ArrayList<>();
        for (Path file : files) {
            read.add(CsvTable.read(file));
        }
        List<String> names = header(files.get(0));
        List<List<double[]>> columns =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Variable> variables = new ArrayList<>();
        for (String name : names) {
            Set<String> seen = new TreeSet<>();
            for (CsvTable table : read) {
                seen.addAll(table.text(name));
            }
            seen.remove("");
            boolean category = seen.stream().anyMatch(PeerTables::isText);
            List<String> levels = category ? List.copyOf(new ArrayList<>(seen)) : List.of();
            variables.add(
                    category ? Variable.category(name, levels) : Variable.number(name, "", 2));
            for (int t = 0; t < 3; t++) {
                columns.get(t)
                        .add(
                                category
                                        ? codes(read.get(t).text(name), levels)
                                        : read.get(t).numbers(name));
            }
        }
        List<Table> tables = columns.stream().map(c -> table(variables, c)).toList();
        return new JudgedTables(tables.get(0), tables.get(1), tables.get(2));
    }

    static Table table(List<Variable> variables, List<double[]> columns) {
        double[] weights = new double[columns.get(0).length];
        Arrays.fill(weights, 1);
        return new Table(variables, columns.toArray(double[][]::new), weights);
    }

    private static List<String> header(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return List.of(lines.findFirst().orElseThrow().split(","));
        }
    }

    private static double[] codes(List<String> cells, List<String> levels) {
        return cells.stream()
                .mapToDouble(c -> c.isEmpty() ? Double.NaN : levels.indexOf(c))
                .toArray();
    }

    private static boolean isText(String cell) {
        try {
            Double.parseDouble(cell);
            return false;
        } catch (NumberFormatException text) {
            return true;
        }
    }
}
