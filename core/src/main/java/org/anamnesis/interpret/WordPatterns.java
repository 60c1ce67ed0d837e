package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Many patterns, found in one walk over the words: each waits under the words it begins with. */
final class WordPatterns<T> {
    /** What begins with an open ending is looked up by its first letters. */
    private static final int STEM = 2;

    /** A match of what was looked for. */
    record Found<T>(T what, int from, int to) {}

    private record Entry<T>(int number, T what, WordPattern pattern) {
        boolean before(Optional<Entry<T>> other) {
            return other.isEmpty() || number < other.get().number();
        }
    }

    private final Function<T, WordPattern> patternOf;
    private final Map<String, List<Entry<T>>> byWord = new HashMap<>();
    private final Map<String, List<Entry<T>>> byStem = new HashMap<>();
    private int size;

    WordPatterns(Function<T, WordPattern> patternOf) {
        this.patternOf = patternOf;
    }

    void add(T what) {
        var entry = new Entry<>(size++, what, patternOf.apply(what));
        for (String first : new HashSet<>(entry.pattern().firsts())) {
            boolean open = first.endsWith("*");
            (open ? byStem : byWord)
                    .computeIfAbsent(open ? stem(first) : first, w -> new ArrayList<>())
                    .add(entry);
        }
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(STEM, word.length()));
    }

    /** What may begin at a word, in two lists, each in the order in which it was added. */
    private List<List<Entry<T>>> under(PlainWords words, int i) {
        if (i >= words.size()) {
            return List.of();
        }
        String word = words.word(i);
        List<Entry<T>> open = byStem.getOrDefault(stem(word), List.of());
        return List.of(byWord.getOrDefault(word, List.of()), open);
    }

    /** The pattern added first that these words match as a whole. */
    Optional<T> whole(PlainWords words, int from, int to) {
        Optional<Entry<T>> best = Optional.empty();
        for (List<Entry<T>> entries : under(words, from)) {
            for (Entry<T> e : entries) {
                if (e.before(best) && e.pattern().whole(words, from, to)) {
                    best = Optional.of(e);
                    break;
                }
            }
        }
        return best.map(Entry::what);
    }

    /** One past the last word of the longest match that begins at a word; -1 if there is none. */
    int longest(PlainWords words, int from) {
        int longest = -1;
        for (List<Entry<T>> entries : under(words, from)) {
            for (Entry<T> e : entries) {
                longest = Math.max(longest, e.pattern().match(words, from));
            }
        }
        return longest;
    }

    /** Every match, one a word and pattern. */
    List<Found<T>> all(PlainWords words) {
        List<Found<T>> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (List<Entry<T>> entries : under(words, i)) {
                for (Entry<T> e : entries) {
                    int to = e.pattern().match(words, i);
                    if (to > i) {
                        all.add(new Found<>(e.what(), i, to));
                    }
                }
            }
        }
        return all;
    }

    /** The match of the pattern that was added first. */
    Optional<Found<T>> first(PlainWords words) {
        Optional<Entry<T>> best = Optional.empty();
        Optional<Found<T>> found = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            for (List<Entry<T>> entries : under(words, i)) {
                for (Entry<T> e : entries) {
                    int to = e.before(best) ? e.pattern().match(words, i) : -1;
                    if (to > i) {
                        found = Optional.of(new Found<>(e.what(), i, to));
                        best = Optional.of(e);
                    }
                }
            }
        }
        return found;
    }
}
