package org.anamnesis.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A second line below the names of the columns that holds their units, as laboratories write. */
final class UnitLine {
    /** Units that a line must hold: one alone may be an answer ("m" is male, too). */
    private static final int LEAST = 2;

    private static final Pattern BRACKETED = Pattern.compile("[(\\[](.*)[)\\]]");

    private static final Pattern NUMBER = Pattern.compile("[<>≤≥~]?\\s*[-+−]?\\d[\\d.,]*.*");

    /** What stands in the place of a unit where a column has none. */
    private static final Set<String> NONE = Set.of("", "-", "–", "—", "/", ".", "1");

    /** UCUM by the words for time that are written as units. */
    private static final Map<String, String> TIMES = new HashMap<>();

    static {
        named("a", "years", "year", "yrs", "yr", "y", "jahre", "jahr", "ans", "años");
        named("mo", "months", "month", "monate", "mois", "meses");
        named("wk", "weeks", "week", "wochen", "semaines", "semanas");
        named("d", "days", "day", "d", "tage", "tag", "jours", "días");
        named("h", "hours", "hour", "h", "stunden", "std", "heures", "horas");
        named("min", "minutes", "min", "minuten", "minutos");
    }

    private static void named(String ucum, String... words) {
        for (String word : words) {
            TIMES.put(word, ucum);
        }
    }

    private UnitLine() {}

    /**
     * The units by column, as they are written and without brackets, empty where a column has none;
     * no units at all if the line holds anything else, or if a column with a unit has no number in
     * the lines below.
     *
     * @param records of the beginning from the header on, those of blank cells left out
     */
    static List<String> of(List<List<String>> records) {
        if (records.size() < 3 || records.get(1).size() > records.get(0).size()) {
            return List.of();
        }
        List<String> units = records.get(1).stream().map(UnitLine::bare).toList();
        List<List<String>> below = records.subList(2, records.size());
        int known = 0;
        for (int k = 0; k < units.size(); k++) {
            String unit = units.get(k);
            boolean bracketed = BRACKETED.matcher(records.get(1).get(k).strip()).matches();
            if (unit.isEmpty()) {
                continue;
            }
            if (!(bracketed || isUnit(unit)) || !numbers(below, k)) {
                return List.of();
            }
            known += isUnit(unit) ? 1 : 0;
        }
        return known >= LEAST ? units : List.of();
    }

    private static String bare(String cell) {
        String text = TextColumn.clean(cell);
        var bracketed = BRACKETED.matcher(text);
        String inside = bracketed.matches() ? bracketed.group(1).strip() : text;
        return NONE.contains(inside) ? "" : inside;
    }

    private static boolean isUnit(String text) {
        return Concepts.unit(text).isPresent() || time(text).isPresent();
    }

    /** UCUM of a unit of time. */
    static Optional<String> time(String text) {
        return Optional.ofNullable(TIMES.get(text.toLowerCase(Locale.ROOT)));
    }

    /** Whether cells of a column begin with numbers, at least one and none with anything else. */
    private static boolean numbers(List<List<String>> records, int k) {
        List<String> said =
                records.stream()
                        .filter(r -> k < r.size())
                        .map(r -> TextColumn.clean(r.get(k)))
                        .filter(t -> !MissingMarks.isMark(t))
                        .toList();
        return !said.isEmpty() && said.stream().allMatch(t -> NUMBER.matcher(t).matches());
    }
}
