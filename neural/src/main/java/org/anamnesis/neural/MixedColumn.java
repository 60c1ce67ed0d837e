package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.anamnesis.generate.Allowance;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * A column as a network with continuous inputs sees it: a number has a normal score and, if some
 * are missing, a choice of two; a category is a choice among its codes.
 */
final class MixedColumn {
    private final Coding coding;
    private final Coding.Restricted free;

    /** By code: its share of the people. */
    private final double[] shares;

    /** Options of the choice: codes that people have; of a number 0 (missing) and 1 (present). */
    private final int[] options;

    private MixedColumn(Coding coding, double[] shares) {
        this.coding = coding;
        this.free = coding.under(Allowance.ANY);
        this.shares = shares;
        int choices = isNumber() ? 2 : shares.length;
        this.options =
                IntStream.range(0, choices)
                        .filter(c -> (isNumber() && c == 1) ? shares[0] < 1 : shares[c] > 0)
                        .toArray();
    }

    static MixedColumn of(Table people, int j) {
        double[] values = people.column(j);
        double[] weights = people.weights();
        Coding coding = Coding.of(people.variables().get(j), values, weights, Coding.MOST);
        double[] shares = new double[coding.count()];
        double total = Arrays.stream(weights).sum();
        for (int i = 0; i < values.length; i++) {
            shares[coding.code(values[i], 0.5)] += weights[i] / total;
        }
        return new MixedColumn(coding, shares);
    }

    boolean isNumber() {
        return coding instanceof NumberCoding;
    }

    /** Of a number. */
    Margin margin() {
        return ((NumberCoding) coding).margin();
    }

    /** Number of options; 1 means that there is nothing to choose. */
    int options() {
        return options.length;
    }

    double share(int option) {
        return isNumber()
                ? (options[option] == 0 ? shares[0] : 1 - shares[0])
                : shares[options[option]];
    }

    /** Whether the column is absent at this option. */
    boolean missing(int option) {
        return options[option] == 0;
    }

    /** Option of a value; the first one for a value that nobody had. */
    int option(double value) {
        int code = isNumber() && Double.isFinite(value) ? 1 : coding.code(value, 0.5);
        int at = Arrays.binarySearch(options, code);
        return Math.max(0, at);
    }

    /** A value of a category at an option. */
    double level(int option, double u) {
        return free.value(options[option], u);
    }

    /** The people of this column who meet a condition. */
    Allowed under(Allowance allowed) {
        return new Allowed(coding.under(allowed), shares);
    }

    /** Values of people who meet a condition on one column. */
    static final class Allowed {
        private final Coding.Restricted restricted;
        private final double[] cumulative;

        private Allowed(Coding.Restricted restricted, double[] shares) {
            this.restricted = restricted;
            this.cumulative = new double[shares.length];
            double sum = 0;
            for (int c = 0; c < shares.length; c++) {
                sum += shares[c] * restricted.share(c);
                cumulative[c] = sum;
            }
        }

        /** Their share of all people, in [0, 1]. */
        double share() {
            return Math.min(1, cumulative[cumulative.length - 1]);
        }

        /** One of their values, by draws {@code first} and {@code first} + 1 of a key. */
        double value(long key, int first) {
            double u = SeedTree.uniform(key, first) * cumulative[cumulative.length - 1];
            int code = 0;
            while (code < cumulative.length - 1 && u >= cumulative[code]) {
                code++;
            }
            return restricted.value(code, SeedTree.uniform(key, first + 1));
        }
    }

    void write(DataOutput out) throws IOException {
        coding.write(out);
        Stored.write(out, shares);
    }

    static MixedColumn read(Variable variable, DataInput in) throws IOException {
        Coding coding = Coding.read(variable, in);
        double[] shares = Stored.doubles(in, 4 * Coding.MOST + 2);
        Stored.require(shares.length == coding.count(), "shares of a column");
        for (double share : shares) {
            Stored.require(share >= 0 && share <= 1.000001, "shares of a column");
        }
        MixedColumn column = new MixedColumn(coding, shares);
        Stored.require(column.options() > 0, "a column that somebody has");
        return column;
    }
}
