package org.anamnesis.signals.ecg;

import java.util.List;
import org.anamnesis.signals.Draws;

/**
 * The beats of one ECG: a person's normal beat, changed by what the ECG shows. Voltages and levels
 * that a finding is defined by are reached by measuring the beat and correcting it.
 *
 * @param torso how the leads see the heart
 * @param usual the beat of the rhythm
 * @param ectopic the beat that a ventricle starts on its own
 * @param early the P wave of a premature atrial beat stands in its {@code p}
 */
record Shapes(Torso torso, Beat usual, Beat ectopic, Beat early) {
    /** Places from which an ectopic beat may come that are tried. */
    private static final int PLACES = 8;

    /** Least index of a hypertrophy, mV: filters of readers take up to a sixth of a sharp R. */
    static final double LEAST_THICK = 4.25;

    static Shapes of(Shows shows, boolean female, long key) {
        var torso = Torso.of(key);
        double qrs = shows.measured("qrs_ms", 92);
        boolean wide = qrs > 115;
        double qt = shows.measured("qt_ms", 390);
        double rr = shows.rr();
        // Without an index of its own the ECG has a usual voltage before its findings change it.
        double usual = Draws.of(key, "voltage").uniform(2, 3.2);
        double sokolow = shows.measured("sokolow_mv", wide ? Double.NaN : usual);
        double axis = ownAxis(shows) || wide ? Double.NaN : shows.measured("axis_deg", Double.NaN);
        // The copula knows normal beats: intervals of a block would only push it to its edge.
        Beat beat =
                LearnedBeats.bundled()
                        .nearest(
                                new double[] {
                                    rr,
                                    Math.min(200, shows.measured("pr_ms", 157)),
                                    wide ? 96 : qrs,
                                    Math.min(440, qt)
                                },
                                Draws.of(key, "beat"),
                                b -> far(b, sokolow, axis, female));
        if (!Double.isNaN(sokolow)) {
            reachVoltage(beat, sokolow);
        }
        if (shows.measured("pr_ms").isPresent()) {
            driven(beat, 60_000 / rr);
        }
        var draws = Draws.of(key, "shape");
        if (ownAxis(shows)) {
            beat.turnAxisTo(draws.uniform(0, 60));
        }
        Conduction.apply(beat, shows, torso, draws);
        if (shows.has("low-voltage")) {
            // Before what a low voltage must leave to be seen: raised ST, scars, T of a potassium.
            if (shows.measured("axis_deg").isPresent()) {
                beat.turnAxisTo(shows.measured("axis_deg", 0));
            }
            lower(beat, draws);
        }
        Repolarisation.apply(beat, shows, torso, Draws.of(key, "repolarisation"));
        // Behind what changes every ST and T: a raised ST and a turned T are measured and must
        // stay.
        Infarction.apply(beat, shows, female, torso);
        boolean thick = shows.has("left-ventricular-hypertrophy");
        if (thick && shows.measured("sokolow_mv").isEmpty()) {
            thicken(beat);
        }
        if (shows.measured("axis_deg").isPresent()) {
            beat.turnAxisTo(shows.measured("axis_deg", 0));
        }
        Beat ectopic =
                shows.has("premature-ventricular-complexes")
                        ? otherThan(beat, torso, key)
                        : Conduction.ectopic(torso, Draws.of(key, "ectopic"));
        // A ventricle that starts on its own has no other to cancel it: its beat is the larger one.
        double size = Math.max(1, 1.3 * largest(beat) / largest(ectopic));
        ectopic.scaleQrs(size);
        ectopic.scaleSt(Math.sqrt(size));
        return new Shapes(torso, beat, ectopic, atrial(beat, torso, Draws.of(key, "atrial")));
    }

    /**
     * A block of the right bundle and a scar have the axis that their forces make: it is measured,
     * not drawn.
     */
    static boolean ownAxis(Shows shows) {
        return shows.has("rbbb") || shows.has("old-infarction");
    }

    /**
     * Where T of a heart that nothing is said of is upright, mV at least (that it can be seen: an
     * assumption), and ST neither lowered by half a millimetre nor raised so far that a reader
     * would tell of it (fourth universal definition of myocardial infarction, Thygesen 2018).
     */
    private static final List<Lead> UPRIGHT =
            List.of(Lead.I, Lead.II, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);

    /** A deep and broad Q in two of them is a scar; III and aVL may have one by themselves. */
    private static final List<Lead> SCARLESS =
            List.of(Lead.I, Lead.II, Lead.AVF, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);

    /** Share of QRS, near 26 ms, and mV: just less than a Q of a scar is deep. */
    private static final double LEAST_SCAR = .28;

    private static final double MOST_Q = .09;
    private static final double LEAST_T = .04;
    private static final double MOST_ST = .05;

    /** About 60 ms behind the J point. */
    private static final double ST_LEVEL = .2;

