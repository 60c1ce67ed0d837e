package org.anamnesis.population;

/**
 * How much weight lies on each distinct value of a column: a look at every row, and what follows
 * from it is a look at every value.
 *
 * @param values distinct, ascending
 * @param weights by value
 */
@SuppressWarnings("ArrayRecordComponent") // made for one request, never changed
public record WeightedPlaces(double[] values, double[] weights) {
    /**
     * Of some rows of a column; those without value do not count.
     *
     * @param base weights, one per row of {@code rows}
     */
    public static WeightedPlaces of(Places places, int[] rows, double[] base) {
        int[] of = places.of();
        double[] weights = new double[places.values().length + 1];
        for (int i = 0; i < rows.length; i++) {
            weights[of[rows[i]] + 1] += base[i]; // the first is of those without value
        }
        double[] known = new double[places.values().length];
        System.arraycopy(weights, 1, known, 0, known.length);
        return new WeightedPlaces(places.values(), known);
    }

    public double mean() {
        return Weighted.mean(values, weights);
    }

    public double sd() {
        return Weighted.sd(values, weights);
    }

    /** See {@link Weighted#quantile}. */
    public double quantile(double p) {
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        double sum = 0;
        double last = Double.NaN;
        for (int k = 0; k < values.length; k++) {
            sum += weights[k];
            last = weights[k] > 0 ? values[k] : last;
            if (weights[k] > 0 && sum >= p * total) {
                return last;
            }
        }
        return last;
    }
}
