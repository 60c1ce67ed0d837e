package org.anamnesis.neural;

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

/** The table on which the peers were measured, without BMI, which follows from two others. */
final class Nhanes {
    private static final Set<String> CATEGORIES =
            Set.of(
                    "SurveyYr",
                    "Gender",
                    "Race",
                    "Education",
                    "MaritalStatus",
                    "HomeOwn",
                    "Work",
                    "HealthGen",
                    "Depressed",
                    "SleepTrouble",
                    "PhysActive",
                    "Smoke100",
                    "SmokeNow",
                    "Diabetes");

    private Nhanes() {}

    static Path folder() {
        return Path.of(System.getProperty("anamnesis.shared", "../../shared")).resolve("data");
    }

    static boolean isHere() {
        return Files.exists(folder().resolve("nhanes31/train.csv"));
    }

    static Table train() throws IOException {
        return read(folder().resolve("nhanes31/train.csv"), CATEGORIES, Set.of("BMI"));
    }

    /** Any table with a header: columns that are not numbers, or are named, are categories. */
    static Table read(Path file, Set<String> categories, Set<String> without) throws IOException {
        CsvTable csv = CsvTable.read(file);
        String header;
        try (var lines = Files.lines(file)) {
            header = lines.findFirst().orElseThrow();
        }
        List<Variable> variables = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String name : header.replace("\"", "").split(",")) {
            if (without.contains(name)) {
                continue;
            }
            List<String> text = csv.text(name);
            boolean numbers =
                    text.stream().allMatch(t -> t.isEmpty() || t.matches("-?[0-9.]+(e-?\\d+)?"));
            if (categories.contains(name) || !numbers) {
                TreeSet<String> levels = new TreeSet<>(text);
                levels.remove("");
                List<String> names = new ArrayList<>(levels);
                variables.add(Variable.category(name, names));
                columns.add(
                        text.stream()
                                .mapToDouble(t -> t.isEmpty() ? Double.NaN : names.indexOf(t))
                                .toArray());
            } else {
                int decimals =
                        text.stream()
                                .mapToInt(
                                        t -> t.contains(".") ? t.length() - t.indexOf('.') - 1 : 0)
                                .max()
                                .orElse(0);
                variables.add(Variable.number(name, "1", decimals));
                columns.add(csv.numbers(name));
            }
        }
        double[] weights = new double[csv.rows()];
        Arrays.fill(weights, 1);
        return new Table(variables, columns.toArray(double[][]::new), weights);
    }
}
