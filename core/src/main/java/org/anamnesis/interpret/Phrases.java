package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases by their first word, so that a long message is read in time proportional to its length.
 */
final class Phrases {
    private final Map<String, List<String>> byFirst = new HashMap<>();

    /**
     * @param phrases words with single spaces between them
     */
    Phrases(Collection<String> phrases) {
        for (String phrase : phrases) {
            int space = phrase.indexOf(' ');
            String first = space < 0 ? phrase : phrase.substring(0, space);
            byFirst.computeIfAbsent(first, k -> new ArrayList<>()).add(phrase);
        }
    }

    /** Those that begin with the word. */
    List<String> from(String first) {
        return byFirst.getOrDefault(first, List.of());
    }
}
