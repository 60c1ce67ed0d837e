package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * In which order the rules of a table are obeyed after drawing: every column is computed, kept in
 * its bounds and blanked before another rule reads it. What cannot be put right costs the row its
 * weight.
 *
 * <p>Of several ways to compute one column the first is taken, and one that would go in a circle is
 * left out; who a column applies to in a circle is only tested.
 */
final class RulePlan {
    private final List<Variable> variables;
    private final Map<String, DerivedColumn> derived = new LinkedHashMap<>();
    private final List<TableRule> steps = new ArrayList<>();
    private final List<TableRule> tests = new ArrayList<>();

    /**
     * @param variables all columns of the table, derived ones included
     * @param columns those that are computed; the rest of the derivations is passed over
     */
    RulePlan(List<Variable> variables, List<TableRule> rules, List<DerivedColumn> columns) {
        this.variables = List.copyOf(variables);
        columns.forEach(d -> derived.put(d.rule().target(), d));
        Map<String, List<TableRule>> byTarget = new HashMap<>();
        columns.forEach(d -> add(byTarget, d.rule().target(), d.rule()));
        for (TableRule rule : rules) {
            if (rule instanceof BoundsRule b && !derived.containsKey(b.column())) {
                add(byTarget, b.column(), b);
            }
        }
        for (TableRule rule : rules) {
            if (rule instanceof OnlyIfRule only) {
                add(byTarget, only.column(), only);
            } else if (!(rule instanceof Derivation)) {
                tests.add(rule);
            }
        }
        Set<String> done = new HashSet<>();
        for (Variable v : variables) {
            settle(v.name(), byTarget, done, new HashSet<>());
        }
    }

    /** The plan of a table that is to be learned. */
    static RulePlan of(Table table, List<TableRule> rules) {
        return of(table.variables(), rules, d -> DerivedColumn.of(d, table));
    }

    /**
     * The plan of rows of persons of whom some have none: what stays the same in a person has its
     * value without them too.
     *
     * @param fixed names of the columns that stay the same in a person
     */
    static RulePlan of(Table rows, List<TableRule> rules, Set<String> fixed) {
        return of(
                rows.variables(),
                rules,
                d ->
                        fixed.contains(d.target()) && !fixed.containsAll(d.inputs())
                                ? new DerivedColumn(d, DerivedColumn.Missing.KEPT)
                                : DerivedColumn.of(d, rows));
    }

    /**
     * The plan of a table that is not looked at: whether a computed value is missing is learned.
     */
    static RulePlan unseen(List<Variable> variables, List<TableRule> rules) {
        return of(variables, rules, d -> new DerivedColumn(d, DerivedColumn.Missing.FLAGGED));
    }

    private static RulePlan of(
            List<Variable> variables,
            List<TableRule> rules,
            Function<Derivation, DerivedColumn> derived) {
        var graph = new RuleGraph();
        List<DerivedColumn> columns = new ArrayList<>();
        int left = variables.size();
        for (TableRule rule : rules) {
            // an engine needs at least one column to learn
            if (rule instanceof Derivation d && left > 1 && graph.takes(d.target(), d.inputs())) {
                graph.add(d.target(), d.inputs());
                DerivedColumn column = derived.apply(d);
                columns.add(column);
                left -= column.missing() == DerivedColumn.Missing.FOLLOWS ? 1 : 0;
            }
        }
        return new RulePlan(variables, rules, columns);
    }

    private static void add(Map<String, List<TableRule>> to, String target, TableRule rule) {
        to.computeIfAbsent(target, t -> new ArrayList<>()).add(rule);
    }

    private void settle(
            String column,
            Map<String, List<TableRule>> byTarget,
            Set<String> done,
            Set<String> open) {
        if (done.contains(column) || !open.add(column)) {
            return;
        }
        for (TableRule rule : byTarget.getOrDefault(column, List.of())) {
            boolean circle = false;
            for (String read : rule.columns()) {
                if (!read.equals(column)) {
                    circle |= open.contains(read);
                    settle(read, byTarget, done, open);
                }
            }
            if (!circle) {
                steps.add(rule);
            }
            if (circle || (rule instanceof OnlyIfRule only && only.always())) {
                tests.add(rule);
            }
        }
        open.remove(column);
        done.add(column);
    }

    List<Variable> variables() {
        return variables;
    }

    /** Rules that change a drawn row, in the order in which they do. */
    List<TableRule> steps() {
        return List.copyOf(steps);
    }

    /** Rules that a finished row must meet. */
    List<TableRule> tests() {
        return List.copyOf(tests);
    }

    List<DerivedColumn> derived() {
        return List.copyOf(derived.values());
    }

    boolean learns(String column) {
        DerivedColumn d = derived.get(column);
        return d == null || d.missing() == DerivedColumn.Missing.KEPT;
    }

    DerivedColumn.Missing missing(String column) {
        return derived.get(column).missing();
    }

    /** Name of the column that says whether a derived one is missing for a reason of its own. */
    String flag(String column) {
        String name = column + " is missing";
        while (index(name) >= 0) {
            name += " too";
        }
        return name;
    }

    int index(String column) {
        for (int k = 0; k < variables.size(); k++) {
            if (variables.get(k).name().equals(column)) {
                return k;
            }
        }
        return -1;
    }

    /** The columns that the engine learns: those of the table that are not computed, then flags. */
    List<Variable> learned() {
        List<Variable> out = new ArrayList<>();
        variables.stream().filter(v -> learns(v.name())).forEach(out::add);
        for (DerivedColumn d : derived.values()) {
            if (d.missing() == DerivedColumn.Missing.FLAGGED) {
                out.add(Variable.flag(flag(d.rule().target())));
            }
        }
        return out;
    }

    /**
     * The table that the engine learns: typing errors against who a column applies to are blank.
     */
    Table learnable(Table table) {
        List<Variable> learned = learned();
        double[][] values = new double[learned.size()][];
        for (int k = 0; k < values.length; k++) {
            String name = learned.get(k).name();
            values[k] = index(name) >= 0 ? blanked(table, name) : null;
        }
        int at = (int) variables.stream().filter(v -> learns(v.name())).count();
        for (DerivedColumn d : derived.values()) {
            if (d.missing() == DerivedColumn.Missing.FLAGGED) {
                values[at++] = flags(table, d.rule());
            }
        }
        return new Table(learned, values, table.weights());
    }

    private double[] blanked(Table table, String column) {
        double[] values = table.column(column);
        for (TableRule rule : steps) {
            if (rule instanceof OnlyIfRule only && only.column().equals(column)) {
                double[] parent = table.column(only.parent().name());
                values = values.clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] = only.forbids(parent[i]) ? Double.NaN : values[i];
                }
            }
        }
        return values;
    }

    private static double[] flags(Table table, Derivation rule) {
        double[] flags = new double[table.rows()];
        double[] target = table.column(rule.target());
        for (int i = 0; i < flags.length; i++) {
            int row = i;
            boolean complete =
                    rule.inputs().stream().noneMatch(c -> Double.isNaN(table.column(c)[row]));
            flags[i] = complete && Double.isNaN(target[i]) ? 1 : 0;
        }
        return flags;
    }
}
