package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is typed by a slip, and the word that was meant: of words two neighbouring letters swapped,
 * one left out or one doubled, beside slips that are told. What is a word of its own is no slip.
 */
final class SlipTable {
    private static final int SHORTEST_MISSING = 5;

    private final Map<String, String> meant = new HashMap<>();
    private final Set<String> known;
    private final Set<String> others;

    /**
     * @param words that are mended, with spaces between
     * @param others words that a slip in one of these would be taken for
     */
    SlipTable(String words, String others) {
        this.known = Set.of(words.split(" "));
        this.others = Set.of(others.split(" "));
    }

    /**
     * All slips of the words.
     *
     * @param first letter from which on two may be swapped
     * @param last whether the last letter of a word may be missing, unless that is a plural's
     */
    SlipTable every(int first, boolean last) {
        for (String word : known) {
            swap(word, first);
            boolean end = last && !word.endsWith("s");
            for (int i = 1; word.length() >= SHORTEST_MISSING && i < word.length(); i++) {
                slip(word.substring(0, i) + word.charAt(i) + word.substring(i), word);
                if (end || i + 1 < word.length()) {
                    slip(word.substring(0, i) + word.substring(i + 1), word);
                }
            }
        }
        return this;
    }

    private void swap(String word, int first) {
        for (int i = first; i + 1 < word.length(); i++) {
            slip(exchanged(word, i), word);
        }
    }

    private static String exchanged(String word, int i) {
        return word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
    }

    private void slip(String typed, String word) {
        if (!known.contains(typed) && !others.contains(typed)) {
            meant.put(typed, word);
        }
    }

    /** Swapped letters of further words, none of which becomes another English word by them. */
    SlipTable swapped(String words, int first) {
        for (String word : words.split(" ")) {
            for (int i = first; i + 1 < word.length(); i++) {
                String slip = exchanged(word, i);
                if (!slip.equals(word)) {
                    meant.putIfAbsent(slip, word);
                }
            }
        }
        return this;
    }

    /** Slips and shorthands that are told. */
    SlipTable told(String word, String slips) {
        for (String slip : slips.split(" ")) {
            meant.put(slip, word);
        }
        return this;
    }

    /** The word that was meant, if this is a slip. */
    Optional<String> meant(String typed) {
        return Optional.ofNullable(meant.get(typed));
    }
}
