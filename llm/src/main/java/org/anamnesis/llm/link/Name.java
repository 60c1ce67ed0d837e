package org.anamnesis.llm.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;

/**
 * A name that phrases are compared with.
 *
 * @param words in lower case
 * @param concept what it names; empty for what the catalogue lacks ("gout"): a phrase nearer to one
 *     of those means nothing here
 */
record Name(String words, Optional<Concept> concept) {
    private static final int SHORTEST = 5;

    /** Words for nobody in particular are no sign of it: who names no condition gets it anyway. */
    private static final String EVERYBODY = "general-population";

    /** Those of the catalogue, then those of what it lacks. */
    static List<Name> all(Catalogue catalogue) {
        List<Name> all = new ArrayList<>();
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept concept : catalogue.concepts(kind)) {
                if (concept.id().equals(EVERYBODY)) {
                    continue;
                }
                of(concept).forEach(words -> all.add(new Name(words, Optional.of(concept))));
            }
        }
        outside().forEach(words -> all.add(new Name(words, Optional.empty())));
        return all;
    }

    /** Abbreviations mean nothing to a model that learned from sentences; the rules know them. */
    private static Set<String> of(Concept concept) {
        Set<String> words = new LinkedHashSet<>();
        words.add(concept.name().toLowerCase(Locale.ROOT));
        for (String synonym : concept.synonyms()) {
            String lower = synonym.toLowerCase(Locale.ROOT);
            if (synonym.length() >= SHORTEST && !abbreviation(synonym)) {
                words.add(lower);
            }
        }
        words.removeIf(w -> w.endsWith("s") && words.contains(w.substring(0, w.length() - 1)));
        return words;
    }

    private static boolean abbreviation(String name) {
        return name.chars().filter(Character::isLowerCase).count() < 2;
    }

    /** Names of what the catalogue lacks; one that it has since learned counts no more. */
    static Set<String> outside() {
        Set<String> words = new LinkedHashSet<>();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Name.class.getResourceAsStream("outside.tsv")),
                                StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .flatMap(l -> List.of(l.split("\t")[1].split(";")).stream())
                    .forEach(w -> words.add(w.strip().toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.removeAll(known());
        return words;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>();
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept c : Catalogue.bundled().concepts(kind)) {
                known.add(c.name().toLowerCase(Locale.ROOT));
                c.synonyms().forEach(s -> known.add(s.toLowerCase(Locale.ROOT)));
            }
        }
        return known;
    }
}
