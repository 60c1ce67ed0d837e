package org.anamnesis.interpret;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.measure.UnitNames;
import org.anamnesis.problem.Problem;

/**
 * Dates in requests about a user's own table: "admitted after 2019-06-01", "dx_date in 2019". The
 * readers of numbers read days since 1970-01-01.
 *
 * @param text with numbers of days in place of dates behind a column of dates
 * @param written the user's words by the text that stands for them
 * @param problems dates of which no column is named
 */
public record DateWords(String text, Map<String, String> written, List<Problem> problems) {
    private static final String DATE =
            "("
                    + SpokenDates.FORM
                    + "|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{4}-\\d{2}|\\d{4})(?![\\d-])";

    private static final Pattern WHOLE =
            Pattern.compile(
                    "(?<![\\d-])(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})(?![\\d-])");

    private enum Side {
        AFTER("after|later than|>|nach|después de|après|晚于"),
        SINCE("on or after|not before|at least|since|from|>=|≥|ab|seit|desde|depuis|自"),
        BEFORE("before|earlier than|<|vor|antes de|avant|早于"),
        UNTIL("on or before|not after|at most|until|till|up to|by|<=|≤|bis|hasta|jusqu'à"),
        IN("in|during|on|of|=|:|im|am|en|le|el");

        private final String words;

        Side(String words) {
            this.words = words;
        }
    }

    static DateWords of(String message, List<TableColumn> columns, String table) {
        List<TableColumn> dates = columns.stream().filter(DateWords::isDate).toList();
        Map<String, String> written = new LinkedHashMap<>();
        String text = message;
        for (TableColumn c : dates) {
            String names =
                    c.names().stream()
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}_])(", ")"));
            String is = "\\s*(?:\\b(?:is|was|were|lies|ist|war)\\b)?\\s*";
            Pattern between =
                    pattern(
                            names
                                    + is
                                    + "(?:between|from|zwischen|von|entre|de)\\s+"
                                    + DATE
                                    + "\\s*(?:and|to|until|till|-|–|und|bis|y|et|a|à)\\s*"
                                    + DATE);
            text =
                    replaced(
                            text,
                            between,
                            m -> range(m, first(m.group(2)), last(m.group(3))),
                            written);
            for (Side side : Side.values()) {
                Pattern one = pattern(names + is + "(?:" + side.words + ")\\s*" + DATE);
                text = replaced(text, one, m -> side(m, side), written);
            }
        }
        text = bare(text);
        List<Problem> problems = new ArrayList<>();
        Matcher left = WHOLE.matcher(text);
        if (left.find()) {
            problems.add(
                    new Problem(
                            "sample.words.date",
                            left.group(),
                            dates.isEmpty()
                                    ? "The table %s has no column of dates.".formatted(table)
                                    : "It is not said of which date this is, or a mean of dates is asked.",
                            dates.isEmpty()
                                    ? "leave the date out"
                                    : dates.stream()
                                            .map(d -> d.name() + " after " + left.group())
                                            .collect(Collectors.joining(", or "))));
        }
        return new DateWords(text, written, problems);
    }

    /** Whether a column holds dates. */
    public static boolean isDate(TableColumn column) {
        return column.kind() == TableColumn.Kind.NUMBER && column.unit().equals(UnitNames.DATE);
    }

    private static Pattern pattern(String of) {
        return Pattern.compile(of, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What a place becomes; the same if it is no date. */
    private interface Said {
        String of(MatchResult m);
    }

    private static String replaced(
            String text, Pattern where, Said said, Map<String, String> written) {
        return where.matcher(text)
                .replaceAll(
                        m -> {
                            String now = m.group();
                            try {
                                now = said.of(m);
                                written.put(bare(now), m.group());
                            } catch (DateTimeException e) {
                                return Matcher.quoteReplacement(now); // no day of any month
                            }
                            return Matcher.quoteReplacement(now);
                        });
    }

    /**
     * A number of days, until all dates are read: four digits of it would be a year to the forms
     * that come later.
     */
    private static String days(LocalDate date) {
        return READ + date.toEpochDay();
    }

    private static final String READ = "\u2063";

    private static String bare(String text) {
        return text.replace(READ, "");
    }

    private static String side(MatchResult m, Side side) {
        String date = m.group(2);
        return switch (side) {
            case AFTER -> m.group(1) + " at least " + days(last(date).plusDays(1));
            case SINCE -> m.group(1) + " at least " + days(first(date));
            case BEFORE -> m.group(1) + " at most " + days(first(date).minusDays(1));
            case UNTIL -> m.group(1) + " at most " + days(last(date));
            case IN -> range(m, first(date), last(date));
        };
    }

    private static String range(MatchResult m, LocalDate low, LocalDate high) {
        return "%s between %s and %s".formatted(m.group(1), days(low), days(high));
    }

    private static LocalDate first(String said) {
        String date = SpokenDates.iso(said);
        return date.length() == 4
                ? LocalDate.of(Integer.parseInt(date), 1, 1)
                : date.length() == 7 ? YearMonth.parse(date).atDay(1) : day(date);
    }

    private static LocalDate last(String said) {
        String date = SpokenDates.iso(said);
        return date.length() == 4
                ? LocalDate.of(Integer.parseInt(date), 12, 31)
                : date.length() == 7 ? YearMonth.parse(date).atEndOfMonth() : day(date);
    }

    private static LocalDate day(String date) {
        if (date.indexOf('.') < 0) {
            return LocalDate.parse(date);
        }
        String[] parts = date.split("\\.");
        return LocalDate.of(
                Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
    }

    /**
     * The user's words in place of ours.
     *
     * @param written the user's words by ours
     */
    static String unread(String words, Map<String, String> written) {
        String out = words;
        for (Map.Entry<String, String> w : written.entrySet()) {
            out = out.replace(w.getKey(), w.getValue());
        }
        return out;
    }
}
