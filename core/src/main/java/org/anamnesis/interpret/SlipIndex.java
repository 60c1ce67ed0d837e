package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.EditDistance;

/**
 * The words of one language, to be found by what is nearly one of them: one letter more, less or
 * other, or two swapped. The first letter is taken to be right, and a slip that two words could be
 * is none.
 */
final class SlipIndex {
    /** Shorter words are too often one letter from another. */
    private static final int SHORTEST = 7;

    /** No word of the tables is longer; what is typed without a space may be. */
    private static final int LONGEST = 40;

    private final Set<String> words;

    private final Map<Character, List<String>> longByFirst = new HashMap<>();

    SlipIndex(Set<String> all) {
        words = Set.copyOf(all);
        for (String word : words) {
            if (word.length() >= SHORTEST) {
                longByFirst.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(word);
            }
        }
    }

    /** The word that was meant; empty if it is one itself, or is like none or several. */
    Optional<String> meant(String typed) {
        boolean whole = typed.length() >= SHORTEST - 1 && typed.length() <= LONGEST;
        if (!whole || words.contains(typed)) {
            return Optional.empty();
        }
        List<String> near =
                longByFirst.getOrDefault(typed.charAt(0), List.of()).stream()
                        .filter(word -> EditDistance.oneApart(word, typed))
                        .limit(2)
                        .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }
}
