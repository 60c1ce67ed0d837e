package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * When somebody was born, in requests about a user's own table that has one column of it, a year or
 * a date: "born before 1950", "women born in the 1960s", "vor 1950 geboren".
 */
final class BirthWords {
    private static final Pattern BIRTH =
            Pattern.compile(
                    "(?iu).*(?:birth|\\bborn\\b|\\byob\\b|\\bdob\\b|geburt|geboren|nacimiento|naissance|出生).*");

    private static final Pattern YEAR =
            Pattern.compile(
                    "(?iu).*(?:year|\\byob\\b|jahr|\\baño\\b|\\bann[ée]e\\b|\\bborn\\b|年).*");

    private static final String BORN =
            "(?:(?:(?:who|that|die|que|qui) )?(?:(?:were|was|are|is|sind|wurden) )?"
                    + "(?:born|geboren(?:e[nrs]?)?|nacid[oa]s?|née?s?))";

    private static final String SIDE =
            "(on or after|not before|before|earlier than|after|later than|since|from|until|up to|by|in the year|in"
                    + "|vor|nach|seit|ab|bis|im jahr|im|antes de|después de|desde|en|avant|après|depuis)";

    private static final String DAY =
            "(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{4})";

    /** German says it last. */
    private static final String BEHIND =
            " geboren(?:e[nrs]?)?(?: (?:sind|ist|wurden|wurde|waren|war))?";

    private static final Pattern DECADE =
            Reworded.words(
                    BORN + " (?:in|during) (?:the )?(\\d{3}0)'?s",
                    "(?:die )?in den (\\d{3}0)er(?:[- ]jahren)?" + BEHIND);

    private static final Pattern BETWEEN =
            Reworded.words(
                    BORN
                            + " (?:between|from|zwischen|von|entre|de) (DAY) (?:and|to|until|und|bis|y|a|et) (DAY)"
                                    .replace("DAY", DAY),
                    "(?:die )?(?:zwischen|von) (DAY) (?:und|bis) (DAY)".replace("DAY", DAY)
                            + BEHIND);

    private static final Pattern ONE =
            Reworded.words(
                    BORN + " " + SIDE + " (" + DAY + ")",
                    "(?:die )?" + SIDE + " (" + DAY + ")" + BEHIND,
                    "(?:jahrgang|" + BORN + ") (\\d{4})");

    /** Of nobody what lies on one side: of everyone what lies on the other. */
    private static final Pattern NOBODY =
            Reworded.words(
                    "(?:(?:who|that) )?(?:(?:was|were|is|are) )?(?:not|nobody|no one|none|niemand|nicht) (?:(?:who|that) )?"
                            + BORN
                            + " (before|after|since|vor|nach|seit) ("
                            + DAY
                            + ")",
                    "(?:niemand|keine[rn]?|nicht) (vor|nach|seit) (" + DAY + ")" + BEHIND);

    private static final Map<String, String> OTHER_SIDE =
            Map.of(
                    "before", "since", "after", "until", "since", "before", "vor", "since", "nach",
                    "until", "seit", "before");

    private BirthWords() {}

    static Reworded of(String message, List<TableColumn> columns) {
        var reworded = new Reworded(message, columns);
        Optional<TableColumn> column = column(columns);
        if (column.isPresent()) {
            boolean date = DateWords.isDate(column.get());
            String name = column.get().name();
            reworded.replace(
                    DECADE,
                    m -> {
                        int from = Integer.parseInt(either(m, 1, 2));
                        return Optional.of("%s between %d and %d".formatted(name, from, from + 9));
                    });
            reworded.replace(BETWEEN, m -> between(name, date, either(m, 1, 3), either(m, 2, 4)));
            reworded.replace(
                    NOBODY,
                    m -> {
                        String side = either(m, 1, 3).toLowerCase(Locale.ROOT);
                        return one(name, date, OTHER_SIDE.get(side), either(m, 2, 4));
                    });
            reworded.replace(ONE, m -> one(name, date, m));
        }
        return reworded;
    }

    /** A date before a year; of two that say the same of nobody knows which. */
    private static Optional<TableColumn> column(List<TableColumn> columns) {
        List<TableColumn> births =
                columns.stream()
                        .filter(c -> c.kind() == TableColumn.Kind.NUMBER)
                        .filter(c -> says(c, BIRTH))
                        .toList();
        for (boolean date : new boolean[] {true, false}) {
            List<TableColumn> own =
                    births.stream()
                            .filter(c -> date ? DateWords.isDate(c) : says(c, YEAR))
                            .toList();
            if (!own.isEmpty()) {
                return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean says(TableColumn column, Pattern what) {
        return column.names().stream().anyMatch(n -> what.matcher(n).matches());
    }

    private static String either(MatchResult m, int one, int other) {
        return m.group(one) != null ? m.group(one) : m.group(other);
    }

    private static Optional<String> between(String name, boolean date, String from, String to) {
        boolean years = from.length() == 4 && to.length() == 4;
        return date || years
                ? Optional.of("%s between %s and %s".formatted(name, from, to))
                : Optional.empty();
    }

    private static Optional<String> one(String name, boolean date, MatchResult m) {
        String day = m.group(5) != null ? m.group(5) : either(m, 2, 4);
        String side = m.group(5) != null ? "in" : either(m, 1, 3).toLowerCase(Locale.ROOT);
        return one(name, date, side, day);
    }

    private static Optional<String> one(String name, boolean date, String side, String day) {
        if (!date && day.length() != 4) {
            return Optional.empty();
        }
        String asked =
                switch (side.replaceAll("\\s+", " ")) {
                    case "before", "earlier than", "vor", "antes de", "avant" ->
                            date ? "before" : "below";
                    case "after", "later than", "nach", "después de", "après" ->
                            date ? "after" : "above";
                    case "on or after",
                            "not before",
                            "since",
                            "from",
                            "seit",
                            "ab",
                            "desde",
                            "depuis" ->
                            date ? "since" : "at least";
                    case "until", "up to", "by", "bis" -> date ? "until" : "at most";
                    default -> "in";
                };
        return Optional.of(
                asked.equals("in")
                        ? "%s between %s and %s".formatted(name, day, day)
                        : "%s %s %s".formatted(name, asked, day));
    }
}
