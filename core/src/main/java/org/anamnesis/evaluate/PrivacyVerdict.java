package org.anamnesis.evaluate;

import java.util.List;

/**
 * Whether a synthetic table may leave the place where the real one lies, under this project's
 * limits. Never a proof of anonymity.
 *
 * @param passes no limit is broken
 * @param reasons one sentence a broken limit, with the figure and the limit
 * @param cautions what these people were too few to show
 */
public record PrivacyVerdict(boolean passes, List<String> reasons, List<String> cautions) {
    public PrivacyVerdict {
        reasons = List.copyOf(reasons);
        cautions = List.copyOf(cautions);
    }
}
