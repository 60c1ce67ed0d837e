package org.anamnesis.interpret;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Criterion;

/** What a question asks for, in terms that evidence and microdata can answer. */
public sealed interface Question {
    <R> R match(Cases<R> cases);

    /** One method a kind. */
    interface Cases<R> {
        R sources(Sources asked);

        R statistic(Statistic asked);

        R share(Share asked);

        R oddsRatio(OddsRatio asked);

        R definition(Definition asked);

        R prevalence(Prevalence asked);

        R real(Real asked);

        R unknown(Unknown asked);
    }

    /** Which data and guidelines the figures rest on. */
    record Sources(Optional<String> condition) implements Question {
        public Sources {
            requireNonNull(condition, "condition");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sources(this);
        }
    }

    /**
     * A figure of an observation's distribution.
     *
     * @param p of a quantile, between 0 and 1; 0.5 for the median, 0 where it does not apply
     * @param observation measurand id, or {@code age}
     * @param condition concept id of the condition that they have; empty means everyone
     * @param filters what else holds for them; adults are meant unless an age is among them
     */
    record Statistic(
            Kind kind,
            double p,
            String observation,
            Optional<String> condition,
            List<Criterion> filters)
            implements Question {
        /** Which figure. */
        public enum Kind {
            MEAN,
            MEDIAN,
            SD,
            QUANTILE
        }

        public Statistic {
            requireNonNull(kind, "kind");
            requireNonNull(observation, "observation");
            requireNonNull(condition, "condition");
            filters = List.copyOf(filters);
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("quantile " + p);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.statistic(this);
        }
    }

    /** Which share of those with the condition (or of everyone) meets a criterion. */
    record Share(Criterion what, Optional<String> condition, List<Criterion> filters)
            implements Question {
        public Share {
            requireNonNull(what, "what");
            requireNonNull(condition, "condition");
            filters = List.copyOf(filters);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.share(this);
        }
    }

    /**
     * How much more often the outcome goes with the exposure.
     *
     * @param outcome concept id
     * @param exposure concept id
     */
    record OddsRatio(String outcome, String exposure) implements Question {
        public OddsRatio {
            requireNonNull(outcome, "outcome");
            requireNonNull(exposure, "exposure");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.oddsRatio(this);
        }
    }

    /** How a condition, or one of its stages, is recognised here. */
    record Definition(String condition, Optional<String> stage) implements Question {
        public Definition {
            requireNonNull(condition, "condition");
            requireNonNull(stage, "stage");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.definition(this);
        }
    }

    /** How common a condition is. */
    record Prevalence(String condition, List<Criterion> filters) implements Question {
        public Prevalence {
            requireNonNull(condition, "condition");
            filters = List.copyOf(filters);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.prevalence(this);
        }
    }

    /** Whether the patients are real. */
    record Real() implements Question {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.real(this);
        }
    }

    /** Not understood, or not answerable. */
    record Unknown(List<Problem> problems) implements Question {
        public Unknown {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("no problem to report");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown(this);
        }
    }
}
