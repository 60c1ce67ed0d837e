package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Edit;

/** What a reader made of one message. */
public sealed interface Reading {
    /**
     * A cohort is asked for or changed.
     *
     * @param edits what to do, each with the words it came from
     * @param assumptions what the user did not say and the reader decided, in sentences for the
     *     user
     * @param ignored words that carry meaning and were not used; they are quoted back, never
     *     dropped in silence
     * @param questions where two readings differ; the edits and assumptions hold the usual reading
     *     of each, for a door at which nobody can be asked
     * @param links phrases that were looked up by meaning, and what they were found near to
     */
    record Understood(
            List<Quoted> edits,
            List<String> assumptions,
            List<String> ignored,
            List<Clarification> questions,
            List<Linked> links)
            implements Reading {
        public Understood {
            edits = List.copyOf(edits);
            assumptions = List.copyOf(assumptions);
            ignored = List.copyOf(ignored);
            questions = List.copyOf(questions);
            links = List.copyOf(links);
        }

        /** Where nothing was looked up. */
        public Understood(
                List<Quoted> edits,
                List<String> assumptions,
                List<String> ignored,
                List<Clarification> questions) {
            this(edits, assumptions, ignored, questions, List.of());
        }
    }

    /**
     * The message is a question about the data, to be answered by {@code ask}, not a request for a
     * cohort.
     */
    record Question(String text) implements Reading {}

    /**
     * The message cannot be met or not understood.
     *
     * @param problems every one at once
     * @param edits what was understood beside them; never to be carried out, but to be checked, so
     *     that the user hears of the rest in the same breath
     * @param instead what asking back makes of it, at a door where somebody can be asked; empty if
     *     no answer would help
     */
    record NotUnderstood(List<Problem> problems, List<Quoted> edits, Optional<Understood> instead)
            implements Reading {
        public NotUnderstood {
            problems = List.copyOf(problems);
            edits = List.copyOf(edits);
        }
    }

    /** A phrase that is no name, and a concept that it is near to. */
    record Linked(String quote, Link.Near near) {}

    /** An edit and the words that it rests on. */
    record Quoted(Edit edit, String quote) {}
}
