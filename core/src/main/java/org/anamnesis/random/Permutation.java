package org.anamnesis.random;

/**
 * A keyed order of 0 to n − 1 in which any one place can be asked for without the others: six
 * rounds of a Feistel network on the next power of four, walked until the result is below n (Black,
 * Rogaway 2002, doi:10.1007/3-540-45760-7_9). Gives exact shares to patients in no order.
 *
 * @param n length, at least 1
 * @param key a purpose of {@link SeedTree}
 */
public record Permutation(long n, long key) {
    private static final int ROUNDS = 6;

    public Permutation {
        if (n < 1) {
            throw new IllegalArgumentException("permutation of " + n);
        }
    }

    /** Place of element {@code i}, 0 to n − 1; every place is taken once. */
    public long place(long i) {
        int half = Math.max(1, (65 - Long.numberOfLeadingZeros(n - 1)) / 2);
        long mask = (1L << half) - 1;
        long x = i;
        do {
            long left = x >>> half;
            long right = x & mask;
            for (int round = 0; round < ROUNDS; round++) {
                long mixed = SeedTree.bits(SeedTree.key(key, right), round) & mask;
                long next = left ^ mixed;
                left = right;
                right = next;
            }
            x = left << half | right;
        } while (x >= n);
        return x;
    }
}
