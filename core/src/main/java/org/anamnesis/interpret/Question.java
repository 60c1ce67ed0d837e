package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Criterion;

/** What a question asks; answered from evidence and population, never from a language model. */
public sealed interface Question {
    /** Whether a figure with a source of its own answers it. */
    default boolean figure() {
        return this instanceof Statistic
                || this instanceof Share
                || this instanceof Prevalence
                || this instanceof OddsRatio
                || this instanceof Together;
    }

    /** The same without what narrows the group; empty if nothing does. */
    default Optional<Question> wider() {
        if (this instanceof Statistic s && !s.filters().isEmpty()) {
            return Optional.of(
                    new Statistic(
                            s.kind(),
                            s.quantile(),
                            s.observation(),
                            s.condition(),
                            List.of(),
                            s.unit()));
        }
        if (this instanceof Share s && !s.filters().isEmpty()) {
            return Optional.of(new Share(s.what(), s.condition(), List.of()));
        }
        return this instanceof Prevalence p && !p.filters().isEmpty()
                ? Optional.of(new Prevalence(p.condition(), List.of()))
                : Optional.empty();
    }

    /**
     * What a recording or image shows.
     *
     * @param kind id of the catalogue
     * @param part id of a finding or a measurement, or none
     * @param details of the finding that are named
     */
    record OfStudy(String kind, Optional<String> part, Map<String, String> details)
            implements Question {
        /** A detail: the finding of those of whom a measurement is asked. */
        public static final String AMONG = "among";

        public OfStudy {
            details = Map.copyOf(details);
        }
    }

    /** Which data and guidelines something rests on. */
    record Sources(Optional<String> condition) implements Question {}

    /**
     * A summary of one observation, or of {@code age}.
     *
     * @param kind what is asked
     * @param quantile 0 to 1, for {@link Kind#QUANTILE}
     * @param observation measurand id or {@code age}
     * @param condition among whom
     * @param filters narrower still
     * @param unit UCUM code in which the figure is wanted, if one was named
     */
    record Statistic(
            Kind kind,
            double quantile,
            String observation,
            Optional<String> condition,
            List<Criterion> filters,
            Optional<String> unit)
            implements Question {
        /** What can be asked of numbers. */
        public enum Kind {
            MEAN,
            MEDIAN,
            SD,
            QUANTILE
        }
    }

    /** In which of two groups an observation is higher. */
    record Contrast(List<Question> groups) implements Question {}

    /** How many of a group meet all of some criteria. */
    record Share(List<Criterion> what, Optional<String> condition, List<Criterion> filters)
            implements Question {}

    /** How common a condition is. */
    record Prevalence(String condition, List<Criterion> filters) implements Question {}

    /** How much more often an outcome comes with a condition. */
    record OddsRatio(String outcome, String exposure) implements Question {}

    /** How a condition, or a stage of it, is defined here. */
    record Definition(String condition, Optional<String> stage) implements Question {}

    /** What guidelines want an observation, or a condition's treatment, to reach. */
    record Target(Optional<String> condition, Optional<String> observation) implements Question {}

    /**
     * What guidelines say.
     *
     * @param body who wrote them, in capitals: "ADA"; none: whoever did
     * @param observation that they speak of
     * @param condition of which they are
     */
    record Guidelines(
            Optional<String> body, Optional<String> observation, Optional<String> condition)
            implements Question {}

    /** Unit, reference range and limits of an observation. */
    record Range(String observation) implements Question {}

    /** How two observations go together. */
    record Together(
            String first, String second, Optional<String> condition, List<Criterion> filters)
            implements Question {}

    /** What a name stands for. */
    record Meaning(String concept) implements Question {}

    /**
     * What comes with a condition.
     *
     * @param drugs which drugs are taken, else which other conditions people have
     */
    record Companions(String condition, boolean drugs) implements Question {}

    /** Whether a value of an observation is high, low or usual, in a group. */
    record Judged(String observation, double value, Optional<String> condition)
            implements Question {}

    /** How conditions, or stages of one, differ. */
    record Differ(List<Definition> between) implements Question {}

    /** Whether the data are real people's. */
    /** Which recordings and images there are. */
    record Studies() implements Question {}

    record Real() implements Question {}

    /** Not understood, with what would be. */
    record Unknown(List<Problem> problems) implements Question {}
}
