package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;

/**
 * Words in order, as tables write them: {@code a/b} one of them, {@code a_b} two words, {@code a*}
 * any ending, {@code [a]} may be missing, {@code ..} up to four more words, {@code #} a number,
 * {@code ^} the start of a sentence, {@code !a/b} no such word next. All within one sentence.
 */
final class WordPattern {
    private static final int GAP = 4;

    /** One place: the words that may stand there. */
    private record Slot(List<List<Wanted>> choices, boolean optional, boolean not) {
        boolean isGap() {
            return choices.isEmpty();
        }
    }

    /** One word of a table. */
    private record Wanted(String letters, boolean number, boolean open) {
        static Wanted of(String written) {
            boolean open = written.endsWith("*");
            String letters = open ? written.substring(0, written.length() - 1) : written;
            return new Wanted(letters, written.equals("#"), open);
        }

        boolean is(PlainWords words, int i) {
            if (number) {
                return words.number(i);
            }
            String word = words.word(i);
            return open ? word.startsWith(letters) : word.equals(letters);
        }
    }

    /** Stands for {@code ..}. */
    private static final Slot ANY = new Slot(List.of(), true, false);

    private final List<Slot> slots = new ArrayList<>();
    private final boolean atStart;
    private final boolean goesOn;

    private WordPattern(String phrase) {
        atStart = phrase.startsWith("^ ");
        for (String part : phrase.replaceFirst("^\\^ ", "").strip().split(" +")) {
            slots.add(part.equals("..") ? ANY : slot(part));
        }
        boolean gap = false;
        while (slots.get(slots.size() - 1).isGap()) {
            gap = true;
            slots.remove(slots.size() - 1);
        }
        goesOn = gap;
    }

    static WordPattern of(String phrase) {
        return new WordPattern(phrase);
    }

    private static Slot slot(String part) {
        boolean optional = part.startsWith("[");
        boolean not = part.startsWith("!");
        List<List<Wanted>> choices = new ArrayList<>();
        for (String choice : part.replace("!", "").replace("[", "").replace("]", "").split("/")) {
            List<Wanted> words = new ArrayList<>();
            for (String word : choice.split("[_']")) {
                words.add(Wanted.of(PlainWords.plain(word)));
            }
            choices.add(words);
        }
        return new Slot(choices, optional, not);
    }

    /**
     * The words with which a match can begin, as tables write them.
     *
     * @throws IllegalStateException if it can begin with anything
     */
    List<String> firsts() {
        List<String> firsts = new ArrayList<>();
        for (Slot s : slots) {
            if (s.isGap()) {
                break;
            }
            s.choices().forEach(c -> firsts.add(c.get(0).letters() + (c.get(0).open() ? "*" : "")));
            if (!s.optional()) {
                return firsts;
            }
        }
        throw new IllegalStateException("can begin with anything: " + slots);
    }

    /** One past the last word of a match that begins at a word; -1 if there is none. */
    int match(PlainWords words, int from) {
        return atStart && !words.starts(from) ? -1 : match(words, from, from, 0, 0);
    }

    /** Whether a match fills these words, or all from the first on if the pattern ends open. */
    boolean whole(PlainWords words, int from, int to) {
        return match(words, from, from, 0, goesOn ? 0 : to) > from;
    }

    /**
     * @param end where the match must end; 0 if anywhere
     */
    private int match(PlainWords words, int first, int at, int slot, int end) {
        if (slot == slots.size()) {
            return end > 0 && at != end ? -1 : at;
        }
        Slot s = slots.get(slot);
        if (s.isGap()) {
            for (int gap = 0; gap <= GAP; gap++) {
                if (gap > 0 && !inside(words, first, at + gap - 1)) {
                    return -1;
                }
                int to = match(words, first, at + gap, slot + 1, end);
                if (to >= 0) {
                    return to;
                }
            }
            return -1;
        }
        if (s.not()) {
            boolean there = s.choices().stream().anyMatch(c -> after(words, first, at, c) >= 0);
            return there ? -1 : match(words, first, at, slot + 1, end);
        }
        for (List<Wanted> choice : s.choices()) {
            int after = after(words, first, at, choice);
            int to = after < 0 ? -1 : match(words, first, after, slot + 1, end);
            if (to >= 0) {
                return to;
            }
        }
        return s.optional() ? match(words, first, at, slot + 1, end) : -1;
    }

    private static int after(PlainWords words, int first, int at, List<Wanted> choice) {
        for (int k = 0; k < choice.size(); k++) {
            int i = at + k;
            if (!inside(words, first, i) || !words.free(i) || !choice.get(k).is(words, i)) {
                return -1;
            }
        }
        return at + choice.size();
    }

    private static boolean inside(PlainWords words, int first, int i) {
        return i < words.size() && words.sameSentence(first, i);
    }
}
