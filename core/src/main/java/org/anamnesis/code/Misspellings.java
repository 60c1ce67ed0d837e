package org.anamnesis.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Phrases one typing error away, or one in each of their longer words: a letter missing, added,
 * changed, or two swapped. The first letter and all digits must be right, or "type 1" would be
 * "type 2".
 */
final class Misspellings {
    /** Words of the longest phrase that is looked at. */
    static final int LONGEST = 4;

    private static final int SHORTEST = 6;

    /** A shorter word is mended only beside one that is right: "hart failure". */
    private static final int SHORTEST_BESIDE = 5;

    /** English words that are one letter away from one of ours and mean themselves. */
    private static final Set<String> MEANT =
            Set.of(
                    "control",
                    "stating",
                    "station",
                    "strike",
                    "stroked",
                    "smoothing",
                    "seizing",
                    "weighted",
                    "lactated",
                    "depresses",
                    "aspiring",
                    "hypotension",
                    "hypertonia",
                    "weighs",
                    "eights");

    /** Phrases of one length and first letter; the letters of each as bits, once asked for. */
    private static final class Slot {
        final List<String> phrases = new ArrayList<>();
        private int[] letters = {};

        int letters(int i) {
            if (letters.length < phrases.size()) {
                letters = new int[phrases.size()];
                for (int k = 0; k < letters.length; k++) {
                    letters[k] = Misspellings.letters(phrases.get(k));
                }
            }
            return letters[i];
        }
    }

    private final Map<Integer, Slot> byLengthAndFirst = new HashMap<>();

    /** Words of phrases of several words, by their first letter. */
    private final Map<Character, Set<String>> words = new HashMap<>();

    Misspellings(Collection<String> phrases) {
        for (String text : phrases) {
            if (text.length() >= SHORTEST) {
                int key = slot(text.length(), text.charAt(0));
                Slot slot = byLengthAndFirst.get(key);
                if (slot == null) {
                    slot = new Slot();
                    byLengthAndFirst.put(key, slot);
                }
                slot.phrases.add(text);
            }
            String[] parts = text.split(" ");
            for (int k = 0; parts.length > 1 && k < parts.length; k++) {
                if (parts[k].length() >= SHORTEST_BESIDE) {
                    words.computeIfAbsent(parts[k].charAt(0), c -> new TreeSet<>()).add(parts[k]);
                }
            }
        }
    }

    /**
     * The words with each that is none of ours mended on its own: "chronic kindey diseas". Empty if
     * one cannot be.
     *
     * @param typed at least two words
     */
    Optional<String> mended(List<String> typed) {
        boolean right = false;
        for (String word : typed) {
            right |= word.length() >= SHORTEST && known(word);
        }
        List<String> mended = new ArrayList<>();
        for (String word : typed) {
            Optional<String> meant = known(word) ? Optional.of(word) : word(word, right);
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            mended.add(meant.get());
        }
        return Optional.of(String.join(" ", mended));
    }

    private boolean known(String word) {
        return !word.isEmpty() && words.getOrDefault(word.charAt(0), Set.of()).contains(word);
    }

    private Optional<String> word(String typed, boolean right) {
        if (typed.length() < SHORTEST_BESIDE - 1 || MEANT.contains(typed)) {
            return Optional.empty();
        }
        return words.getOrDefault(typed.charAt(0), Set.of()).stream()
                .filter(w -> w.length() >= (right ? SHORTEST_BESIDE : SHORTEST))
                .filter(w -> Math.abs(w.length() - typed.length()) <= 1)
                .filter(w -> EditDistance.oneApart(w, typed) && digits(w).equals(digits(typed)))
                .findFirst();
    }

    /** The phrase that was meant, first in alphabetical order when there are several. */
    Optional<String> meant(String typed) {
        if (typed.length() < SHORTEST || MEANT.contains(typed)) {
            return Optional.empty();
        }
        int letters = letters(typed);
        String best = null;
        for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
            Slot slot = byLengthAndFirst.get(slot(length, typed.charAt(0)));
            for (int k = 0; slot != null && k < slot.phrases.size(); k++) {
                String phrase = slot.phrases.get(k);
                // one error changes at most two of the letters that occur
                if (Integer.bitCount(slot.letters(k) ^ letters) <= 2
                        && (best == null || phrase.compareTo(best) < 0)
                        && EditDistance.oneApart(phrase, typed)
                        && inOneLongWord(phrase, typed)
                        && digits(phrase).equals(digits(typed))) {
                    best = phrase;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether they differ in one word only, and that a long one. */
    private static boolean inOneLongWord(String phrase, String typed) {
        int start = 0;
        while (start < Math.min(phrase.length(), typed.length())
                && phrase.charAt(start) == typed.charAt(start)) {
            start++;
        }
        start = typed.lastIndexOf(' ', start - 1) + 1;
        int spaces = phrase.length() - phrase.replace(" ", "").length();
        if (spaces != typed.length() - typed.replace(" ", "").length()) {
            return false;
        }
        int end = phrase.indexOf(' ', start);
        return (end < 0 ? phrase.length() : end) - start >= SHORTEST;
    }

    private static int slot(int length, char first) {
        return length << 16 | first;
    }

    private static int letters(String text) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bits |= c >= 'a' && c <= 'z' ? 1 << (c - 'a') : 0;
        }
        return bits;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
