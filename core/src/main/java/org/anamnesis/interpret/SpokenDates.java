package org.anamnesis.interpret;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dates with the name of a month: "March 2020", "3 May 2021", "May 3rd, 2021", "1. März 2020". */
final class SpokenDates {
    private static final Map<String, Integer> MONTHS = months();

    private static final String MONTH =
            MONTHS.keySet().stream()
                    .sorted((a, b) -> b.length() - a.length())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?:", ")\\.?"));
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|er|\\.)?";
    private static final String OF = "(?:\\s+(?:of|de|du))?\\s*";

    /** Without groups; a day first, a month first, or a month alone. */
    static final String FORM =
            "(?:the\\s+)?"
                    + DAY
                    + OF
                    + MONTH
                    + ",?"
                    + OF
                    + "\\d{4}|"
                    + MONTH
                    + "\\s+"
                    + DAY
                    + ",?\\s*\\d{4}|"
                    + MONTH
                    + OF
                    + "\\d{4}";

    private static final Pattern PARTS =
            Pattern.compile(
                    "(?<before>\\d{1,2})?\\D*?(?<month>"
                            + MONTH
                            + ")(?:\\s+(?<behind>\\d{1,2})(?!\\d))?\\D*(?<year>\\d{4})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SpokenDates() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> all = new HashMap<>();
        List<Locale> languages =
                List.of(Locale.ENGLISH, Locale.GERMAN, new Locale("es"), Locale.FRENCH);
        for (Locale l : languages) {
            for (Month m : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    String name = m.getDisplayName(style, l).toLowerCase(l).replace(".", "");
                    all.putIfAbsent(name, m.getValue());
                }
            }
        }
        return all;
    }

    /**
     * The date as ISO 8601 has it, a month alone as "2020-03"; what has no month's name as it is.
     *
     * @throws DateTimeException never for a day that a month may have
     */
    static String iso(String said) {
        Matcher m = PARTS.matcher(said);
        if (!m.find()) {
            return said;
        }
        int month = MONTHS.get(m.group("month").toLowerCase(Locale.ROOT).replaceAll("\\.$", ""));
        String day = m.group("before") == null ? m.group("behind") : m.group("before");
        String yearMonth = "%s-%02d".formatted(m.group("year"), month);
        return day == null ? yearMonth : "%s-%02d".formatted(yearMonth, Integer.parseInt(day));
    }
}
