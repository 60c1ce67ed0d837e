package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** People of a known distribution: numbers and categories that hang together, a tenth missing. */
final class MadePeople {
    static final List<Variable> VARIABLES =
            List.of(
                    Variable.number("age", "a", 0),
                    Variable.category("sex", List.of("female", "male")),
                    Variable.number("weight", "kg", 1),
                    Variable.number("sbp", "mm[Hg]", 0),
                    Variable.category("smoking", List.of("never", "former", "current")),
                    Variable.number("chol", "mg/dL", 0),
                    Variable.category("diabetes", List.of("no", "yes")));

    private MadePeople() {}

    /** People {@code first} to {@code first + n} − 1 of an endless population. */
    static Table of(int first, int n, long seed) {
        double[][] columns = new double[VARIABLES.size()][n];
        long purpose = new SeedTree(seed).purpose("people");
        for (int i = 0; i < n; i++) {
            long key = SeedTree.key(purpose, first + i);
            double age = 20 + Math.floor(60 * SeedTree.uniform(key, 0));
            int male = SeedTree.uniform(key, 1) < 0.5 ? 1 : 0;
            double weight = 60 + 14 * male + 0.1 * age + 12 * normal(key, 2);
            double sbp = 95 + 0.5 * age + 0.2 * (weight - 70) + 11 * normal(key, 5);
            double risk = -6 + 0.05 * age + 0.04 * (weight - 70);
            columns[0][i] = age;
            columns[1][i] = male;
            columns[2][i] = Math.rint(10 * weight) / 10;
            columns[3][i] = Math.rint(sbp);
            columns[4][i] = (int) (3 * Math.pow(SeedTree.uniform(key, 8), 1.5 + age / 100));
            columns[5][i] =
                    SeedTree.uniform(key, 9) < 0.1
                            ? Double.NaN
                            : Math.rint(190 + 0.3 * age + 35 * normal(key, 10));
            columns[6][i] = SeedTree.uniform(key, 13) < 1 / (1 + Math.exp(-risk)) ? 1 : 0;
        }
        return table(columns);
    }

    static Table table(double[][] columns) {
        double[] weights = new double[columns[0].length];
        Arrays.fill(weights, 1);
        return new Table(VARIABLES, columns, weights);
    }

    /** Each person four times, one row after the other, numbers a little different. */
    static Table visits(Table people, int which, long seed) {
        long key = SeedTree.key(new SeedTree(seed).purpose("visits"), which);
        int n = 4 * people.rows();
        double[][] columns = new double[VARIABLES.size()][n];
        for (int k = 0; k < columns.length; k++) {
            boolean number = !VARIABLES.get(k).isCategory();
            for (int i = 0; i < n; i++) {
                double change = number ? 2 * SeedTree.uniform(key, n * k + i) - 1 : 0;
                columns[k][i] = people.column(k)[i / 4] + change;
            }
        }
        return table(columns);
    }

    /** Rows drawn with replacement: the generator that copies. */
    static Table copied(Table from, int n, long seed) {
        long key = SeedTree.key(new SeedTree(seed).purpose("copied"), 0);
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> (int) (SeedTree.uniform(key, i) * from.rows()));
        return from.rows(rows);
    }

    /** Every column in an order of its own: the generator that knows no relation. */
    static Table shuffled(Table from, long seed) {
        double[][] columns = new double[from.variables().size()][];
        for (int k = 0; k < columns.length; k++) {
            double[] column = from.column(k);
            int[] order = Sample.of(column.length, column.length, new SeedTree(seed), "order " + k);
            columns[k] = Arrays.stream(order).mapToDouble(i -> column[i]).toArray();
        }
        return new Table(from.variables(), columns, from.weights());
    }

    /** Sum of draws, near enough to a normal: mean 0, variance 1. */
    private static double normal(long key, int k) {
        double sum = SeedTree.uniform(key, k) + SeedTree.uniform(key, k + 1);
        return (sum + SeedTree.uniform(key, k + 2) - 1.5) * 2;
    }
}
