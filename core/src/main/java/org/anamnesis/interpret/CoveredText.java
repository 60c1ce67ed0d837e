package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;

/**
 * The English of a message in which every column of a table, by its own name or by a word of
 * medicine, and every answer is covered: one private-use character that numbers it, filled up to
 * the length that the words had. So forms are found whatever columns are called, and places stay.
 */
final class CoveredText {
    private static final char ANSWERS = '\uE000';
    private static final char COLUMNS = '\uE200';
    private static final char FILL = '\uF8FF';
    private static final int MOST = COLUMNS - ANSWERS;

    /** A column with an answer of it, or one of yes and no that stands for its yes. */
    static final String ANSWER = "[\uE000-\uE1FF]\uF8FF*";

    /** A column, with an answer or without. */
    static final String COLUMN = "[\uE000-\uE3FF]\uF8FF*";

    /** A column without an answer. */
    static final String NAMED = "[\uE200-\uE3FF]\uF8FF*";

    private final ColumnMentions found;
    private final Wording wording;
    private final List<ColumnMention> answers = new ArrayList<>();
    private final List<TableColumn> named = new ArrayList<>();
    private final StringBuilder rest;
    private String text;

    CoveredText(String message, List<TableColumn> columns, Language likely) {
        found = ColumnMentions.of(message, columns, true);
        wording = Wording.of(found.marked(), Language.of(message, likely));
        rest = new StringBuilder(wording.text());
        text = wording.english();
        for (ColumnMention m : found.mentions()) {
            for (int at = text.indexOf(m.mark()); at >= 0; at = text.indexOf(m.mark())) {
                boolean answer = m.sort() == ColumnMention.Sort.ANSWER && answers.size() < MOST;
                int end = at + m.mark().length();
                if (answer) {
                    answers.add(m);
                    cover(at, end, (char) (ANSWERS + answers.size() - 1));
                } else {
                    column(at, end, m.column());
                }
            }
        }
        for (Vocabulary.Mention m : Vocabulary.bundled().find(text)) {
            known(columns, m.concept().id(), m.start(), m.end());
        }
        Matcher word = Pattern.compile("(?i)\\b(?:age|sex|gender)\\b").matcher(text);
        while (word.find()) {
            String id = word.group().equalsIgnoreCase("age") ? "age" : "sex";
            known(columns, id, word.start(), word.end());
        }
    }

    private void known(List<TableColumn> columns, String id, int start, int end) {
        columns.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .ifPresent(c -> column(start, end, c));
    }

    private void column(int start, int end, TableColumn column) {
        if (named.size() < MOST) {
            named.add(column);
            cover(start, end, (char) (COLUMNS + named.size() - 1));
        } else {
            cover(start, end, FILL);
        }
    }

    private void cover(int start, int end, char first) {
        String cover = first + String.valueOf(FILL).repeat(end - start - 1);
        text = text.substring(0, start) + cover + text.substring(end);
    }

    /** The covered English, blank where something was taken. */
    String text() {
        return text;
    }

    /** What {@link #ANSWER} has matched. */
    ColumnMention answer(String cover) {
        return answers.get(cover.charAt(0) - ANSWERS);
    }

    /** What {@link #COLUMN} has matched. */
    TableColumn column(String cover) {
        char c = cover.charAt(0);
        return c < COLUMNS ? answer(cover).column() : named.get(c - COLUMNS);
    }

    /** The user's words at a place. */
    String quote(int start, int end) {
        return found.written(wording.quote(start, end)).strip();
    }

    /** What is understood is no longer read. */
    void take(int start, int end) {
        text = text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
        int[] own = wording.places(start, end);
        for (int i = own[0]; i < own[1]; i++) {
            rest.setCharAt(i, ' ');
        }
    }

    /** The message without what was taken. */
    String rest() {
        return found.unmarked(rest.toString());
    }
}
