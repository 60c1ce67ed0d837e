package org.anamnesis.random;

/**
 * Gives each (purpose, patient, draw) its own number: patient 17 is the same person whichever
 * thread makes her, however large the cohort, and whether or not the other patients are made at
 * all. Nothing is allocated for a draw.
 *
 * <p>The draws of one (purpose, patient) are the SplitMix64 sequence whose state starts at key =
 * m(m(root ⊕ h(purpose)) + γ·index), m the variant 13 finaliser, γ = 9E3779B97F4A7C15<sub>16</sub>;
 * draw k is m(key + γ·(k + 1)), so it can be computed without those before it. m is a bijection and
 * γ is odd: within one purpose no two patients share a key. Source: Steele, Lea, Flood (2014)
 * doi:10.1145/2660193.2660195.
 *
 * @param root the seed of the run
 */
public record SeedTree(long root) {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    /** Key of all draws of one purpose; take it once outside the loop over patients. */
    public long purpose(String name) {
        long h = 0xcbf29ce484222325L; // FNV-1a, 64 bits: String.hashCode has only 32
        for (int i = 0; i < name.length(); i++) {
            h = (h ^ name.charAt(i)) * 0x100000001b3L;
        }
        return mix(root ^ h);
    }

    /** Key of one patient's draws within a purpose. */
    public static long key(long purpose, long index) {
        return mix(purpose + GAMMA * index);
    }

    /** Draw {@code k} (0, 1, ...) of a key: 64 uniform bits. */
    public static long bits(long key, int k) {
        return mix(key + GAMMA * (k + 1L));
    }

    /** Draw {@code k} of a key as a number in [0, 1), a multiple of 2<sup>−53</sup>. */
    public static double uniform(long key, int k) {
        return (bits(key, k) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
