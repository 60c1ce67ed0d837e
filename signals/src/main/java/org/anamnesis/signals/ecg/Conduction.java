package org.anamnesis.signals.ecg;

import java.util.function.DoubleUnaryOperator;
import org.anamnesis.signals.Draws;

/**
 * QRS and what follows from it when the ventricles are activated another way: bundle branch blocks
 * (criteria: Surawicz 2009, AHA/ACCF/HRS part III, doi:10.1016/j.jacc.2008.12.013), pacing from the
 * right ventricle, ectopic beats, hypertrophy.
 */
final class Conduction {
    private Conduction() {}

    static void apply(Beat beat, Shows shows, Torso torso, Draws draws) {
        if (shows.has("lbbb")) {
            leftBundle(beat, torso, draws);
        } else if (shows.has("paced-rhythm")
                && !"AAI".equals(shows.detail("paced-rhythm", "mode").orElse(""))) {
            replace(
                    beat,
                    ectopic(torso, draws, new Dipole(.55, -.95, .75), new Dipole(.35, -.9, .8)));
        } else if (shows.has("ventricular-tachycardia") || ventricularEscape(shows)) {
            replace(beat, focus(torso, draws, shows.measured("axis_deg", 60)));
        } else if (shows.has("rbbb")) {
            rightBundle(beat, torso, draws);
        }
        if (shows.has("left-ventricular-hypertrophy")) {
            hypertrophy(beat, shows, torso);
        }
    }

    /** The ventricles beat on their own below a complete block, unless the junction does. */
    static boolean ventricularEscape(Shows shows) {
        return shows.has("av-block-3")
                && !shows.detail("av-block-3", "escape").orElse("").equals("junctional");
    }

    private static void replace(Beat beat, Beat by) {
        beat.scaleQrs(0);
        beat.scaleSt(0);
        beat.add(by);
    }

    /** A bell that has died away at both ends of QRS. */
    static DoubleUnaryOperator bell(double centre, double width) {
        return u -> Math.exp(-(u - centre) * (u - centre) / (2 * width * width)) * edge(u);
    }

    private static double edge(double u) {
        double near = Math.min(u, 1 - u) / .1;
        return near >= 1 ? 1 : near <= 0 ? 0 : near * near * (3 - 2 * near);
    }

    /** T against QRS, with the ST segment leading to it. */
    private static void discordant(Beat beat, Torso torso, Dipole mean, double share) {
        var t = mean.times(-share);
        beat.st(torso, t, u -> .28 * rise(u / .06) * rise((.98 - u) / .4));
        beat.st(torso, t, u -> tWave(u, .62, .17, .11));
    }

    /** An unequal bell: slow up, quick down. */
    static double tWave(double u, double peak, double before, double after) {
        double w = u < peak ? before : after;
        double x = (u - peak) / w;
        return Math.exp(-x * x / 2) * rise((1 - u) / .15);
    }

    static double rise(double u) {
        return u <= 0 ? 0 : u >= 1 ? 1 : u * u * (3 - 2 * u);
    }

    /** Broad notched R in I, aVL, V5, V6; rS or QS in V1; T against QRS. */
    private static void leftBundle(Beat beat, Torso torso, Draws draws) {
        double size = draws.uniform(.85, 1.2);
        var septum = new Dipole(.35, .25, .55).times(size);
        var first = new Dipole(.85, .15, 1.15).times(size);
        var second = new Dipole(1.0, -.05, 1.15).times(size);
        beat.scaleQrs(0);
        beat.scaleSt(0);
        beat.qrs(torso, septum, bell(.15, .07));
        beat.qrs(torso, first, bell(.33, .09));
        beat.qrs(torso, first.plus(second).times(.36), bell(.5, .1));
        beat.qrs(torso, second, bell(draws.uniform(.67, .70), .1));
        discordant(beat, torso, first.plus(second).times(.5), draws.uniform(.26, .36));
    }

    /**
     * rsR' in V1, broad S in I and V6; ST falls and T turns over against the late forces in V1 and
     * V2. These also point upwards in most people: three ECGs of the CPSC 2018 collection have S of
     * 0.5 to 0.6 mV in II and ST of -0.1 to -0.2 mV in V2. The ranges are assumptions.
     */
    private static void rightBundle(Beat beat, Torso torso, Draws draws) {
        Beat narrow = beat.copy();
        for (int l = 0; l < 8; l++) {
            for (int i = 0; i < Beat.QRS; i++) {
                // What the left ventricle does takes the first two thirds.
                int from = (int) Math.round(i / .66);
                beat.v[l][i] =
                        from < Beat.QRS
                                ? narrow.v[l][from]
                                : narrow.v[l][Beat.QRS] * (i - .66 * Beat.QRS) / (.34 * Beat.QRS);
            }
        }
        var late = new Dipole(-.62, draws.uniform(-.6, .2), -.78).times(draws.uniform(.8, 1.15));
        beat.qrs(torso, late, bell(.74, .13));
        beat.st(torso, late.times(-.34), u -> tWave(u, .6, .2, .13));
        beat.st(
                torso,
                late.times(-draws.uniform(.05, .16)),
                u -> rise(u / .1) * rise((.95 - u) / .4));
    }

