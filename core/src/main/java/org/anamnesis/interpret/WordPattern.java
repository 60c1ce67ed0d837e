package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;

/**
 * Words in order, as tables write them: {@code a/b} one of them, {@code a_b} two words, {@code a*}
 * any ending, {@code [a]} may be missing, {@code ..} up to four more words, {@code #} a number,
 * {@code ^} the start of a sentence. All within one sentence.
 */
final class WordPattern {
    private static final int GAP = 4;

    /** One place: the words that may stand there. */
    private record Slot(List<List<String>> choices, boolean optional) {
        boolean isGap() {
            return choices.isEmpty();
        }
    }

    /** Stands for {@code ..}. */
    private static final Slot ANY = new Slot(List.of(), true);

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
        List<List<String>> choices = new ArrayList<>();
        for (String choice : part.replace("[", "").replace("]", "").split("/")) {
            List<String> words = new ArrayList<>();
            for (String word : choice.split("[_']")) {
                words.add(PlainWords.plain(word));
            }
            choices.add(words);
        }
        return new Slot(choices, optional);
    }

    /**
     * The words with which a match can begin.
     *
     * @throws IllegalStateException if the first of them may be missing
     */
    List<String> firsts() {
        if (slots.get(0).optional()) {
            throw new IllegalStateException("begins with what may be missing: " + slots);
        }
        return slots.get(0).choices().stream().map(c -> c.get(0)).toList();
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
        for (List<String> choice : s.choices()) {
            int after = after(words, first, at, choice);
            int to = after < 0 ? -1 : match(words, first, after, slot + 1, end);
            if (to >= 0) {
                return to;
            }
        }
        return s.optional() ? match(words, first, at, slot + 1, end) : -1;
    }

    private static int after(PlainWords words, int first, int at, List<String> choice) {
        for (int k = 0; k < choice.size(); k++) {
            int i = at + k;
            if (!inside(words, first, i) || !words.free(i) || !fits(choice.get(k), words.word(i))) {
                return -1;
            }
        }
        return at + choice.size();
    }

    private static boolean inside(PlainWords words, int first, int i) {
        return i < words.size() && words.sameSentence(first, i);
    }

    static boolean fits(String pattern, String word) {
        int last = pattern.length() - 1;
        if (last >= 0 && pattern.charAt(last) == '*') {
            return word.regionMatches(0, pattern, 0, last);
        }
        boolean number = last == 0 && pattern.charAt(0) == '#';
        return number ? digit(word) : word.equals(pattern);
    }

    private static boolean digit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
