package org.anamnesis.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * The table from which steps are learned: what stays the same, the past, and what is told of the
 * next row.
 *
 * @param learned columns that an engine learns of a row, see {@link RuledModel#learned}
 * @param fixed places of those that stay the same in a person
 * @param places of those that change
 * @param changes how each of these goes on
 * @param order place of the order among the changes; −1 if there is none
 * @param strict whether no two rows of a person have the same order
 */
record StepLayout(
        List<Variable> learned,
        List<Integer> fixed,
        List<Integer> places,
        List<Change> changes,
        int order,
        boolean strict) {
    StepLayout {
        learned = List.copyOf(learned);
        fixed = List.copyOf(fixed);
        places = List.copyOf(places);
        changes = List.copyOf(changes);
    }

    /**
     * @param rows the learned columns of all rows
     */
    static StepLayout of(Table rows, Histories of, HistoryLayout columns) {
        List<Integer> fixed = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<String> own = columns.columns().stream().map(Variable::name).toList();
        for (int k = 0; k < rows.variables().size(); k++) {
            String name = rows.variables().get(k).name();
            boolean stays =
                    own.contains(name)
                            ? columns.fixed().contains(name)
                            : constant(rows.column(k), of);
            if (!name.equals(columns.count())) {
                (stays ? fixed : places).add(k);
            }
        }
        int order = columns.order().map(o -> places.indexOf(rows.indexOf(o))).orElse(-1);
        double[] none = new double[rows.rows()];
        Arrays.fill(none, Double.NaN);
        double[] times = order < 0 ? none : rows.column(places.get(order));
        boolean dated = columns.order().filter(columns.dates()::contains).isPresent();
        List<Change> changes = new ArrayList<>();
        for (int k : places) {
            Variable v = rows.variables().get(k);
            boolean date = columns.dates().contains(v.name());
            boolean isOrder = order >= 0 && k == places.get(order);
            changes.add(
                    new ChangeSearch(v, date, rows.column(k), of.starts())
                            .found(times, isOrder, dated));
        }
        return new StepLayout(rows.variables(), fixed, places, changes, order, strict(times, of));
    }

    private static boolean constant(double[] column, Histories of) {
        for (int p = 0; p < of.count(); p++) {
            for (int i = of.starts()[p] + 1; i < of.starts()[p + 1]; i++) {
                if (Double.compare(column[i], column[i - 1]) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean strict(double[] times, Histories of) {
        for (int p = 0; p < of.count(); p++) {
            for (int i = of.starts()[p] + 1; i < of.starts()[p + 1]; i++) {
                if (times[i] == times[i - 1]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Number of the given columns. */
    int given() {
        return fixed.size() + Past.givenColumns(changes, order).size();
    }

    /** All columns of the table of steps; their names are of no user. */
    List<Variable> variables() {
        List<Variable> out = new ArrayList<>();
        for (int k : fixed) {
            Variable v = learned.get(k);
            out.add(new Variable("fixed " + k, v.unit(), v.decimals(), v.levels()));
        }
        out.addAll(Past.givenColumns(changes, order));
        for (int k = 0; k < changes.size(); k++) {
            Variable v = changes.get(k).variable();
            out.add(new Variable("next " + k, v.unit(), v.decimals(), v.levels()));
        }
        return out;
    }

    /** The changing columns of a table of {@link #learned} ones. */
    double[][] changing(Table rows) {
        return places.stream().map(rows::column).toArray(double[][]::new);
    }

    /** Likewise those that stay the same. */
    double[][] fixed(Table rows) {
        return fixed.stream().map(rows::column).toArray(double[][]::new);
    }

    /**
     * Fills what is given of the persons' next rows.
     *
     * @param stays the columns that stay the same
     * @param at which row of them a person has
     */
    void give(
            Past past,
            int[] who,
            int before,
            int[] left,
            double[][] stays,
            IntUnaryOperator at,
            double[][] block) {
        for (int k = 0; k < stays.length; k++) {
            for (int i = 0; i < who.length; i++) {
                block[k][i] = stays[k][at.applyAsInt(who[i])];
            }
        }
        past.given(who, before, left, block, stays.length);
    }

    /** Fills what is told of a person's next row. */
    void tell(Past past, int person, double[] values, double[][] block, int row) {
        int at = given();
        for (int k = 0; k < values.length; k++) {
            double now = order < 0 ? Double.NaN : values[order];
            block[at + k][row] = changes.get(k).told(values[k], past.last(k, person), now);
        }
    }

    /** The next row's values out of what was drawn. */
    double[] values(Past past, int person, double[][] block, int row) {
        int at = given();
        double[] values = new double[changes.size()];
        if (order >= 0) {
            values[order] = value(past, person, order, block[at + order][row], Double.NaN);
        }
        for (int k = 0; k < values.length; k++) {
            if (k != order) {
                double now = order < 0 ? Double.NaN : values[order];
                values[k] = value(past, person, k, block[at + k][row], now);
            }
        }
        return values;
    }

    private double value(Past past, int person, int change, double told, double now) {
        return changes.get(change).value(told, past.last(change, person), now);
    }

    /**
     * The row before once more, later by the least that is usual: what obeyed the rules does so
     * again.
     */
    double[] again(Past past, int person) {
        double[] values = new double[changes.size()];
        double now = Double.NaN;
        if (order >= 0) {
            Change c = changes.get(order);
            double gap = c.date() ? Math.max(c.low(), strict ? 1 : 0) : 1;
            now = past.previous(order, person) + gap;
        }
        for (int k = 0; k < values.length; k++) {
            Change c = changes.get(k);
            double before = past.previous(k, person);
            values[k] = c.way() == Change.Way.OFFSET ? c.value(before, Double.NaN, now) : before;
        }
        if (order >= 0) {
            values[order] = now;
        }
        return values;
    }

    /** Whether a row may follow: its order is later, or not earlier where that is met. */
    boolean follows(Past past, int person, double[] values) {
        if (order < 0) {
            return true;
        }
        double before = past.last(order, person);
        double now = values[order];
        return Double.isNaN(before) || Double.isNaN(now) || (strict ? now > before : now >= before);
    }

    void write(DataOutput out) throws IOException {
        indices(out, fixed);
        indices(out, places);
        out.writeInt(order);
        out.writeBoolean(strict);
        for (Change c : changes) {
            out.writeUTF(c.way().name());
            out.writeDouble(c.low());
            out.writeDouble(c.high());
            out.writeDouble(c.base());
            out.writeBoolean(c.rises());
            out.writeBoolean(c.falls());
            out.writeBoolean(c.missing());
            indices(out, c.lasting().stream().sorted().toList());
        }
    }

    private static void indices(DataOutput out, List<Integer> list) throws IOException {
        out.writeInt(list.size());
        for (int i : list) {
            out.writeInt(i);
        }
    }

    /** Different indices below {@code most}. */
    private static List<Integer> indices(DataInput in, int most) throws IOException {
        int n = in.readInt();
        if (n < 0 || n > most) {
            throw new IOException(n + " columns of " + most);
        }
        Set<Integer> seen = new HashSet<>();
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int k = in.readInt();
            if (k < 0 || k >= most || !seen.add(k)) {
                throw new IOException("no such column: " + k);
            }
            list.add(k);
        }
        return list;
    }

    /** Reads what {@link #write} wrote; the bytes may be anybody's. */
    static StepLayout read(List<Variable> learned, HistoryLayout columns, DataInput in)
            throws IOException {
        List<Integer> fixed = indices(in, learned.size());
        List<Integer> places = indices(in, learned.size());
        int order = in.readInt();
        boolean strict = in.readBoolean();
        if (order < -1 || order >= places.size() || places.stream().anyMatch(fixed::contains)) {
            throw new IOException("order of " + order);
        }
        List<Change> changes = new ArrayList<>();
        for (int k : places) {
            changes.add(change(learned.get(k), columns, order >= 0, in));
        }
        return new StepLayout(learned, fixed, places, changes, order, strict);
    }

    private static Change change(
            Variable variable, HistoryLayout columns, boolean ordered, DataInput in)
            throws IOException {
        Change.Way way = way(in.readUTF());
        double low = in.readDouble();
        double high = in.readDouble();
        double base = in.readDouble();
        boolean rises = in.readBoolean();
        boolean falls = in.readBoolean();
        boolean missing = in.readBoolean();
        Set<Integer> lasting = Set.copyOf(indices(in, variable.levels().size()));
        if (way == Change.Way.OFFSET && !ordered) {
            throw new IOException("a distance from no date");
        }
        try {
            return new Change(
                    variable,
                    columns.dates().contains(variable.name()),
                    way,
                    low,
                    high,
                    base,
                    rises,
                    falls,
                    missing,
                    lasting);
        } catch (IllegalArgumentException e) {
            throw new IOException("no such change", e);
        }
    }

    private static Change.Way way(String name) throws IOException {
        try {
            return Change.Way.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("no such way to change", e);
        }
    }
}
