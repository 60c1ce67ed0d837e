package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Language;
import org.anamnesis.spec.Populations;

/**
 * What is told to the user, in one language: the layer behind the rules, as {@code Wording} is the
 * layer in front. The program speaks English; each sentence is looked up whole, the names and
 * figures in it are put in the words and marks of the language, and what the user wrote stays.
 */
final class Told {
    /** Names within sentences within lists: deeper is nothing. */
    private static final int DEEPEST = 24;

    /** Sentences and items that may belong together are tried together, up to so many. */
    private static final int LONGEST = 6;

    private static final Pattern NUMBER = Pattern.compile("[-+−]?[0-9][0-9,]*(\\.[0-9]+)?");
    private static final Pattern AMOUNT =
            Pattern.compile("([-+−]?[0-9][0-9,]*(?:\\.[0-9]+)?)( ?[^0-9\\s][^\\s]*(?: m²)?)");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    private static final Pattern MARKS = Pattern.compile("[.?!;,] | or | and ");
    private static final Pattern QUOTE = Pattern.compile("(?s)(.*\\S) \\(([\"\u201c].*)\\)");
    private static final Map<String, String> IDS = ids();

    private final Language language;
    private final Tongue tongue;
    private final Templates templates = Templates.bundled();

    Told(Language language) {
        this.language = language;
        this.tongue = Tongue.of(language);
    }

