package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedGroup;
import org.anamnesis.population.RowTest;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Hands each patient the given columns: those that the request is about, taken together from one
 * row of the reference people, so that selections hold by construction and asked shares come out to
 * the last patient.
 *
 * <p>Numbers move a little as in {@link Donors}; a move that would change the answer to any test is
 * undone. Without targets a patient's row depends on seed and number alone. With targets the
 * patients are dealt to cells (which shares they meet) by a keyed permutation, and within a cell
 * drawn systematically along the columns whose means were asked. A group of patients is one more
 * such answer: cells belong to a group, rows to one group or to several.
 */
final class StartRows {
    private final GenerationPlan plan;
    private final Table people;
    private final int given;
    private final Donors[] donors;
    private final int[][] donorOf;
    private final RowProbe probe;

    /** Which rows start patients, by group; one entry if there are no groups. */
    private final List<Arm> arms;

    /** Rows in cell order, with the running sum of their weights. */
    private final int[] order;

    private final double[] cumulative;

    /** Per cell: first position in {@link #order}, one past the last, first patient place. */
    private final int[] cellFrom;

    private final int[] cellTo;
    private final long[] placeFrom;
    private final int[] groupOf;

    /** First patient place of each arm. */
    private final long[] armFrom;

    private final long[] answers;

    /** By an asked share among whose patients drugs are dealt: see {@link #before(RowTest)}. */
    private final Map<RowTest, long[]> before = new HashMap<>();

    /**
     * Where each patient of a block stands.
     *
     * @param first number of the first patient
     * @param count how many
     * @param groups one a patient
     * @param places of all patients, one a patient
     * @param of by which rows they are started
     */
    @SuppressWarnings("ArrayRecordComponent") // one entry a patient, never compared
    record Started(long first, int count, double[] groups, long[] places, StartRows of) {
        /** Number of the group; 0 if there are none. */
        int group(int i) {
            return (int) groups[i];
        }

        /** Place among the patients of the group, 0 to their number − 1. */
        long place(int i) {
            return places[i] - of.armFrom[group(i)];
        }

        /**
         * Place among those who meet an asked share, 0 to their number − 1; −1 for who does not.
         */
        long place(int i, RowTest share) {
            return of.among(places[i], share);
        }
    }

    /**
     * A group, or everyone.
     *
     * @param mask bits of the shares that are asked of it
     */
    @SuppressWarnings("ArrayRecordComponent") // one weight a row, never compared
    private record Arm(double[] weights, long patients, long mask) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Cell(int arm, int[] rows) {}

