package org.anamnesis.code;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How far typed words are from a concept: for "there is no ...; nearest names are ...". */
final class Nearness {
    private static final double WORD_IN_COMMON = 0.4;

    /** Up to this share of other letters a text is taken for a misspelling. */
    static final double ALMOST = 0.25;

    /** Words that most names of conditions share say little. */
    private static final List<String> WEAK = List.of("disease", "disorder", "of", "the", "and");

    private Nearness() {}

    /** Keys of the name and the synonyms of a concept, made once. */
    static List<String> keys(Concept concept) {
        return Stream.concat(Stream.of(concept.name()), concept.synonyms().stream())
                .map(phrase -> Written.key(Written.of(phrase), false))
                .distinct()
                .toList();
    }

    /** Words of a text that tell one concept from another. */
    static List<String> telling(String wanted) {
        return Arrays.stream(wanted.split(" "))
                .filter(w -> w.length() > 2 && !WEAK.contains(w))
                .toList();
    }

    /**
     * Least distance to one of the keys; smaller is nearer.
     *
     * @param telling words of what is wanted
     * @param bound distances from here on do not matter, and are told as this one
     */
    static double far(String wanted, List<String> telling, List<String> keys, double bound) {
        double least = bound;
        for (String known : keys) {
            int longer = Math.max(1, Math.max(wanted.length(), known.length()));
            double bonus = WORD_IN_COMMON * common(telling, known);
            int atLeast = Math.abs(wanted.length() - known.length());
            if ((double) atLeast / longer - bonus < least) {
                int most = (int) Math.min(longer, Math.ceil((least + bonus) * longer));
                double edit = (double) EditDistance.between(wanted, known, most) / longer;
                least = Math.min(least, edit - bonus);
            }
        }
        return least;
    }

    private static int common(List<String> telling, String known) {
        if (telling.isEmpty()) {
            return 0;
        }
        String spaced = " " + known + " ";
        int common = 0;
        for (String word : telling) {
            common += known.contains(word) && spaced.contains(" " + word + " ") ? 1 : 0;
        }
        return common;
    }

    /** Least edit distance to one of the keys, as a share of the longer text; 1 if none is near. */
    static double apart(String wanted, List<String> keys) {
        double least = 1;
        for (String known : keys) {
            int longer = Math.max(1, Math.max(wanted.length(), known.length()));
            int most = (int) (ALMOST * longer);
            if (Math.abs(wanted.length() - known.length()) <= most) {
                int edit = EditDistance.between(wanted, known, most);
                least = edit <= most ? Math.min(least, (double) edit / longer) : least;
            }
        }
        return least;
    }

    static double share(String a, String b) {
        int longer = Math.max(1, Math.max(a.length(), b.length()));
        return (double) EditDistance.between(a, b) / longer;
    }
}
