package org.anamnesis.plan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;

/**
 * The rows that an engine learns from: those that start patients, more when they are few, not all
 * when they are many.
 *
 * @param rows of the reference population
 * @param extrapolated whether there are others among them than those who meet the request
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, never changed
record LearnedRows(int[] rows, boolean extrapolated) {
    /**
     * Fewer effective rows than this, and more people than those asked for are learned from (DESIGN
     * section 3).
     */
    private static final int FEW = 100;

    /** People learned from at most; the fit's time grows with them, its quality was not seen to. */
    private static final int MANY = 20_000;

    /**
     * Chooses them.
     *
     * @param baseRows rows of the asked condition and age group
     */
    static LearnedRows of(
            StartWeights start, int[] baseRows, ReferencePopulation people, Remarks remarks) {
        int[] rows = start.rows();
        if (people.drawnBy().isPresent()) { // they are handed on whole, and nothing is learned
            return new LearnedRows(rows, false);
        }
        boolean extrapolated = few(start.fewestRows(), start.effectiveRows());
        int[] learned = extrapolated ? widened(baseRows, rows, people, remarks) : rows;
        return new LearnedRows(thinned(learned, rows, !start.groups().isEmpty()), extrapolated);
    }

    /** Whether so few carry a request that more people must be learned from. */
    static boolean few(int rows, double effectiveRows) {
        return effectiveRows < FEW || rows < 3 * FEW;
    }

    /**
     * All with the condition, or all adults when these are few too: learned from, though only those
     * asked for start.
     */
    private static int[] widened(
            int[] baseRows, int[] rows, ReferencePopulation people, Remarks remarks) {
        int[] wide = baseRows;
        if (baseRows.length < 5 * FEW) {
            wide = people.select(RowTest.between("age", 0, 120));
        }
        remarks.explain(
                "only %d rows of the reference population meet the request: %d people were learned from, and how the other values go with the asked ones is extrapolated"
                        .formatted(rows.length, wide.length));
        return wide;
    }

    /**
     * More people teach no more: beyond {@link #MANY} every k-th, but all who meet a request that
     * few meet, or that has groups: these were thinned before they were balanced.
     */
    private static int[] thinned(int[] learned, int[] rows, boolean all) {
        if (learned.length <= MANY) {
            return learned;
        }
        Set<Integer> keep = new HashSet<>();
        if (all || rows.length < MANY / 4) {
            Arrays.stream(rows).forEach(keep::add);
        }
        int step = (learned.length + MANY - 1) / MANY;
        return IntStream.range(0, learned.length)
                .filter(i -> i % step == 0 || keep.contains(learned[i]))
                .map(i -> learned[i])
                .toArray();
    }
}
