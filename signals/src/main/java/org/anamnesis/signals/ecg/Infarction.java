package org.anamnesis.signals.ecg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Acute and old infarction and ischaemia. An injured wall shifts the dipole of ST towards itself,
 * so leads that look at it rise and those opposite fall at once; a dead wall takes its part out of
 * early QRS. Criteria: Thygesen 2018, doi:10.1016/j.jacc.2018.08.1038.
 */
final class Infarction {
    private Infarction() {}

    static void apply(Beat beat, Shows shows, boolean female, Torso torso) {
        if (shows.has("old-infarction")) {
            var wall = Territory.of(shows.detail("old-infarction", "territory"));
            old(beat, wall, torso);
            if (wall != Territory.POSTERIOR && !shows.has("hyperkalaemia")) {
                turnT(beat, wall, .1, torso);
            }
        }
        if (shows.has("acute-infarction")) {
            acute(
                    beat,
                    Territory.of(shows.detail("acute-infarction", "territory")),
                    shows.number("acute-infarction", "st_mv", .3),
                    torso);
        }
        if (shows.has("ischaemic-t-waves")) {
            turnT(
                    beat,
                    Territory.of(shows.detail("ischaemic-t-waves", "territory")),
                    shows.number("ischaemic-t-waves", "t_mv", .3),
                    torso);
        }
    }

    /** ST at the J point from which a lead counts as raised, mV. */
    static double limit(Lead lead, boolean female, double age) {
        if (lead == Lead.V2 || lead == Lead.V3) {
            return female ? .15 : age >= 40 ? .2 : .25;
        }
        return .1;
    }

    /** Leads with ST raised at J + 20 ms or so. */
    static List<Lead> raised(Beat beat, boolean female, double age) {
        List<Lead> leads = new ArrayList<>();
        for (Lead lead : Lead.all()) {
            if (lead != Lead.AVR && beat.level(lead, .07) >= limit(lead, female, age)) {
                leads.add(lead);
            }
        }
        return leads;
    }

    /** Leads with ST lowered by 0.05 mV or more. */
    static List<Lead> lowered(Beat beat) {
        return Lead.all().stream()
                .filter(
                        l ->
                                l != Lead.AVR
                                        && beat.level(l, .07) <= -.05
                                        && beat.level(l, .15) <= -.04)
                .toList();
    }

    private static void acute(Beat beat, Territory wall, double stMv, Torso torso) {
        boolean behind = wall == Territory.POSTERIOR;
        onTheLine(beat);
        DoubleUnaryOperator dome =
                u ->
                        (1 - .1 * u) * Conduction.rise((1 - u) / .62)
                                + .38 * Conduction.tWave(u, .58, .2, .13);
        DoubleUnaryOperator lead = u -> Conduction.rise((u - .72) / .28) * dome.applyAsDouble(0);
        for (int round = 0; round < 6; round++) {
            // The largest rise of the territory is what was asked; a posterior wall has no lead of
            // its own.
            double now =
                    wall.leads().stream()
                            .mapToDouble(l -> (behind ? -1 : 1) * beat.level(l, .07))
                            .max()
                            .orElse(0);
            double seen =
                    wall.leads().stream()
                            .mapToDouble(l -> sees(torso, l, wall.place()))
                            .max()
                            .orElse(1);
            double step = (stMv - now) / Math.max(.3, seen);
            beat.st(torso, wall.place().times(step), dome);
            beat.qrs(torso, wall.place().times(step), lead);
        }
    }

    /**
     * Takes away the ST that the person had before: one that was lowered would leave a wall with a
     * single raised lead, which no reader calls an infarction.
     */
    private static void onTheLine(Beat beat) {
        for (int l = 0; l < 8; l++) {
            double level = beat.level(Lead.MEASURED.get(l), .07);
            for (int i = 0; i < Beat.QRS; i++) {
                beat.v[l][i] -= level * Conduction.rise((i / (double) Beat.QRS - .72) / .28);
            }
            for (int i = 0; i < Beat.ST; i++) {
                beat.v[l][Beat.QRS + i] -=
                        level * Conduction.rise((.5 - i / (double) Beat.ST) / .4);
            }
        }
    }

    private static double sees(Torso torso, Lead lead, Dipole d) {
        double[] eight = new double[8];
        for (int l = 0; l < 8; l++) {
            eight[l] = torso.see(l, d);
        }
        return Math.abs(lead.of(eight));
    }

    /** Q of a quarter of R and 40 ms; over the posterior wall, tall R in V1 to V3. */
    private static void old(Beat beat, Territory wall, Torso torso) {
        boolean behind = wall == Territory.POSTERIOR;
        var away = wall.place().times(-1);
        for (int round = 0; round < 12; round++) {
            int found = 0;
            for (Lead lead : wall.leads()) {
                found += scar(beat, lead, behind) ? 1 : 0;
            }
            if (found >= Math.max(2, wall.leads().size() - 1)) {
                break;
            }
            beat.qrs(
                    torso, away.times(.16), behind ? Conduction.bell(.34, .13) : Infarction::early);
        }
    }

    /** The first third of QRS, from its very beginning. */
    private static double early(double u) {
        return Math.exp(-Math.pow((u - .2) / .13, 2) / 2) * Conduction.rise(u / .05);
    }

    /** Pathological Q in a lead: first, deep and broad; or, for the posterior wall, R above S. */
    static boolean scar(Beat beat, Lead lead, boolean behind) {
        double[] range = beat.range(lead);
        if (behind) {
            return range[0] > -range[1] * 1.05;
        }
        double[] q = firstDown(beat, lead);
        return q[0] >= .34 && q[1] >= Math.max(.12, .28 * range[0]);
    }

    /** How long QRS begins downwards, as a share of it, and how deep, mV. */
    static double[] firstDown(Beat beat, Lead lead) {
        int q = 0;
        double deep = 0;
        while (q < Beat.QRS && (beat.at(lead, q) < .02 || q < 4)) {
            deep = Math.min(deep, beat.at(lead, q));
            q++;
        }
        return new double[] {(double) q / Beat.QRS, -deep};
    }

    /** Symmetric T waves turned over to at least {@code mv} below the line in the wall's leads. */
    private static void turnT(Beat beat, Territory wall, double mv, Torso torso) {
        var away = wall.place().times(wall == Territory.POSTERIOR ? 1 : -1);
        for (int round = 0; round < 8; round++) {
            double lowest =
                    wall.leads().stream()
                            .mapToDouble(l -> beat.level(l, .61))
                            .sorted()
                            .skip(1)
                            .findFirst()
                            .orElse(0);
            if (lowest <= -mv) {
                break;
            }
            double step = Math.min(.25, .6 * (lowest + mv) + .03);
            beat.st(torso, away.times(step), u -> Conduction.tWave(u, .61, .17, .14));
        }
    }
}
