package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * One change of a specification. A message becomes a list of edits, so that a conversation can
 * show, undo and replay them.
 */
public sealed interface Edit {
    /** The specification after this edit. */
    CohortSpec apply(CohortSpec before);

    record SetCount(long count) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withCount(count);
        }
    }

    /** The condition that every patient has. */
    record SetCondition(String condition) implements Edit {
        public SetCondition {
            requireNonNull(condition, "condition");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withCondition(java.util.Optional.of(condition));
        }
    }

    record SetPopulation(String population) implements Edit {
        public SetPopulation {
            requireNonNull(population, "population");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withPopulation(population);
        }
    }

    record AddConstraint(Constraint constraint) implements Edit {
        public AddConstraint {
            requireNonNull(constraint, "constraint");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            List<Constraint> all = new ArrayList<>(before.constraints());
            if (!all.contains(constraint)) {
                all.add(constraint);
            }
            return before.withConstraints(all);
        }
    }

    record SetObservations(ObservationChoice observations) implements Edit {
        public SetObservations {
            requireNonNull(observations, "observations");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withObservations(observations);
        }
    }

    record SetSeed(long seed) implements Edit {
        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withSeed(seed);
        }
    }

    record SetEngine(String engine) implements Edit {
        public SetEngine {
            requireNonNull(engine, "engine");
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withEngine(engine);
        }
    }

    record SetFormats(List<String> formats) implements Edit {
        public SetFormats {
            formats = List.copyOf(formats);
        }

        @Override
        public CohortSpec apply(CohortSpec before) {
            return before.withFormats(formats);
        }
    }
}
