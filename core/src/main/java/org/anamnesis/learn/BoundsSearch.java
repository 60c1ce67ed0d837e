package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.table.Table;

/**
 * Finds numbers with fixed bounds: the lowest or highest value is met so often that it is a bound
 * (percent, scores, an age cut off at 80), not an extreme.
 *
 * <p>Accident: if values went on beyond the bound as often as at it, there would be c of the next
 * one, and none is seen with a chance of e<sup>−c</sup>. One pass.
 */
final class BoundsSearch {
    private BoundsSearch() {}

    static List<KnownRule> find(Probe probe, RuleGraph graph) {
        List<KnownRule> found = new ArrayList<>();
        Table table = probe.table();
        for (int k : probe.varied(probe.numbers(), 3)) {
            if (graph.derived(probe.variable(k).name())) {
                continue; // it keeps the bounds that its inputs give it
            }
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double v : table.column(k)) {
                low = v < low ? v : low;
                high = v > high ? v : high;
            }
            double[] accidents = {
                accident(probe, table.column(k), low), accident(probe, table.column(k), high)
            };
            double from = accidents[0] < 1 ? low + 0.0 : Double.NEGATIVE_INFINITY;
            double to = accidents[1] < 1 ? high + 0.0 : Double.POSITIVE_INFINITY;
            if (from > Double.NEGATIVE_INFINITY || to < Double.POSITIVE_INFINITY) {
                double accident = Math.min(accidents[0], 1) * Math.min(accidents[1], 1);
                var rule = new BoundsRule(probe.variable(k).name(), from, to);
                found.add(
                        new KnownRule(
                                rule,
                                Probe.evidence(rule, table, accident),
                                KnownRule.Origin.FOUND));
            }
        }
        return found;
    }

    /** Corrected chance of the bound; 1 if it is none. */
    private static double accident(Probe probe, double[] column, double bound) {
        int at = 0;
        for (double v : column) {
            at += v == bound ? 1 : 0;
        }
        double corrected = Math.exp(-at) * 2 * probe.numbers().size();
        return corrected > Probe.ALPHA ? 1 : corrected;
    }
}
