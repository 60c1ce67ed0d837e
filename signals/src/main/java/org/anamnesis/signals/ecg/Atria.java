package org.anamnesis.signals.ecg;

import org.anamnesis.signals.Draws;

/**
 * Atria that never rest: the waves of fibrillation (4 to 9 Hz, largest in V1, never in step with
 * QRS; Stridh and Sörnmo 2001, doi:10.1109/10.900266) and the saw teeth of flutter (negative in II,
 * III and aVF; Saoudi 2001, doi:10.1053/euhj.2001.2658).
 */
final class Atria {
    private final Torso torso;
    private final boolean flutter;
    private final boolean fibrillation;
    private final double hertz;
    private final double phase;
    private final double[] drawn = new double[8];

    Atria(Shows shows, Torso torso, double firstBeat, long key) {
        this.torso = torso;
        flutter = shows.has("atrial-flutter");
        fibrillation = shows.has("atrial-fibrillation");
        var draws = Draws.of(key, "atria");
        if (flutter) {
            hertz = shows.measured("atrial_rate_bpm", 300) / 60;
            phase = -firstBeat * hertz + draws.uniform(.2, .4);
        } else {
            hertz = draws.uniform(5.2, 7.2);
            phase = draws.uniform();
        }
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = draws.uniform();
        }
    }

    /** Adds the waves of samples {@code from} on, mV. */
    void add(double[][] eight, long from, int rate) {
        if (!flutter && !fibrillation) {
            return;
        }
        int n = eight[0].length;
        var first =
                flutter
                        ? new Dipole(.02, .19, .04)
                        : new Dipole(-.01 - .02 * drawn[0], .015, -.045 - .035 * drawn[1]);
        var second = new Dipole(.012, .022 + .01 * drawn[2], .012);
        for (int i = 0; i < n; i++) {
            double t = (from + i) / (double) rate;
            double a;
            double b = 0;
            if (flutter) {
                a = tooth(hertz * t + phase);
            } else {
                double wander =
                        .28 * Math.sin(2 * Math.PI * (.23 * t + drawn[3]))
                                + .2 * Math.sin(2 * Math.PI * (.61 * t + drawn[4]));
                double size = 1 + .35 * Math.sin(2 * Math.PI * (.17 * t + drawn[5]));
                double x = 2 * Math.PI * (hertz * t + phase + wander);
                a = size * (Math.sin(x) + .35 * Math.sin(2 * x + 1));
                b = Math.sin(x * 1.13 + 6 * drawn[6]);
            }
            for (int l = 0; l < 8; l++) {
                eight[l][i] += torso.see(l, first) * a + (flutter ? 0 : torso.see(l, second) * b);
            }
        }
    }

    /** Slowly down, quickly up, mean 0. */
    private static double tooth(double turns) {
        double u = turns - Math.floor(turns);
        double saw = u < .68 ? .5 - u / .68 : -.5 + (u - .68) / .32;
        // Rounded corners: a fifth of a sine of the same rhythm.
        return .8 * saw + .2 * .5 * Math.cos(2 * Math.PI * (u - .02));
    }
}
