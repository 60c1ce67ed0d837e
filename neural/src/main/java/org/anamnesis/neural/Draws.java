package org.anamnesis.neural;

import org.anamnesis.random.SeedTree;

/**
 * The draws of one key of a {@link SeedTree}, one after the other. Belongs to one thread; what is
 * drawn depends on the key alone.
 */
final class Draws {
    private final long key;
    private int next;
    private double spare;
    private boolean hasSpare;

    Draws(long key) {
        this.key = key;
    }

    /** Draws for one purpose and index under a seed. */
    static Draws of(long seed, String purpose, long index) {
        return new Draws(SeedTree.key(new SeedTree(seed).purpose(purpose), index));
    }

    /** In [0, 1). */
    double uniform() {
        return SeedTree.uniform(key, next++);
    }

    /** 0 to {@code below − 1}; bias below 2<sup>−32</sup>, as {@code below} is a count of rows. */
    int below(int below) {
        return (int) (uniform() * below);
    }

    /** Standard normal, by Marsaglia's polar method (1964, doi:10.1137/1006063). */
    double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double r = x * x + y * y;
            if (r < 1 && r > 0) {
                double factor = Math.sqrt(-2 * Math.log(r) / r);
                spare = y * factor;
                hasSpare = true;
                return x * factor;
            }
        }
    }

    /** Index k with chance {@code cumulative[k] − cumulative[k − 1]}; the last one closes at 1. */
    int among(double[] cumulative) {
        double u = uniform() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (u < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** 0 to n − 1 in random order (Fisher–Yates). */
    int[] order(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
