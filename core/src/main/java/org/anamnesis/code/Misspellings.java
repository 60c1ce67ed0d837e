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
 * Phrases one typing error away: a letter missing, added, changed, or two swapped. The first letter
 * and all digits must be right, or "type 1" would be "type 2".
 */
final class Misspellings {
    /** Words of the longest phrase that is looked at. */
    static final int LONGEST = 4;

    private static final int SHORTEST = 6;

    /** English words that are one letter away from one of ours and mean themselves. */
    private static final Set<String> MEANT =
            Set.of(
                    "stating",
                    "station",
                    "stations",
                    "stative",
                    "strike",
                    "strokes",
                    "stroked",
                    "smoothing",
                    "plasma",
                    "presence",
                    "pressure",
                    "preserved",
                    "seizing",
                    "healthier",
                    "healthily",
                    "hearth",
                    "weighted",
                    "weigh",
                    "weighty",
                    "waists",
                    "wright",
                    "stature",
                    "statute",
                    "status",
                    "albums",
                    "ferret",
                    "lactic",
                    "depresses",
                    "diastole",
                    "systole",
                    "pregnancies",
                    "cholera",
                    "chlorine",
                    "calcite",
                    "thyroids",
                    "dysuria",
                    "aspiring",
                    "metering",
                    "control",
                    "hyperextension",
                    "hypotension",
                    "hyponatremia",
                    "hypokalemia",
                    "hypocalcemia",
                    "hypoglycemia",
                    "hypothyroidism",
                    "hyperthyroidism");

    /** A phrase, the letters in it as bits, and its digits. */
    private record Phrase(String text, int letters, String digits) {}

    private final Map<Integer, List<Phrase>> byLengthAndFirst = new HashMap<>();

    Misspellings(Collection<String> phrases) {
        for (String text : new TreeSet<>(phrases)) {
            if (text.length() >= SHORTEST) {
                byLengthAndFirst
                        .computeIfAbsent(
                                slot(text.length(), text.charAt(0)), k -> new ArrayList<>())
                        .add(new Phrase(text, letters(text), digits(text)));
            }
        }
    }

    /** The phrase that was meant, first in alphabetical order when there are several. */
    Optional<String> meant(String typed) {
        if (typed.length() < SHORTEST || MEANT.contains(typed)) {
            return Optional.empty();
        }
        int letters = letters(typed);
        String digits = digits(typed);
        for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
            List<Phrase> candidates =
                    byLengthAndFirst.getOrDefault(slot(length, typed.charAt(0)), List.of());
            for (Phrase p : candidates) {
                // one error changes at most two of the letters that occur
                if (Integer.bitCount(p.letters() ^ letters) <= 2
                        && p.digits().equals(digits)
                        && EditDistance.between(p.text(), typed, 1) == 1) {
                    return Optional.of(p.text());
                }
            }
        }
        return Optional.empty();
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
