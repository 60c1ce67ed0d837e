package org.anamnesis.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.RowSource;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * A learned model inside the rules of its table: no row with a weight breaks one, whatever the
 * engine.
 *
 * <p>Computed columns are taken out before learning and computed after drawing, rounded to the
 * column's digits. A column is blanked in rows to which it does not apply, a number is brought back
 * to its bounds; then what still breaks a rule or a condition gets the weight 0. Immutable; safe
 * for threads.
 */
public final class RuledModel implements RowSource {
    private final LearnedModel model;
    private final List<KnownRule> rules;
    private final RulePlan plan;
    private final Distances distances;
    private final ClockGrid grid;

    private RuledModel(LearnedModel model, RulePlanFile kept) {
        this.model = model;
        this.rules = List.copyOf(kept.rules());
        this.plan = kept.plan();
        this.distances = kept.distances();
        this.grid = kept.grid();
    }

    /**
     * Learns what the rules leave open.
     *
     * @param people n rows × p columns, derived ones included
     * @param rules stated ones first: of two ways to compute a column the first is taken
     */
    public static RuledModel learn(
            Learner learner, Table people, List<KnownRule> rules, Training training) {
        RulePlan plan = RulePlan.of(people, rules.stream().map(KnownRule::rule).toList());
        return learn(learner, plan.learnable(people), rules, plan, ClockGrid.of(people), training);
    }

    private static RuledModel learn(
            Learner learner,
            Table learnable,
            List<KnownRule> rules,
            RulePlan plan,
            ClockGrid grid,
            Training training) {
        Distances distances = Distances.of(learnable);
        return new RuledModel(
                learner.learn(distances.told(learnable), training),
                new RulePlanFile(rules, plan, distances, grid));
    }

    /**
     * Learns persons with their first rows; which columns are computed is told by all rows.
     *
     * @param rules stated ones first, of all rows
     */
    public static RuledModel learn(
            Learner learner,
            Histories people,
            HistoryLayout layout,
            List<KnownRule> rules,
            Training training) {
        List<TableRule> obeyed = rules.stream().map(KnownRule::rule).toList();
        Table firsts = people.firsts(layout);
        double[] lengths = firsts.column(layout.count());
        boolean none = Arrays.stream(lengths).anyMatch(n -> n == 0);
        Table rows = people.joined(layout);
        RulePlan plan = RulePlan.of(rows, obeyed, none ? layout.fixed() : Set.of());
        Set<String> ofRows =
                obeyed.stream()
                        .filter(r -> r instanceof OnlyIfRule)
                        .map(r -> (OnlyIfRule) r)
                        .filter(r -> r.parent().name().equals(layout.count()))
                        .map(OnlyIfRule::column)
                        .collect(Collectors.toSet());
        Table learnable = FirstRows.filled(plan.learnable(firsts), ofRows, lengths, training);
        return learn(learner, learnable, rules, plan, ClockGrid.of(rows), training);
    }

    /**
     * As {@link #learn}, by rules that were stated without a look at the table; of the rules only
     * what was stated is kept.
     */
    public static RuledModel learnUnseen(
            Learner learner, Table people, List<KnownRule> stated, Training training) {
        List<KnownRule> rules = stated.stream().map(KnownRule::withoutEvidence).toList();
        RulePlan plan =
                RulePlan.unseen(people.variables(), rules.stream().map(KnownRule::rule).toList());
        return new RuledModel(
                learner.learn(plan.learnable(people), training),
                new RulePlanFile(rules, plan, Distances.NONE, ClockGrid.NONE));
    }

    /** Whether a column is learned as the distance from another, or brought to a grid of times. */
    boolean isTold() {
        return !distances.all().isEmpty() || !grid.seconds().isEmpty();
    }

    /** The engine's model, of the learned columns alone. */
    public LearnedModel model() {
        return model;
    }

    public List<KnownRule> rules() {
        return rules;
    }

    @Override
    public List<Variable> variables() {
        return plan.variables();
    }

    @Override
    public void draw(
            double[][] columns,
            double[] weights,
            List<Allowance> allowed,
            long first,
            int count,
            SeedTree seeds) {
        List<Allowance> pushed = PushedDown.of(plan, allowed);
        List<Variable> learned = plan.learned();
        double[][] inner = new double[learned.size()][];
        List<Allowance> conditions = new ArrayList<>();
        for (int k = 0; k < inner.length; k++) {
            int own = plan.index(learned.get(k).name());
            inner[k] = own >= 0 ? columns[own] : new double[count];
            conditions.add(own >= 0 ? handed(own, pushed.get(own)) : Allowance.ANY);
        }
        int flag = (int) plan.variables().stream().filter(v -> plan.learns(v.name())).count();
        double[][] flags = new double[plan.variables().size()][];
        for (DerivedColumn d : plan.derived()) {
            if (d.missing() == DerivedColumn.Missing.FLAGGED) {
                int own = plan.index(d.rule().target());
                if (Allowances.needsValue(pushed.get(own))) {
                    conditions.set(flag, new Allowance.Levels(Set.of(0)));
                }
                flags[own] = inner[flag++];
            }
        }
        List<Allowance> handed = distances.conditions(learned, conditions);
        model.draw(inner, weights, handed, first, count, seeds);
        distances.undo(learned, inner, count);
        obey(columns, flags, weights, count);
        for (int k = 0; k < allowed.size(); k++) {
            test(allowed.get(k), columns[k], weights, count);
        }
    }

