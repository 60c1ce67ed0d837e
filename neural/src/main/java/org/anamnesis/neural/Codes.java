package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** The codings of all columns of a table. */
record Codes(List<Coding> columns) {
    Codes {
        columns = List.copyOf(columns);
    }

    /**
     * @param most most codes of a numeric column beside "missing"
     */
    static Codes of(Table people, int most) {
        List<Coding> out = new ArrayList<>();
        for (int j = 0; j < people.variables().size(); j++) {
            out.add(Coding.of(people.variables().get(j), people.column(j), people.weights(), most));
        }
        return new Codes(out);
    }

    int size() {
        return columns.size();
    }

    int count(int column) {
        return columns.get(column).count();
    }

    /** p × n codes; where a value lies in its step or rounding is drawn. */
    int[][] of(Table people, long seed) {
        int[][] out = new int[size()][people.rows()];
        for (int j = 0; j < size(); j++) {
            Draws draws = Draws.of(seed, "codes", j);
            double[] values = people.column(j);
            for (int i = 0; i < values.length; i++) {
                out[j][i] = columns.get(j).code(values[i], draws.uniform());
            }
        }
        return out;
    }

    void write(DataOutput out) throws IOException {
        for (Coding coding : columns) {
            coding.write(out);
        }
    }

    static Codes read(List<Variable> variables, DataInput in) throws IOException {
        List<Coding> out = new ArrayList<>();
        for (Variable variable : variables) {
            out.add(Coding.read(variable, in));
        }
        return new Codes(out);
    }
}
