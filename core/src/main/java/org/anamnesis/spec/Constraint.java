package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

/**
 * One thing asked of the cohort: hard for every patient ({@link Require}), or a target met in the
 * cohort as a whole.
 */
public sealed interface Constraint {
    <R> R match(Cases<R> cases);

    /** One method a kind. */
    interface Cases<R> {
        R require(Require asked);

        R share(Share asked);

        R mean(Mean asked);

        R shift(Shift asked);

        R correlation(Correlation asked);
    }

    /** Every patient meets the criterion: a filter, everything else follows. */
    record Require(Criterion criterion) implements Constraint {
        public Require {
            requireNonNull(criterion, "criterion");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.require(this);
        }
    }

    /**
     * This share of the patients meets the criterion, exactly (largest remainder), with the least
     * change otherwise.
     *
     * @param percent 0 to 100
     */
    record Share(Criterion criterion, double percent) implements Constraint {
        public Share {
            requireNonNull(criterion, "criterion");
            if (!(percent >= 0 && percent <= 100)) {
                throw new IllegalArgumentException("share " + percent);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.share(this);
        }
    }

    /**
     * The mean of an observation, or of {@code age}.
     *
     * @param value in the measurand's canonical unit (years for age)
     */
    record Mean(String observation, double value) implements Constraint {
        public Mean {
            requireNonNull(observation, "observation");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("mean " + value);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.mean(this);
        }
    }

    /**
     * The mean of an observation, or of {@code age}, relative to what it would be by the rest of
     * the request: {@code factor} times it, plus {@code plus}.
     *
     * @param factor above 0
     * @param plus in the measurand's canonical unit (years for age)
     */
    record Shift(String observation, double factor, double plus) implements Constraint {
        public Shift {
            requireNonNull(observation, "observation");
            if (!(factor > 0) || !Double.isFinite(factor) || !Double.isFinite(plus)) {
                throw new IllegalArgumentException("shift " + factor + ", " + plus);
            }
        }

        /** What it makes of a mean. */
        public double of(double mean) {
            return factor * mean + plus;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.shift(this);
        }
    }

    /**
     * Spearman's rank correlation of two observations.
     *
     * @param value between -1 and 1
     */
    record Correlation(String first, String second, double value) implements Constraint {
        public Correlation {
            requireNonNull(first, "first");
            requireNonNull(second, "second");
            if (!(value > -1 && value < 1)) {
                throw new IllegalArgumentException("correlation " + value);
            }
        }

        /** Whether it is about the same two. */
        boolean samePair(Correlation other) {
            return (first.equals(other.first) && second.equals(other.second))
                    || (first.equals(other.second) && second.equals(other.first));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.correlation(this);
        }
    }
}
