package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.signals.Draws;

/**
 * The sources of the posterior rhythm: one for both occipital lobes, one for each, one parietal,
 * one over the whole head. Their sizes are such that O1 and O2 show the amplitude of the record,
 * the background beneath it included, and that the power of 8 to 13 Hz at O1, O2, Pz is so many
 * times that at Fp1, Fp2, F3, F4 as in recordings of people at rest (1.5, 2.0 and 2.3 in three open
 * ones).
 */
final class Alpha {
    /** Standard deviation of the log of the envelope. */
    static final double SWING = 0.32;

    /** Median peak-to-peak size of narrow noise over its root mean square: 2 · sqrt(2 ln 2). */
    private static final double MEDIAN_SWING = 2.3548;

    private static final String[] BACK = {"O1", "O2", "Pz"};
    private static final String[] FRONT = {"Fp1", "Fp2", "F3", "F4"};
    private static final String[] OCCIPITAL = {"O1", "O2"};

    private Alpha() {}

    /** A source, its width in Hz, its root mean square in µV. */
    record Source(String name, double width, double size, Field field) {}

    /** How a source shows at the electrodes. */
    @FunctionalInterface
    interface Field {
        float[] weights();
    }

    static List<Source> of(
            double hz, double amplitude, Fields fields, Background background, Draws draws) {
        String[] names = {"alpha", "alpha left", "alpha right", "alpha parietal", "alpha wide"};
        float[][] all = {
            fields.pair("alpha", 0.36, -0.93, 0, 20),
            fields.around("alpha left", -0.42, -0.9, 0, 18),
            fields.around("alpha right", 0.42, -0.9, 0, 18),
            fields.pair("alpha parietal", 0.45, -0.75, 0.45, 22),
            fields.around("alpha wide", 0, 0.15, 0.98, 60)
        };
        double tilt = StrictMath.exp(draws.normal(0.05, 0.08)); // a little more on the right
        double[] shares = {0.75, 0.4 / tilt, 0.4 * tilt, 0.3, 0.8};
        double ratio = Math.max(1.6, Math.min(3.2, 2.1 * StrictMath.exp(draws.normal(0, 0.2))));
        double wanted = amplitude / (MEDIAN_SWING * StrictMath.exp(-SWING * SWING));
        double beneath = beneath(background, OCCIPITAL, hz - 2, hz + 2);
        double back = beneath(background, BACK, 8, 13);
        double front = beneath(background, FRONT, 8, 13);
        double power = 0;
        for (int round = 0; round < 6; round++) {
            power =
                    Math.max(0.15 * wanted * wanted, wanted * wanted - beneath)
                            / seen(all, shares, OCCIPITAL, all.length);
            double need =
                    power * seen(all, shares, BACK, all.length - 1)
                            + back
                            - ratio * (power * seen(all, shares, FRONT, all.length - 1) + front);
            double gain =
                    ratio * seen(all[all.length - 1], FRONT) - seen(all[all.length - 1], BACK);
            double share = need / (power * Math.max(0.05, gain));
            shares[all.length - 1] = StrictMath.sqrt(Math.max(0.02, Math.min(3, share)));
        }
        double width = draws.uniform(0.3, 0.5) * Math.min(1, hz / 9);
        var sources = new ArrayList<Source>();
        for (int k = 0; k < all.length; k++) {
            double own = k == all.length - 1 ? width * 1.6 : width;
            float[] field = all[k];
            sources.add(new Source(names[k], own, StrictMath.sqrt(power) * shares[k], () -> field));
        }
        return sources;
    }

    /** Power of the first sources at some electrodes, for a power of 1. */
    private static double seen(float[][] all, double[] shares, String[] at, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += shares[k] * shares[k] * seen(all[k], at);
        }
        return sum;
    }

    private static double seen(float[] field, String[] at) {
        double sum = 0;
        for (String name : at) {
            double v = field[Electrodes.index(name)];
            sum += v * v / at.length;
        }
        return sum;
    }

    private static double beneath(Background background, String[] at, double low, double high) {
        double sum = 0;
        for (String name : at) {
            sum += background.variance(Electrodes.index(name), low, high) / at.length;
        }
        return sum;
    }
}