    private static double far(Beat beat, double sokolow, double axis, boolean female) {
        double far = 0;
        if (!Double.isNaN(sokolow)) {
            far += Math.abs(Math.log(Math.max(.1, sokolow(beat)) / sokolow)) / .2;
        }
        if (!Double.isNaN(axis)) {
            double turn = Math.abs(beat.axis() - axis) % 360;
            far += Math.min(turn, 360 - turn) / 10;
        }
        for (Lead lead : UPRIGHT) {
            far += Math.max(0, LEAST_T - beat.t(lead)) / .03;
            far += Math.max(0, -beat.level(lead, ST_LEVEL) - MOST_ST) / .03;
            far += Math.max(0, beat.level(lead, .07) - Infarction.limit(lead, female, 40)) / .02;
        }
        for (Lead lead : SCARLESS) {
            double[] q = Infarction.firstDown(beat, lead);
            far += q[0] < LEAST_SCAR ? 0 : Math.max(0, q[1] - MOST_Q) / .02;
        }
        return far;
    }

    /**
     * A beat from a place in the ventricles that makes it look unlike the usual one: alike, as one
     * from the right ventricle beside a block of the left bundle, nobody would call it ectopic.
     */
    private static Beat otherThan(Beat usual, Torso torso, long key) {
        Beat best = Conduction.ectopic(torso, Draws.of(key, "ectopic"));
        for (int i = 1; i < PLACES && alike(usual, best) > .5; i++) {
            Beat next = Conduction.ectopic(torso, Draws.of(key, "ectopic " + i));
            best = alike(usual, next) < alike(usual, best) ? next : best;
        }
        return best;
    }

    /** Correlation of QRS of two beats over the leads. */
    static double alike(Beat a, Beat b) {
        double ab = 0;
        double aa = 1e-9;
        double bb = 1e-9;
        for (int l = 0; l < 8; l++) {
            for (int i = 0; i < Beat.QRS; i++) {
                ab += a.v[l][i] * b.v[l][i];
                aa += a.v[l][i] * a.v[l][i];
                bb += b.v[l][i] * b.v[l][i];
            }
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** Largest distance of QRS from the line over all leads, mV. */
    private static double largest(Beat beat) {
        double most = .1;
        for (int i = 0; i < Beat.QRS; i++) {
            double sum = 0;
            for (double[] lead : beat.v) {
                sum += lead[i] * lead[i];
            }
            most = Math.max(most, Math.sqrt(sum));
        }
        return most;
    }

    /** Scales QRS until S in V1 plus the larger R of V5 and V6 is {@code mv}. */
    static void reachVoltage(Beat beat, double mv) {
        double now = sokolow(beat);
        if (now > .2) {
            double factor = Math.max(.45, Math.min(2.6, mv / now));
            // Part of the change is the chest wall's, which dampens T too.
            for (int l = 2; l < 8; l++) {
                for (int i = 0; i < beat.v[l].length; i++) {
                    beat.v[l][i] *= i < Beat.QRS ? factor : Math.pow(factor, .35);
                }
            }
            double limbs = Math.pow(factor, .5);
            for (int l = 0; l < 2; l++) {
                for (int i = 0; i < Beat.QRS; i++) {
                    beat.v[l][i] *= limbs;
                }
            }
        }
    }

    /**
     * A driven sinus node goes with a taller P and a lower T (Simoons and Hugenholtz 1975,
     * doi:10.1161/01.CIR.52.4.570: 56 healthy men in exercise). From 90 to 140/min P grows by three
     * tenths and T loses one: by how much is an assumption.
     */
    private static void driven(Beat beat, double rate) {
        double share = Math.max(0, Math.min(1, (rate - 90) / 50));
        beat.scaleP(1 + .3 * share);
        beat.scaleSt(1 - .1 * share);
    }

    /** A scar leaves less of R: the rest of a thick wall makes up for it, in QRS alone. */
    private static void thicken(Beat beat) {
        double factor = Math.min(2.6, LEAST_THICK / Math.max(.2, sokolow(beat)));
        for (int l = 2; l < 8 && factor > 1; l++) {
            for (int i = 0; i < Beat.QRS; i++) {
                beat.v[l][i] *= factor;
            }
        }
    }

    /** Sokolow and Lyon 1949, doi:10.1016/0002-8703(49)90562-1. */
    static double sokolow(Beat beat) {
        return -beat.range(Lead.V1)[1] + Math.max(beat.range(Lead.V5)[0], beat.range(Lead.V6)[0]);
    }

    /** QRS below 0.5 mV in all limb leads. */
    private static void lower(Beat beat, Draws draws) {
        double most = 0;
        for (Lead lead : List.of(Lead.I, Lead.II, Lead.III, Lead.AVR, Lead.AVL, Lead.AVF)) {
            double[] range = beat.range(lead);
            most = Math.max(most, range[0] - range[1]);
        }
        double factor = Math.min(1, draws.uniform(.36, .44) / most);
        beat.scaleQrs(factor);
        // What dampens QRS (fluid, air, fat) dampens T as much, and T is flat in many of them (in
        // effusion, myxoedema): by how much is an assumption, as that more of P is left.
        beat.scaleSt(factor * draws.uniform(.65, 1));
        beat.scaleP(Math.pow(factor, .8));
    }

    private static Beat atrial(Beat usual, Torso torso, Draws draws) {
        var early = new Beat();
        early.add(usual);
        var low = new Dipole(.04, draws.chance(.5) ? -.10 : .05, draws.uniform(-.05, .05));
        for (int i = 0; i < Beat.P; i++) {
            double u = (i / (double) Beat.P - .45) / .16;
            for (int l = 0; l < 8; l++) {
                early.p[l][i] = .25 * usual.p[l][i] + torso.see(l, low) * Math.exp(-u * u / 2);
            }
        }
        return early;
    }
}
