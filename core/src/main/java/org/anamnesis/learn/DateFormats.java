package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which formats the dates of a column are written in. Where day and month could be either, the
 * column's own values decide: one with a first number above 12 shows that days come first.
 *
 * @param formats of the column, the most frequent first; each cell is read by the first that fits
 * @param share of the cells that are dates, 0 to 1
 * @param order what decided between day and month
 */
record DateFormats(List<DateFormat> formats, double share, Order order) {
    /** How day and month are told apart. */
    enum Order {
        /** The formats leave no doubt. */
        CLEAR,
        /** Some value shows it. */
        SHOWN,
        /** No value shows it; month first is assumed. */
        UNKNOWN,
        /** Some values show one order, some the other. */
        CONTRADICTED
    }

    /** Formats that no other is mistaken for. */
    private static final List<String> CLEAR =
            List.of(
                    "yyyy-MM-dd",
                    "yyyy/MM/dd",
                    "yyyy.MM.dd",
                    "yyyyMMdd",
                    "yyyy-M-d",
                    "yyyy/M/d",
                    "dd-MMM-yyyy",
                    "d-MMM-yyyy",
                    "ddMMMyyyy",
                    "dd MMM yyyy",
                    "d MMM yyyy",
                    "d-MMM-yy",
                    "MMM d, yyyy");

    /** Months of a year; with a point between them they are numbers. */
    private static final List<String> MONTHS =
            List.of("yyyy-MM", "yyyy/MM", "MM/yyyy", "MM-yyyy", "M/yyyy", "MMM yyyy", "MMM-yyyy");

    /** Separators of day, month and year whose order is open. */
    private static final List<String> OPEN = List.of("/", "-", ".");

    private static final List<String> TIMES =
            List.of("", " HH:mm", " HH:mm:ss", "THH:mm", "THH:mm:ss", "THH:mm:ssZ");

    /**
     * Share of a column's cells that a format must read to be one of the column's: less is a typing
     * error, but one cell in a small column counts.
     */
    private static final double LEAST = 0.005;

