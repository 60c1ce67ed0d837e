package org.anamnesis.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which words mean which concept. Longest match first, whole words; hyphens, apostrophes and spaces
 * within a phrase do not matter ("HbA1c", "hb a1c", "type-2 diabetes"), nor does case, except in
 * abbreviations that are also words ("MAP") and in those of two letters ("AF"). A phrase of six
 * letters or more may have one typing error. What only sounds like one of ours ("pulmonary
 * hypertension") names nothing.
 */
public final class Vocabulary {
    /** A concept found in a text: characters {@code start} to {@code end - 1}. */
    public record Mention(Concept concept, int start, int end, String words) {}

    /** What a word that means several things is taken for, and a sentence that says so. */
    public record Default(Concept concept, String assumption) {}

    private static final int LONGEST = 8;
    private static final int SHORTEST_JOINED = 5;

    private final Map<String, List<Concept>> phrases = new HashMap<>();
    private final Map<String, List<Concept>> abbreviations = new HashMap<>();
    private final Map<String, List<Concept>> joined = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    /** By id of the concept; filled when somebody asks for the nearest names. */
    private final Map<String, List<String>> keys = new ConcurrentHashMap<>();

    private final Misspellings misspellings;
    private final Catalogue catalogue;

    public Vocabulary(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept concept : catalogue.concepts(kind)) {
                add(concept.name(), concept);
                for (String synonym : concept.synonyms()) {
                    add(synonym, concept);
                }
            }
        }
        misspellings = new Misspellings(phrases.keySet());
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
        List<Written> parts = Written.of(written);
        if (exact || twoCapitals) {
            put(abbreviations, Written.key(parts, true), concept);
            return;
        }
        String key = Written.key(parts, false);
        put(phrases, key, concept);
        for (Written part : parts) {
            words.add(part.lower());
        }
        if (parts.size() > 1 && key.length() > SHORTEST_JOINED) {
            put(joined, key.replace(" ", ""), concept);
        }
    }

    private static void put(Map<String, List<Concept>> into, String key, Concept concept) {
        List<Concept> all = into.get(key);
        if (all == null) {
            all = new ArrayList<>(1);
            into.put(key, all);
        }
        if (!all.contains(concept)) {
            all.add(concept);
        }
    }

    /**
     * Every concept named in the text, from left to right, none overlapping. A word of two kinds
     * gives both.
     */
    public List<Mention> find(String text) {
        List<Written> tokens = Written.of(text);
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int used = 0;
            for (int n = Math.min(LONGEST, tokens.size() - i); n > 0 && used == 0; n--) {
                List<Written> part = tokens.subList(i, i + n);
                if (OtherMeanings.has(Written.key(part, false))) {
                    used = n;
                    break;
                }
                if (n > 1 && (listed(text, part) || overtaken(tokens, i, n))) {
                    continue;
                }
                boolean staged = n == 1 && staged(part.get(0).lower());
                for (Concept c : match(staged ? Written.of("ckd") : part)) {
                    int start = part.get(0).start();
                    int end = staged ? start + 3 : part.get(n - 1).end();
                    found.add(new Mention(c, start, end, text.substring(start, end)));
                    used = n;
                }
            }
            i += Math.max(1, used);
        }
        return found;
    }

    /** "on insulin glargine" is on that, "on insulin" though a name by itself. */
    private boolean overtaken(List<Written> tokens, int i, int n) {
        boolean on = tokens.get(i).lower().equals("on");
        return on
                && i + n < tokens.size()
                && !match(tokens.subList(i + 1, i + n + 1)).isEmpty()
                && match(tokens.subList(i, i + n + 1)).isEmpty();
    }

    /** "FEV1, FVC" are two, whatever "FEV1 FVC" is; "diabetes mellitus, type 2" is one. */
    private boolean listed(String text, List<Written> part) {
        boolean comma =
                text.substring(part.get(0).start(), part.get(part.size() - 1).end()).contains(",");
        if (!comma || match(part).stream().anyMatch(c -> c.kind() == Concept.Kind.CONDITION)) {
            return false;
        }
        for (int k = 1; k < part.size(); k++) {
            boolean here = text.substring(part.get(k - 1).end(), part.get(k).start()).contains(",");
            boolean two =
                    here
                            && !match(part.subList(0, k)).isEmpty()
                            && !match(part.subList(k, part.size())).isEmpty();
            if (two) {
                return true;
            }
        }
        return false; // "Insulin, serum" names one
    }

    /** "CKD3b", written as one word. */
    private static boolean staged(String word) {
        return word.startsWith("ckd") && word.matches("ckd[1-5][ab]?");
    }

    private List<Concept> match(List<Written> part) {
        List<Concept> exact = abbreviations.getOrDefault(Written.key(part, true), List.of());
        if (!exact.isEmpty()) {
            return exact;
        }
        String key = Written.key(part, false);
        List<Concept> known = phrases.get(key);
        if (known == null && key.endsWith("s")) {
            known = phrases.get(key.substring(0, key.length() - 1));
        }
        if (known == null && key.length() >= SHORTEST_JOINED) {
            String squeezed = key.replace(" ", "");
            known = part.size() > 1 ? phrases.get(squeezed) : null;
            known = known == null ? joined.get(squeezed) : known;
        }
        if (known == null && part.size() <= Misspellings.LONGEST && strange(part)) {
            known = misspellings.meant(key).map(phrases::get).orElse(null);
            known = known == null && part.size() > 1 ? mended(part) : known;
        }
        return known == null ? List.of() : known;
    }

    private List<Concept> mended(List<Written> part) {
        List<String> typed = part.stream().map(Written::lower).toList();
        return misspellings.mended(typed).map(phrases::get).orElse(null);
    }

    /** Whether some word is none of ours: in a phrase of known words nothing is mistyped. */
    private boolean strange(List<Written> part) {
        return part.stream().anyMatch(t -> !words.contains(t.lower()));
    }

    /** What the bare word is usually taken for, if it needs saying. */
    public Optional<Default> defaultReading(String bare) {
        return DefaultReadings.of(Written.key(Written.of(bare), false))
                .flatMap(r -> catalogue.find(r.concept()).map(c -> new Default(c, r.assumption())));
    }

    /** The concept that these words nearly spell, if there is one. */
    public Optional<Concept> almost(String wanted, Concept.Kind kind) {
        String key = beginning(wanted);
        return catalogue.concepts(kind).stream()
                .filter(c -> apart(key, c) <= Nearness.ALMOST)
                .min(Comparator.comparingDouble(c -> apart(key, c)));
    }

    private double apart(String key, Concept c) {
        return Nearness.apart(key, keysOf(c));
    }

    /** Whether these words nearly spell a diabetes without its type. */
    public boolean almostBare(String wanted) {
        String key = beginning(wanted);
        return Nearness.share(key, "diabetes") <= Nearness.ALMOST;
    }

    /** Longer words are no name; their beginning is compared. */
    private static final int LONGEST_WANTED = 100;

    private static String beginning(String wanted) {
        String start = wanted.substring(0, Math.min(wanted.length(), LONGEST_WANTED));
        return Written.key(Written.of(start), false);
    }

    /** The {@code n} concepts of a kind whose words are nearest to these. */
    public List<Concept> nearest(String wanted, Concept.Kind kind, int n) {
        String key = beginning(wanted);
        List<String> telling = Nearness.telling(key);
        List<Near> nearest = new ArrayList<>();
        for (Concept c : catalogue.concepts(kind)) {
            double bound = nearest.size() < n ? Double.POSITIVE_INFINITY : nearest.get(n - 1).far();
            double far = Nearness.far(key, telling, keysOf(c), bound);
            if (far < bound) {
                int at = nearest.size();
                while (at > 0 && far < nearest.get(at - 1).far()) {
                    at--;
                }
                nearest.add(at, new Near(c, far));
                nearest.subList(Math.min(n, nearest.size()), nearest.size()).clear();
            }
        }
        return nearest.stream().map(Near::concept).toList();
    }

    /** A concept and how far from its words those wanted are. */
    private record Near(Concept concept, double far) {}

    private List<String> keysOf(Concept c) {
        return keys.computeIfAbsent(c.id(), id -> Nearness.keys(c));
    }
}
