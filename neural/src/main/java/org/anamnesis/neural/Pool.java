package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.generate.Allowance;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * Rows that a model has drawn freely, kept beside it to answer what values the columns of a
 * condition have together. They are not people of the table.
 */
final class Pool {
    static final int ROWS = 2048;

    /** With fewer rows that meet all conditions, their values would come again and again. */
    private static final int ENOUGH = 30;

    private final double[][] columns;

    /**
     * @param columns p × rows
     */
    Pool(double[][] columns) {
        this.columns = columns;
    }

    /** Values of the columns of a condition, by row, and how usual they are. */
    interface Given {
        /** Chance that a free draw meets the conditions, in [0, 1]. */
        double share();

        /** The value of a column of a condition in the row whose draws these are. */
        double value(int column, long key);
    }

    /**
     * Values from the pool's rows that meet all conditions; if these are few, from each column by
     * itself, as if the columns had nothing to do with one another.
     *
     * @param asked the conditions that ask for something
     */
    Given given(List<Allowance> allowed, Asked asked, List<MixedColumn> mixed) {
        int rows = columns[0].length;
        int[] conditions = asked.columns;
        int[] meet = IntStream.range(0, rows).filter(i -> asked.met(columns, i)).toArray();
        if (meet.length >= ENOUGH && conditions.length > 1) {
            return new Given() {
                @Override
                public double share() {
                    return (double) meet.length / rows;
                }

                @Override
                public double value(int column, long key) {
                    return columns[column][meet[(int) (SeedTree.uniform(key, 0) * meet.length)]];
                }
            };
        }
        MixedColumn.Allowed[] apart = new MixedColumn.Allowed[columns.length];
        double share = 1;
        for (int j : conditions) {
            apart[j] = mixed.get(j).under(allowed.get(j));
            share *= apart[j].share();
        }
        double product = share;
        return new Given() {
            @Override
            public double share() {
                return product;
            }

            @Override
            public double value(int column, long key) {
                return apart[column].value(key, 2 * column);
            }
        };
    }

    void write(DataOutput out) throws IOException {
        for (double[] column : columns) {
            Stored.write(out, column);
        }
    }

    static Pool read(List<Variable> variables, DataInput in) throws IOException {
        double[][] columns = new double[variables.size()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Stored.doubles(in, ROWS);
            Stored.require(columns[j].length > 0 && columns[j].length == columns[0].length, "rows");
            int levels = variables.get(j).levels().size();
            for (double value : columns[j]) {
                boolean level = value >= 0 && value < levels && value == (int) value;
                Stored.require(
                        Double.isNaN(value) || (levels > 0 ? level : Double.isFinite(value)),
                        "a value of the column");
            }
        }
        return new Pool(columns);
    }
}