    /**
     * @param code ISO 639-1
     */
    static Told in(String code) {
        return new Told(Language.valueOf(code.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> ids() {
        Map<String, String> all = new HashMap<>();
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept c : Catalogue.bundled().concepts(kind)) {
                all.putIfAbsent(c.name().toLowerCase(Locale.ROOT), c.id());
            }
        }
        return all;
    }

    /** Any number of lines. */
    String of(String english) {
        if (language == Language.EN || english.isBlank()) {
            return english;
        }
        List<String> lines = new ArrayList<>();
        for (String line : english.split("\n", -1)) {
            int from = 0;
            while (from < line.length() && line.charAt(from) == ' ') {
                from++;
            }
            String lead = line.substring(0, from);
            String rest = line.substring(from);
            Matcher item = Pattern.compile("(-|[a-f]\\.) (.*)").matcher(rest);
            boolean listed = from > 0 && item.matches();
            lines.add(
                    listed
                            ? lead + item.group(1) + " " + sentences(item.group(2), 0)
                            : lead + sentences(rest, 0));
        }
        return String.join("\n", lines);
    }

    List<String> of(List<String> english) {
        return english.stream().map(this::of).toList();
    }

    private String sentences(String text, int depth) {
        List<String> parts = apart(text, ". ", "? ", "! ");
        return together(parts, " ", language == Language.ZH ? "" : " ", depth);
    }

    /** The longest run of parts that stands in the table as one, what stands alone by itself. */
    private String together(List<String> parts, String between, String gap, int depth) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < parts.size(); ) {
            int to = Math.min(parts.size(), i + LONGEST);
            Optional<String> known = Optional.empty();
            for (; to > i + 1; to--) {
                known = looked(String.join(between, parts.subList(i, to)), to - i, depth);
                if (known.isPresent()) {
                    break;
                }
            }
            said.append(said.length() == 0 ? "" : gap)
                    .append(known.isPresent() ? known.get() : sentence(parts.get(i), depth));
            i = to;
        }
        return said.toString();
    }

    private String sentence(String text, int depth) {
        String plain = Templates.plain(text);
        String stop = plain.equals(text) ? "" : language == Language.ZH ? "。" : ".";
        return words(plain, depth + 1) + stop;
    }

    /** A part of a sentence: in the table, a name, an amount, a list of these; or as it is. */
    private String words(String text, int depth) {
        if (depth > DEEPEST || text.matches("[A-Z]")) {
            return text; // "A", as a cohort was called, is no unit
        }
        Matcher quote = QUOTE.matcher(text);
        if (quote.matches() && quote.group(2).indexOf("(\"") < 0) {
            return words(quote.group(1), depth + 1) + " (" + quotes(quote.group(2)) + ")";
        }
        Optional<String> plain =
                looked(text, 1, depth).or(() -> named(text)).or(() -> amount(text));
        if (plain.isPresent()) {
            return plain.get();
        }
        for (String mark : List.of("; ", ", ", " or ", " and ")) {
            List<String> parts = apart(text, mark);
            if (parts.size() > 1) {
                List<String> bare = parts.stream().map(p -> bare(p, mark)).toList();
                String all = together(bare, mark, between(mark), depth + 1);
                if (!all.equals(String.join(between(mark), bare))) {
                    return all;
                }
            }
        }
        return text;
    }

    /** Several of the user's words side by side: only what stands between them is ours. */
    private String quotes(String quoted) {
        String before = "said before";
        return !quoted.startsWith("\u201c")
                ? quoted
                : quoted.replace(" and \u201c", joint("and") + "\u201c")
                        .replace(before, looked(before, 1, 0).orElse(before));
    }

    private static String bare(String part, String mark) {
        String sign = mark.strip();
        return part.endsWith(sign) && sign.length() == 1
                ? part.substring(0, part.length() - 1)
                : part;
    }

    private String between(String mark) {
        boolean chinese = language == Language.ZH;
        return switch (mark) {
            case "; " -> chinese ? "；" : "; ";
            case ", " -> chinese ? "、" : ", ";
            case " or " -> joint("or");
            default -> joint("and");
        };
    }

    private String joint(String word) {
        return looked(word, 1, 0)
                .map(w -> language == Language.ZH ? w : " " + w + " ")
                .orElse(" " + word + " ");
    }

    private Optional<String> named(String text) {
        String id = IDS.get(text.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(id).map(tongue::name).or(() -> country(text));
    }

    private Optional<String> country(String text) {
        return Populations.code(text)
                .map(c -> new Locale("", c).getDisplayCountry(new Locale(language.code())));
    }

    private Optional<String> amount(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(number(text));
        }
        Matcher m = AMOUNT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        String unit = m.group(2).strip();
        String said = looked(unit, 1, 0).orElse(unit);
        return Optional.of(number(m.group(1)) + (m.group(2).startsWith(" ") ? " " : "") + said);
    }

    /** Decimals stay as many as they are, and so do thousands without a mark. */
    private String number(String written) {
        boolean grouped = written.indexOf(',') > 0; // a year is not
        return tongue.figure(written.replace(",", ""), grouped);
    }

    /**
     * @param parts how many sentences or items the text has, which must stand in the template
     */
    private Optional<String> looked(String text, int parts, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return templates.find(text).stream()
                .filter(f -> parts <= parts(f.template().in(Language.EN)))
                .flatMap(f -> filled(text, f, depth).stream())
                .findFirst();
    }

    private static int parts(String english) {
        return 1 + MARKS.matcher(english).results().mapToInt(m -> 1).sum();
    }

    /** Empty if a place holds what the tables do not know, where they must. */
    private Optional<String> filled(String text, Templates.Found found, int depth) {
        Templates.Template t = found.template();
        Map<Integer, String> inside = new HashMap<>();
        for (int i = 0; i < t.places().size(); i++) {
            Templates.Place place = t.places().get(i);
            String written = found.inside().get(i);
            boolean stays = "=\"w".contains(place.kind()) && !place.kind().isEmpty();
            if (place.kind().equals("!") && !known(written, depth + 1)) {
                return Optional.empty();
            }
            inside.put(place.number(), stays ? written : words(written, depth + 1));
        }
        String said = Templates.plain(t.in(language));
        said = said.endsWith("。") ? said.substring(0, said.length() - 1) : said;
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(said);
        int at = 0;
        while (place.find()) {
            out.append(said, at, place.start())
                    .append(inside.getOrDefault(Integer.valueOf(place.group(1)), ""));
            at = place.end();
        }
        out.append(said.substring(at));
        if (Character.isUpperCase(text.charAt(0)) && !t.upper()) {
            out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
        }
        boolean stop = !Templates.plain(text).equals(text);
        return Optional.of(out + (stop ? language == Language.ZH ? "。" : "." : ""));
    }

    /** Whether it is a sentence of the table, a name, or a list of these. */
    private boolean known(String text, int depth) {
        if (named(text).isPresent() || looked(text, 1, depth).isPresent()) {
            return true;
        }
        return List.of(", ", " or ", " and ").stream()
                .map(mark -> apart(text, mark).stream().map(p -> bare(p, mark)).toList())
                .anyMatch(p -> p.size() > 1 && p.stream().allMatch(one -> known(one, depth + 1)));
    }

    /** Cut behind the marks, but not within quotation marks; the marks' signs stay. */
    private static List<String> apart(String text, String... marks) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            for (String mark : marks) {
                boolean word = mark.startsWith(" ");
                if (!quoted && i > start && text.startsWith(mark, i) && !within(text, mark, i)) {
                    parts.add(text.substring(start, word ? i : i + mark.length() - 1));
                    start = i + mark.length();
                    i = start - 1;
                    break;
                }
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** "U.S. adults" is no end of a sentence. */
    private static boolean within(String text, String mark, int i) {
        int next = i + mark.length();
        return mark.equals(". ")
                && next < text.length()
                && Character.isLowerCase(text.charAt(next));
    }
}
