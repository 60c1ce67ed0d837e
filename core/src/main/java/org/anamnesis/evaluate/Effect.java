package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How strongly a column goes with an outcome, among real people and among synthetic rows.
 *
 * @param outcome what it goes with, for example "Diabetes: Yes"
 * @param column name of the column, with the level of a category
 * @param kind how strength is measured
 * @param real training and held-out people together, with 95 % interval
 * @param synthetic likewise
 */
public record Effect(String outcome, String column, Kind kind, Estimate real, Estimate synthetic) {
    /** How strength is measured. */
    public enum Kind {
        /**
         * Standardised mean difference between people with and without the outcome (Cohen's d with
         * pooled SD; error of Hedges and Olkin 1985); 0: no difference.
         */
        MEAN_DIFFERENCE,
        /**
         * Logarithm of the odds ratio, a half added to each cell (Haldane 1956; error of Woolf
         * 1955); 0: no relation.
         */
        LOG_ODDS_RATIO,
        /** Spearman's rank correlation with a numeric outcome (error by Fisher's z). */
        RANK_CORRELATION
    }

    public Effect {
        requireNonNull(outcome, "outcome");
        requireNonNull(column, "column");
        requireNonNull(kind, "kind");
        requireNonNull(real, "real");
        requireNonNull(synthetic, "synthetic");
    }

    /** Whether the synthetic figure lies within the interval of the real one. */
    public boolean kept() {
        return synthetic.value() >= real.low() && synthetic.value() <= real.high();
    }

    /** Whether both are clearly away from none, and in opposite directions. */
    public boolean reversed() {
        return (real.low() > 0 && synthetic.high() < 0) || (real.high() < 0 && synthetic.low() > 0);
    }

    /** Share of effects that are kept, NaN if there is none. */
    public static double shareKept(List<Effect> effects) {
        return effects.stream().mapToDouble(e -> e.kept() ? 1 : 0).average().orElse(Double.NaN);
    }
}
