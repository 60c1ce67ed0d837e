package org.anamnesis.interpret;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of one language by the slips that are made of them: a letter too much, one missing, one
 * in the place of another, two swapped. The first letter is taken to be right, and a slip that two
 * words could be is none.
 */
final class SlipIndex {
    /** Shorter words are too often one letter from another. */
    private static final int SHORTEST = 7;

    /** No word of the tables is longer; what is typed without a space may be. */
    private static final int LONGEST = 40;

    private final Set<String> words;

    /** Words by what is left of them without one letter. */
    private final Map<String, Set<String>> lacking = new HashMap<>();

    SlipIndex(Collection<String> all) {
        words = Set.copyOf(all);
        for (String word : words) {
            if (word.length() >= SHORTEST) {
                for (int i = 1; i < word.length(); i++) {
                    lacking.computeIfAbsent(without(word, i), k -> new HashSet<>()).add(word);
                }
            }
        }
    }

    /** The word that was meant; empty if it is one itself, or is like none or several. */
    Optional<String> meant(String typed) {
        boolean whole = typed.length() >= SHORTEST - 1 && typed.length() <= LONGEST;
        if (!whole || words.contains(typed)) {
            return Optional.empty();
        }
        Set<String> found = new HashSet<>(lacking.getOrDefault(typed, Set.of()));
        for (int i = 1; i < typed.length(); i++) {
            String rest = without(typed, i);
            if (rest.length() >= SHORTEST && words.contains(rest)) {
                found.add(rest);
            }
            for (String word : lacking.getOrDefault(rest, Set.of())) {
                if (near(typed, word)) {
                    found.add(word);
                }
            }
        }
        return found.size() == 1 ? Optional.of(List.copyOf(found).get(0)) : Optional.empty();
    }

    private static String without(String word, int i) {
        return word.substring(0, i) + word.substring(i + 1);
    }

    /** Of the same length, they differ in one letter or in two that are swapped. */
    private static boolean near(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int first = -1;
        int differing = 0;
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                first = first < 0 ? i : first;
                differing++;
            }
        }
        boolean swapped =
                differing == 2
                        && first + 1 < a.length()
                        && a.charAt(first) == b.charAt(first + 1)
                        && a.charAt(first + 1) == b.charAt(first);
        return differing == 1 || swapped;
    }
}
