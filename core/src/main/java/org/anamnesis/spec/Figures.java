package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The user's own numbers about one variable, in its unit. Enough to draw from are: a mean with an
 * SD or with both limits; the quartiles; both limits.
 *
 * @param mean arithmetic mean
 * @param sd standard deviation, above 0
 * @param quartiles the three of them
 * @param low least value; −∞ if not stated
 * @param high greatest value, above {@code low}; +∞ if not stated
 */
public record Figures(
        OptionalDouble mean,
        OptionalDouble sd,
        Optional<Quartiles> quartiles,
        double low,
        double high) {
    /**
     * Three numbers with a quarter of the patients below, between and above them.
     *
     * @param first lower quartile
     * @param median above it
     * @param third above the median
     */
    public record Quartiles(double first, double median, double third) {
        public Quartiles {
            if (!(first < median && median < third)
                    || Double.isInfinite(first)
                    || Double.isInfinite(third)) {
                throw new IllegalArgumentException(
                        "quartiles %s, %s, %s".formatted(first, median, third));
            }
        }
    }

    public Figures {
        requireNonNull(mean, "mean");
        requireNonNull(sd, "sd");
        requireNonNull(quartiles, "quartiles");
        if (sd.isPresent() && !(sd.getAsDouble() > 0)) {
            throw new IllegalArgumentException("SD " + sd.getAsDouble());
        }
        if (!(low < high)) {
            throw new IllegalArgumentException("limits %s, %s".formatted(low, high));
        }
    }

    public static Figures meanSd(double mean, double sd) {
        return new Figures(
                OptionalDouble.of(mean),
                OptionalDouble.of(sd),
                Optional.empty(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** Whether both limits are stated. */
    public boolean bounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Whether values can be drawn by these numbers alone. */
    public boolean enough() {
        boolean moments = mean.isPresent() && (sd.isPresent() || bounded());
        return moments || quartiles.isPresent() || (bounded() && mean.isEmpty());
    }

    public Figures withMean(double changed) {
        return new Figures(OptionalDouble.of(changed), sd, Optional.empty(), low, high);
    }

    public Figures withSd(double changed) {
        return new Figures(mean, OptionalDouble.of(changed), Optional.empty(), low, high);
    }

    public Figures within(double least, double most) {
        return new Figures(mean, sd, quartiles, least, most);
    }
}
