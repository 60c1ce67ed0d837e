package org.anamnesis.code;

import java.util.List;

/** How far typed words are from a concept: for "there is no ...; nearest names are ...". */
final class Nearness {
    private static final double WORD_IN_COMMON = 0.4;

    /** Words that most names of conditions share say little. */
    private static final List<String> WEAK = List.of("disease", "disorder", "of", "the", "and");

    private Nearness() {}

    /** Least distance to the name or a synonym; smaller is nearer. */
    static double far(String wanted, Concept concept) {
        double least = farFrom(wanted, concept.name());
        for (String s : concept.synonyms()) {
            least = Math.min(least, farFrom(wanted, s));
        }
        return least;
    }

    /** Edit distance as a share of the longer text, less a bonus for each whole word in common. */
    private static double farFrom(String wanted, String phrase) {
        String known = Written.key(Written.of(phrase), false);
        int longer = Math.max(1, Math.max(wanted.length(), known.length()));
        double edit = (double) EditDistance.between(wanted, known) / longer;
        List<String> other = List.of(known.split(" "));
        long common =
                List.of(wanted.split(" ")).stream()
                        .filter(w -> w.length() > 2 && other.contains(w) && !WEAK.contains(w))
                        .count();
        return edit - WORD_IN_COMMON * common;
    }
}
