package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A change of finished values: unlike a selection or a target it leaves everything else as it is,
 * but for what is computed from the value.
 */
public sealed interface Overwrite {
    /** Id of the observation whose values are changed. */
    String observation();

    /** Everybody gets this value, in the canonical unit. */
    record SetValue(String observation, double value) implements Overwrite {
        public SetValue {
            requireNonNull(observation, "observation");
        }
    }

    /** Distances from the mean are multiplied; the mean stays. */
    record Spread(String observation, double factor) implements Overwrite {
        public Spread {
            requireNonNull(observation, "observation");
            if (!(factor > 0 && factor <= 100)) {
                throw new IllegalArgumentException("spread " + factor);
            }
        }
    }

    /**
     * This share of the values is missing.
     *
     * @param percent 0 to 100, of all patients
     * @param more who lacks it twice as often as the others; empty: at random
     */
    record Missing(String observation, double percent, Optional<Criterion> more)
            implements Overwrite {
        public Missing {
            requireNonNull(observation, "observation");
            requireNonNull(more, "more");
            Overwrite.checked(percent);
        }
    }

    /** This share of the patients has a value four to six SD above the mean. */
    record Outliers(String observation, double percent) implements Overwrite {
        public Outliers {
            requireNonNull(observation, "observation");
            Overwrite.checked(percent);
        }
    }

    private static void checked(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("share " + percent);
        }
    }
}
