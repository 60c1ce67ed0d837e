package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.table.Table;

/** Finds columns with one value. Nothing is inferred: the table has no other. */
final class ConstantSearch {
    private ConstantSearch() {}

    static List<KnownRule> find(Probe probe) {
        Table table = probe.table();
        List<KnownRule> found = new ArrayList<>();
        for (int k = 0; k < table.variables().size(); k++) {
            double value = Double.NaN;
            int present = 0;
            boolean one = true;
            for (double v : table.column(k)) {
                if (!Double.isNaN(v)) {
                    one &= present == 0 || v == value;
                    value = v;
                    present++;
                }
            }
            if (one && present > 0) {
                found.add(
                        new KnownRule(
                                new ConstantRule(probe.variable(k), value + 0.0),
                                new RuleEvidence(present, 0, 0),
                                KnownRule.Origin.FOUND));
            }
        }
        return found;
    }
}
