package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * The rules of a table with several rows a person: of what stays the same they are sought among
 * persons, so that one person with many rows is no proof; of the rest among rows.
 */
public final class HistoryRules {
    private HistoryRules() {}

    /**
     * Stated and found rules, stated first.
     *
     * @param stated as in {@code --rule}
     * @throws org.anamnesis.problem.RequestException with a problem for each text that is no rule
     */
    public static List<KnownRule> of(
            List<String> stated, Histories histories, HistoryLayout layout) {
        Table rows = histories.joined(layout);
        Set<String> ofPersons = new HashSet<>(layout.fixed());
        ofPersons.add(layout.count());
        List<KnownRule> found = new ArrayList<>();
        List<String> persons =
                layout.variables().stream()
                        .map(Variable::name)
                        .filter(ofPersons::contains)
                        .toList();
        RuleSearch.find(histories.firsts(layout).columns(persons)).stream()
                .filter(k -> !bounds(k.rule(), layout.count()))
                .forEach(found::add);
        List<String> all = layout.columns().stream().map(Variable::name).toList();
        RuleSearch.find(rows.columns(all)).stream()
                .filter(k -> !ofPersons.containsAll(k.rule().columns()))
                .filter(k -> !computes(k.rule(), layout))
                .map(k -> turned(k, rows, layout))
                .forEach(found::add);
        return StatedRules.joined(StatedRules.of(stated, rows), found);
    }

    /**
     * What is lost at a session is learned, and the weight before it computed, where the weight
     * behind it stays the same: of two numbers that are close together for a person, trees know the
     * small difference better than either.
     */
    private static KnownRule turned(KnownRule known, Table rows, HistoryLayout layout) {
        if (!(known.rule() instanceof FormulaRule f
                && f.expression() instanceof RuleExpression.Binary minus
                && minus.operation() == RuleExpression.Operation.MINUS
                && minus.left() instanceof RuleExpression.Column whole
                && minus.right() instanceof RuleExpression.Column stays
                && layout.fixed().contains(stays.name())
                && !layout.fixed().contains(whole.name())
                && !layout.order().equals(Optional.of(whole.name())))) {
            return known;
        }
        Variable target = rows.variable(whole.name());
        List<Variable> inputs = List.of(rows.variable(f.target()), rows.variable(stays.name()));
        RuleExpression sum =
                RuleExpression.column(f.target()).plus(RuleExpression.column(stays.name()));
        var turned = new FormulaRule(target, sum, inputs, true, target.decimals());
        RuleEvidence evidence = Probe.evidence(turned, rows, known.evidence().accident());
        return evidence.breaking() <= known.evidence().breaking()
                ? new KnownRule(turned, evidence, known.origin())
                : known;
    }

    /** That nobody has fewer rows than the fewest is how the table was made. */
    private static boolean bounds(TableRule rule, String count) {
        return rule instanceof BoundsRule b && b.column().equals(count);
    }

    /** The order is learned as gaps, so that it cannot go back. */
    private static boolean computes(TableRule rule, HistoryLayout layout) {
        return rule instanceof Derivation d && layout.order().equals(Optional.of(d.target()));
    }

    /**
     * What follows where persons may have no row at all: the columns of rows are for those who have
     * some.
     */
    public static List<KnownRule> ofRows(Histories histories, HistoryLayout layout) {
        Table rows = histories.joined(layout);
        Variable count = Variable.number(layout.count(), "", 0);
        List<KnownRule> out = new ArrayList<>();
        for (Variable v : layout.changing()) {
            boolean always = true;
            for (double value : rows.column(v.name())) {
                always &= !Double.isNaN(value);
            }
            var rule =
                    new OnlyIfRule(
                            v.name(),
                            count,
                            new Allowance.Range(1, Double.POSITIVE_INFINITY),
                            false,
                            always);
            out.add(new KnownRule(rule, Probe.evidence(rule, rows, 0), KnownRule.Origin.FOUND));
        }
        return out;
    }
}
