package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.table.Table;

/**
 * Finds the rules of a table: constants, formulas, totals, weighted sums, lookups, bands, who a
 * column applies to and who has one value of it, orders, bounds, combinations.
 *
 * <p><b>Error.</b> Each kind of rule has its own idea of an accident (see the searches). The chance
 * of every candidate is multiplied by the number of candidates of its kind (Bonferroni) and must be
 * below 0.001: a table of independent columns gets any rule with a chance below 1 %, and so the
 * share of false rules among the found is below 1 % too. Columns that go along with each other for
 * reasons of nature are not an accident in this sense; where they look like a rule the searches ask
 * for more than the chance (see there). A rule holds in all rows, or in all but 0.5 % that look
 * like typing errors.
 *
 * <p><b>Time.</b> Candidates are sought on at most 4,000 rows and verified on all: O(p³) steps for
 * formulas, O(p² · 4,000) for the rest, O(n) for each rule found.
 */
public final class RuleSearch {
    private RuleSearch() {}

    /** The rules of a table, those by which columns are computed first; the same for the same. */
    public static List<KnownRule> find(Table table) {
        var probe = new Probe(table);
        var graph = new RuleGraph();
        List<KnownRule> found = new ArrayList<>();
        for (KnownRule constant : ConstantSearch.find(probe)) {
            graph.add(((ConstantRule) constant.rule()).target(), List.of());
            found.add(constant);
        }
        found.addAll(new LinearSearch(probe, graph).find());
        found.addAll(new FormulaSearch(probe, graph).find());
        found.addAll(new LinearSearch(probe, graph).ofDates());
        found.addAll(new PartsSearch(probe, graph).find());
        found.addAll(new WeightedSearch(probe, graph).find());
        found.addAll(new BandSearch(probe, graph).find());
        found.addAll(new LookupSearch(probe, graph).find());
        found.addAll(new OnlyIfSearch(probe, graph).find());
        found.addAll(new OneValueSearch(probe, graph).find());
        found.addAll(new OrderSearch(probe, graph).find());
        found.addAll(MedicalOrders.find(probe, found));
        found.addAll(BoundsSearch.find(probe, graph));
        found.addAll(new CombinationSearch(probe, graph).find());
        return List.copyOf(found);
    }
}