    /** A beat that starts in a ventricle: broad, slurred, T against it. */
    static Beat ectopic(Torso torso, Draws draws) {
        boolean right = draws.chance(.6);
        double down = draws.uniform(-.7, 1.0);
        var mean =
                right
                        ? new Dipole(draws.uniform(.5, .95), down, draws.uniform(.7, 1.2))
                        : new Dipole(-draws.uniform(.3, .7), down, -draws.uniform(.6, 1.0));
        var late = new Dipole(mean.x() * .9, mean.y() * 1.1, mean.z() * .8);
        return ectopic(torso, draws, mean, late);
    }

    /**
     * A beat of a ventricular rhythm. Its frontal direction is that of the record's axis, and the
     * chest leads go with it: what starts in the right ventricle points to the left and back, what
     * starts in the left one to the right and forward.
     */
    private static Beat focus(Torso torso, Draws draws, double axisDegrees) {
        double x = Math.cos(Math.toRadians(axisDegrees));
        double y = Math.sin(Math.toRadians(axisDegrees));
        boolean right = draws.chance(.5 + .5 * Math.max(-1, Math.min(1, x / .6)));
        double size = draws.uniform(.7, 1.1);
        double z = draws.uniform(.7, 1.2) * (right ? 1 : -1);
        return ectopic(
                torso,
                draws,
                new Dipole(size * x, size * y, z),
                new Dipole(.9 * size * x, 1.1 * size * y, .8 * z));
    }

    /**
     * Muscle conducts slowly, so QRS rises slowly: in ventricular tachycardia its peak comes 50 ms
     * or more after its onset (Pava 2010, doi:10.1016/j.hrthm.2010.03.001, recalled). Once the
     * front meets conducting fibres it is faster: the last 40 ms travel farther than the first
     * (Vereckei 2008, Heart Rhythm 5(1):89-98). First and last forces point elsewhere than the
     * mean, hence the notches and the small r or q of more than 40 ms named there; by how much is
     * an assumption. So is the depth of the notch about its top or lowest point, where the front
     * runs around scars or from one ventricle into the other (in V1 and V2 Josephson's sign).
     */
    private static Beat ectopic(Torso torso, Draws draws, Dipole mean, Dipole late) {
        var beat = new Beat();
        var first = mean.turned(Math.toRadians(draws.uniform(70, 130)), draws).times(.6);
        var last = late.turned(Math.toRadians(draws.uniform(15, 60)), draws);
        beat.qrs(torso, first, bell(draws.uniform(.22, .28), .11));
        double top = draws.uniform(.5, .56);
        beat.qrs(torso, mean.times(1.15), bell(top, .105));
        beat.qrs(torso, last.times(.75), bell(draws.uniform(.72, .78), .085));
        var notch = mean.turned(Math.toRadians(draws.uniform(0, 25)), draws);
        beat.qrs(
                torso,
                notch.times(-draws.uniform(.18, .3)),
                bell(top + draws.uniform(-.03, .03), .037));
        discordant(beat, torso, mean.plus(late).times(.5), draws.uniform(.24, .36));
        return beat;
    }

    /**
     * Voltage by {@code sokolow_mv}; with strain, ST falls away and T turns over in I, aVL, V5, V6
     * (Hancock 2009, part V, doi:10.1016/j.jacc.2008.12.015).
     */
    private static void hypertrophy(Beat beat, Shows shows, Torso torso) {
        beat.qrs(torso, new Dipole(.45, -.05, .55), bell(.48, .12));
        double aim = shows.measured("sokolow_mv", 4.2);
        for (int i = 0; i < 4; i++) {
            Shapes.reachVoltage(beat, aim);
        }
        if (!"no".equals(shows.detail("left-ventricular-hypertrophy", "strain").orElse("yes"))) {
            double t =
                    Math.max(0, beat.level(Lead.V5, .62)) + Math.max(0, beat.level(Lead.V6, .62));
            var against = new Dipole(-(.18 + .36 * t), -.02, -(.12 + .1 * t));
            beat.st(torso, against, u -> tWave(u, .60, .26, .12));
            beat.st(torso, new Dipole(-.09, 0, -.07), u -> rise(u / .05) * rise((.95 - u) / .3));
        }
    }
}