    StartRows(GenerationPlan plan) {
        this.plan = plan;
        this.people = plan.people();
        this.given = plan.given();
        probe = new RowProbe(plan);
        int[] rows =
                IntStream.range(0, people.rows()).filter(i -> plan.startWeights()[i] > 0).toArray();
        donors = new Donors[given];
        donorOf = new int[given][];
        for (int k = 0; k < given; k++) {
            prepare(k, rows);
        }
        answers = new long[people.rows()];
        double[] values = new double[given];
        for (int i : rows) {
            for (int k = 0; k < given; k++) {
                values[k] = people.column(k)[i];
            }
            answers[i] = probe.answers(values);
        }
        arms = arms();
        List<Cell> cells = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            double[] weights = arms.get(a).weights();
            cells.addAll(cells(a, Arrays.stream(rows).filter(i -> weights[i] > 0).toArray()));
        }
        long[] counts = counts(cells);
        order = cells.stream().flatMapToInt(c -> Arrays.stream(c.rows())).toArray();
        cumulative = new double[order.length];
        cellFrom = new int[cells.size()];
        cellTo = new int[cells.size()];
        placeFrom = new long[cells.size() + 1];
        groupOf = cells.stream().mapToInt(Cell::arm).toArray();
        armFrom = new long[arms.size()];
        int next = 0;
        for (int c = 0; c < cells.size(); c++) {
            if (c == 0 || groupOf[c] != groupOf[c - 1]) {
                armFrom[groupOf[c]] = placeFrom[c];
            }
            cellFrom[c] = next;
            double sum = 0;
            for (int row : cells.get(c).rows()) {
                sum += arms.get(groupOf[c]).weights()[row];
                cumulative[next++] = sum;
            }
            cellTo[c] = next;
            placeFrom[c + 1] = placeFrom[c] + counts[c];
        }
        plan.deals().forEach(d -> d.among().ifPresent(t -> before.put(t, before(t))));
    }

    private void prepare(int k, int[] rows) {
        double[] values = people.column(k);
        double[] own = Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
        // Of whole people who count much, the numbers are not heaps that must stay as they are.
        double[] weights =
                Arrays.stream(rows)
                        .mapToDouble(i -> plan.whole() ? 1 : plan.startWeights()[i])
                        .toArray();
        if (people.variables().get(k).isCategory()
                || people.variables().get(k).name().equals("age")
                || Arrays.stream(own).allMatch(Double::isNaN)) {
            return; // handed on as they are
        }
        Ranks ranks = Ranks.of(own, weights);
        donors[k] = new Donors(people.variables().get(k), ranks);
        donorOf[k] = new int[people.rows()];
        for (int i = 0; i < rows.length; i++) {
            donorOf[k][rows[i]] = ranks.where()[i];
        }
    }

    private List<Arm> arms() {
        int shared = plan.shares().size();
        if (plan.groups().isEmpty()) {
            return List.of(new Arm(plan.startWeights(), plan.count(), bits(0, shared)));
        }
        List<Arm> all = new ArrayList<>();
        int from = shared;
        for (PlannedGroup g : plan.groups()) {
            int to = from + g.shares().size();
            long mask = bits(0, shared) | bits(from, to);
            all.add(new Arm(g.startWeights(), g.patients(), mask));
            from = to;
        }
        return all;
    }

    private static long bits(int from, int to) {
        return ((1L << to) - 1) & -(1L << from);
    }

    private List<Cell> cells(int arm, int[] rows) {
        long mask = arms.get(arm).mask();
        List<Long> keys =
                Arrays.stream(rows).mapToObj(i -> answers[i] & mask).distinct().sorted().toList();
        List<Cell> cells = new ArrayList<>();
        for (long key : keys) {
            int[] cell = Arrays.stream(rows).filter(i -> (answers[i] & mask) == key).toArray();
            spread(cell, 0);
            cells.add(new Cell(arm, cell));
        }
        return cells;
    }

    /**
     * Orders rows like the leaves of a k-d tree over the columns whose means were asked: neighbours
     * are alike in all.
     */
    private void spread(int[] cell, int depth) {
        List<String> over = plan.spreadOver();
        if (over.isEmpty() || cell.length < 2) {
            return;
        }
        double[] by = people.column(over.get(depth % over.size()));
        int[] sorted =
                IntStream.of(cell)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(i -> by[i])
                                        .thenComparing(i -> i))
                        .mapToInt(i -> i)
                        .toArray();
        if (over.size() > 1 && sorted.length > 8) {
            int[] low = Arrays.copyOfRange(sorted, 0, sorted.length / 2);
            int[] high = Arrays.copyOfRange(sorted, sorted.length / 2, sorted.length);
            spread(low, depth + 1);
            spread(high, depth + 1);
            System.arraycopy(low, 0, sorted, 0, low.length);
            System.arraycopy(high, 0, sorted, low.length, high.length);
        }
        System.arraycopy(sorted, 0, cell, 0, cell.length);
    }

    /** Every share, and the size of every group, to the last patient. */
    private long[] counts(List<Cell> cells) {
        long n = plan.count();
        double[] sums = arms.stream().mapToDouble(a -> Arrays.stream(a.weights()).sum()).toArray();
        double[] expected = new double[cells.size()];
        long[] keys = new long[cells.size()];
        List<Long> wanted = new ArrayList<>();
        plan.shares().forEach(s -> wanted.add(Math.round(n * s.percent() / 100)));
        for (PlannedGroup g : plan.groups()) {
            g.shares().forEach(s -> wanted.add(Math.round(g.patients() * s.percent() / 100)));
        }
        int sizes = wanted.size();
        plan.groups().forEach(g -> wanted.add(g.patients()));
        for (int c = 0; c < expected.length; c++) {
            int a = cells.get(c).arm();
            Arm arm = arms.get(a);
            for (int row : cells.get(c).rows()) {
                expected[c] += arm.weights()[row] / sums[a] * arm.patients();
            }
            keys[c] = answers[cells.get(c).rows()[0]] & arm.mask();
            if (!plan.groups().isEmpty()) {
                keys[c] |= 1L << (sizes + a);
            }
        }
        return CellCounts.of(n, expected, keys, wanted.stream().mapToLong(w -> w).toArray());
    }

    /**
     * Fills the given columns for patients {@code first} to {@code first + count - 1}.
     *
     * @return by patient, the group and the place in it
     */
    Started fill(double[][] columns, long first, int count, SeedTree seeds) {
        return fill(columns, first, count, seeds, true);
    }

    /** As {@link #fill}, with every value as its row has it. */
    Started fillUnmoved(double[][] columns, long first, int count, SeedTree seeds) {
        return fill(columns, first, count, seeds, false);
    }

    private Started fill(
            double[][] columns, long first, int count, SeedTree seeds, boolean moving) {
        long choose = seeds.purpose("start");
        long move = seeds.purpose("start:move");
        var places = new Permutation(plan.count(), seeds.purpose("start:place"));
        double[] values = new double[given];
        double[] group = new double[count];
        long[] where = new long[count];
        for (int i = 0; i < count; i++) {
            long patient = first + i;
            where[i] = patient;
            int row;
            if (plan.systematic()) {
                long place = places.place(patient);
                int cell = cell(place);
                group[i] = groupOf[cell];
                where[i] = place;
                row = order[systematic(cell, place, choose)];
            } else {
                double u = SeedTree.uniform(SeedTree.key(choose, patient), 0);
                row = order[at(0, order.length, u)];
            }
            long key = SeedTree.key(move, patient);
            for (int k = 0; k < given; k++) {
                double value = people.column(k)[row];
                boolean moves = moving && donors[k] != null && donorOf[k][row] >= 0;
                values[k] =
                        moves ? donors[k].moved(donorOf[k][row], SeedTree.uniform(key, k)) : value;
            }
            boolean same = probe.answers(values) == answers[row];
            for (int k = 0; k < given; k++) {
                boolean keeps = same || (plan.whole() && !probe.asks(k));
                columns[k][i] = keeps ? values[k] : people.column(k)[row];
            }
        }
        return new Started(first, count, group, where, this);
    }

    /** How many patients meet an asked share. */
    long patients(RowTest share) {
        return before.get(share)[cellFrom.length];
    }

    private long among(long place, RowTest share) {
        long[] meeting = before.get(share);
        int c = cell(place);
        return meeting[c + 1] > meeting[c] ? meeting[c] + place - placeFrom[c] : -1;
    }

    /** By cell, how many patients of the cells before it meet an asked share. */
    private long[] before(RowTest share) {
        long bit = 1;
        for (int s = 0; !plan.shares().get(s).test().equals(share); s++) {
            bit <<= 1;
        }
        long[] meeting = new long[cellFrom.length + 1];
        for (int c = 0; c < cellFrom.length; c++) {
            boolean meets = (answers[order[cellFrom[c]]] & bit) != 0;
            meeting[c + 1] = meeting[c] + (meets ? placeFrom[c + 1] - placeFrom[c] : 0);
        }
        return meeting;
    }

    /** The cell that owns a place. */
    private int cell(long place) {
        int c = 0;
        while (placeFrom[c + 1] <= place) {
            c++;
        }
        return c;
    }

    /** Position in {@link #order} for a place of a cell, evenly along the cell's weight. */
    private int systematic(int c, long place, long purpose) {
        double offset = SeedTree.uniform(SeedTree.key(purpose, -1 - c), 0);
        double u = (place - placeFrom[c] + offset) / (placeFrom[c + 1] - placeFrom[c]);
        return at(cellFrom[c], cellTo[c], u);
    }

    private int at(int from, int to, double u) {
        double wanted = u * cumulative[to - 1];
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
