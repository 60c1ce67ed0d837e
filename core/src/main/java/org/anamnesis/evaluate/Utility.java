package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

/**
 * Does work done on the synthetic table carry over? The same boosted trees learn an outcome once
 * from the training people and once from the synthetic rows, and both predict it for held-out
 * people (train on synthetic, test on real: Esteban, Hyland and Rätsch 2017, arXiv:1706.02633).
 *
 * @param outcome name of what is predicted
 * @param measure of success
 * @param real learned from training people
 * @param synthetic learned from synthetic rows
 * @param gap synthetic less real, negative if something was lost
 * @param rowsReal rows that were learned from; those without the outcome are left out
 * @param rowsSynthetic likewise
 * @param rowsTested held-out people
 * @param note what was left out, in words; empty if nothing
 */
public record Utility(
        String outcome,
        Measure measure,
        Estimate real,
        Estimate synthetic,
        Estimate gap,
        int rowsReal,
        int rowsSynthetic,
        int rowsTested,
        String note) {
    /** How success is counted. */
    public enum Measure {
        AUC("AUC", "area under the ROC curve, the chance that a case scores above a control"),
        MEAN_AUC("mean AUC", "mean over the classes of the area under the ROC curve"),
        R2("R²", "share of the outcome's variance that is predicted"),
        CONCORDANCE(
                "C",
                "Harrell's concordance, the chance that who has the event first scores higher");

        private final String symbol;
        private final String meaning;

        Measure(String symbol, String meaning) {
            this.symbol = symbol;
            this.meaning = meaning;
        }

        public String symbol() {
            return symbol;
        }

        public String meaning() {
            return meaning;
        }
    }

    public Utility {
        requireNonNull(outcome, "outcome");
        requireNonNull(measure, "measure");
        requireNonNull(real, "real");
        requireNonNull(synthetic, "synthetic");
        requireNonNull(gap, "gap");
        requireNonNull(note, "note");
    }
}
