package org.anamnesis.converse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.anamnesis.population.Weighted;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** 600 made people in a stranger's table, learned and talked about. */
abstract class TalkedAbout {
    private static final int ROWS = 600;

    @TempDir static Path folder;
    static Path model;
    static Anamnesis program;

    @BeforeAll
    static void learn() throws IOException {
        var text =
                new StringBuilder(
                        "gender;age;bmi;a1c;Glukose (mmol/l);crp_x;ward;stage;smoking;dm;fall\n");
        long key = new SeedTree(11).purpose("people");
        for (int i = 0; i < ROWS; i++) {
            int at = 20 * i;
            double u = SeedTree.uniform(key, at);
            double age = 25 + Math.rint(60 * SeedTree.uniform(key, at + 1));
            double bmi = Math.rint(10 * (20 + 15 * u)) / 10;
            double a1c = Math.rint(10 * (5 + 3 * u + 2 * SeedTree.uniform(key, at + 2))) / 10;
            double glucose = Math.rint(10 * (a1c - 0.5 + 2 * SeedTree.uniform(key, at + 3))) / 10;
            double crp = Math.rint(10 * (1 + 30 * SeedTree.uniform(key, at + 4))) / 10;
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s;%.0f;%.1f;%.1f;%.1f;%s;%s;%s;%s;%s;%s\n",
                            SeedTree.uniform(key, at + 5) < 0.5 ? "F" : "M",
                            age,
                            bmi,
                            a1c,
                            glucose,
                            i % 10 == 0 ? "" : String.format(Locale.ROOT, "%.1f", crp),
                            one(SeedTree.uniform(key, at + 6), "ICU", "HDU", "General"),
                            one(SeedTree.uniform(key, at + 7), "I", "II", "III"),
                            one(SeedTree.uniform(key, at + 8), "never", "former", "current"),
                            a1c >= 6.5 ? "yes" : "no",
                            SeedTree.uniform(key, at + 9) < 0.2 ? "yes" : "no"));
        }
        Path table = Files.writeString(folder.resolve("people.csv"), text);
        model = folder.resolve("people.model");
        SmallModels.learned(table, model);
        program = Anamnesis.bundled().on(model);
    }

    private static String one(double u, String... of) {
        return of[(int) (u * of.length)];
    }

    static RowsMade made(String words, String out) {
        return program.sample(
                new RowsRequest(
                        model,
                        Optional.of(words),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        List.of(),
                        OptionalLong.empty(),
                        folder.resolve(out)),
                Progress.silent());
    }

    /** Cells by row; the header is left out. */
    static List<String[]> rows(String words) throws IOException {
        String out = "made-" + Integer.toHexString(words.hashCode()) + ".csv";
        Files.deleteIfExists(folder.resolve(out));
        made(words, out);
        List<String> lines = Files.readAllLines(folder.resolve(out));
        List<String[]> cells = new ArrayList<>();
        lines.subList(1, lines.size()).forEach(l -> cells.add(l.split(";", -1)));
        return cells;
    }

    static double share(List<String[]> rows, Predicate<String[]> of) {
        return rows.stream().filter(of).count() / (double) rows.size();
    }

    static double mean(List<String[]> rows, int column) {
        return rows.stream()
                .filter(r -> !r[column].isEmpty())
                .mapToDouble(r -> Double.parseDouble(r[column]))
                .average()
                .orElseThrow();
    }

    static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    static Turn last(String... messages) {
        List<Turn> turns = program.interpret(List.of(messages)).turns();
        return turns.get(turns.size() - 1);
    }

    static List<String> changes(Turn turn) {
        return turn.changes().stream().map(Change::text).toList();
    }

    static double sd(List<String[]> rows, int column) {
        double[] x = rows.stream().mapToDouble(r -> number(r[column])).toArray();
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return Weighted.sd(x, ones);
    }
}
