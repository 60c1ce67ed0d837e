package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of a category: which are kept as levels and which are too rare to be told apart.
 *
 * @param levels and the level for the rare ones, if there is one; empty if all are rare
 * @param rareLevels answers that were merged or made missing
 * @param rareRows rows with these
 */
record LevelCells(Optional<Content.Levels> levels, int rareLevels, long rareRows) {
    /**
     * People who must share an answer for it to be handed on: below it, an answer points to
     * somebody. Minimum cell size of five as statistical offices use for counts of people
     * (Hundepool et al. 2012, Statistical Disclosure Control, section 4).
     */
    static final int LEAST_PEOPLE = 5;

    /**
     * Levels that are told apart at most. Engines need rows for each level; beyond some hundreds
     * the frequent ones are kept.
     */
    static final int MOST_LEVELS = 250;

    /** Name of the level that stands for the rare ones. */
    static final String OTHER = "other (rare)";

    /** One answer with its spellings. */
    private static final class Answer {
        private String spelling = "";
        private int most;
        private long people;
    }

    /**
     * @param people of each of the cells' texts, at most its rows
     */
    static LevelCells of(Cells cells, long[] people) {
        Map<String, Answer> byPlain = new HashMap<>();
        List<String> texts = cells.texts();
        int[] counts = cells.counts();
        boolean mixed = Answers.mixed(texts);
        Optional<List<String>> pair = mixed ? Answers.pair(rows(texts, counts)) : Optional.empty();
        for (int i = 0; i < counts.length; i++) {
            String plain = mixed ? "" + Answers.yes(texts.get(i)) : fold(texts.get(i));
            Answer a = byPlain.computeIfAbsent(plain, t -> new Answer());
            a.people += people[i];
            if (counts[i] > a.most && (pair.isEmpty() || pair.get().contains(fold(texts.get(i))))) {
                a.most = counts[i];
                a.spelling = texts.get(i);
            }
        }
        List<Answer> answers = new ArrayList<>(byPlain.values());
        answers.sort(
                Comparator.<Answer>comparingLong(a -> -a.people).thenComparing(a -> a.spelling));
        List<String> kept = new ArrayList<>();
        int rare = 0;
        long rareRows = 0;
        for (Answer a : answers) {
            boolean shared = a.people >= LEAST_PEOPLE && kept.size() < MOST_LEVELS;
            // what looks like an e-mail address or a telephone number is nobody's answer
            if (shared && Identifiers.byValue(a.spelling).isEmpty()) {
                kept.add(a.spelling);
            } else {
                rare++;
                rareRows += a.people;
            }
        }
        if (kept.isEmpty()) {
            return new LevelCells(Optional.empty(), rare, rareRows);
        }
        kept.sort(NATURAL);
        Optional<String> other = rareRows >= LEAST_PEOPLE ? Optional.of(OTHER) : Optional.empty();
        if (other.isPresent() && !kept.contains(OTHER)) {
            kept.add(OTHER);
        }
        return new LevelCells(Optional.of(new Content.Levels(kept, other)), rare, rareRows);
    }

    private static Map<String, Integer> rows(List<String> texts, int[] counts) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < counts.length; i++) {
            rows.merge(fold(texts.get(i)), counts[i], Integer::sum);
        }
        return rows;
    }

    /** Spellings that mean the same: case and blanks do not matter. */
    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** Numbers by their size, then words by the alphabet, so that "9 - 11th" stands after "8th". */
    static final Comparator<String> NATURAL =
            Comparator.comparingDouble(LevelCells::leading)
                    .thenComparing(Comparator.naturalOrder());

    private static double leading(String text) {
        int from = 0;
        while (from < text.length() && "[(<>=≥≤ ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < text.length()
                && (Character.isDigit(text.charAt(to)) || (text.charAt(to) == '-' && to == from))) {
            to++;
        }
        try {
            return to == from
                    ? Double.POSITIVE_INFINITY
                    : Double.parseDouble(text.substring(from, to));
        } catch (NumberFormatException sign) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