    /** The columns that the engine draws: computed ones are left out, flags stand behind. */
    List<Variable> learned() {
        return plan.learned();
    }

    /** A table of these columns as the engine learns it. */
    Table learnable(Table of) {
        return plan.learnable(of);
    }

    /**
     * Completes rows whose learned columns were drawn elsewhere.
     *
     * @param inner the {@link #learned} columns
     * @param columns all columns, to be filled
     * @param weights rows that break a rule get 0
     */
    void complete(double[][] inner, double[][] columns, double[] weights, int count) {
        List<Variable> learned = plan.learned();
        for (int k = 0; k < inner.length; k++) {
            int own = plan.index(learned.get(k).name());
            if (own >= 0) {
                System.arraycopy(inner[k], 0, columns[own], 0, count);
            }
        }
        int flag = (int) plan.variables().stream().filter(v -> plan.learns(v.name())).count();
        double[][] flags = new double[plan.variables().size()][];
        for (DerivedColumn d : plan.derived()) {
            if (d.missing() == DerivedColumn.Missing.FLAGGED) {
                flags[plan.index(d.rule().target())] = inner[flag++];
            }
        }
        obey(columns, flags, weights, count);
    }

    private void obey(double[][] columns, double[][] flags, double[] weights, int count) {
        grid.keep(plan, columns, count);
        plan.steps().forEach(step -> apply(step, columns, flags, count));
        plan.tests().forEach(test -> test(test, columns, weights, count));
    }

    /** A drawn value that is overwritten where it can be computed need not be in the range. */
    private Allowance handed(int column, Allowance asked) {
        String name = plan.variables().get(column).name();
        boolean overwritten = plan.derived().stream().anyMatch(d -> d.rule().target().equals(name));
        return overwritten && Allowances.needsValue(asked) ? Allowances.PRESENT : asked;
    }

    private void apply(TableRule step, double[][] columns, double[][] flags, int count) {
        double[][] read = read(step, columns);
        if (step instanceof OnlyIfRule only) {
            for (int i = 0; i < count; i++) {
                read[0][i] = only.forbids(read[1][i]) ? Double.NaN : read[0][i];
            }
        } else if (step instanceof BoundsRule bounds) {
            for (int i = 0; i < count; i++) {
                double v = read[0][i];
                read[0][i] =
                        v < bounds.low() ? bounds.low() : v > bounds.high() ? bounds.high() : v;
            }
        } else if (step instanceof Derivation d) {
            compute(d, read, flags[plan.index(d.target())], count);
        }
    }

    private void compute(Derivation rule, double[][] read, double[] flags, int count) {
        boolean kept = plan.missing(rule.target()) == DerivedColumn.Missing.KEPT;
        double[] in = new double[read.length - 1];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < in.length; k++) {
                in[k] = read[k + 1][i];
            }
            boolean complete = TableRule.complete(in);
            if (kept) {
                if (complete && !Double.isNaN(read[0][i])) {
                    read[0][i] = rule.value(in);
                }
            } else {
                boolean blank = flags != null && flags[i] == 1;
                read[0][i] = complete && !blank ? rule.value(in) : Double.NaN;
            }
        }
    }

    private void test(TableRule rule, double[][] columns, double[] weights, int count) {
        double[][] read = read(rule, columns);
        double[] row = new double[read.length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = read[k][i];
            }
            weights[i] = rule.holds(row) ? weights[i] : 0;
        }
    }

    private static void test(Allowance allowed, double[] column, double[] weights, int count) {
        if (!(allowed instanceof Allowance.Any)) {
            for (int i = 0; i < count; i++) {
                weights[i] = allowed.allows(column[i]) ? weights[i] : 0;
            }
        }
    }

    private double[][] read(TableRule rule, double[][] columns) {
        return rule.columns().stream().map(c -> columns[plan.index(c)]).toArray(double[][]::new);
    }

    /** Writes rules and model, to be read by {@link #read}. */
    public void write(DataOutput out) throws IOException {
        new RulePlanFile(rules, plan, distances, grid).write(out);
        model.write(out);
    }

    /**
     * Reads what {@link #write} wrote; the bytes may be anybody's.
     *
     * @param variables all columns of the table
     * @throws IOException if they are not such a model
     */
    public static RuledModel read(Learner learner, List<Variable> variables, DataInput in)
            throws IOException {
        RulePlanFile file = RulePlanFile.read(variables, in);
        return of(learner.read(file.plan().learned(), in), file);
    }

    /** The rules for a {@link ModelFile}, JSON values only; the model is written beside them. */
    public Map<String, Object> rulesJson() {
        return new RulePlanFile(rules, plan, distances, grid).json();
    }

    /**
     * A model that was read from a file, inside its rules.
     *
     * @param variables all columns of the table, computed ones included
     * @param rulesJson as {@link #rulesJson} gave it
     * @throws IOException if it is no such object, or of another model
     */
    public static RuledModel of(
            LearnedModel model, List<Variable> variables, Map<String, Object> rulesJson)
            throws IOException {
        return of(model, RulePlanFile.of(variables, rulesJson));
    }

    private static RuledModel of(LearnedModel model, RulePlanFile file) throws IOException {
        if (!Arrays.equals(model.variables().toArray(), file.plan().learned().toArray())) {
            throw new IOException("the model draws other columns than its rules need");
        }
        return new RuledModel(model, file);
    }
}
