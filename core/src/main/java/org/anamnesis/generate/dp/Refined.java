package org.anamnesis.generate.dp;

import java.util.Set;
import java.util.TreeSet;

/**
 * A grid cut where the people are, by noisy counts of a coarser one: nothing of it costs budget.
 */
final class Refined {
    /**
     * Standard deviations of the noise above which a cell is taken for inhabited: of a hundred
     * empty ones, one in twenty columns shows one.
     */
    private static final double INHABITED = 3.3;

    /** Standard deviations below which a cell inside the inhabited range counts as empty. */
    private static final double EMPTY = 1;

    private final Grid grid;
    private final double[] mass;
    private final boolean known;
    private final int first;
    private final int last;

    /**
     * @param counts noisy, by cell of the grid
     * @param sd of their noise
     * @param known whether the range of the grid is that of the column; if not, the column ends
     *     where nobody is seen any more
     */
    Refined(Grid grid, long[] counts, double sd, boolean known) {
        this.grid = grid;
        this.known = known;
        int from = counts.length;
        int to = -1;
        int most = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > INHABITED * sd) {
                from = Math.min(from, i);
                to = i;
            }
            most = counts[i] > counts[most] ? i : most;
        }
        first = to < 0 ? most : from;
        last = to < 0 ? most : to;
        mass = new double[counts.length];
        for (int i = first; i <= last; i++) {
            mass[i] = counts[i] > EMPTY * sd ? counts[i] : 0;
        }
        mass[first] = Math.max(1, mass[first]);
    }

    /** About so many cells with as many people in each, and cells that widen to the ends. */
    Grid cells(int wanted) {
        double all = 0;
        for (double m : mass) {
            all += m;
        }
        var starts = new TreeSet<Long>();
        double below = 0;
        int next = 1;
        for (int i = first; i <= last; i++) {
            boolean turns = i > first && (mass[i] == 0) != (mass[i - 1] == 0);
            if (i == first || turns) {
                starts.add(grid.low(i));
            }
            for (; next < wanted && next * all / wanted < below + mass[i]; next++) {
                double part = (next * all / wanted - below) / mass[i];
                starts.add(grid.low(i) + (long) (part * grid.width(i)));
            }
            below += mass[i];
        }
        long end = known ? grid.end() : grid.high(last);
        if (known) {
            tails(starts);
        }
        starts.removeIf(s -> s > end);
        return Grid.of(starts, end);
    }

    private void tails(Set<Long> starts) {
        long lowest = grid.low(0);
        long highest = grid.end();
        long low = grid.low(first);
        long high = grid.high(last);
        for (double w = grid.width(first); low - w > lowest; w = 3 * w) {
            starts.add(low - (long) w);
        }
        starts.add(lowest);
        for (double w = 0; high + 1 + w <= highest; w = 3 * w + grid.width(last)) {
            starts.add(high + 1 + (long) w);
        }
    }
}
