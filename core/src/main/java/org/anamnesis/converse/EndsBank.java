package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.RowSource;
import org.anamnesis.learn.sample.Conditions;
import org.anamnesis.learn.sample.Sample;
import org.anamnesis.learn.sample.SampleRequest;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.learn.sample.Target;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Persons made with all their rows, as a source from which some are taken who together come to what
 * is asked: a row each, and behind its columns the number of the person.
 */
final class EndsBank implements RowSource {
    private final List<Variable> variables;
    private final double[][] columns;
    private final int persons;

    /**
     * @param firsts a row a person, in several tables; not empty
     */
    EndsBank(List<Table> firsts) {
        List<Variable> own = firsts.get(0).variables();
        List<Variable> all = new ArrayList<>(own);
        all.add(Variable.number("", "1", 0)); // no column of a table has this name
        this.variables = List.copyOf(all);
        this.persons = firsts.stream().mapToInt(Table::rows).sum();
        this.columns = new double[all.size()][persons];
        int at = 0;
        for (Table t : firsts) {
            for (int k = 0; k < own.size(); k++) {
                System.arraycopy(t.column(k), 0, columns[k], at, t.rows());
            }
            at += t.rows();
        }
        Arrays.setAll(columns[own.size()], i -> i);
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public void draw(
            double[][] into,
            double[] weights,
            List<Allowance> allowed,
            long first,
            int count,
            SeedTree seeds) {
        for (int i = 0; i < count; i++) {
            boolean there = first + i < persons;
            weights[i] = there ? 1 : 0; // nobody is made a second time
            for (int k = 0; k < columns.length; k++) {
                into[k][i] = there ? columns[k][(int) (first + i)] : Double.NaN;
            }
        }
    }

    /**
     * Numbers of so many persons who together come to the targets.
     *
     * @throws org.anamnesis.problem.RequestException if none of the persons do, with the nearest
     */
    int[] taken(int count, List<Target> targets, long seed) {
        Conditions none = Conditions.none(variables);
        Sample sample = Sampler.draw(this, new SampleRequest(count, none, targets, persons, seed));
        double[] number = sample.table().column(variables.size() - 1);
        return Arrays.stream(number).mapToInt(n -> (int) n).toArray();
    }
}
