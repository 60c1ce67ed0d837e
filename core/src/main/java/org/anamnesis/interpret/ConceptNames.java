package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/** What the concepts of the catalogue are called in one language, from {@code de-names.tsv}. */
public final class ConceptNames {
    /**
     * One concept.
     *
     * @param id of the catalogue
     * @param names the usual one first
     * @param english words that name this concept and no other in the vocabulary
     */
    record Named(String id, List<String> names, String english) {}

    private static final Map<Language, ConceptNames> READ = new EnumMap<>(Language.class);

    private final Map<String, Named> byId = new HashMap<>();

    private ConceptNames(Language language) {
        if (language == Language.EN) {
            return;
        }
        for (Lines.Line line : Lines.of(language.code() + "-names.tsv")) {
            List<String> names =
                    Arrays.stream(line.right().split("\\|"))
                            .map(String::strip)
                            .filter(n -> !n.isEmpty())
                            .toList();
            byId.put(line.left(), new Named(line.left(), names, english(line.left())));
        }
    }

    public static ConceptNames of(Language language) {
        synchronized (READ) {
            return READ.computeIfAbsent(language, ConceptNames::new);
        }
    }

    /** Its usual name; in English, or without an entry, the name in the catalogue. */
    public String name(String id) {
        Named named = byId.get(id);
        return named == null
                ? Catalogue.bundled().find(id).map(Concept::name).orElse(id)
                : named.names().get(0).replace("*", "");
    }

    /**
     * The concept that a word alone names in some language but English; empty if none or several.
     */
    public static Optional<String> concept(String word) {
        List<String> ids =
                Arrays.stream(Language.values())
                        .flatMap(l -> of(l).byId.values().stream())
                        .filter(n -> n.names().stream().anyMatch(word::equalsIgnoreCase))
                        .map(Named::id)
                        .distinct()
                        .toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    /** What a concept is called in all languages, English first. */
    public static List<String> words(String id) {
        Stream<String> english =
                Catalogue.bundled()
                        .find(id)
                        .map(c -> Stream.concat(Stream.of(c.name()), c.synonyms().stream()))
                        .orElse(Stream.empty());
        Stream<String> others =
                Arrays.stream(Language.values())
                        .map(l -> of(l).byId.get(id))
                        .filter(n -> n != null)
                        .flatMap(n -> n.names().stream());
        return Stream.concat(english, others)
                .filter(n -> !n.contains("*"))
                .map(n -> n.startsWith("=") ? n.substring(1) : n)
                .distinct()
                .toList();
    }

    List<Named> all() {
        return List.copyOf(byId.values());
    }

    private static String english(String id) {
        Concept concept =
                Catalogue.bundled()
                        .find(id)
                        .orElseThrow(() -> new IllegalStateException("no concept " + id));
        Optional<String> sure =
                Stream.concat(Stream.of(concept.name()), concept.synonyms().stream())
                        .map(n -> n.startsWith("=") ? n.substring(1) : n)
                        .filter(n -> onlyName(n, concept))
                        .findFirst();
        return sure.orElseThrow(() -> new IllegalStateException("no sure name of " + id));
    }

    private static boolean onlyName(String name, Concept concept) {
        List<Vocabulary.Mention> found = Vocabulary.bundled().find(name);
        boolean plain = name.chars().allMatch(c -> c < 128 && c != ',' && c != '(');
        return plain
                && found.size() == 1
                && found.get(0).concept().equals(concept)
                && found.get(0).words().equals(name);
    }
}
