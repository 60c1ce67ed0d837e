package org.anamnesis.converse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.interpret.ConceptNames;
import org.anamnesis.interpret.Language;

/**
 * What replies say, in one language: sentences of replies.tsv with the figures and names filled in
 * as that language writes them. English is the measure: what has no translation is said in English.
 */
final class Tongue {
    private static final Language[] COLUMNS = Language.values();
    private static final Map<Language, Map<String, String>> SENTENCES = read();

    private final Language language;

    private Tongue(Language language) {
        this.language = language;
    }

    static Tongue of(Language language) {
        return new Tongue(language);
    }

    private static Map<Language, Map<String, String>> read() {
        Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
        for (Language l : COLUMNS) {
            all.put(l, new HashMap<>());
        }
        for (String line : text().split("\n")) {
            String[] cells = line.split("\t", -1);
            for (int i = 0; !line.startsWith("#") && i < COLUMNS.length; i++) {
                all.get(COLUMNS[i]).put(cells[0], cells[i + 1]);
            }
        }
        return all;
    }

    private static String text() {
        try (InputStream in = Tongue.class.getResourceAsStream("replies.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All keys, the same in every language. */
    static Set<String> keys() {
        return Set.copyOf(SENTENCES.get(Language.EN).keySet());
    }

    Language language() {
        return language;
    }

    /** The sentence itself, with its placeholders. */
    String sentence(String key) {
        String sentence = SENTENCES.get(language).get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("nothing is said for " + key);
        }
        return sentence;
    }

    boolean knows(String key) {
        return SENTENCES.get(language).containsKey(key);
    }

    /**
     * @param arguments words as they stand; numbers are written as the language writes them
     */
    String say(String key, Object... arguments) {
        String said = sentence(key);
        for (int i = arguments.length - 1; i >= 0; i--) {
            Object a = arguments[i];
            said = said.replace("{" + i + "}", a instanceof Number n ? number(n) : a.toString());
        }
        return said;
    }

    /** An assumption of the reader, which says it in English. */
    String assumption(String english) {
        return SENTENCES.get(Language.EN).entrySet().stream()
                .filter(e -> e.getKey().startsWith("assume.") && e.getValue().equals(english))
                .findFirst()
                .map(e -> sentence(e.getKey()))
                .orElse(english);
    }

    /** "2,000" and "7.5" as the language writes them; at most four decimals. */
    String number(Number value) {
        BigDecimal exact =
                new BigDecimal(value.toString())
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        String plain = exact.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String decimals = point < 0 ? "" : decimalMark() + plain.substring(point + 1);
        return (exact.signum() < 0 ? "-" : "") + grouped(whole) + decimals;
    }

    private String decimalMark() {
        return language == Language.EN || language == Language.ZH ? "." : ",";
    }

    /** Spanish leaves four digits together. */
    private String grouped(String digits) {
        if (digits.length() <= (language == Language.ES ? 4 : 3)) {
            return digits;
        }
        String mark =
                switch (language) {
                    case EN, ZH -> ",";
                    case DE -> ".";
                    case ES, FR -> "\u202F";
                };
        List<String> groups = new ArrayList<>();
        for (int end = digits.length(); end > 0; end -= 3) {
            groups.add(0, digits.substring(Math.max(0, end - 3), end));
        }
        return String.join(mark, groups);
    }

    /** Name of a concept in the language, or "age". */
    String name(String id) {
        return id.equals("age") ? say("variable.age") : ConceptNames.of(language).name(id);
    }
}
