package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * @param interval what the rows are, if none begins before the one before ends
 * @param ending levels of each change behind which a person has no row: death, end of study
 */
record StepLayout(
        List<Variable> learned,
        List<Integer> fixed,
        List<Integer> places,
        List<Change> changes,
        int order,
        boolean strict,
        Optional<Interval> interval,
        List<Set<Integer>> ending) {
    StepLayout {
        learned = List.copyOf(learned);
        fixed = List.copyOf(fixed);
        places = List.copyOf(places);
        changes = List.copyOf(changes);
        ending = List.copyOf(ending);
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
        double[][] values = places.stream().map(rows::column).toArray(double[][]::new);
        String[] alike =
                changes.stream()
                        .map(
                                c ->
                                        c.variable().isCategory()
                                                ? ""
                                                : c.date() + " " + c.variable().unit())
                        .toArray(String[]::new);
        return new StepLayout(
                rows.variables(),
                fixed,
                places,
                changes,
                order,
                strict(times, of),
                Interval.of(values, alike, order, of.starts()),
                changes.stream()
                        .map(c -> Endings.of(c.variable(), values[changes.indexOf(c)], of.starts()))
                        .toList());
    }

    /** The stop of a person's last row, if rows are intervals; NaN if it is not known. */
    private double stop(Past past, int person) {
        int k = interval.orElseThrow().stop();
        boolean offset = changes.get(k).way() == Change.Way.OFFSET;
        return past.previous(k, person) + (offset ? past.previous(order, person) : 0);
    }

    private boolean begins(int change) {
        return interval.filter(i -> i.start() == change).isPresent();
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
            block[at + k][row] =
                    begins(k)
                            ? interval.get().told(values[k], stop(past, person))
                            : changes.get(k).told(values[k], past.last(k, person), now);
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
        return begins(change)
                ? interval.get().value(told, stop(past, person))
                : changes.get(change).value(told, past.last(change, person), now);
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
        now = order >= 0 && begins(order) ? stop(past, person) : now;
        for (int k = 0; k < values.length; k++) {
            Change c = changes.get(k);
            double before = past.previous(k, person);
            values[k] = c.way() == Change.Way.OFFSET ? c.value(before, Double.NaN, now) : before;
        }
        if (order >= 0) {
            values[order] = now;
        }
        interval.filter(i -> changes.get(i.stop()).way() != Change.Way.OFFSET)
                .ifPresent(
                        i -> {
                            double length =
                                    past.previous(i.stop(), person)
                                            - past.previous(i.start(), person);
                            values[i.start()] = stop(past, person);
                            values[i.stop()] = values[i.start()] + length;
                        });
        return values;
    }

    /** Whether what a row says is the end of a person's rows. */
    boolean ends(double[] values) {
        for (int k = 0; k < values.length; k++) {
            if (!ending.get(k).isEmpty() && ending.get(k).contains((int) values[k])) {
                return true;
            }
        }
        return false;
    }

    /** Whether an interval ends where time does, so that none can begin there. */
    private boolean full(double[] values) {
        return strict
                && interval.filter(i -> i.most() == 0)
                        .filter(i -> changes.get(i.stop()).way() == Change.Way.STEP)
                        .filter(i -> !changes.get(i.stop()).date())
                        .filter(i -> values[i.stop()] >= changes.get(i.stop()).high())
                        .isPresent();
    }

    /**
     * Whether a row may follow: its order is later, or not earlier where that is met; and it says
     * no end if others are to come.
     */
    boolean follows(Past past, int person, double[] values, boolean last) {
        if (!last && (ends(values) || full(values))) {
            return false;
        }
        if (order < 0) {
            return true;
        }
        double before = past.last(order, person);
        double now = values[order];
        return Double.isNaN(before) || Double.isNaN(now) || (strict ? now > before : now >= before);
    }
}
