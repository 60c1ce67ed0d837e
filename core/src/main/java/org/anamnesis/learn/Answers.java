package org.anamnesis.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers that mean the same whatever their spelling: yes and no, female and male. */
public final class Answers {
    private static final Set<String> YES =
            Set.of("yes", "y", "true", "t", "1", "ja", "j", "wahr", "oui", "vrai", "sí", "si", "是");

    private static final Set<String> NO =
            Set.of("no", "n", "false", "f", "0", "nein", "falsch", "non", "faux", "否");

    private static final Set<String> FEMALE =
            Set.of(
                    "female",
                    "f",
                    "females",
                    "woman",
                    "women",
                    "w",
                    "weiblich",
                    "frau",
                    "femme",
                    "féminin",
                    "mujer",
                    "femenino",
                    "女",
                    "女性");

    private static final Set<String> MALE =
            Set.of(
                    "male",
                    "m",
                    "males",
                    "man",
                    "men",
                    "männlich",
                    "mann",
                    "homme",
                    "masculin",
                    "hombre",
                    "masculino",
                    "h",
                    "男",
                    "男性");

    private Answers() {}

    /** Whether a word says yes or no; empty if neither. */
    public static Optional<Boolean> yes(String word) {
        return one(word, YES, NO);
    }

    private static final Set<String> NONE =
            Set.of(
                    "none", "no", "nein", "absent", "keine", "kein", "keiner", "keines", "aucun",
                    "aucune", "non", "ninguno", "ninguna", "无");

    /** Whether an answer of several says that there is nothing of what the column names. */
    public static boolean none(String word) {
        return NONE.contains(word.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a word says female or male; empty if neither. */
    static Optional<Boolean> female(String word) {
        return one(word, FEMALE, MALE);
    }

    private static Optional<Boolean> one(String word, Set<String> yes, Set<String> no) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return yes.contains(plain)
                ? Optional.of(true)
                : no.contains(plain) ? Optional.of(false) : Optional.empty();
    }

    /**
     * The level of a column of sexes that means female, or male: by its word, or by number if the
     * levels are 1 and 2 (ISO/IEC 5218: 1 male, 2 female).
     */
    public static Optional<String> sex(List<String> levels, boolean female) {
        List<String> named =
                levels.stream().filter(l -> female(l).equals(Optional.of(female))).toList();
        if (named.size() == 1) {
            return Optional.of(named.get(0));
        }
        boolean numbered = levels.containsAll(List.of("1", "2")) && !levels.contains("0");
        return numbered && named.isEmpty() ? Optional.of(female ? "2" : "1") : Optional.empty();
    }

    /**
     * Whether all answers say yes or no, and one of the two in more than one spelling: then they
     * are two answers and not many.
     */
    static boolean mixed(List<String> spellings) {
        List<String> plain =
                spellings.stream().map(s -> s.strip().toLowerCase(Locale.ROOT)).distinct().toList();
        long said = plain.stream().filter(s -> yes(s).isPresent()).count();
        return plain.size() > 2 && said == plain.size();
    }

    /** Spellings that go together, yes first. */
    private static final List<List<String>> PAIRS =
            List.of(
                    List.of("yes", "no"),
                    List.of("y", "n"),
                    List.of("1", "0"),
                    List.of("true", "false"),
                    List.of("t", "f"),
                    List.of("ja", "nein"),
                    List.of("j", "n"),
                    List.of("oui", "non"),
                    List.of("sí", "no"),
                    List.of("si", "no"));

    /**
     * The most frequent pair of spellings of yes and no.
     *
     * @param rows of each spelling in small letters
     * @return yes and no, in small letters; empty if no two of the spellings go together
     */
    static Optional<List<String>> pair(Map<String, Integer> rows) {
        return PAIRS.stream()
                .filter(rows.keySet()::containsAll)
                .max(Comparator.comparingInt(p -> rows.get(p.get(0)) + rows.get(p.get(1))));
    }
}
