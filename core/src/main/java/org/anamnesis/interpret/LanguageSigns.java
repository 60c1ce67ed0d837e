package org.anamnesis.interpret;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;

/**
 * Words that only one language has, such as "mit", "con", "avec" and "with", counted. A word of two
 * languages counts for both, a word that is English as well for none.
 */
final class LanguageSigns {
    private static final Map<String, EnumSet<Language>> WORDS = new HashMap<>();
    private static final Map<String, EnumSet<Language>> ENDINGS = new HashMap<>();
    private static final Map<String, EnumSet<Language>> MAYBE = new HashMap<>();
    private static final String UNSURE = "maybe ";

    private static final EnumSet<Language> NONE = EnumSet.noneOf(Language.class);

    /**
     * Weight of a word that shows a language; one behind "maybe" weighs one, and one with a capital
     * and an accent, which may be a name ("Behçet"), half.
     */
    private static final int SURE = 100;

    private static final int LONGEST = 40;
    private static final int LONGEST_ENDING = 13;
    private static final int SHORTEST_ENDING = 5;
    private static final int SHORTEST_NAME = 6;

    /** Stand in foreign names of illnesses and are English, too: "sugar trouble". */
    private static final Set<String> ALIKE =
            Set.of("trouble", "troubles", "tension", "attack", "fracture", "fractures");

    static {
        for (Lines.Line line : Lines.of("languages.tsv")) {
            boolean sure = !line.left().startsWith(UNSURE);
            Language language = Language.valueOf(line.left().replace(UNSURE, ""));
            for (String word : line.right().split(" ")) {
                boolean ending = word.startsWith("~");
                String key = Folded.of(ending ? word.substring(1) : word);
                (ending ? ENDINGS : sure ? WORDS : MAYBE)
                        .computeIfAbsent(key, w -> EnumSet.noneOf(Language.class))
                        .add(language);
            }
        }
        names();
    }

    /** Names that English has not: "insuficiencia", "Vorhofflimmern"; short ones say too little. */
    private static void names() {
        Set<String> english = new HashSet<>(ALIKE);
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept c : Catalogue.bundled().concepts(kind)) {
                english.addAll(words(c.name()));
                c.synonyms().forEach(s -> english.addAll(words(s)));
            }
        }
        for (Language language : Language.values()) {
            ConceptNames.of(language).all().stream()
                    .flatMap(n -> n.names().stream())
                    .flatMap(n -> words(n.replace("*", "")).stream())
                    .filter(w -> w.length() >= SHORTEST_NAME && !english.contains(w))
                    .forEach(
                            w ->
                                    WORDS.computeIfAbsent(w, k -> EnumSet.noneOf(Language.class))
                                            .add(language));
        }
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("[^\\p{L}]+")).map(Folded::of).toList();
    }

    private LanguageSigns() {}

    static Language language(String message) {
        return shown(message).orElse(Language.EN);
    }

    /** Empty if no word speaks for any language. */
    static Optional<Language> shown(String message) {
        EnumMap<Language, Integer> seen = new EnumMap<>(Language.class);
        boolean han = false;
        int start = -1;
        for (int i = 0; i <= message.length(); i++) {
            char c = i < message.length() ? message.charAt(i) : ' ';
            if (c < 128 ? letter(c) : Character.isLetter(c) || combining(c)) {
                start = start < 0 ? i : start;
                if (c >= 0x2E80) {
                    UnicodeScript script = UnicodeScript.of(c);
                    han |= script == UnicodeScript.HAN;
                    if (japaneseOrKorean(script)) {
                        return Optional.of(Language.EN);
                    }
                }
            } else {
                if (start >= 0) {
                    count(message.substring(start, i), seen);
                }
                start = -1;
                if (c == '¿' || c == '¡') {
                    seen.merge(Language.ES, 2 * SURE, Integer::sum);
                }
            }
        }
        return han
                ? Optional.of(Language.ZH)
                : Optional.of(clearest(seen)).filter(l -> l != Language.EN || sure(seen));
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean combining(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean japaneseOrKorean(UnicodeScript script) {
        return script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }

    private static void count(String word, EnumMap<Language, Integer> seen) {
        if (word.length() > LONGEST) {
            return;
        }
        String key = Folded.of(word);
        EnumSet<Language> languages = WORDS.get(key);
        for (int n = LONGEST_ENDING; languages == null && n >= SHORTEST_ENDING; n--) {
            languages = key.length() > n ? ENDINGS.get(key.substring(key.length() - n)) : null;
        }
        boolean name = languages == null && Character.isUpperCase(word.charAt(0));
        (languages == null ? accented(word) : languages)
                .forEach(l -> seen.merge(l, name ? SURE / 2 : SURE, Integer::sum));
        MAYBE.getOrDefault(key, NONE).forEach(l -> seen.merge(l, 1, Integer::sum));
    }

    /** Languages that write a letter of the word. */
    private static Set<Language> accented(String word) {
        for (int i = 0; i < word.length(); i++) {
            switch (word.charAt(i)) {
                case 'ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü' -> {
                    return Set.of(Language.DE);
                }
                case 'ñ', 'á', 'í', 'ó', 'ú' -> {
                    return Set.of(Language.ES);
                }
                case 'è', 'ê', 'ç', 'à', 'â', 'î', 'ô', 'û', 'œ', 'ë', 'ï' -> {
                    return Set.of(Language.FR);
                }
                default -> {}
            }
        }
        return Set.of();
    }

    /** Words that may be of any language show none. */
    private static boolean sure(EnumMap<Language, Integer> seen) {
        return seen.values().stream().anyMatch(n -> n >= SURE);
    }

    /** English words within another language are read as they stand, so they weigh little. */
    private static Language clearest(EnumMap<Language, Integer> seen) {
        int english = seen.getOrDefault(Language.EN, 0);
        Language best = Language.EN;
        int most = 0;
        for (Map.Entry<Language, Integer> e : seen.entrySet()) {
            if (e.getKey() != Language.EN && e.getValue() > most) {
                best = e.getKey();
                most = e.getValue();
            }
        }
        boolean clear = most >= SURE && most > english;
        clear |= most >= 2 * SURE && 2 * most >= english;
        return clear ? best : Language.EN;
    }
}
