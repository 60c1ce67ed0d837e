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
    /**
     * Area under the ROC curve of a membership attack. 0.5 is a coin; the deep peers reach 0.50 to
     * 0.52 on the peers' table, raw trees 0.55 and more.
     */
    public static final double MEMBERSHIP_LIMIT = 0.53;

    /** Share of rows that are a training record beyond coincidence: one in a thousand. */
    public static final double COPIES_LIMIT = 0.001;

    /** Risk of each of Anonymeter's attacks, relative to strangers. */
    public static final double ATTACK_LIMIT = 0.10;

    public PrivacyVerdict {
        reasons = List.copyOf(reasons);
        cautions = List.copyOf(cautions);
    }
}
