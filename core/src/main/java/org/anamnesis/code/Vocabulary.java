package org.anamnesis.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which words mean which concept. Longest match first, whole words, hyphens and apostrophes
 * ignored; abbreviations with their case kept; a word of six letters or more may have one typing
 * error.
 */
public final class Vocabulary {
    /** A concept found in a text: characters {@code start} to {@code end - 1}. */
    public record Mention(Concept concept, int start, int end, String words) {}

    /** What a word that means several things is taken for, and a sentence that says so. */
    public record Default(Concept concept, String assumption) {}

    /** One word of a text: letters and digits, with where it stood. */
    private record Token(String lower, String written, int start, int end) {}

    private static final int LONGEST = 8;

    private final Map<String, List<Concept>> phrases = new HashMap<>();
    private final Map<String, List<Concept>> abbreviations = new HashMap<>();

    /** Phrases that may have a typing error, by first character, in alphabetical order. */
    private final Map<Character, List<String>> longWords = new HashMap<>();

    private final Catalogue catalogue;

    public Vocabulary(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept concept : catalogue.concepts(kind)) {
                add(concept.name(), concept);
                concept.synonyms().forEach(s -> add(s, concept));
            }
        }
        phrases.keySet().stream()
                .filter(p -> p.length() >= 6)
                .sorted()
                .forEach(
                        p -> longWords.computeIfAbsent(p.charAt(0), c -> new ArrayList<>()).add(p));
    }

    public static Vocabulary bundled() {
        return Bundled.ALL;
    }

    private static final class Bundled {
        static final Vocabulary ALL = new Vocabulary(Catalogue.bundled());
    }

    private void add(String phrase, Concept concept) {
        boolean exact = phrase.startsWith("=");
        String written = exact ? phrase.substring(1) : phrase;
        boolean twoCapitals =
                written.length() <= 2 && written.equals(written.toUpperCase(Locale.ROOT));
        String key = key(tokens(written), exact || twoCapitals);
        var map = exact || twoCapitals ? abbreviations : phrases;
        List<Concept> all = map.computeIfAbsent(key, k -> new ArrayList<>());
        if (!all.contains(concept)) {
            all.add(concept);
        }
    }

    /**
     * Every concept named in the text, from left to right, none overlapping. A word of two kinds
     * gives both.
     */
    public List<Mention> find(String text) {
        List<Token> tokens = tokens(text);
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int used = 0;
            for (int n = Math.min(LONGEST, tokens.size() - i); n > 0 && used == 0; n--) {
                List<Token> part = tokens.subList(i, i + n);
                for (Concept c : match(part)) {
                    int start = part.get(0).start();
                    int end = part.get(n - 1).end();
                    found.add(new Mention(c, start, end, text.substring(start, end)));
                    used = n;
                }
            }
            i += Math.max(1, used);
        }
        return found;
    }

    private List<Concept> match(List<Token> part) {
        List<Concept> exact = abbreviations.getOrDefault(key(part, true), List.of());
        if (!exact.isEmpty()) {
            return exact;
        }
        String key = key(part, false);
        List<Concept> known = phrases.get(key);
        if (known == null && key.endsWith("s")) {
            known = phrases.get(key.substring(0, key.length() - 1));
        }
        if (known == null && part.size() <= 4 && key.length() >= 6) {
            known = mistyped(key);
        }
        return known == null ? List.of() : known;
    }

    /**
     * A phrase one letter away that begins alike; digits must agree, or "type 1" would be "type 2".
     */
    private List<Concept> mistyped(String key) {
        for (String candidate : longWords.getOrDefault(key.charAt(0), List.of())) {
            if (oneApart(candidate, key) && digits(candidate).equals(digits(key))) {
                return phrases.get(candidate);
            }
        }
        return null;
    }

    /**
     * Whether one letter more, less or other, or two neighbours swapped, makes one of the other.
     * Without allocation: a long message asks it a hundred thousand times.
     */
    static boolean oneApart(String a, String b) {
        if (a.length() > b.length()) {
            return oneApart(b, a);
        }
        int longer = b.length() - a.length();
        if (longer > 1) {
            return false;
        }
        int i = 0;
        while (i < a.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (longer == 1) {
            return a.regionMatches(i, b, i + 1, a.length() - i);
        }
        if (i == a.length()) {
            return false; // equal
        }
        boolean other = a.regionMatches(i + 1, b, i + 1, a.length() - i - 1);
        boolean swapped =
                i + 1 < a.length()
                        && a.charAt(i) == b.charAt(i + 1)
                        && a.charAt(i + 1) == b.charAt(i)
                        && a.regionMatches(i + 2, b, i + 2, a.length() - i - 2);
        return other || swapped;
    }

    /** What the bare word is usually taken for, if it needs saying. */
    public Optional<Default> defaultReading(String words) {
        return switch (key(tokens(words), false)) {
            case "diabetes", "diabetic", "diabetics", "diabetes mellitus", "dm" ->
                    catalogue
                            .find("type-2-diabetes")
                            .map(
                                    c ->
                                            new Default(
                                                    c,
                                                    "\"diabetes\" is read as type 2 diabetes, about nine in ten of those with diabetes; say \"type 1\" for the other"));
            default -> Optional.empty();
        };
    }

    /** The {@code n} concepts of a kind whose words are nearest to these. */
    public List<Concept> nearest(String words, Concept.Kind kind, int n) {
        String wanted = key(tokens(words), false);
        Map<Concept, Double> far = new LinkedHashMap<>(); // once each, not once a comparison
        catalogue.concepts(kind).forEach(c -> far.put(c, far(wanted, c)));
        return far.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(n)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double far(String wanted, Concept concept) {
        double least = farFrom(wanted, concept.name());
        for (String s : concept.synonyms()) {
            least = Math.min(least, farFrom(wanted, s));
        }
        return least;
    }

    /** Edit distance as a share of the longer word, less a bonus for each whole word in common. */
    private static double farFrom(String wanted, String phrase) {
        String known = key(tokens(phrase), false);
        double edit =
                (double) distance(wanted, known, 99)
                        / Math.max(1, Math.max(wanted.length(), known.length()));
        List<String> other = List.of(known.split(" "));
        long common =
                List.of(wanted.split(" ")).stream()
                        .filter(w -> w.length() > 2 && other.contains(w))
                        .count();
        return edit - 0.4 * common;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean apostrophe = (c == '\'' || c == '’') && start >= 0;
            if (Character.isLetterOrDigit(c) || apostrophe) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                String written = text.substring(start, i).replace("'", "").replace("’", "");
                tokens.add(new Token(written.toLowerCase(Locale.ROOT), written, start, i));
                start = -1;
            }
        }
        return tokens;
    }

    private static String key(List<Token> tokens, boolean asWritten) {
        StringBuilder key = new StringBuilder();
        for (Token t : tokens) {
            key.append(key.isEmpty() ? "" : " ").append(asWritten ? t.written() : t.lower());
        }
        return key.toString();
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /**
     * Damerau–Levenshtein distance (adjacent swaps count one), or {@code limit + 1} when it is
     * larger.
     */
    static int distance(String a, String b, int limit) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(last[j - 1] + cost, 1 + Math.min(last[j], now[j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
                least = Math.min(least, now[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return Math.min(limit + 1, last[b.length()]);
    }
}
