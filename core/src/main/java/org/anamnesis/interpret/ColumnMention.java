package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.spec.Criterion;

/**
 * A place where a column is named.
 *
 * @param answers named with it, as the table spells them
 * @param denied whether the answers are those that are not wanted
 * @param words the user's
 * @param mark the word that stands for it
 */
record ColumnMention(
        TableColumn column,
        List<String> answers,
        boolean denied,
        String words,
        Sort sort,
        String mark) {
    /** What was named. */
    enum Sort {
        NUMBER("n"),
        CATEGORY("c"),
        ANSWER("a");

        private final String letter;

        Sort(String letter) {
            this.letter = letter;
        }

        /** Stands in the mark. */
        String letter() {
            return letter;
        }
    }

    /**
     * Whether a row has the answers; "no stroke" of a column of yes and no is its answer no.
     *
     * @param no whether it must not have them
     */
    Criterion criterion(boolean no) {
        TableColumn c = column;
        boolean yes = c.flag() && answers.equals(List.of(c.yes().orElseThrow()));
        boolean some = !c.some().isEmpty() && answers.equals(c.some());
        if (no && (yes || some)) {
            return c.criterion(List.of(c.no().orElseThrow()));
        }
        Criterion is = c.criterion(answers);
        return no ? new Criterion.Not(is) : is;
    }
}
