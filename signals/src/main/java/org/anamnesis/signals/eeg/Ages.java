package org.anamnesis.signals.eeg;

/** What changes with age. */
final class Ages {
    /**
     * Posterior rhythm, years and Hz. To 7 years: eegpedia.org, "Alpha rhythm" (none before three
     * months); 15: Marcuse et al. 2008, doi:10.1016/j.clinph.2008.02.023; then 1 Hz less over adult
     * life: Knyazeva et al. 2018, doi:10.1016/j.neurobiolaging.2018.05.018.
     */
    private static final double[][] ALPHA = {
        {0.25, 3.2},
        {0.33, 3.5},
        {0.42, 5},
        {1, 6.5},
        {3, 8},
        {7, 9},
        {15, 9.9},
        {20, 10.1},
        {80, 9.1},
        {100, 8.8}
    };

    /**
     * Root mean square of the aperiodic part, 0.5–45 Hz. Adults from three open recordings at rest
     * (11.5, 12.4, 42 µV with all rhythms); that it falls through childhood: Gasser et al. 1988,
     * doi:10.1016/0013-4694(88)90204-0. The numbers for children are assumptions.
     */
    private static final double[][] SIZE = {
        {0, 16}, {1, 22}, {3, 20}, {8, 16}, {14, 12.5}, {20, 9.5}, {60, 9}, {100, 8.5}
    };

    /**
     * Exponent of the aperiodic part, before muscle and amplifier flatten the spectrum: adults are
     * measured as in the same recordings (1.84, 2.07, 2.25). That it falls with age: Donoghue et
     * al. 2020, doi:10.1038/s41593-020-00744-x. The slope is an assumption.
     */
    private static final double[][] EXPONENT = {{0, 2.12}, {10, 2.08}, {25, 2}, {80, 1.85}};

    private Ages() {}

    /** Whether a posterior rhythm is to be expected. */
    static boolean alpha(double age) {
        return age >= 0.25;
    }

    static double alphaHz(double age) {
        return at(ALPHA, age);
    }

    /** Below 8 Hz from 8 years on, before that more than three deviations below the mean. */
    static boolean slow(double hz, double age) {
        return age >= 8 ? hz < 8 : hz < alphaHz(age) - 1.5;
    }

    static double aperiodic(double age) {
        return at(SIZE, age);
    }

    static double exponent(double age) {
        return at(EXPONENT, age);
    }

    /** How much higher waves of sleep are than in adults. */
    static double childhood(double age) {
        return aperiodic(age) / aperiodic(20);
    }

    private static double at(double[][] table, double age) {
        if (age <= table[0][0]) {
            return table[0][1];
        }
        for (int i = 1; i < table.length; i++) {
            if (age <= table[i][0]) {
                double u = (age - table[i - 1][0]) / (table[i][0] - table[i - 1][0]);
                return table[i - 1][1] + u * (table[i][1] - table[i - 1][1]);
            }
        }
        return table[table.length - 1][1];
    }
}
