package org.anamnesis.evaluate;

import java.util.List;

/**
 * How pairs of columns hang together, synthetic beside held-out people.
 *
 * @param names of the columns, in the order of the matrices
 * @param real p × p associations of held-out people, 0 to 1: |Spearman|, correlation ratio or
 *     Cramér's V
 * @param synthetic the same of the synthetic rows
 * @param meanGap mean absolute difference over the pairs; NaN if there is only one column
 * @param meanGapFloor the same between training and held-out people: what chance does
 * @param spearmanGap mean absolute difference of signed rank correlations of numbers
 * @param spearmanGapFloor likewise
 */
public record PairFidelity(
        List<String> names,
        List<List<Double>> real,
        List<List<Double>> synthetic,
        double meanGap,
        double meanGapFloor,
        double spearmanGap,
        double spearmanGapFloor) {
    public PairFidelity {
        names = List.copyOf(names);
        real = real.stream().map(List::copyOf).toList();
        synthetic = synthetic.stream().map(List::copyOf).toList();
    }

    /** The pair that differs most; (0, 0) if there is only one column. */
    public Correlations.Gap largest() {
        Correlations.Gap worst = new Correlations.Gap(0, 0, Double.NaN);
        for (int a = 0; a < names.size(); a++) {
            for (int b = 0; b < a; b++) {
                double gap = Math.abs(real.get(a).get(b) - synthetic.get(a).get(b));
                if (!(gap <= worst.difference())) {
                    worst = new Correlations.Gap(a, b, gap);
                }
            }
        }
        return worst;
    }
}
