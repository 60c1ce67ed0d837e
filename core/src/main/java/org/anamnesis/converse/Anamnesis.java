package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.interpret.Adviser;
import org.anamnesis.spec.CohortSpec;

/** What the program does for its user, whatever the door. */
public interface Anamnesis {
    /** The program with the evidence and population that ship, and no language model. */
    static Anamnesis bundled() {
        return new Desk(Adviser.NONE);
    }

    /** For example {@code 0.1.0}. */
    static String version() {
        return Desk.VERSION;
    }

    /**
     * The same program with the language model that the user set, if any.
     *
     * @param over settings that stand over those of file and environment
     * @throws org.anamnesis.problem.RequestException if what is set cannot be
     */
    default Anamnesis withSettings(Map<String, String> over) {
        return this;
    }

    /**
     * The same, with somebody who is asked in conversations about words that the rules leave
     * unread. What he reads there the user has to confirm.
     */
    static Anamnesis advised(Adviser adviser) {
        return new Desk(adviser);
    }

    /**
     * The same program, talking about a learned model: {@link #interpret}, {@link #turn} and {@link
     * #sample} with a conversation. Its people are those of the table; nothing is said of others.
     * Conversations begin there; "use the model FILE" and "go back to the US population" are read
     * in any.
     *
     * @throws org.anamnesis.problem.RequestException if the file is no model that can be read
     */
    default Anamnesis on(Path model) {
        throw new UnsupportedOperationException("talks about no model: " + model);
    }

    /**
     * The same program, whose conversations may name only some files. What requests carry as a path
     * is the door's business.
     */
    default Anamnesis reading(NamedFiles files) {
        throw new UnsupportedOperationException("names no files: " + files);
    }

    /**
     * The same program, whose OMOP tables are completed by a vocabulary: of whoever starts the
     * program, for no request or specification names one from afar. A request that names its own
     * gets that one.
     *
     * @param vocabulary folder of OHDSI's vocabularies
     * @throws org.anamnesis.problem.RequestException if it is none that can be used
     */
    default Anamnesis completedBy(Path vocabulary) {
        throw new UnsupportedOperationException("completes no concepts: " + vocabulary);
    }

    /** What was understood of some messages, one after the other, without making anything. */
    Interpretation interpret(List<String> turns);

    /**
     * One message of a conversation. Pure: the same words after the same conversation always come
     * to the same, as long as the file of the model that it is about is. Only an adviser may be
     * asked on the way; what he said is kept in the conversation, and a message that has an answer
     * there is not asked about again.
     */
    Step turn(Conversation conversation, String message);

    /**
     * What was asked back in a conversation and is not answered yet, in its language: for who comes
     * back to it later.
     */
    default Optional<Turn.Asked> question(Conversation conversation) {
        return Optional.empty();
    }

    /**
     * Another specification in place of the conversation's, as if words had said so: checked, told
     * as a change, and undone by "undo". What cannot be is a turn with problems, and nothing
     * changes.
     */
    Step amend(Conversation conversation, CohortSpec wanted);

    /**
     * How many of the reference population each requirement leaves, in the order asked; targets
     * leave all. Empty if the people come from a learned model.
     */
    List<Narrowed> narrowing(Conversation conversation);

    /**
     * The figures in which two versions of a conversation differ, a line each, counted on the
     * reference population; empty if one of them asks for nothing, cannot be met, or takes its
     * people from a learned model.
     *
     * @param first number of a version
     * @param second number of a version
     */
    default List<String> beside(Conversation conversation, int first, int second) {
        throw new UnsupportedOperationException("compares no versions");
    }

    /**
     * A look at what a conversation came to: a sample, made and judged in memory. Open questions
     * are settled by their usual readings.
     *
     * @param patients at most so many are made
     * @param rows at most so many are shown
     * @param progress what it throws ends the look, for who no longer wants to see it
     * @throws org.anamnesis.problem.RequestException with every problem, also if the conversation
     *     is about a learned model, of which there is no preview
     */
    Previewed preview(Conversation conversation, int patients, int rows, Progress progress);

    /** As {@link #preview(Conversation, int, int, Progress)}, to its end. */
    default Previewed preview(Conversation conversation, int patients, int rows) {
        return preview(conversation, patients, rows, Progress.silent());
    }

    /**
     * A look at what a conversation about a learned model came to: some rows, made and not kept.
     *
     * @param rows at most so many are made
     * @param shown at most so many are shown
     * @throws org.anamnesis.problem.RequestException with every problem, also if the conversation
     *     is about no model, or one of two tables
     */
    RowsLook look(Conversation conversation, int rows, int shown);

    /**
     * A picture of one recording or image as the conversation came to it, of a patient of a small
     * sample.
     *
     * @param kind {@code ecg}, {@code eeg}, {@code ct}
     * @throws org.anamnesis.problem.RequestException with every problem, also if none are asked for
     */
    StudyPicture picture(Conversation conversation, String kind);

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
     * Judges a synthetic table beside the people it was learned from and others.
     *
     * @throws org.anamnesis.problem.RequestException with every problem; nothing was written
     */
    Evaluated evaluate(EvaluateRequest request, Progress progress);

    /**
     * Makes the census of adults and children from NHANES microdata.
     *
     * @param nhanes folder with the person-level files
     * @param out folder for the two census files
     * @param keepApart fold of persons (0 to 4) that are not learned from
     */
    void buildCensus(Path nhanes, Path out, OptionalInt keepApart, Progress progress);

    /**
     * Learns the networks that stand beside the census from NHANES microdata, one model file each.
     *
     * @param nhanes folder with the person-level files
     * @param engines names of engines
     * @param out folder for the model files
     * @param seed of all that is drawn in learning
     * @return what was found about their privacy and quality
     */
    List<String> pretrain(
            Path nhanes, List<String> engines, Path out, long seed, Progress progress);

    /**
     * Looks at a user's table and, if a model file is asked for, learns it.
     *
     * @throws org.anamnesis.problem.RequestException with every problem; nothing was written
     * @throws org.anamnesis.problem.EnvironmentException if disk or resources fail
     */
    Learned learn(LearnRequest request, Progress progress);

    /**
     * Makes rows from a learned model, in the spelling of the table that it learned.
     *
     * @throws org.anamnesis.problem.RequestException with every problem; nothing was written
     * @throws org.anamnesis.problem.EnvironmentException if disk or resources fail; nothing was
     *     left
     */
    RowsMade sample(RowsRequest request, Progress progress);

    /**
     * Loads the OMOP tables of a folder into a database: all of them or none.
     *
     * @throws org.anamnesis.problem.RequestException with every problem; nothing was loaded
     * @throws org.anamnesis.problem.EnvironmentException if the database, network or disk fails;
     *     nothing was loaded
     */
    Loaded load(LoadRequest request, Progress progress);

    /**
     * Checks the FHIR resources and OMOP tables of a folder against their standards; changes
     * nothing.
     *
     * @throws org.anamnesis.problem.RequestException if there are none, or a package is damaged
     * @throws org.anamnesis.problem.EnvironmentException if the disk fails
     */
    Validated validate(ValidateRequest request, Progress progress);
}
