package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anamnesis.generate.Learners;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.Schema;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** What every request to learn names: an engine, a file for the model, a column to predict. */
final class AskedLearning {
    /** The engine that is used if none is named: measured best on fidelity, cheapest. */
    private static final String USUAL_ENGINE = "trees";

    /** Columns that are offered for one that is not there. */
    private static final int NAMED = 20;

    private AskedLearning() {}

    /** The training that is asked for of one table. */
    static Optional<LongTraining> of(
            LearnRequest request, Learners learners, Schema schema, List<Problem> problems) {
        return of(
                request,
                learners,
                schema::find,
                schema.learned().stream()
                        .map(ColumnSchema::name)
                        .limit(NAMED)
                        .collect(Collectors.joining(", ")),
                problems);
    }

    /** Name of the column that the user wants to predict; empty if none. */
    static String target(LearnRequest request, Schema schema) {
        return request.target().flatMap(schema::find).map(ColumnSchema::name).orElse("");
    }

    /**
     * The training that is asked for; none if no model is to be kept.
     *
     * @param named the column of a name, learned or not
     * @param columns names that could be meant, for people
     * @param problems gains what is wrong with the request
     * @throws RequestException with all problems, if there are any
     */
    static Optional<LongTraining> of(
            LearnRequest request,
            Learners learners,
            Function<String, Optional<ColumnSchema>> named,
            String columns,
            List<Problem> problems) {
        Optional<LongTraining> training = Optional.empty();
        try {
            var learner = learners.named(request.engine().orElse(USUAL_ENGINE));
            training = request.out().map(out -> new LongTraining(learner, out, request.minutes()));
        } catch (RequestException e) {
            problems.addAll(e.problems());
        }
        request.target()
                .filter(t -> named.apply(t).filter(ColumnSchema::learned).isEmpty())
                .ifPresent(
                        t ->
                                problems.add(
                                        new Problem(
                                                "learn.target", t, why(named.apply(t)), columns)));
        try {
            request.out().ifPresent(ModelFile::check);
        } catch (RequestException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return training;
    }

    private static String why(Optional<ColumnSchema> column) {
        return column.map(c -> "It is not learned. " + String.join(" ", c.why()))
                .map(String::strip)
                .orElse("There is no column of this name.");
    }
}
