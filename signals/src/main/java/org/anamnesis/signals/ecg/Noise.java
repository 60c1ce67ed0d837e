package org.anamnesis.signals.ecg;

import java.util.Map;
import org.anamnesis.random.SeedTree;
import org.anamnesis.signals.Draws;

/**
 * What the electrodes pick up beside the heart: breathing and slow drift, muscle, mains. It arises
 * at nine electrodes and reaches the leads as their potentials do, so Einthoven's equations hold
 * for it too. A function of the place in the recording: pieces can be made in any order.
 */
final class Noise {
    private static final int ELECTRODES = 9;
    private static final int LIMBS = 3;

    /** How much less muscle there is below an electrode on the chest. */
    private static final double CHEST = .55;

    private static final long LANES = 0x00ff00ff00ff00ffL;

    /** Eight bytes have a standard deviation of 73.9 √8. */
    private static final double WHITE = 1 / (73.9 * Math.sqrt(8));

    private final int rate;
    private final double muscle;
    private final double skin;
    private final double mains;
    private final double hertz;
    private final long key;
    private final double[] size = new double[ELECTRODES];
    private final double[][] slow = new double[ELECTRODES][SLOW * 3];
    private static final int SLOW = 5;

    /**
     * @param settings {@code noise}, {@code baseline}, {@code muscle}, {@code mains}: none, low,
     *     usual, high; {@code mains_hz}
     */
    Noise(Map<String, String> settings, int rate, long key) {
        this.rate = rate;
        this.key = new SeedTree(key).purpose("muscle");
        var draws = Draws.of(key, "noise");
        muscle = level(settings, "muscle", .0024, .0059, .0275) * Math.exp(.38 * draws.normal());
        skin = level(settings, "baseline", .003, .008, .03) * Math.exp(.22 * draws.normal());
        mains = level(settings, "mains", .0008, .0022, .03) * Math.exp(.5 * draws.normal());
        hertz = settings.getOrDefault("mains_hz", "50").equals("60") ? 60 : 50;
        double drift = level(settings, "baseline", .008, .028, .16);
        double breath = draws.uniform(.2, .32);
        for (int e = 0; e < ELECTRODES; e++) {
            size[e] = Math.exp(.2 * draws.normal());
            for (int k = 0; k < SLOW; k++) {
                slow[e][3 * k] = k == 0 ? breath : draws.uniform(.04, .7);
                slow[e][3 * k + 1] =
                        drift
                                * Math.exp(.4 * draws.normal())
                                * (k == 0 ? .55 : .5 / Math.sqrt(SLOW));
                slow[e][3 * k + 2] = draws.uniform(0, 2 * Math.PI);
            }
        }
    }

    private static double level(
            Map<String, String> settings, String id, double low, double usual, double high) {
        String level = settings.getOrDefault(id, "");
        if (level.isEmpty()) {
            level = settings.getOrDefault("noise", "usual");
        }
        return switch (level) {
            case "none" -> 0;
            case "low" -> low;
            case "high" -> high;
            default -> usual;
        };
    }

    /** Adds the noise of samples {@code from} on to the eight leads, mV. */
    void add(double[][] eight, long from) {
        int n = eight[0].length;
        double[] limbs = new double[n];
        double[] one = new double[n];
        for (int e = 0; e < ELECTRODES; e++) {
            electrode(one, e, from);
            for (int i = 0; i < n; i++) {
                switch (e) {
                    case 0 -> { // right arm
                        eight[0][i] -= one[i];
                        eight[1][i] -= one[i];
                        limbs[i] += one[i] / 3;
                    }
                    case 1 -> { // left arm
                        eight[0][i] += one[i];
                        limbs[i] += one[i] / 3;
                    }
                    case 2 -> { // left leg
                        eight[1][i] += one[i];
                        limbs[i] += one[i] / 3;
                    }
                    default -> eight[e - 1][i] += one[i];
                }
            }
        }
        for (int l = 2; l < 8; l++) {
            for (int i = 0; i < n; i++) {
                eight[l][i] -= limbs[i];
            }
        }
    }

    private void electrode(double[] out, int e, long from) {
        java.util.Arrays.fill(out, 0);
        if (muscle > 0) {
            muscle(out, e, from);
        }
        if (skin > 0) {
            skin(out, e, from);
        }
        for (int k = 0; k < SLOW; k++) {
            if (slow[e][3 * k + 1] > 0) {
                wave(out, slow[e][3 * k], slow[e][3 * k + 1], slow[e][3 * k + 2], from);
            }
        }
        if (mains > 0) {
            wave(out, hertz, mains * size[e], slow[e][2], from);
        }
    }

    /** Adds a sine by turning a vector, which costs two products a sample. */
    private void wave(double[] out, double frequency, double size, double phase, long from) {
        double step = 2 * Math.PI * frequency / rate;
        double s = size * Math.sin(phase + step * from);
        double c = size * Math.cos(phase + step * from);
        double sin = Math.sin(step);
        double cos = Math.cos(step);
        for (int i = 0; i < out.length; i++) {
            out[i] += s;
            double next = s * cos + c * sin;
            c = c * cos - s * sin;
            s = next;
        }
    }

    /**
     * Noise that falls with frequency, to half at 125 Hz, as between the beats of the real ECGs
     * that could be had (CPSC 2018 and others, medians in µV/√Hz: I 1.0 at 20 Hz, 0.7 at 100, 0.2
     * at 200; chest leads about half of it). Sums of uniform numbers are near enough to normal, and
     * cost a sixth.
     */
    private void muscle(double[] out, int e, long from) {
        double gain = muscle * size[e] * (e < LIMBS ? 1 : CHEST);
        long electrode = SeedTree.key(key, e);
        long place = Long.MIN_VALUE;
        double a = 0;
        double b = 0;
        double c = 0;
        for (int i = 0; i < out.length; i++) {
            // At any rate the same noise: a number every 2 ms.
            long now = Math.floorDiv((from + i) * 500, rate);
            if (now != place) {
                boolean next = now == place + 1;
                a = next ? b : white(electrode, now - 2);
                b = next ? c : white(electrode, now - 1);
                c = white(electrode, now);
                place = now;
            }
            out[i] += gain * (.5 * a + b + .5 * c);
        }
    }

    /**
     * Movement of the skin below an electrode and what else varies from beat to beat: smooth noise
     * up to about 8 Hz, a cubic through random heights every 60 ms.
     */
    private void skin(double[] out, int e, long from) {
        int step = (int) Math.round(.06 * rate);
        double gain = skin * size[e];
        long electrode = SeedTree.key(~key, e);
        long place = Long.MIN_VALUE;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < out.length; i++) {
            long now = Math.floorDiv(from + i, step);
            if (now != place) {
                place = now;
                a = white(electrode, now - 1);
                b = white(electrode, now);
                c = white(electrode, now + 1);
                d = white(electrode, now + 2);
            }
            double u = (from + i - now * step) / (double) step;
            out[i] +=
                    gain
                            * (b
                                    + .5
                                            * u
                                            * (c
                                                    - a
                                                    + u
                                                            * (2 * a
                                                                    - 5 * b
                                                                    + 4 * c
                                                                    - d
                                                                    + u * (3 * (b - c) + d - a))));
        }
    }

    /** About normal, variance 1. */
    private static double white(long key, long place) {
        long bits = SeedTree.bits(key, (int) place);
        // The sum of eight bytes, four lanes of 16 bits at once.
        long lanes = (bits & LANES) + ((bits >>> 8) & LANES);
        long sum = (lanes * 0x0001000100010001L) >>> 48;
        return (sum - 8 * 127.5) * WHITE;
    }
}
