package org.anamnesis.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * The engine that breaks most rules: each column is drawn by itself from 64 of its values, and
 * numbers are moved a little out of their bounds. Conditions cost a row its weight.
 */
final class Shuffling implements Learner {
    private static final int KEPT = 64;

    @Override
    public String name() {
        return "shuffling";
    }

    @Override
    public LearnedModel learn(Table people, Training training) {
        double[][] values = new double[people.variables().size()][KEPT];
        for (int k = 0; k < values.length; k++) {
            for (int i = 0; i < KEPT; i++) {
                values[k][i] = people.column(k)[(int) ((long) i * people.rows() / KEPT)];
            }
        }
        return new Model(people.variables(), values);
    }

    @Override
    public LearnedModel read(List<Variable> variables, DataInput in) throws IOException {
        double[][] values = new double[variables.size()][KEPT];
        for (double[] column : values) {
            for (int i = 0; i < KEPT; i++) {
                column[i] = in.readDouble();
            }
        }
        return new Model(variables, values);
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Model(List<Variable> variables, double[][] values) implements LearnedModel {
        @Override
        public String engine() {
            return "shuffling";
        }

        @Override
        public void draw(
                double[][] columns,
                double[] weights,
                List<Allowance> allowed,
                long first,
                int count,
                SeedTree seeds) {
            for (int i = 0; i < count; i++) {
                long key = SeedTree.key(seeds.purpose("shuffling"), first + i);
                weights[i] = 1;
                for (int k = 0; k < values.length; k++) {
                    double v = values[k][(int) (KEPT * SeedTree.uniform(key, 2 * k))];
                    if (!variables.get(k).isCategory()) {
                        v += Math.rint(4 * SeedTree.uniform(key, 2 * k + 1) - 2);
                    }
                    columns[k][i] = v;
                    weights[i] *= allowed.get(k).allows(v) ? 1 : 0;
                }
            }
        }

        @Override
        public void write(DataOutput out) throws IOException {
            for (double[] column : values) {
                for (double v : column) {
                    out.writeDouble(v);
                }
            }
        }
    }

    /** Conditions on nothing. */
    static List<Allowance> free(List<Variable> variables) {
        return new ArrayList<>(java.util.Collections.nCopies(variables.size(), Allowance.ANY));
    }
}
