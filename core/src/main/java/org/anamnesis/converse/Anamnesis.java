package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** What the program does for its user, whatever the door. */
public interface Anamnesis {
    /** The program with the evidence and population that ship. */
    static Anamnesis bundled() {
        return new Desk();
    }

    /** What was understood of some messages, one after the other, without making anything. */
    Interpretation interpret(List<String> turns);

    /**
     * One message of a conversation. Pure: the same words after the same conversation always come
     * to the same.
     */
    Step turn(Conversation conversation, String message);

    /**
     * Makes a cohort and its files.
     *
     * @throws org.anamnesis.problem.RequestException with every problem; nothing was written
     * @throws org.anamnesis.problem.EnvironmentException if disk or resources fail; nothing was
     *     left
     */
    Outcome generate(GenerateRequest request, Progress progress);

    /**
     * Makes what a conversation came to; an open question is settled by its usual reading.
     *
     * @param request where and how; without words
     * @throws org.anamnesis.problem.RequestException as for {@link #generate}
     */
    Outcome make(Conversation conversation, GenerateRequest request, Progress progress);

    /**
     * Answers a question from evidence and reference population.
     *
     * @throws org.anamnesis.problem.RequestException if the question was not understood
     */
    Answer ask(String question);

    /**
     * Makes the census of adults and children from NHANES microdata.
     *
     * @param nhanes folder with the person-level files
     * @param out folder for the two census files
     * @param keepApart fold of persons (0 to 4) that are not learned from
     */
    void buildCensus(Path nhanes, Path out, OptionalInt keepApart, Progress progress);
}
