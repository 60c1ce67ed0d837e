package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.generate.Allowance;

/**
 * What conditions on computed columns and on columns that apply to some say about the columns that
 * the engine draws: births above 3 are asked of women only. It raises the yield; what it leaves
 * open is tested after drawing.
 */
final class PushedDown {
    private final RulePlan plan;
    private final List<Allowance> allowed;

    private PushedDown(RulePlan plan, List<Allowance> allowed) {
        this.plan = plan;
        this.allowed = new ArrayList<>(allowed);
    }

    /**
     * @param allowed a condition for each column of the plan
     * @return conditions of the same columns that no row meets less often
     */
    static List<Allowance> of(RulePlan plan, List<Allowance> allowed) {
        if (allowed.stream().allMatch(a -> a instanceof Allowance.Any)) {
            return allowed;
        }
        var pushed = new PushedDown(plan, allowed);
        List<TableRule> steps = plan.steps();
        // later steps read earlier columns, so once backwards reaches all parents
        for (int s = steps.size() - 1; s >= 0; s--) {
            pushed.up(steps.get(s));
        }
        for (TableRule step : steps) {
            if (step instanceof OnlyIfRule only
                    && only.always()
                    && Allowances.within(pushed.at(only.parent().name()), only.when())) {
                pushed.narrow(only.column(), Allowances.PRESENT);
            }
        }
        return List.copyOf(pushed.allowed);
    }

    private Allowance at(String column) {
        return allowed.get(plan.index(column));
    }

    /** Contradictions are left: no row passes the test after drawing. */
    private void narrow(String column, Allowance by) {
        int k = plan.index(column);
        Allowances.both(allowed.get(k), by).ifPresent(both -> allowed.set(k, both));
    }

    private void up(TableRule step) {
        if (step instanceof OnlyIfRule only) {
            if (Allowances.needsValue(at(only.column()))
                    && (!only.openIfMissing() || Allowances.needsValue(at(only.parent().name())))) {
                narrow(only.parent().name(), only.when());
            }
        } else if (step instanceof Derivation d
                && plan.missing(d.target()) != DerivedColumn.Missing.KEPT
                && Allowances.needsValue(at(d.target()))) {
            d.inputs().forEach(c -> narrow(c, Allowances.PRESENT));
            inputs(d, at(d.target()));
        }
    }

    private void inputs(Derivation rule, Allowance wanted) {
        if (rule instanceof LookupRule lookup && lookup.parent().isCategory()) {
            Set<Integer> levels = new HashSet<>();
            lookup.table()
                    .forEach(
                            (from, to) -> {
                                if (wanted.allows(to)) {
                                    levels.add(from.intValue());
                                }
                            });
            if (!levels.isEmpty()) {
                narrow(lookup.parent().name(), new Allowance.Levels(levels));
            }
        } else if (rule instanceof LookupRule lookup) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (var e : lookup.table().entrySet()) {
                if (wanted.allows(e.getValue())) {
                    low = Math.min(low, e.getKey());
                    high = Math.max(high, e.getKey());
                }
            }
            range(lookup.parent().name(), low, high);
        } else if (rule instanceof BandsRule bands) {
            bands(bands, wanted);
        } else if (rule instanceof FormulaRule f && wanted instanceof Allowance.Range range) {
            line(f, range);
        }
    }

    private void bands(BandsRule rule, Allowance wanted) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int last = rule.cuts().size();
        for (int b = 0; b <= last; b++) {
            if (wanted.allows(rule.levels().get(b))) {
                low = Math.min(low, b == 0 ? Double.NEGATIVE_INFINITY : rule.cuts().get(b - 1));
                high = Math.max(high, b == last ? Double.POSITIVE_INFINITY : rule.cuts().get(b));
            }
        }
        range(rule.parent().name(), low, high);
    }

    private void range(String column, double low, double high) {
        if (low <= high) {
            narrow(column, new Allowance.Range(low, high));
        }
    }

    /** A straight line of one input, rounded or rounded down, is turned round. */
    private void line(FormulaRule rule, Allowance.Range wanted) {
        if (rule.inputs().size() != 1) {
            return;
        }
        var f = rule.expression().compile(rule.inputs());
        double zero = f.at(new double[] {0});
        double slope = (f.at(new double[] {1e6}) - zero) / 1e6;
        double unit = Math.pow(10, -rule.digits());
        for (double x : new double[] {-1e4, -0.5, 0.5, 1, 10, 1e4}) {
            // rounding down moves a value by less than one
            if (!(Math.abs(f.at(new double[] {x}) - zero - slope * x) < 1.001 + 1e-9)) {
                return;
            }
        }
        if (slope != 0) {
            double a = (wanted.low() - zero - 1 - unit) / slope;
            double b = (wanted.high() - zero + 1 + unit) / slope;
            // the floor makes the slope itself uncertain by 1e-6
            double margin = 1e-5 * Math.max(finite(a), finite(b));
            range(rule.inputs().get(0), Math.min(a, b) - margin, Math.max(a, b) + margin);
        }
    }

    private static double finite(double v) {
        return Double.isInfinite(v) ? 0 : Math.abs(v);
    }
}
