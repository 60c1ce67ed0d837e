package org.anamnesis.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whose the rows of a table are.
 *
 * @param key name of the column that says it, where persons have several rows
 * @param of number of the person of each row, from 0 in the order in which they first come
 * @param count number of persons
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, never changed
record Persons(Optional<String> key, int[] of, int count) {
    /**
     * Rows a person at least, on average: below it, repeats are as likely errors of entry as
     * visits.
     */
    private static final double ROWS_EACH = 1.1;

    /** Likewise where only a number in the header and the order of the rows speak for persons. */
    private static final double ROWS_TOGETHER = 1.5;

    /** Share of neighbouring rows of a person in which what stays the same may differ by error. */
    private static final double STAYS = 0.005;

    /** Share of neighbouring persons in which it differs at least: two equal sexes do in a half. */
    private static final double CHANGES = 0.2;

    /** Fewer groups are centres or arms, not persons. */
    private static final int LEAST = 8;

    /** Letters, and a number without a point. */
    private static final String COUNTED = "\\p{L}[\\p{L} _#:-]*\\d{1,12}";

    /** Share of neighbouring rows of a person that a column must tell apart to be their order. */
    private static final double ORDERED = 0.95;

    /** Persons by the first column whose header names them and whose values repeat. */
    static Persons of(SourceTable table) {
        for (int k = 0; k < table.names().size(); k++) {
            TextColumn c = table.column(k);
            boolean repeats =
                    !c.overflowed()
                            && c.distinct() >= LEAST
                            && c.size() >= ROWS_EACH * c.distinct();
            if (repeats && Keys.isPerson(table.names().get(k))) {
                return by(table, k);
            }
        }
        for (int k = 0; k < table.names().size(); k++) {
            String name = table.names().get(k);
            boolean numbers =
                    Keys.isNumbered(name)
                            || Keys.isStay(name)
                            || (!Keys.isOfThing(name) && counted(table.column(k)));
            if (numbers && together(table, k)) {
                return by(table, k);
            }
        }
        return each(table.rows());
    }

    /**
     * Whether a column with a number of somebody, whoever that is, numbers persons: rows of the
     * same number stand together, and something stays the same in them that differs elsewhere.
     */
    private static boolean together(SourceTable table, int column) {
        TextColumn c = table.column(column);
        if (c.overflowed()
                || c.distinct() < Profiler.LEAST_ROWS
                || c.size() < ROWS_TOGETHER * c.distinct()) {
            return false;
        }
        int runs = 1;
        for (int i = 1; i < c.size(); i++) {
            runs += c.code(i) == c.code(i - 1) ? 0 : 1;
        }
        return runs == c.distinct()
                && IntStream.range(0, table.names().size())
                        .anyMatch(k -> k != column && stays(table.column(k), c));
    }

    /**
     * Whether the texts are numbers behind the same letters, as whoever numbers people by hand
     * writes them: "ICU001", "P-17". Codes of a catalogue have other letters, measured values none.
     */
    private static boolean counted(TextColumn of) {
        if (of.overflowed() || of.distinct() < Profiler.LEAST_ROWS) {
            return false;
        }
        Set<String> letters = new HashSet<>();
        for (int code = 0; code < of.distinct() && letters.size() < 2; code++) {
            String text = of.text(code);
            if (!MissingMarks.isMark(text)) {
                letters.add(text.matches(COUNTED) ? text.replaceAll("\\d+$", "") : "");
            }
        }
        return letters.size() == 1 && !letters.contains("");
    }

    /** Whether a column is the same in neighbouring rows of one number, and often not in others. */
    private static boolean stays(TextColumn of, TextColumn number) {
        if (of.overflowed() || of.distinct() < 2) {
            return false;
        }
        int within = 0;
        int between = 0;
        int runs = 1;
        for (int i = 1; i < of.size(); i++) {
            boolean differs = of.code(i) != of.code(i - 1);
            if (number.code(i) == number.code(i - 1)) {
                within += differs ? 1 : 0;
            } else {
                between += differs ? 1 : 0;
                runs++;
            }
        }
        return within <= STAYS * of.size() && between > CHANGES * runs;
    }

    /** Each row a person of its own. */
    static Persons each(int rows) {
        int[] own = new int[rows];
        Arrays.setAll(own, i -> i);
        return new Persons(Optional.empty(), own, rows);
    }

