package org.anamnesis.interpret;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Units;

/** The unit behind a number, however many tokens it takes. */
final class Quantity {
    /**
     * @param ucum code of the unit
     * @param typed as the user wrote it
     * @param to one past its last token
     */
    record Unit(String ucum, String typed, int to) {}

    private static final List<String> SPELLINGS =
            Units.spellings().stream()
                    .flatMap(u -> Stream.of(u, u.replace("ug", "mcg")))
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();

    /**
     * A typed number of an observation.
     *
     * @param canonical in the observation's own unit, which it is taken to be in where none is said
     * @param to one past the number and its unit
     */
    record Value(double canonical, int to) {}

    private Quantity() {}

    /**
     * The number at token {@code n} with the unit that follows it, as a value of an observation.
     */
    static Value of(Sentence s, int n, Measurand m) {
        Optional<Unit> unit = unit(s, n);
        double typed = s.at(n).doubleValue();
        return new Value(
                unit.flatMap(u -> m.toCanonical(typed, u.ucum())).orElse(typed),
                unit.map(Unit::to).orElse(n + 1));
    }

    /** The unit that follows the number at token {@code n}. */
    static Optional<Unit> unit(Sentence s, int n) {
        int start = s.at(n).end();
        String text = s.english();
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        String rest =
                text.substring(start, Math.min(text.length(), start + 40))
                        .toLowerCase(Locale.ROOT)
                        .replace('µ', 'u')
                        .replace('μ', 'u')
                        .replace('²', '2');
        for (String spelling : SPELLINGS) {
            int length = length(rest, spelling);
            if (length > 0 && whole(rest, length) && !preposition(rest, spelling)) {
                int end = start + length;
                int to = n + 1;
                while (to < s.size() && s.at(to).start() < end) {
                    to++;
                }
                if (!s.free(n + 1, to)) {
                    return Optional.empty();
                }
                String typed = text.substring(start, end);
                int last = to;
                return Units.ucum(spelling).map(u -> new Unit(u, typed, last));
            }
        }
        return Optional.empty();
    }

    /**
     * How much of the text the spelling takes, with any number of spaces for one and about a
     * stroke; 0 if none.
     */
    private static int length(String rest, String spelling) {
        int at = 0;
        for (int i = 0; i < spelling.length(); i++, at++) {
            boolean stroke = // "mmol / L"
                    i > 0 && (spelling.charAt(i) == '/' || spelling.charAt(i - 1) == '/');
            while (stroke && at < rest.length() && rest.charAt(at) == ' ') {
                at++;
            }
            if (at >= rest.length() || rest.charAt(at) != spelling.charAt(i)) {
                return 0;
            }
            while (rest.charAt(at) == ' ' && at + 1 < rest.length() && rest.charAt(at + 1) == ' ') {
                at++;
            }
        }
        return at;
    }

    /** "above 8 in 20 %" is not about inches. */
    private static boolean preposition(String rest, String spelling) {
        String behind = rest.substring(spelling.length()).stripLeading();
        return spelling.equals("in")
                && !behind.isEmpty()
                && Character.isLetterOrDigit(behind.charAt(0))
                && !behind.startsWith("and ")
                && !behind.startsWith("or ");
    }

    private static boolean whole(String rest, int end) {
        boolean sign = !Character.isLetterOrDigit(rest.charAt(end - 1));
        return sign || end >= rest.length() || !Character.isLetterOrDigit(rest.charAt(end));
    }
}
