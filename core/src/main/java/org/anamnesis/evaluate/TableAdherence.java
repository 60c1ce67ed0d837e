package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

/**
 * One rule, in the synthetic rows and among real people.
 *
 * @param synthetic rows checked and broken
 * @param real the same of training and held-out people: a rule that real records break too says
 *     less about the generator than about the records
 */
public record TableAdherence(RuleCheck synthetic, RuleCheck real) {
    public TableAdherence {
        requireNonNull(synthetic, "synthetic");
        requireNonNull(real, "real");
    }

    /** Share of the checked synthetic rows that obey; NaN if none could be checked. */
    public double shareObeyed() {
        return synthetic.checked() == 0
                ? Double.NaN
                : 1 - (double) synthetic.broken() / synthetic.checked();
    }
}
