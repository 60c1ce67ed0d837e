package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Edit;

/**
 * Words with two readings that make different cohorts, and a question that settles them.
 *
 * @param quote the user's words
 * @param question in a sentence
 * @param choices at least two, the usual one first
 * @param unasked what is wrong where nobody can be asked, if no reading is so usual that it may be
 *     taken
 */
public record Clarification(
        String quote, String question, List<Choice> choices, Optional<Problem> unasked) {
    /** A choice that carries nothing out. */
    static final String NO = "no: leave it out";

    public Clarification {
        choices = List.copyOf(choices);
        if (choices.size() < 2) {
            throw new IllegalArgumentException("a question with one answer: " + question);
        }
    }

    /** With a first choice that may be taken when nobody can be asked. */
    public Clarification(String quote, String question, List<Choice> choices) {
        this(quote, question, choices, Optional.empty());
    }

    /**
     * One reading.
     *
     * @param label what the user sees and may answer with
     * @param edits what it does
     * @param assumption what is said when nobody was asked
     */
    public record Choice(String label, List<Edit> edits, String assumption) {
        public Choice {
            edits = List.copyOf(edits);
        }
    }

    /** Whether a number answers it, also one that no choice has. */
    public boolean anyNumber() {
        return unasked.filter(p -> p.code().equals(HowMuch.CODE)).isPresent();
    }

    /** Taken when the user leaves it to the program. */
    public Choice usual() {
        return choices.get(0);
    }
}
