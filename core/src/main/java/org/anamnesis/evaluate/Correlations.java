package org.anamnesis.evaluate;

import java.util.List;

/**
 * Spearman's rank correlations among observations.
 *
 * @param fields ids of the columns, in the order of the matrices
 * @param labels the same for people
 * @param patients patients the cohort's matrix rests on
 * @param cohort p × p by rows; NaN where it cannot be worked out
 * @param reference the same of the reference population, weighted; NaN where a column is missing
 */
public record Correlations(
        List<String> fields,
        List<String> labels,
        long patients,
        List<List<Double>> cohort,
        List<List<Double>> reference) {
    public Correlations {
        fields = List.copyOf(fields);
        labels = List.copyOf(labels);
        cohort = cohort.stream().map(List::copyOf).toList();
        reference = reference.stream().map(List::copyOf).toList();
    }

    /** A pair of columns and how far its two correlations lie apart. */
    public record Gap(int first, int second, double difference) {}

    /** The pair that differs most from the reference; NaN and the pair (0, 0) if none can. */
    public Gap largest() {
        Gap worst = new Gap(0, 0, Double.NaN);
        for (int a = 0; a < fields.size(); a++) {
            for (int b = 0; b < a; b++) {
                double gap = Math.abs(cohort.get(a).get(b) - reference.get(a).get(b));
                if (gap > worst.difference() || (!Double.isNaN(gap) && worst.first() == 0)) {
                    worst = new Gap(a, b, gap);
                }
            }
        }
        return worst;
    }
}