    /**
     * @param cells distinct texts of the column without missing marks
     * @param counts rows of each
     * @param compact whether eight digits may be a date, which the header must say
     */
    static Optional<DateFormats> of(List<String> cells, int[] counts, boolean compact) {
        long rows = 0;
        for (int count : counts) {
            rows += count;
        }
        List<Found> found = new ArrayList<>();
        boolean[] read = new boolean[cells.size()];
        for (DateFormat format : candidates(cells, compact)) {
            long more = 0;
            for (int i = 0; i < read.length; i++) {
                if (!read[i] && !Double.isNaN(format.days(cells.get(i)))) {
                    more += counts[i];
                }
            }
            if (more > rows * LEAST) {
                for (int i = 0; i < read.length; i++) {
                    read[i] |= !Double.isNaN(format.days(cells.get(i)));
                }
                found.add(new Found(format, more));
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        found = lenient(found);
        found.sort((a, b) -> Long.compare(b.rows, a.rows));
        long dates = found.stream().mapToLong(f -> f.rows).sum();
        List<DateFormat> formats =
                found.stream().map(f -> ClockTimes.coarsest(f.format, cells)).toList();
        return Optional.of(new DateFormats(formats, dates / (double) rows, order(cells, formats)));
    }

    /** Formats with one digit or two in place of those with two, where both are met. */
    private static List<Found> lenient(List<Found> found) {
        Map<String, Long> rowsBy = new LinkedHashMap<>();
        for (Found f : found) {
            String strict = f.format.pattern();
            String lenient = strict.replace("dd", "d").replaceAll("(?<!M)MM(?!M)", "M");
            boolean both = found.stream().anyMatch(g -> g.format.pattern().equals(lenient));
            rowsBy.merge(both ? lenient : strict, f.rows, Long::sum);
        }
        List<Found> kept = new ArrayList<>();
        rowsBy.forEach((pattern, rows) -> kept.add(new Found(new DateFormat(pattern), rows)));
        return kept;
    }

    private record Found(DateFormat format, long rows) {}

    private static List<DateFormat> candidates(List<String> cells, boolean compact) {
        List<DateFormat> all = new ArrayList<>();
        for (String day : CLEAR) {
            if (compact || !day.equals("yyyyMMdd")) {
                timed(day, all);
            }
        }
        MONTHS.forEach(m -> DateFormat.of(m).ifPresent(all::add));
        for (String s : OPEN) {
            boolean dayFirst = dayFirst(cells, s).orElse(s.equals("."));
            for (String year : List.of("yyyy", "yy")) {
                List<String> days = List.of("dd" + s + "MM" + s + year, "d" + s + "M" + s + year);
                List<String> months = List.of("MM" + s + "dd" + s + year, "M" + s + "d" + s + year);
                (dayFirst ? days : months).forEach(d -> timed(d, all));
                (dayFirst ? months : days).forEach(d -> timed(d, all));
            }
        }
        return all;
    }

    private static void timed(String day, List<DateFormat> into) {
        for (String time : TIMES) {
            DateFormat.of(day + time).ifPresent(into::add);
        }
    }

    /** Whether days come first with this separator, by the majority of the values that show it. */
    private static Optional<Boolean> dayFirst(List<String> cells, String separator) {
        int[] shown = shown(cells, separator);
        return shown[0] == shown[1] ? Optional.empty() : Optional.of(shown[0] > shown[1]);
    }

    /** Number of values whose first, and of those whose second number can be no month. */
    private static int[] shown(List<String> cells, String separator) {
        int[] shown = new int[2];
        for (String cell : cells) {
            int[] numbers = firstTwo(cell, separator.charAt(0));
            if (numbers.length == 2) {
                shown[0] += numbers[0] > 12 && numbers[0] <= 31 ? 1 : 0;
                shown[1] += numbers[1] > 12 && numbers[1] <= 31 ? 1 : 0;
            }
        }
        return shown;
    }

    /** The numbers of one or two digits around the first separator, none if it is no such date. */
    private static int[] firstTwo(String cell, char separator) {
        int first = cell.indexOf(separator);
        int second = cell.indexOf(separator, first + 1);
        boolean brief = first >= 1 && first <= 2 && second - first >= 2 && second - first <= 3;
        if (!brief || !cell.substring(0, first).matches("\\d+")) {
            return new int[0];
        }
        String middle = cell.substring(first + 1, second);
        return middle.matches("\\d+")
                ? new int[] {Integer.parseInt(cell.substring(0, first)), Integer.parseInt(middle)}
                : new int[0];
    }

    private static Order order(List<String> cells, List<DateFormat> formats) {
        boolean open = false;
        boolean shown = true;
        for (String s : OPEN) {
            if (formats.stream()
                    .noneMatch(
                            f -> f.pattern().matches("[dM]+\\" + s + "[dM]{1,2}\\" + s + ".*"))) {
                continue;
            }
            int[] numbers = shown(cells, s);
            if (numbers[0] > 0 && numbers[1] > 0) {
                return Order.CONTRADICTED;
            }
            open = true;
            shown &= numbers[0] + numbers[1] > 0;
        }
        return !open ? Order.CLEAR : shown ? Order.SHOWN : Order.UNKNOWN;
    }

    /** What the user should know of how the dates are read, a sentence each. */
    List<String> remarks() {
        List<String> said = new ArrayList<>();
        List<String> patterns = formats.stream().map(DateFormat::pattern).toList();
        if (formats.size() > 1) {
            said.add(
                    "Dates are written in %d ways: %s; they are written in the first."
                            .formatted(formats.size(), String.join(", ", patterns)));
        }
        if (order == Order.UNKNOWN) {
            said.add(
                    "No date shows whether day or month comes first; it is read as %s."
                            .formatted(patterns.get(0)));
        } else if (order == Order.CONTRADICTED) {
            said.add(
                    "Some dates have the day first and some the month; where it could be either, it is read as %s."
                            .formatted(patterns.get(0)));
        }
        if (share < 1) {
            said.add(
                    String.format(
                            Locale.ROOT,
                            "%.1f %% of the cells are no dates and become missing.",
                            100 * (1 - share)));
        }
        return said;
    }
}
