package org.anamnesis.evaluate;

/**
 * Harrell's C (Harrell et al. 1982, doi:10.1001/jama.1982.03320430047030): of the pairs of people
 * of whom it is known who had the event first, the share in which that one had the higher score;
 * equal scores count half.
 */
final class Concordance {
    private Concordance() {}

    /**
     * @return 0.5 for scores that say nothing, 1 for a perfect order; NaN if no pair can be
     *     compared
     */
    static double of(double[] scores, double[] time, boolean[] event) {
        double agree = 0;
        long pairs = 0;
        for (int i = 0; i < time.length; i++) {
            if (!event[i]) {
                continue;
            }
            for (int j = 0; j < time.length; j++) {
                // Someone last seen at the very time of an event outlived it.
                boolean later = time[j] > time[i] || (time[j] == time[i] && !event[j]);
                if (later) {
                    pairs++;
                    agree += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? Double.NaN : agree / pairs;
    }
}
