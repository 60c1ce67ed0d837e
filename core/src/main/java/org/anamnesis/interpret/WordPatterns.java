package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Many patterns, found in one walk over the words: each waits under the words it begins with. */
final class WordPatterns<T> {
    /** Endings are open from here on: what begins with a star is looked up by its first letters. */
    private static final int STEM = 2;

    /** A match of what was looked for. */
    record Found<T>(T what, int from, int to) {}

    private record Entry<T>(int number, T what) {}

    private final Function<T, WordPattern> patternOf;
    private final Map<String, List<Entry<T>>> byStem = new HashMap<>();
    private int size;

    WordPatterns(Function<T, WordPattern> patternOf) {
        this.patternOf = patternOf;
    }

    void add(T what) {
        var entry = new Entry<>(size++, what);
        for (String first : patternOf.apply(what).firsts()) {
            List<Entry<T>> under = byStem.computeIfAbsent(stem(first), s -> new ArrayList<>());
            if (!under.contains(entry)) {
                under.add(entry);
            }
        }
    }

    private static String stem(String word) {
        String letters = word.replace("*", "");
        return letters.length() <= STEM ? letters : letters.substring(0, STEM);
    }

    /** Every match, one a word and pattern. */
    List<Found<T>> all(PlainWords words) {
        List<Found<T>> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (Entry<T> e : byStem.getOrDefault(stem(words.word(i)), List.of())) {
                int to = patternOf.apply(e.what()).match(words, i);
                if (to > i) {
                    all.add(new Found<>(e.what(), i, to));
                }
            }
        }
        return all;
    }

    /** The match of the pattern that was added first. */
    Optional<Found<T>> first(PlainWords words) {
        Optional<Found<T>> best = Optional.empty();
        int number = Integer.MAX_VALUE;
        for (int i = 0; i < words.size(); i++) {
            for (Entry<T> e : byStem.getOrDefault(stem(words.word(i)), List.of())) {
                int to = e.number() < number ? patternOf.apply(e.what()).match(words, i) : -1;
                if (to > i) {
                    best = Optional.of(new Found<>(e.what(), i, to));
                    number = e.number();
                }
            }
        }
        return best;
    }
}
