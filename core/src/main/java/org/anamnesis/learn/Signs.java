package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.measure.Units;

/**
 * What a column writes around its numbers: "$ 12", "80.1 kg", "7.2 %", "&lt;5".
 *
 * @param before a currency sign with its blank; empty if none
 * @param after a unit with its blank; empty if none
 * @param limits of measurement as the column writes them; a value that equals one is written so
 */
public record Signs(String before, String after, List<String> limits) {
    /** Nothing but the numbers. */
    public static final Signs NONE = new Signs("", "", List.of());

    /** Share of the rows that must write a sign for it to be the column's. */
    private static final double MOST = 0.5;

    /** Longest unit in a cell, letters: "mL/min/1.73m2"; longer text is an answer. */
    private static final int LONGEST = 15;

    private static final String CURRENCIES = "$€£¥₹";

    private static final Pattern AFTER =
            Pattern.compile(
                    "[<>≤≥~=\\s]*[-+−]?\\d[\\d.,]*(\\s*[\\p{L}%°µ‰]\\S{0," + (LONGEST - 1) + "})");

    private static final Pattern BEFORE =
            Pattern.compile("([" + CURRENCIES + "]\\s*)[-+−]?\\d[\\d.,]*");

    public Signs {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        limits = List.copyOf(limits);
    }

    /** The signs of a column, without its limits. */
    static Signs of(Cells cells) {
        return new Signs(usual(cells, BEFORE), usual(cells, AFTER), List.of());
    }

    private static String usual(Cells cells, Pattern pattern) {
        Map<String, Long> rows = new HashMap<>();
        int[] counts = cells.counts();
        for (int i = 0; i < counts.length; i++) {
            Matcher m = pattern.matcher(cells.texts().get(i));
            if (m.matches() && believable(m.group(1))) {
                rows.merge(m.group(1), (long) counts[i], Long::sum);
            }
        }
        return rows.entrySet().stream()
                .filter(e -> e.getValue() > MOST * cells.rows())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** A sign with digits is a unit that is known ("mL/min/1.73m2"), no exponent or month. */
    private static boolean believable(String sign) {
        return sign.chars().noneMatch(Character::isDigit) || Units.ucum(sign.strip()).isPresent();
    }

    Signs with(List<String> someLimits) {
        return new Signs(before, after, someLimits);
    }

    /** UCUM code of the unit that is written; empty if it is none that is known. */
    Optional<String> unit() {
        return after.isBlank() ? Optional.empty() : Units.ucum(after.strip());
    }

    /** A cell without the signs of the column; a percent sign is none of the number's ever. */
    String bare(String text) {
        String left = text;
        String sign = before.strip();
        if (!sign.isEmpty() && left.startsWith(sign)) {
            left = left.substring(sign.length()).strip();
        }
        if (left.length() > 1 && left.endsWith("%")) {
            return left.substring(0, left.length() - 1).strip();
        }
        return after.isEmpty() ? left : withoutUnit(left);
    }

    private String withoutUnit(String text) {
        int from = text.length();
        while (from > 0 && !Character.isDigit(text.charAt(from - 1))) {
            from--;
        }
        String unit = after.strip().toLowerCase(Locale.ROOT);
        // digits may be part of the unit: "mL/min/1.73m2"
        if (text.toLowerCase(Locale.ROOT).endsWith(unit)) {
            return text.substring(0, text.length() - unit.length()).strip();
        }
        Optional<String> own =
                from == 0 ? Optional.empty() : Units.ucum(text.substring(from).strip());
        return own.isPresent() && own.equals(unit()) ? text.substring(0, from).strip() : text;
    }
}
