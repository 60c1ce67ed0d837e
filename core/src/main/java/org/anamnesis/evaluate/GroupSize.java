package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often predicates would single out in a group of another size. A predicate that is true of a
 * share w of all people singles out in a group of n with probability n w (1 − w)<sup>n − 1</sup>
 * (Cohen and Nissim 2020, doi:10.1073/pnas.1914598117). Training and held-out people are rarely as
 * many, so what the predicates do to strangers is carried over to the number of training people.
 *
 * <p>The shares are unknown; their distribution is found by maximum likelihood from how many
 * held-out people each predicate fits (Kiefer and Wolfowitz 1956, here on a grid, by EM).
 */
final class GroupSize {
    private static final int GRID = 48;
    private static final int ROUNDS = 300;

    private GroupSize() {}

    /**
     * @param matches number of held-out people whom each predicate fits
     * @param size held-out people
     * @param wanted people of the other group
     * @return how many of the predicates are expected to fit exactly one of {@code wanted} people
     */
    static double successes(int[] matches, int size, int wanted) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int k : matches) {
            counts.merge(k, 1, Integer::sum);
        }
        if (size == wanted) {
            return counts.getOrDefault(1, 0);
        }
        double[] shares = grid(Math.max(size, wanted));
        double[] mix = fit(counts, matches.length, size, shares);
        double sum = 0;
        for (int g = 0; g < shares.length; g++) {
            double w = shares[g];
            sum += mix[g] * wanted * w * Math.exp((wanted - 1) * Math.log1p(-w));
        }
        return sum * matches.length;
    }

    /** From a share that hardly anyone meets to one that nearly all do, evenly on a log scale. */
    private static double[] grid(int most) {
        double[] out = new double[GRID];
        double least = 0.01 / most;
        for (int g = 0; g < GRID; g++) {
            out[g] = least * Math.pow(0.999 / least, (double) g / (GRID - 1));
        }
        return out;
    }

    private static double[] fit(Map<Integer, Integer> counts, int all, int size, double[] shares) {
        double[] mix = new double[shares.length];
        Arrays.fill(mix, 1.0 / mix.length);
        double[][] likelihood = new double[counts.size()][shares.length];
        int[] times = new int[counts.size()];
        int at = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            int k = entry.getKey();
            times[at] = entry.getValue();
            double most = Double.NEGATIVE_INFINITY;
            for (int g = 0; g < shares.length; g++) {
                likelihood[at][g] = k * Math.log(shares[g]) + (size - k) * Math.log1p(-shares[g]);
                most = Math.max(most, likelihood[at][g]);
            }
            for (int g = 0; g < shares.length; g++) {
                likelihood[at][g] = Math.exp(likelihood[at][g] - most);
            }
            at++;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[mix.length];
            for (int c = 0; c < times.length; c++) {
                double sum = 0;
                for (int g = 0; g < mix.length; g++) {
                    sum += mix[g] * likelihood[c][g];
                }
                for (int g = 0; g < mix.length; g++) {
                    next[g] += mix[g] * likelihood[c][g] / sum * times[c] / all;
                }
            }
            mix = next;
        }
        return mix;
    }
}
