package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Vocabulary;

/** The words of places, from {@code places.tsv}. */
public final class Places {
    /** What sort of place. */
    enum Kind {
        REGION,
        STATE,
        COUNTRY,
        WORLD,
        NODATA
    }

    /**
     * A place.
     *
     * @param region of a state, may be empty
     * @param name a region's level, a country's ISO code, else the name in words
     */
    record Place(Kind kind, String region, String name) {}

    /** A place named by the tokens {@code from} to {@code to - 1}. */
    record Named(Place place, int from, int to) {}

    private static final Map<String, Place> ALL = new HashMap<>();
    private static final Phrases PHRASES;

    /** "western blot", "southern comfort": not where somebody lives. */
    private static final Set<String> NO_PEOPLE =
            Set.of(
                    "blot",
                    "blots",
                    "blotting",
                    "diet",
                    "medicine",
                    "comfort",
                    "food",
                    "score",
                    "nile",
                    "measles",
                    "encephalitis",
                    "speaking",
                    "speakers",
                    "language",
                    "spelling",
                    "units");

    static {
        for (Lines.Line line : Lines.of("places.tsv")) {
            String[] parts = line.left().split(":", -1);
            Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
            boolean state = kind == Kind.STATE;
            Place place = new Place(kind, state ? parts[1] : "", parts[parts.length - 1]);
            for (String words : line.right().split("\\|")) {
                ALL.put(words.strip(), place);
            }
        }
        PHRASES = new Phrases(ALL.keySet());
    }

    private Places() {}

    /** The place that begins at a token, by the longest of its names. */
    static Optional<Named> at(Sentence s, int i) {
        int to = s.afterAny(i, PHRASES);
        if (to < 0 || NO_PEOPLE.contains(s.word(to))) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder(s.word(i));
        for (int k = i + 1; k < to; k++) {
            words.append(' ').append(s.word(k));
        }
        return Optional.of(new Named(ALL.get(words.toString()), i, to));
    }

    /** ISO codes of all countries that are known by name, in the order of their codes. */
    public static List<String> countries() {
        return ALL.values().stream()
                .filter(p -> p.kind() == Kind.COUNTRY)
                .map(Place::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** ISO codes of the countries that a text names, in any language that is read. */
    public static List<String> countries(String text) {
        Sentence s = new Sentence(text, Vocabulary.bundled());
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            at(s, i).map(Named::place)
                    .filter(p -> p.kind() == Kind.COUNTRY)
                    .ifPresent(p -> codes.add(p.name()));
        }
        return codes.stream().distinct().toList();
    }
}
