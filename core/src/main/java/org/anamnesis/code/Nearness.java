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

    /** Least distance to one of the keys; smaller is nearer. */
    static double far(String wanted, List<String> keys) {
        List<String> telling =
                Arrays.stream(wanted.split(" "))
                        .filter(w -> w.length() > 2 && !WEAK.contains(w))
                        .toList();
        double least = Double.POSITIVE_INFINITY;
        for (String known : keys) {
            int longer = Math.max(1, Math.max(wanted.length(), known.length()));
            double bonus = WORD_IN_COMMON * common(telling, known);
            int atLeast = Math.abs(wanted.length() - known.length());
            if ((double) atLeast / longer - bonus < least) {
                double edit = (double) EditDistance.between(wanted, known) / longer;
                least = Math.min(least, edit - bonus);
            }
        }
        return least;
    }

    private static int common(List<String> telling, String known) {
        String spaced = " " + known + " ";
        int common = 0;
        for (String word : telling) {
            common += spaced.contains(" " + word + " ") ? 1 : 0;
        }
        return common;
    }

    /** Least edit distance to one of the keys, as a share of the longer text. */
    static double apart(String wanted, List<String> keys) {
        return keys.stream().mapToDouble(k -> share(wanted, k)).min().orElse(1);
    }

    static double share(String a, String b) {
        int longer = Math.max(1, Math.max(a.length(), b.length()));
        return (double) EditDistance.between(a, b) / longer;
    }
}
