package org.anamnesis.signals.eeg;

import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/**
 * Where things show on one person's scalp: the published places, moved by some degrees from person
 * to person.
 */
final class Fields {
    private final long key;

    Fields(long key) {
        this.key = key;
    }

    private Draws draws(String purpose) {
        return Draws.of(key, "field " + purpose);
    }

    /** A patch around a place between electrodes. */
    float[] around(String purpose, double x, double y, double z, double spread) {
        var draws = draws(purpose);
        double[] centre =
                Space.unit(
                        new double[] {
                            x + draws.normal(0, 0.04),
                            y + draws.normal(0, 0.04),
                            z + draws.normal(0, 0.04)
                        });
        double[] tilt = {draws.normal(0, 0.15), draws.normal(0, 0.15), draws.normal(0, 0.15)};
        return Scalp.patch(centre, spread * draws.uniform(0.85, 1.15), tilt);
    }

    /** Two mirrored patches that act together. */
    float[] pair(String purpose, double x, double y, double z, double spread) {
        return Scalp.together(
                around(purpose + " left", -x, y, z, spread),
                around(purpose + " right", x, y, z, spread));
    }

    /** The focus of a finding. */
    float[] focal(Finding finding, double spread) {
        var focus = Focus.of(finding);
        return Scalp.patch(focus.centre(draws(focus.words())), spread);
    }

    /** The same place on the other side. */
    float[] mirrored(Finding finding, double spread) {
        var focus = Focus.of(finding).mirrored();
        return Scalp.patch(focus.centre(draws(focus.words())), spread);
    }

    /** 3 Hz spike-and-wave: both frontal lobes, largest at the midline, over the whole head. */
    float[] generalized() {
        return Scalp.together(
                around("generalized front", 0, 0.75, 0.66, 18),
                pair("generalized", 0.52, 0.66, 0.54, 20),
                around("generalized wide", 0, 0.2, 0.98, 50));
    }

    float[] vertex() {
        return around("vertex", 0, 0.05, 1, 17);
    }

    float[] frontal() {
        return around("frontal", 0, 0.55, 0.83, 32);
    }

    /** A blink, by the mean of Fp1 and Fp2. */
    float[] blink() {
        double[] up = {draws("blink").normal(0, 0.03), 0.25, 1};
        return Scalp.eyes(up, f -> (f[0] + f[1]) / 2);
    }

    /** A look to the right, by the difference of F8 and F7. */
    float[] gaze() {
        double[] right = {1, draws("gaze").normal(0, 0.05), draws("gaze up").normal(0, 0.08)};
        int f7 = Electrodes.index("F7");
        int f8 = Electrodes.index("F8");
        return Scalp.eyes(right, f -> f[f8] - f[f7]);
    }

    /** One electrode alone. */
    static float[] alone(String electrode) {
        float[] field = new float[Electrodes.COUNT];
        field[Math.max(0, Electrodes.index(electrode))] = 1;
        return field;
    }
}
