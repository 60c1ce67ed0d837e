package org.anamnesis.converse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Language;

/**
 * What the program says, sentence by sentence, in five languages, from {@code told.tsv}. English is
 * the key: the sentence as the program says it, with places {0}, {1} for what changes. {0#} takes
 * only a number, {0w} one word, {0"} something in quotation marks, {0!} only what the tables know,
 * and what {0=} takes stays as it is. Of several that fit, the one that holds most words comes
 * first.
 */
final class Templates {
    /** Stands for a place in the English of the table. */
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])([#w\"!=]?)}");

    /** Anything within one sentence. */
    private static final String ANY = "((?:(?!\\. [A-Z]).)+?)";

    private static final Map<String, String> KINDS =
            Map.of(
                    "",
                    ANY,
                    "#",
                    "(-?[0-9][0-9.,]*)",
                    "w",
                    "(\\S+)",
                    "\"",
                    "(\"[^\"]*\")",
                    "!",
                    ANY,
                    "=",
                    ANY);

    /** What begins a sentence does not reach beyond a quotation or a colon. */
    private static final String LEAD = "((?:(?!\\. )[^\":;])+?)";

    private static final Language[] COLUMNS = Language.values();

    /**
     * One line of the table.
     *
     * @param places the numbers of the places in the order in which they stand in English
     * @param words how many characters are not places
     * @param said by language
     */
    record Template(Pattern english, List<Place> places, int words, Map<Language, String> said) {
        String in(Language language) {
            return said.get(language);
        }

        /** Whether the English begins with a capital letter. */
        boolean upper() {
            return Character.isUpperCase(in(Language.EN).charAt(0));
        }
    }

    /** A place of a template: its number and kind. */
    record Place(int number, String kind) {}

    /** A template with what stands in its places, in the order of the places. */
    record Found(Template template, List<String> inside) {}

    private static final Templates BUNDLED = new Templates();

    private final List<Template> all = new ArrayList<>();
    private final Map<String, List<Template>> byFirst = new HashMap<>();
    private final List<Template> open = new ArrayList<>();

    private Templates() {
        int number = 0;
        for (String line : text().split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("# ")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS.length) {
                throw new IllegalStateException(
                        "told.tsv, line %d: %d columns".formatted(number, cells.length));
            }
            Map<Language, String> said = new EnumMap<>(Language.class);
            for (int i = 0; i < cells.length; i++) {
                said.put(COLUMNS[i], cells[i]);
            }
            add(template(said));
        }
    }

    static Templates bundled() {
        return BUNDLED;
    }

    List<Template> all() {
        return List.copyOf(all);
    }

    private void add(Template t) {
        all.add(t);
        String first = first(t.in(Language.EN));
        if (first.contains("{")) {
            open.add(t);
        } else {
            byFirst.computeIfAbsent(first, k -> new ArrayList<>()).add(t);
        }
    }

    private static String first(String sentence) {
        int space = sentence.indexOf(' ');
        String word = space < 0 ? sentence : sentence.substring(0, space);
        return plain(word).toLowerCase(Locale.ROOT);
    }

    private static Template template(Map<Language, String> cells) {
        String english = plain(cells.get(Language.EN));
        StringBuilder regex = new StringBuilder();
        List<Place> places = new ArrayList<>();
        Matcher m = PLACE.matcher(english);
        int at = 0;
        int words = 0;
        while (m.find()) {
            regex.append(literal(english.substring(at, m.start()), at == 0));
            String kind = m.group(2);
            boolean lead = m.start() == 0 && "!=".contains(kind);
            regex.append(lead ? LEAD : KINDS.get(kind));
            places.add(new Place(Integer.parseInt(m.group(1)), kind));
            words += m.start() - at + (kind.isEmpty() ? 0 : 1);
            at = m.end();
        }
        regex.append(literal(english.substring(at), at == 0));
        words += english.length() - at;
        Map<Language, String> said = new EnumMap<>(cells);
        said.replaceAll((language, cell) -> PLACE.matcher(cell).replaceAll("{$1}"));
        return new Template(Pattern.compile(regex.toString()), places, words, said);
    }

    /** The first letter may be large or small: sentences are also parts of others. */
    private static String literal(String text, boolean first) {
        if (!first || text.isEmpty() || !Character.isLetter(text.charAt(0))) {
            return text.isEmpty() ? "" : Pattern.quote(text);
        }
        char c = text.charAt(0);
        String rest = text.substring(1);
        return "["
                + Character.toLowerCase(c)
                + Character.toUpperCase(c)
                + "]"
                + (rest.isEmpty() ? "" : Pattern.quote(rest));
    }

    /** Without the full stop, which a sentence loses within another. */
    static String plain(String sentence) {
        return sentence.endsWith(".") && !sentence.endsWith("..")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }

    /**
     * All that fit, those with most words first.
     *
     * @param sentence with or without its full stop
     */
    List<Found> find(String sentence) {
        String text = plain(sentence);
        List<Found> fit = new ArrayList<>();
        for (List<Template> some : List.of(byFirst.getOrDefault(first(text), List.of()), open)) {
            for (Template t : some) {
                Matcher m = t.english().matcher(text);
                if (m.matches()) {
                    List<String> inside = new ArrayList<>();
                    for (int i = 1; i <= m.groupCount(); i++) {
                        inside.add(m.group(i));
                    }
                    fit.add(new Found(t, inside));
                }
            }
        }
        fit.sort(Comparator.comparingInt((Found f) -> f.template().words()).reversed());
        return fit;
    }

    private static String text() {
        try (InputStream in = Templates.class.getResourceAsStream("told.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
