package org.anamnesis.signals.learned;

/** The bands of an EEG: delta to 3.5 Hz, theta to 7.5 Hz, alpha to 12.5 Hz, beta to 39.5 Hz. */
final class Groups {
    private static final int[] FIRST = {0, 3, 7, 12, Bands.COUNT};

    static final int COUNT = FIRST.length - 1;

    private Groups() {}

    /** Group of one of {@link Bands}. */
    static int of(int band) {
        int g = 0;
        while (band >= FIRST[g + 1]) {
            g++;
        }
        return g;
    }

    /** In Hz. */
    static double width(int group) {
        return Bands.high(FIRST[group + 1] - 1) - Bands.low(FIRST[group]);
    }
}
