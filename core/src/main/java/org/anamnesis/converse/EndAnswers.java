package org.anamnesis.converse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.Target;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Which wishes are about answers that end a person's rows, as a death does: what nobody has in a
 * first row.
 */
final class EndAnswers {
    private EndAnswers() {}

    /** Levels behind which a person has no row, by column of the model. */
    static Map<Integer, Set<Integer>> endings(ModelFile model) {
        Map<Integer, Set<Integer>> endings = new HashMap<>();
        List<Variable> variables = model.rows().variables();
        model.histories()
                .ifPresent(
                        h ->
                                h.later()
                                        .endings()
                                        .forEach(
                                                (name, levels) ->
                                                        endings.put(
                                                                index(variables, name), levels)));
        return endings;
    }

    private static int index(List<Variable> variables, String name) {
        return variables.stream().map(Variable::name).toList().indexOf(name);
    }

    /** Whether a share is of persons with an end, or without. */
    static boolean ask(ModelFile model, Target target) {
        return target.isShare()
                && ask(target.columns(), target::counts, model.rows().variables(), endings(model));
    }

    /** Whether a part of conditions is of ends. */
    static Predicate<Conditions.Part> of(ModelFile model, Conditions conditions) {
        List<Variable> variables = model.rows().variables();
        Map<Integer, Set<Integer>> endings = endings(model);
        return p ->
                ask(
                        p.columns(),
                        t -> conditions.of(p::equals, variables).met(t),
                        variables,
                        endings);
    }

    /** Whether a condition is of ends. */
    static boolean ask(ModelFile model, String condition) {
        List<Variable> variables = model.rows().variables();
        Conditions read = Conditions.read(List.of(condition), variables);
        return read.parts().stream().anyMatch(of(model, read));
    }

    /**
     * Whether what is asked is of answers that end the rows, or of all others: "died", "did not
     * die". One of several others, as the first of some visits, is of a person's first row.
     *
     * @param met which rows of a table are so
     */
    private static boolean ask(
            Set<Integer> columns,
            Function<Table, boolean[]> met,
            List<Variable> variables,
            Map<Integer, Set<Integer>> endings) {
        List<Integer> of = columns.stream().filter(endings::containsKey).toList();
        if (of.size() != 1 || columns.size() > 1) {
            return !of.isEmpty();
        }
        int k = of.get(0);
        int levels = variables.get(k).levels().size();
        double[][] values = new double[variables.size()][levels];
        double[] ones = new double[levels];
        Arrays.fill(ones, 1);
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        Arrays.setAll(values[k], l -> l);
        boolean[] asked = met.apply(new Table(variables, values, ones));
        boolean ends = true;
        boolean others = true;
        for (int l = 0; l < levels; l++) {
            boolean end = endings.get(k).contains(l);
            ends &= !asked[l] || end;
            others &= asked[l] != end;
        }
        return ends || others;
    }
}
