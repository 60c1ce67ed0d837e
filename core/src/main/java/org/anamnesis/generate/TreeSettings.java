package org.anamnesis.generate;

import java.util.List;
import org.anamnesis.table.OnlyIf;

/**
 * How finely trees look, and what must hold.
 *
 * @param leaf least number of people whose values a leaf mixes; the privacy dial
 *     (docs/decisions/0006)
 * @param gain least gain of a split as a share of the column's whole variance; 0 splits as long as
 *     leaves allow
 * @param missing whether missing values are redrawn as missing; if not, everyone gets a value to
 *     whom it applies
 * @param careful whether a category's columns are screened with its own variance and the first
 *     question of a drug is for its rival. The census is drawn without: what its people show stays
 *     as published figures were compared with it, and {@link DrugMargins} and {@link Rivals} mend
 *     its drugs
 * @param rules which columns apply to whom
 */
public record TreeSettings(
        int leaf, double gain, boolean missing, boolean careful, List<OnlyIf> rules) {
    public TreeSettings {
        if (leaf < 1) {
            throw new IllegalArgumentException("leaf of " + leaf);
        }
        rules = List.copyOf(rules);
    }

    /** Not careful. */
    public TreeSettings(int leaf, double gain, boolean missing, List<OnlyIf> rules) {
        this(leaf, gain, missing, false, rules);
    }

    /** For a request on the built-in census, itself synthetic. */
    public static TreeSettings request(List<OnlyIf> rules) {
        return new TreeSettings(10, 0, true, true, rules);
    }
}
