package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.anamnesis.measure.QuantityRange;

/**
 * A yes/no question about one patient. Used as a filter, as the object of a share, or negated. A
 * new kind must be handled wherever {@link Cases} is implemented, or no build.
 */
public sealed interface Criterion {
    <R> R match(Cases<R> cases);

    /** One method a kind: the exhaustive switch that Java 17 lacks. */
    interface Cases<R> {
        R age(AgeBetween asked);

        R category(CategoryIn asked);

        R condition(HasCondition asked);

        R observation(ObservationWithin asked);

        R medication(TakesMedication asked);

        R not(Not asked);

        R atLeast(AtLeast asked);
    }

    /** Age in completed years at the index date, both ends included. */
    record AgeBetween(int minYears, int maxYears) implements Criterion {
        public AgeBetween {
            if (minYears < 0 || maxYears < minYears) {
                throw new IllegalArgumentException("ages %s to %s".formatted(minYears, maxYears));
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.age(this);
        }
    }

    /**
     * A demographic or habit is one of the levels.
     *
     * @param variable {@code sex}, {@code race_ethnicity}, {@code smoking}, {@code insurance} or
     *     {@code education}
     * @param levels one or more of that variable's levels
     */
    record CategoryIn(String variable, List<String> levels) implements Criterion {
        public CategoryIn {
            requireNonNull(variable, "variable");
            levels = List.copyOf(levels);
            if (levels.isEmpty()) {
                throw new IllegalArgumentException("no level of " + variable);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.category(this);
        }
    }

    /**
     * The condition is on record on or before the index date.
     *
     * @param condition concept id
     * @param stage for example {@code 3}, {@code 3b}, {@code 5}; empty means any
     */
    record HasCondition(String condition, Optional<String> stage) implements Criterion {
        public HasCondition {
            requireNonNull(condition, "condition");
            requireNonNull(stage, "stage");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.condition(this);
        }
    }

    /**
     * The value at the index date lies in the range, which is stated in the measurand's canonical
     * unit.
     */
    record ObservationWithin(String observation, QuantityRange range) implements Criterion {
        public ObservationWithin {
            requireNonNull(observation, "observation");
            requireNonNull(range, "range");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.observation(this);
        }
    }

    /**
     * Takes a drug: a concept id of an ingredient ({@code metformin}) or a class ({@code
     * class:statin}).
     */
    record TakesMedication(String medication) implements Criterion {
        public TakesMedication {
            requireNonNull(medication, "medication");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.medication(this);
        }
    }

    /** The opposite; a missing answer satisfies neither. */
    record Not(Criterion inner) implements Criterion {
        public Not {
            requireNonNull(inner, "inner");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }
    }

    /**
     * So many of several hold, one for "A or B", all for "A and B"; answered as soon as those known
     * decide it.
     *
     * @param count 1 to as many as there are
     * @param of two or more
     */
    record AtLeast(int count, List<Criterion> of) implements Criterion {
        public AtLeast {
            of = List.copyOf(of);
            if (count < 1 || count > of.size() || of.size() < 2) {
                throw new IllegalArgumentException("%s of %s".formatted(count, of.size()));
            }
        }

        /** All of them. */
        public static AtLeast all(List<Criterion> of) {
            return new AtLeast(of.size(), of);
        }

        /** In words: "a or b", "a and b", "at least 2 of a, b, c". */
        public String among(List<String> words) {
            if (count == of.size()) {
                return String.join(" and ", words);
            }
            return count == 1
                    ? String.join(" or ", words)
                    : "at least %d of %s".formatted(count, String.join(", ", words));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.atLeast(this);
        }
    }
}
