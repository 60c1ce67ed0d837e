package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Question;
import org.anamnesis.plan.Reach;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;

/** Where the people of a conversation come from, and what is known of them. */
interface World {
    /**
     * What a request leaves, of which population, with the warnings that belong to it.
     *
     * @param reach whom it leaves of the reference population; empty if they come from elsewhere
     */
    record Seen(Optional<Reach> reach, String about, List<String> warnings) {}

    /** What a request asks that cannot be, before any people are looked at. */
    List<Problem> problems(CohortSpec spec);

    /**
     * @throws org.anamnesis.problem.RequestException if the request cannot be met
     */
    Seen look(CohortSpec spec);

    /**
     * The figures in which two requests differ.
     *
     * @throws org.anamnesis.problem.RequestException if one of them cannot be met
     */
    Beside beside(CohortSpec before, CohortSpec after);

    /** Ids of the observations that a request brings; empty if it cannot be met. */
    List<String> observations(CohortSpec spec);

    /**
     * @throws org.anamnesis.problem.RequestException if there is no answer
     */
    Answer answer(String question, CohortSpec spec);

    /**
     * Of a question that is not the message itself.
     *
     * @throws org.anamnesis.problem.RequestException if there is no answer
     */
    Answer answer(Question question, CohortSpec spec);

    /**
     * Whatever is asked at present.
     *
     * @throws org.anamnesis.problem.RequestException if there is no answer
     */
    Answer answer(Question question);

    /** Empty if no figure is known. */
    Optional<Answer> known(Question question, CohortSpec spec);

    /**
     * The figure of a wider group, when that of a narrower one is not known.
     *
     * @param problems why it is not, unless the question itself has another reason
     */
    Optional<Answer> wider(Question question, List<Problem> problems);

    /** What is known about the things named, when a question has no answer. */
    Optional<Answer> nearest(String question, CohortSpec spec, List<Problem> why);
}
