package org.anamnesis.converse;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.generate.Learners;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.CellReader;

/** Makes some rows of a learned model as a run would, and looks at them. */
final class RowsLookDesk {
    private static final int BINS = 12;
    private static final int LEVELS = 6;

    /** A number of fewer different values is shown value by value. */
    private static final int FEW = 8;

    private final SampleDesk desk;
    private final Learners learners;

    RowsLookDesk(SampleDesk desk, Learners learners) {
        this.desk = desk;
        this.learners = learners;
    }

    /**
     * @param rows at most so many are made
     * @param shown at most so many are shown
     * @throws RequestException with every problem
     */
    RowsLook look(Conversation said, Path model, int rows, int shown) {
        LearnedTable table = LearnedTable.read(model, learners);
        if (table.model().histories().flatMap(HistoryModel::second).isPresent()) {
            throw RequestException.of(
                    "preview.tables",
                    model.getFileName().toString(),
                    "two tables are not shown before they are made",
                    "make them: it takes a moment");
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("anamnesis-look");
            Path file = folder.resolve("rows.csv");
            RowsMade made = desk.sample(request(said, model, rows, file), Progress.silent());
            return looked(made, file, table.model().schema().separator(), shown);
        } catch (IOException e) {
            throw DiskTrouble.explain(e, Path.of(System.getProperty("java.io.tmpdir")));
        } finally {
            remove(folder);
        }
    }

    private static RowsRequest request(Conversation said, Path model, int rows, Path out) {
        return new RowsRequest(
                model,
                Optional.empty(),
                Optional.of(said),
                OptionalLong.of(Math.min(rows, said.spec().count())),
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                out);
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve("rows.csv"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw DiskTrouble.explain(e, folder);
        }
    }

    private static RowsLook looked(RowsMade made, Path file, char separator, int shown)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var cells = new CellReader(text, separator);
            cells.next(names);
            List<String> row = new ArrayList<>();
            while (cells.next(row)) {
                rows.add(List.copyOf(row));
            }
        }
        List<RowsLook.Column> columns = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            int place = k;
            List<String> values = rows.stream().map(r -> r.get(place)).toList();
            columns.add(column(names.get(k), values, separator != ','));
        }
        List<String> said = new ArrayList<>(made.understood());
        said.addAll(made.notes());
        return new RowsLook(
                rows.size(),
                columns,
                rows.subList(0, Math.min(shown, rows.size())),
                said,
                made.seconds());
    }

    /**
     * @param comma whether numbers may have a decimal comma
     */
    static RowsLook.Column column(String name, List<String> values, boolean comma) {
        List<String> present = values.stream().filter(v -> !v.isEmpty()).toList();
        String missing =
                present.size() == values.size()
                        ? ""
                        : "%s %% missing"
                                .formatted(
                                        Warnings.rounded(
                                                100.0
                                                        * (values.size() - present.size())
                                                        / values.size()));
        Optional<double[]> numbers = numbers(present, comma);
        long different = present.stream().distinct().count();
        if (numbers.isPresent() && different > FEW) {
            return number(name, numbers.get(), values.size(), missing);
        }
        List<RowsLook.Bar> bars = levels(present, values.size());
        boolean telling = different < present.size() || different <= LEVELS;
        String words = different == 1 ? "one value" : different + " different values";
        return new RowsLook.Column(
                name, join(telling ? "" : words, missing), telling ? bars : List.of());
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "; " + second;
    }

    private static RowsLook.Column number(String name, double[] x, int all, String missing) {
        double low = Arrays.stream(x).min().orElseThrow();
        double high = Arrays.stream(x).max().orElseThrow();
        int[] counts = new int[BINS];
        for (double v : x) {
            counts[Math.min(BINS - 1, (int) (BINS * (v - low) / (high - low)))]++;
        }
        List<RowsLook.Bar> bars = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            String from = Amounts.number(low + (high - low) * b / BINS);
            String to = Amounts.number(low + (high - low) * (b + 1) / BINS);
            bars.add(new RowsLook.Bar(from + " to " + to, (double) counts[b] / all));
        }
        String summary =
                "mean %s, from %s to %s"
                        .formatted(
                                Amounts.number(Arrays.stream(x).average().orElseThrow()),
                                Amounts.number(low),
                                Amounts.number(high));
        return new RowsLook.Column(name, join(summary, missing), bars);
    }

    private static List<RowsLook.Bar> levels(List<String> present, int all) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        present.forEach(v -> counts.merge(v, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getValue()))
                .limit(LEVELS)
                .map(e -> new RowsLook.Bar(e.getKey(), (double) e.getValue() / all))
                .toList();
    }

    private static Optional<double[]> numbers(List<String> texts, boolean comma) {
        double[] numbers = new double[texts.size()];
        try {
            for (int i = 0; i < numbers.length; i++) {
                String text = comma ? texts.get(i).replace(',', '.') : texts.get(i);
                numbers[i] = Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return numbers.length > 0 && Arrays.stream(numbers).allMatch(Double::isFinite)
                ? Optional.of(numbers)
                : Optional.empty();
    }
}
