package org.anamnesis.population;

import java.util.Arrays;

/**
 * Of which kind each row is, as a whole number; kinds of two properties can be crossed.
 *
 * @param of kind by row, from 0
 * @param count kinds that there may be
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, never changed
public record Kinds(int[] of, int count) {
    /** Pairs of kinds that need no looking up: who counts them takes an array of all. */
    private static final long FEW = 1 << 18;

    /** Pairs of kinds that are looked up in an array; more in a hash table. */
    private static final long MOST = 1 << 20;

    private static final int NONE = -1;

    /** All alike. */
    static Kinds one(int rows) {
        return new Kinds(new int[rows], 1);
    }

    /** Kinds are the distinct values. */
    static Kinds of(double[] x) {
        return Places.of(x).kinds();
    }

    /** Kinds in both properties, of which some may not occur: quicker than {@link #crossed}. */
    Kinds beside(Kinds other) {
        return (long) count * other.count <= FEW ? paired(other) : crossed(other);
    }

    /** Kinds in both properties, in the order in which they are first met. */
    Kinds crossed(Kinds other) {
        return (long) count * other.count <= MOST ? inArray(other) : hashed(other);
    }

    private Kinds paired(Kinds other) {
        int[] both = new int[of.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = of[i] * other.count + other.of[i];
        }
        return new Kinds(both, count * other.count);
    }

    private Kinds inArray(Kinds other) {
        int[] met = new int[count * other.count];
        Arrays.fill(met, NONE);
        int[] both = new int[of.length];
        int next = 0;
        for (int i = 0; i < both.length; i++) {
            int pair = of[i] * other.count + other.of[i];
            if (met[pair] == NONE) {
                met[pair] = next++;
            }
            both[i] = met[pair];
        }
        return new Kinds(both, next);
    }

    private Kinds hashed(Kinds other) {
        int size = Integer.highestOneBit(Math.max(2, of.length)) << 2;
        long[] pairs = new long[size];
        int[] met = new int[size];
        Arrays.fill(met, NONE);
        int[] both = new int[of.length];
        int next = 0;
        for (int i = 0; i < both.length; i++) {
            long pair = (long) of[i] * other.count + other.of[i];
            int at = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & (size - 1);
            while (met[at] != NONE && pairs[at] != pair) {
                at = (at + 1) & (size - 1);
            }
            if (met[at] == NONE) {
                pairs[at] = pair;
                met[at] = next++;
            }
            both[i] = met[at];
        }
        return new Kinds(both, next);
    }
}
