package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Persons with several rows as one row each, so that they can be judged as persons: what stays the
 * same, the number of rows, and of what changes the first and last value; of numbers also the mean
 * and the mean distance from row to row, of categories the share of rows that differ from the one
 * before, of the order the mean gap.
 */
public final class PersonTable {
    private final Histories of;
    private final List<Variable> variables = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    private PersonTable(Histories of) {
        this.of = of;
    }

    /** N rows; missing where a person has no row or no known value. The same columns always. */
    public static Table of(Histories histories, HistoryLayout layout) {
        return new PersonTable(histories).table(layout);
    }

    private Table table(HistoryLayout layout) {
        for (Variable v : layout.fixedColumns()) {
            variables.add(v);
            values.add(of.persons().column(v.name()));
        }
        double[] count = new double[of.count()];
        Arrays.setAll(count, of::length);
        add(Variable.number(layout.count(), "", 0), count);
        for (Variable v : layout.changing()) {
            double[] column = of.rows().column(v.name());
            boolean order = layout.order().equals(java.util.Optional.of(v.name()));
            add(named(v, "first"), each(column, PersonTable::first));
            if (v.isCategory()) {
                add(named(v, "last"), each(column, PersonTable::last));
                add(number(v, "share changed"), each(column, PersonTable::changed));
            } else if (order || layout.dates().contains(v.name())) {
                add(number(v, "mean gap"), each(column, PersonTable::step));
            } else {
                add(named(v, "last"), each(column, PersonTable::last));
                add(number(v, "mean"), each(column, PersonTable::mean));
                add(number(v, "mean step"), each(column, PersonTable::step));
            }
        }
        double[] ones = new double[of.count()];
        Arrays.fill(ones, 1);
        return new Table(variables, values.toArray(double[][]::new), ones);
    }

    private void add(Variable variable, double[] column) {
        variables.add(variable);
        values.add(column);
    }

    private static Variable named(Variable v, String what) {
        return new Variable(
                "%s (%s)".formatted(v.name(), what), v.unit(), v.decimals(), v.levels());
    }

    private static Variable number(Variable v, String what) {
        return Variable.number("%s (%s)".formatted(v.name(), what), v.unit(), v.decimals() + 2);
    }

    private interface Summary {
        /**
         * @param known values of one person in order, at least one
         */
        double of(double[] known);
    }

    private double[] each(double[] column, Summary summary) {
        double[] out = new double[of.count()];
        for (int p = 0; p < out.length; p++) {
            double[] known =
                    Arrays.stream(column, of.starts()[p], of.starts()[p + 1])
                            .filter(v -> !Double.isNaN(v))
                            .toArray();
            out[p] = known.length == 0 ? Double.NaN : summary.of(known);
        }
        return out;
    }

    private static double first(double[] known) {
        return known[0];
    }

    private static double last(double[] known) {
        return known[known.length - 1];
    }

    private static double mean(double[] known) {
        return Arrays.stream(known).sum() / known.length;
    }

    private static double step(double[] known) {
        double sum = 0;
        for (int i = 1; i < known.length; i++) {
            sum += Math.abs(known[i] - known[i - 1]);
        }
        return known.length < 2 ? Double.NaN : sum / (known.length - 1);
    }

    private static double changed(double[] known) {
        int changed = 0;
        for (int i = 1; i < known.length; i++) {
            changed += known[i] != known[i - 1] ? 1 : 0;
        }
        return known.length < 2 ? Double.NaN : changed / (double) (known.length - 1);
    }
}
