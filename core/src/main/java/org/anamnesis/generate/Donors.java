package org.anamnesis.generate;

import org.anamnesis.measure.Formula;
import org.anamnesis.table.Variable;

/**
 * The values that a leaf may hand on, and how far a handed value moves so that nobody's own value
 * is given away.
 *
 * <p>A category is handed on as it is. A number moves by up to {@link #SPREAD} of the ranks to a
 * value between neighbouring order statistics, at the column's resolution; values that more than
 * {@link #HEAP} of the rows share are common property and stay; the five most extreme at either end
 * are drawn in to the fifth. Additive noise was measured to give the rows away on skewed, bounded
 * laboratory values, rank noise not (docs/decisions/0006).
 */
final class Donors implements HandedOn {
    static final double SPREAD = 0.01;
    static final double HEAP = 0.005;
    private static final int EXTREME = 5;
    private static final int PEOPLE = 3;

    private final Ranks ranks;
    private final boolean category;
    private final int decimals;
    private final double low;
    private final double high;
    private final double least;

    Donors(Variable variable, Ranks ranks) {
        this.ranks = ranks;
        category = variable.isCategory();
        decimals = variable.decimals();
        int last = ranks.distinct().length - 1;
        int from = 0;
        for (int seen = ranks.count(0); seen < EXTREME && from < last; ) {
            seen += ranks.count(++from);
        }
        int to = last;
        for (int seen = ranks.count(last); seen < EXTREME && to > from; ) {
            seen += ranks.count(--to);
        }
        low = ranks.middle(from);
        high = ranks.middle(to);
        least = (double) PEOPLE / ranks.rows();
    }

    @Override
    public double moved(int donor, double u) {
        if (category || ranks.mass(donor) > HEAP) {
            return ranks.value(donor);
        }
        double rank = ranks.middle(donor);
        rank += (2 * u - 1) * Math.max(SPREAD * 4 * rank * (1 - rank), least);
        return Formula.round(ranks.quantile(Math.min(high, Math.max(low, rank))), decimals);
    }
}
