package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.anamnesis.table.Variable;

/**
 * A category that says in which band a number lies, like an age group.
 *
 * @param column the category
 * @param parent the number
 * @param cuts ascending, in the unit of the number: band k holds the numbers from cut k − 1 to
 *     below cut k
 * @param levels the level of each band, one more than cuts
 */
public record BandsRule(Variable column, Variable parent, List<Double> cuts, List<Integer> levels)
        implements Derivation {
    public BandsRule {
        requireNonNull(column, "column");
        requireNonNull(parent, "parent");
        cuts = List.copyOf(cuts);
        levels = List.copyOf(levels);
        boolean ascending = true;
        for (int k = 1; k < cuts.size(); k++) {
            ascending &= cuts.get(k - 1) < cuts.get(k);
        }
        int most = column.levels().size();
        if (!ascending
                || cuts.size() + 1 != levels.size()
                || parent.isCategory()
                || levels.stream().anyMatch(l -> l < 0 || l >= most)) {
            throw new IllegalArgumentException("cuts %s, levels %s".formatted(cuts, levels));
        }
    }

    @Override
    public String target() {
        return column.name();
    }

    @Override
    public List<String> inputs() {
        return List.of(parent.name());
    }

    @Override
    public double value(double[] values) {
        int band = 0;
        while (band < cuts.size() && values[0] >= cuts.get(band)) {
            band++;
        }
        return levels.get(band);
    }

    @Override
    public boolean holds(double[] values) {
        return !TableRule.complete(values) || value(new double[] {values[1]}) == values[0];
    }

    @Override
    public String sentence() {
        return "%s is the band of %s, cut at %s."
                .formatted(
                        target(),
                        parent.name(),
                        String.join(", ", cuts.stream().map(RuleExpression::number).toList()));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.bands(this);
    }
}