    /** Persons by a column; a row without an entry is a person of its own. */
    static Persons by(SourceTable table, int column) {
        TextColumn c = table.column(column);
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] of = new int[c.size()];
        int count = 0;
        for (int i = 0; i < of.length; i++) {
            int code = c.code(i);
            Integer known = MissingMarks.isMark(c.text(code)) ? null : numbers.get(code);
            if (known == null) {
                known = count++;
                numbers.put(code, known);
            }
            of[i] = known;
        }
        return new Persons(Optional.of(table.names().get(column)), of, count);
    }

    /** The text of each person in the column that says whose rows are; empty if she has none. */
    List<String> keys(TextColumn column) {
        String[] keys = new String[count];
        for (int i = 0; i < of.length; i++) {
            String text = column.text(column.code(i));
            keys[of[i]] = MissingMarks.isMark(text) ? "" : text;
        }
        return List.of(keys);
    }

    /** Persons of each text of a column, in the order of the cells' codes. */
    long[] people(TextColumn column, Cells cells) {
        if (key.isEmpty()) {
            return Arrays.stream(cells.counts()).asLongStream().toArray();
        }
        long[] byCode = new long[column.distinct()];
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < column.size(); i++) {
            int code = column.code(i);
            if (cells.has(code) && seen.add((long) code << 32 | of[i])) {
                byCode[code]++;
            }
        }
        return Arrays.stream(cells.codes()).mapToLong(c -> byCode[c]).toArray();
    }

    /**
     * The column by which a person's rows follow each other: one whose header says so and whose
     * values differ within a person, or else a number or date that rises with the rows, or else the
     * start of intervals that do not overlap.
     *
     * @param names of the columns
     * @param values of each, NaN for missing; empty for one that has no order
     */
    Optional<String> order(List<String> names, List<double[]> values) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        for (boolean named : new boolean[] {true, false}) {
            for (int k = 0; k < names.size(); k++) {
                double[] v = values.get(k);
                boolean candidate = v.length > 0 && (!named || Keys.isOrder(names.get(k)));
                if (candidate && ordered(v, named) >= ORDERED) {
                    return Optional.of(names.get(k));
                }
            }
        }
        return intervals(values).map(names::get);
    }

    /**
     * The start of a person's intervals, in whatever order the rows stand: sorted by it, no row
     * begins before the one before ends.
     */
    private Optional<Integer> intervals(List<double[]> values) {
        Integer[] rows = new Integer[of.length];
        for (int a = 0; a < values.size(); a++) {
            double[] start = values.get(a);
            if (start.length == 0 || ordered(start, true) < ORDERED) {
                continue;
            }
            Arrays.setAll(rows, i -> i);
            Arrays.sort(
                    rows,
                    Comparator.comparingInt((Integer i) -> of[i]).thenComparing(i -> start[i]));
            for (double[] stop : values) {
                if (stop != start && stop.length > 0 && follow(rows, start, stop)) {
                    return Optional.of(a);
                }
            }
        }
        return Optional.empty();
    }

    private boolean follow(Integer[] sorted, double[] start, double[] stop) {
        int pairs = 0;
        for (int n = 0; n < sorted.length; n++) {
            int i = sorted[n];
            if (!(stop[i] >= start[i])) {
                return false;
            }
            if (n > 0 && of[sorted[n - 1]] == of[i]) {
                if (start[i] < stop[sorted[n - 1]]) {
                    return false;
                }
                pairs++;
            }
        }
        return pairs >= Interval.STEPS;
    }

    /** Share of a person's neighbouring rows that differ, or if direction counts, that rise. */
    private double ordered(double[] values, boolean differ) {
        double[] last = new double[count];
        Arrays.fill(last, Double.NaN);
        boolean[] seen = new boolean[count];
        long pairs = 0;
        long good = 0;
        for (int i = 0; i < values.length; i++) {
            int p = of[i];
            if (seen[p]) {
                pairs++;
                good += (differ ? Math.abs(values[i] - last[p]) : values[i] - last[p]) > 0 ? 1 : 0;
            }
            seen[p] = true;
            last[p] = values[i];
        }
        return pairs == 0 ? 0 : good / (double) pairs;
    }
}
