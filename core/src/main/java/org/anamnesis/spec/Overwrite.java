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

    /** Of two on one observation with the same kind the later counts. */
    default Class<? extends Overwrite> kind() {
        return getClass();
    }

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
        /** In the place of one observation: each one that is written, unless it is named itself. */
        public static final String EACH = "each";

        /** Whether it is of each observation. */
        public boolean ofEach() {
            return observation.equals(EACH);
        }

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

    /** The SD becomes this one, in the canonical unit; mean and ranks stay. */
    record Deviation(String observation, double sd) implements Overwrite {
        public Deviation {
            requireNonNull(observation, "observation");
            if (!(sd > 0) || Double.isInfinite(sd)) {
                throw new IllegalArgumentException("SD " + sd);
            }
        }

        @Override
        public Class<? extends Overwrite> kind() {
            return Spread.class;
        }
    }

    /** The values follow a distribution of this form; ranks, mean and SD stay. */
    record Shaped(String observation, Form form) implements Overwrite {
        public Shaped {
            requireNonNull(observation, "observation");
            requireNonNull(form, "form");
        }
    }

    /**
     * The skewness becomes a multiple of what it would be; ranks, mean and SD stay.
     *
     * @param factor above 1 for more, between 0 and 1 for less, below 0 for the other side
     */
    record Skewed(String observation, double factor) implements Overwrite {
        public Skewed {
            requireNonNull(observation, "observation");
            if (!(Math.abs(factor) <= 10)) {
                throw new IllegalArgumentException("skewness times " + factor);
            }
        }

        @Override
        public Class<? extends Overwrite> kind() {
            return Shaped.class;
        }
    }

    /** Whether ages can be changed so: by drawing other people, not by changing them. */
    static boolean ofAge(Overwrite o) {
        return o instanceof Deviation || o instanceof Shaped;
    }

    private static void checked(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("share " + percent);
        }
    }
}
