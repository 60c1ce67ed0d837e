package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.signals.Draws;

/**
 * A stretch of one state.
 *
 * @param from seconds
 * @param to seconds
 */
record Stage(double from, double to, Vigilance state) {
    /** Seconds of a cycle of sleep. */
    private static final double CYCLE = 5400;

    /** The states of a recording, one after the other from 0 to its end. */
    static List<Stage> course(String state, double duration, Draws draws) {
        return switch (state) {
            case "eyes-closed" -> whole(Vigilance.EYES_CLOSED, duration);
            case "eyes-open" -> whole(Vigilance.EYES_OPEN, duration);
            case "drowsy" -> whole(Vigilance.N1, duration);
            case "n2" -> whole(Vigilance.N2, duration);
            case "n3" -> whole(Vigilance.N3, duration);
            case "rem" -> whole(Vigilance.REM, duration);
            case "coma" -> whole(Vigilance.COMA, duration);
            case "sleep" -> sleep(duration, draws);
            default -> awake(duration, draws);
        };
    }

    private static List<Stage> whole(Vigilance state, double duration) {
        return List.of(new Stage(0, duration, state));
    }

    /** Mostly eyes closed; the technician asks to open them for some seconds now and then. */
    private static List<Stage> awake(double duration, Draws draws) {
        var all = new ArrayList<Stage>();
        double unit = Math.min(1, duration / 60);
        double at = 0;
        boolean open = true;
        while (at < duration) {
            double length = unit * (open ? draws.uniform(8, 14) : draws.uniform(40, 80));
            double to = duration - at - length < 4 * unit ? duration : at + tenths(length);
            all.add(new Stage(at, to, open ? Vigilance.EYES_OPEN : Vigilance.EYES_CLOSED));
            at = to;
            open = !open;
        }
        return all;
    }

    /**
     * Falling asleep, then cycles of about 90 minutes with less N3 and more REM each; a nap shorter
     * than that has its stages in proportion. Proportions of a night: N1 5 %, N2 50 %, N3 20 %, REM
     * 25 %, recalled; the norms stand in Ohayon et al. 2004, doi:10.1093/sleep/27.7.1255.
     */
    private static List<Stage> sleep(double duration, Draws draws) {
        if (duration < CYCLE) {
            return nap(duration, draws);
        }
        var all = new ArrayList<Stage>();
        double at = 0;
        at = add(all, at, 0.05 * CYCLE, Vigilance.EYES_CLOSED, duration, draws);
        at = add(all, at, 0.06 * CYCLE, Vigilance.N1, duration, draws);
        for (int n = 0; at < duration; n++) {
            double deep = Math.max(0.05, 0.32 - 0.07 * n);
            double dream = 0.14 + 0.05 * Math.min(n, 4);
            at = add(all, at, 0.3 * CYCLE, Vigilance.N2, duration, draws);
            at = add(all, at, deep * CYCLE, Vigilance.N3, duration, draws);
            at = add(all, at, (0.62 - deep - dream) * CYCLE, Vigilance.N2, duration, draws);
            at = add(all, at, dream * CYCLE, Vigilance.REM, duration, draws);
            at = add(all, at, 0.03 * CYCLE, Vigilance.N1, duration, draws);
        }
        return all;
    }

    /** One short cycle that has every stage. */
    private static List<Stage> nap(double duration, Draws draws) {
        Vigilance[] states = {
            Vigilance.EYES_CLOSED,
            Vigilance.N1,
            Vigilance.N2,
            Vigilance.N3,
            Vigilance.N2,
            Vigilance.REM
        };
        double[] shares = {0.08, 0.1, 0.3, 0.25, 0.19, 0.08};
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= draws.uniform(0.85, 1.15);
            sum += shares[i];
        }
        var all = new ArrayList<Stage>();
        double at = 0;
        for (int i = 0; i < shares.length; i++) {
            double to = i == shares.length - 1 ? duration : at + tenths(duration * shares[i] / sum);
            all.add(new Stage(at, to, states[i]));
            at = to;
        }
        return all;
    }

    private static double add(
            List<Stage> all, double at, double length, Vigilance state, double end, Draws draws) {
        if (at >= end) {
            return at;
        }
        double to = at + Math.max(1, tenths(length * draws.uniform(0.8, 1.2)));
        double until = end - to < 2 ? end : to;
        all.add(new Stage(at, until, state));
        return until;
    }

    private static double tenths(double seconds) {
        return Math.rint(seconds * 10) / 10;
    }
}
