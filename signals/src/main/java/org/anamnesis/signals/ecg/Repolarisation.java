package org.anamnesis.signals.ecg;

import org.anamnesis.signals.Draws;

/**
 * Potassium, digoxin, long QT (Surawicz and Knilans, Chou's Electrocardiography; Diercks 2004,
 * doi:10.1016/j.jemermed.2004.04.006). The potassium of the record sets how strong it is.
 */
final class Repolarisation {
    /** T of a large heart over all leads, mV, flattened by a low potassium. */
    private static final double USUAL_T = .55;

    private Repolarisation() {}

    static void apply(Beat beat, Shows shows, Torso torso, Draws draws) {
        if (shows.has("long-qt") && !shows.has("hypokalaemia")) {
            prolonged(beat, draws);
        }
        if (shows.has("hyperkalaemia")) {
            high(beat, shows.number("hyperkalaemia", "potassium_mmol_l", 6.5), torso);
        }
        if (shows.has("hypokalaemia")) {
            low(beat, shows.number("hypokalaemia", "potassium_mmol_l", 2.7), torso);
        }
        if (shows.has("digoxin-effect")) {
            digoxin(beat, torso);
        }
    }

    /**
     * A long QT is no stretched normal one: its T is broad-based, or low and notched, or comes late
     * after a long ST (Tardo 2022, doi:10.1111/anec.13015, table 4). Notched or biphasic are 62 %
     * of the idiopathic kind (Malfatto 1994, doi:10.1016/0735-1097(94)90410-3), fewer with age;
     * where drugs or electrolytes are the cause T is flat, too. Here a tenth come late, half of the
     * others are notched, T keeps 0.65 to 0.95 of its height: assumptions.
     */
    private static void prolonged(Beat beat, Draws draws) {
        double kind = draws.uniform();
        if (kind >= .9) {
            return; // late: a stretched ST with a T of its usual form
        }
        boolean notched = kind >= .45;
        double depth = notched ? draws.uniform(.2, .4) : 0;
        double size = draws.uniform(.65, .95);
        double width = draws.uniform(.04, .065);
        double peak = peak(beat) / (double) Beat.ST;
        // Its top comes earlier and its right slope is shallower (Sugrue 2016, in the same review).
        double top = peak - draws.uniform(.03, .09);
        for (double[] lead : beat.v) {
            double[] st = java.util.Arrays.copyOfRange(lead, Beat.QRS, Beat.QRS + Beat.ST);
            for (int i = 0; i < Beat.ST; i++) {
                double u = i / (double) Beat.ST;
                double from = u < top ? u * peak / top : 1 - (1 - u) * (1 - peak) / (1 - top);
                // The first hump is the lower one, so that QT ends with the second.
                double notch = (u - top + .05) / .04;
                double broad =
                        size * smooth(st, from, width) * (1 - depth * Math.exp(-notch * notch / 2));
                // J point and end of T stay where they are.
                double share = Conduction.rise(u / .12) * Conduction.rise((1 - u) / .12);
                lead[Beat.QRS + i] = share * broad + (1 - share) * st[i];
            }
        }
    }

    /** Mean about a place of ST-T (0 to 1) under a bell of that width. */
    private static double smooth(double[] st, double place, double width) {
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < st.length; k++) {
            double d = (k / (double) st.length - place) / width;
            double w = Math.exp(-d * d / 2);
            sum += w * st[k];
            weight += w;
        }
        return sum / weight;
    }

    /** Where T is largest, points behind the J point. */
    private static int peak(Beat beat) {
        int peak = Beat.ST / 3;
        double most = 0;
        for (int i = Beat.ST / 3; i < Beat.ST; i++) {
            double sum = 0;
            for (double[] lead : beat.v) {
                sum += lead[Beat.QRS + i] * lead[Beat.QRS + i];
            }
            if (sum > most) {
                most = sum;
                peak = i;
            }
        }
        return peak;
    }

    /** Tall narrow T from 5.5, flat P from 6.5, none from 8; QRS widens by its measurement. */
    private static void high(Beat beat, double potassium, Torso torso) {
        double size = Math.min(1, Math.max(.2, (potassium - 5.2) / 1.8));
        double[][] before = beat.copy().v;
        for (int l = 0; l < 8; l++) {
            for (int i = 0; i < Beat.ST; i++) {
                double u = i / (double) Beat.ST;
                double narrow = Math.exp(-Math.pow((u - .64) / .16, 2) / 2);
                beat.v[l][Beat.QRS + i] =
                        before[l][Beat.QRS + i] * (1 - .55 * size + (.55 + .5) * size * narrow);
            }
        }
        beat.st(
                torso,
                new Dipole(.30, .24, -.36).times(size),
                u -> Conduction.tWave(u, .64, .12, .1));
        beat.scaleP(Math.max(0, Math.min(1, 1 - (potassium - 6) / 2)));
    }

    /** ST falls, T flattens, U grows, the more the lower. */
    private static void low(Beat beat, double potassium, Torso torso) {
        double size = Math.min(1, Math.max(.25, (3.6 - potassium) / 1.3));
        double[][] before = beat.copy().v;
        for (int l = 0; l < 8; l++) {
            for (int i = 0; i < Beat.ST; i++) {
                beat.v[l][Beat.QRS + i] = before[l][Beat.QRS + i] * (1 - .35 * size);
            }
        }
        // A low T falls with less: else it would vanish, and no reader could end QT.
        double least = Math.max(.5, Math.min(1, largest(beat) / USUAL_T));
        var fall = new Dipole(-.14, -.08, .06).times(size * least);
        beat.st(torso, fall, u -> Conduction.rise(u / .1) * Conduction.rise((.75 - u) / .45));
        // U stays below T, so that a reader ends QT with T.
        var u = new Dipole(.07, .05, -.11);
        double strength = .06 * size + .33;
        double scale = strength * largest(beat) / size(torso, u);
        beat.tail(
                torso,
                u.times(scale),
                x ->
                        Math.exp(-Math.pow((x - .5) / .25, 2) / 2)
                                * Conduction.rise(x / .25)
                                * Conduction.rise((1 - x) / .25));
    }

    /** Largest distance of ST-T from the line over all leads, mV. */
    private static double largest(Beat beat) {
        double most = 0;
        for (int i = Beat.QRS + Beat.ST / 3; i < Beat.QRS + Beat.ST; i++) {
            double sum = 0;
            for (double[] lead : beat.v) {
                sum += lead[i] * lead[i];
            }
            most = Math.max(most, Math.sqrt(sum));
        }
        return most;
    }

    private static double size(Torso torso, Dipole d) {
        double sum = 0;
        for (int l = 0; l < 8; l++) {
            sum += torso.see(l, d) * torso.see(l, d);
        }
        return Math.sqrt(sum);
    }

    /** Sagging ST against R, low T. */
    private static void digoxin(Beat beat, Torso torso) {
        for (int l = 0; l < 8; l++) {
            for (int i = (int) (.35 * Beat.ST); i < Beat.ST; i++) {
                beat.v[l][Beat.QRS + i] *=
                        1 - .55 * Conduction.rise((i / (double) Beat.ST - .35) / .2);
            }
        }
        var against = new Dipole(-.21, -.12, -.02);
        beat.st(
                torso,
                against,
                u -> Math.exp(-Math.pow((u - .36) / .19, 2) / 2) * Conduction.rise(u / .12));
    }
}
