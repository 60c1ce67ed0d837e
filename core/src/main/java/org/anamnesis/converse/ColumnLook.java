package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.anamnesis.learn.DateFormat;

/** What stands in one column of rows that a learned model made. */
final class ColumnLook {
    private static final int BINS = 12;
    private static final int LEVELS = 6;

    /** A number of fewer different values is shown value by value. */
    private static final int FEW = 8;

    private ColumnLook() {}

    /**
     * @param comma whether numbers may have a decimal comma
     * @param dates how the column writes its dates, if it holds dates
     */
    static RowsLook.Column of(
            String name, List<String> values, boolean comma, Optional<DateFormat> dates) {
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
        Optional<double[]> days = dates.flatMap(d -> numbers(present, d::days));
        Optional<double[]> numbers = numbers(present, v -> number(v, comma));
        long different = present.stream().distinct().count();
        if (different > FEW && days.isPresent()) {
            return days(name, days.get(), dates.get(), values.size(), missing);
        }
        if (different > FEW && numbers.isPresent()) {
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
        String summary =
                "mean %s, from %s to %s"
                        .formatted(
                                Amounts.number(Arrays.stream(x).average().orElseThrow()),
                                Amounts.number(low(x)),
                                Amounts.number(high(x)));
        boolean whole = Arrays.stream(x).allMatch(v -> v == Math.rint(v));
        List<RowsLook.Bar> bars = whole ? wholeBars(x, all, Amounts::number) : bars(x, all);
        return new RowsLook.Column(name, join(summary, missing), bars);
    }

    /** Dates of twelve spans of whole days; a month has few days of its own in a quick look. */
    private static RowsLook.Column days(
            String name, double[] x, DateFormat format, int all, String missing) {
        String summary = "from %s to %s".formatted(format.write(low(x)), format.write(high(x)));
        double[] days = Arrays.stream(x).map(Math::floor).toArray();
        return new RowsLook.Column(
                name, join(summary, missing), wholeBars(days, all, format::write));
    }

    private static double low(double[] x) {
        return Arrays.stream(x).min().orElseThrow();
    }

    private static double high(double[] x) {
        return Arrays.stream(x).max().orElseThrow();
    }

    private static List<RowsLook.Bar> bars(double[] x, int all) {
        double low = low(x);
        double width = (high(x) - low) / BINS;
        int[] counts = new int[BINS];
        for (double v : x) {
            counts[Math.min(BINS - 1, (int) ((v - low) / width))]++;
        }
        List<RowsLook.Bar> bars = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            String from = Amounts.number(low + width * b);
            String to = Amounts.number(low + width * (b + 1));
            bars.add(new RowsLook.Bar(from + " to " + to, (double) counts[b] / all));
        }
        return bars;
    }

    /** Of whole numbers: "3 to 4" holds 3 and 4, and nobody has 3.17 days. */
    private static List<RowsLook.Bar> wholeBars(double[] x, int all, DoubleFunction<String> words) {
        double low = low(x);
        double high = high(x);
        double width = Math.ceil((high - low + 1) / BINS);
        int[] counts = new int[(int) ((high - low) / width) + 1];
        for (double v : x) {
            counts[(int) ((v - low) / width)]++;
        }
        List<RowsLook.Bar> bars = new ArrayList<>();
        for (int b = 0; b < counts.length; b++) {
            double from = low + width * b;
            double to = Math.min(high, from + width - 1);
            String span =
                    from == to ? words.apply(from) : words.apply(from) + " to " + words.apply(to);
            bars.add(new RowsLook.Bar(span, (double) counts[b] / all));
        }
        return bars;
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

    private static double number(String text, boolean comma) {
        try {
            return Double.parseDouble(comma ? text.replace(',', '.') : text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** All texts as numbers, or empty if one is none. */
    private static Optional<double[]> numbers(List<String> texts, ToDoubleFunction<String> read) {
        double[] numbers = texts.stream().mapToDouble(read).toArray();
        return numbers.length > 0 && Arrays.stream(numbers).allMatch(Double::isFinite)
                ? Optional.of(numbers)
                : Optional.empty();
    }
}
