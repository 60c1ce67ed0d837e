package org.anamnesis.signals.ecg;

import org.anamnesis.signals.Draws;
import org.anamnesis.signals.ecg.Timeline.Kind;

/**
 * Places the beats of a recording so that the mean of the RR intervals a reader finds in it is
 * exactly 60 / heart rate, whatever the rhythm: times are stretched until it is, and shifted until
 * no beat lies at an edge where one reader would count it and another not.
 */
final class Rhythm {
    private static final double CLEAR = .14;

    /**
     * Beats in groups have one rate only while none is lost: P and T of the outer ones are whole.
     */
    private static final double WHOLE = .4;

    /** Behind the onset of a beat whose T a reader uses, s. */
    private static final double WHOLE_T = .68;

    private static final double BEFORE = 3;

    /**
     * Spread of PP above a Wenckebach block, of its mean, and above Mobitz II, which is read only
     * where the sinus node is steady, so that the pause is two PP: assumptions.
     */
    private static final double SINUS_SWAY = .02;

    private static final double STEADY = .004;

    private final Shows shows;
    private final double seconds;
    private final long key;
    private final double rr;
    private final double pr;
    private final double sd;
    private final boolean grouped;

    /** From the onset of QRS to its middle, s. */
    private final double middle;

    private double spread = 1;

    private Rhythm(Shows shows, double seconds, long key) {
        this.shows = shows;
        this.seconds = seconds;
        this.key = key;
        this.rr = shows.rr() / 1000;
        this.pr = shows.measured("pr_ms", 160) / 1000;
        this.grouped = shows.has("av-block-2-mobitz-1") || shows.has("av-block-2-mobitz-2");
        this.middle = shows.measured("qrs_ms", 90) / 2000;
        boolean own =
                shows.has("premature-ventricular-complexes")
                        || shows.has("premature-atrial-complexes")
                        || grouped;
        // Where beats are early or missing, the spread follows from them.
        this.sd = own ? Double.NaN : shows.measured("rr_sd_ms", Double.NaN) / 1000;
    }

    static Timeline of(Shows shows, double seconds, long key) {
        return new Rhythm(shows, seconds, key).fit();
    }

    private Timeline fit() {
        var phases = Draws.of(key, "phase");
        Timeline best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < (grouped ? 400 : 120); attempt++) {
            double phase = phases.uniform();
            double stretch = 1;
            spread = 1;
            Timeline timeline = place(phase, 1, attempt);
            for (int i = 0; i < 14; i++) {
                double[] beats = timeline.beats(seconds);
                double mean = Timeline.mean(beats);
                double now = Timeline.sd(beats);
                boolean varies = !Double.isNaN(sd) && sd > 0 && now > 0;
                if (Double.isNaN(mean)
                        || (Math.abs(mean / rr - 1) < 1e-7
                                && (!varies || Math.abs(now - sd) < 2e-4))) {
                    break;
                }
                stretch *= rr / mean;
                if (varies) {
                    spread *= Math.max(.5, Math.min(2, sd / now));
                }
                timeline = place(phase, stretch, attempt);
            }
            double mean = Timeline.mean(timeline.beats(seconds));
            // What a reader would trip over most counts most: another rate, a beat cut by the edge.
            double flaws =
                    (Math.abs(mean / rr - 1) < 1e-6 ? 0 : 8)
                            + (clear(timeline) ? 0 : 4)
                            + (typical(timeline) ? 0 : 2)
                            + (usualIsUsual(timeline) ? 0 : 2)
                            + Math.min(1.9, unsteady(timeline))
                            + (grouped && !away(timeline, WHOLE) ? .3 : 0);
            if (flaws < least) {
                best = timeline;
                least = flaws;
            }
            if (least == 0) {
                break;
            }
        }
        return best;
    }

    private boolean clear(Timeline timeline) {
        double edge = Math.min(CLEAR, rr / 4);
        return away(timeline, edge);
    }

    private boolean away(Timeline timeline, double edge) {
        return timeline.events().stream()
                .filter(e -> e.kind().ventricle())
                .noneMatch(
                        e ->
                                Math.abs(e.time() + middle) < edge
                                        || Math.abs(e.time() + middle - seconds) < edge);
    }

    /**
     * Readers who leave out the intervals at the edges must find the same rate: how far beyond what
     * is allowed they are, /min; 0 if they are not.
     */
    private double unsteady(Timeline timeline) {
        double[] beats = timeline.beats(seconds);
        if (beats.length < 5 || shows.has("atrial-fibrillation")) {
            return 0;
        }
        int n = beats.length - 1;
        double edges = beyond(beats, 1, n - 1, .4);
        double most = Math.max(beyond(beats, 1, n, .8), beyond(beats, 0, n - 1, .8));
        if (n >= 6) {
            most = Math.max(most, beyond(beats, 2, n - 1, .8));
            most = Math.max(most, beyond(beats, 1, n - 2, .8));
        }
        // Beats in groups leave no piece but whole groups with the same rate: both edges first.
        return Math.max(Math.min(1.4, edges), Math.min(1.4, most) / 3) + Math.min(.4, most / 9);
    }

    private double beyond(double[] beats, int from, int to, double allowed) {
        double mean = (beats[to] - beats[from]) / (to - from);
        return Math.max(0, Math.abs(60 / mean - 60 / rr) - allowed);
    }

    /** Fibrillation must look irregular in the ten seconds that were drawn. */
    private boolean typical(Timeline timeline) {
        if (!shows.has("atrial-fibrillation")) {
            return true;
        }
        double[] beats = timeline.beats(seconds);
        double sum = 0;
        for (int i = 2; i < beats.length; i++) {
            double d = beats[i] - 2 * beats[i - 1] + beats[i - 2];
            sum += d * d;
        }
        double successive = Math.sqrt(sum / Math.max(1, beats.length - 2)) / rr;
        return beats.length < 4 || (Timeline.sd(beats) / rr > .125 && successive > .15);
    }

    /**
     * A reader takes for the usual beat what most whole beats are: there must be more of the sinus
     * node than ectopic ones.
     */
    private boolean usualIsUsual(Timeline timeline) {
        return whole(timeline, Kind.QRS_ECTOPIC, .1) < whole(timeline, Kind.QRS, 0);
    }

    /** How many beats of a kind have their P and T in the recording, or nearly so. */
    private long whole(Timeline timeline, Kind kind, double nearly) {
        return timeline.events().stream()
                .filter(e -> e.kind() == kind)
                .filter(e -> e.time() > WHOLE - nearly)
                .filter(e -> e.time() < seconds - WHOLE_T + nearly)
                .count();
    }

    private Timeline place(double phase, double stretch, int attempt) {
        var draws = Draws.of(key, "rhythm " + attempt);
        var out = new Timeline.Builder();
        if (shows.has("av-block-3") || shows.has("ventricular-tachycardia")) {
            dissociated(out, phase, stretch, draws);
        } else if (grouped) {
            dropped(out, phase, stretch, draws);
        } else if (shows.has("premature-ventricular-complexes")
                || shows.has("premature-atrial-complexes")) {
            premature(out, phase, stretch, draws);
        } else {
            plain(out, phase, stretch, draws);
        }
        return out.build();
    }

    private void plain(Timeline.Builder out, double phase, double stretch, Draws draws) {
        double[] intervals = intervals(draws);
        double t = -BEFORE + phase * rr;
        for (double interval : intervals) {
            beat(out, t);
            t += interval * stretch;
        }
    }

    /** One conducted beat, with P and stimuli as the rhythm has them. */
    private void beat(Timeline.Builder out, double t) {
        String mode =
                shows.has("paced-rhythm") ? shows.detail("paced-rhythm", "mode").orElse("VVI") : "";
        boolean p =
                !shows.has("atrial-fibrillation")
                        && !shows.has("atrial-flutter")
                        && !mode.equals("VVI");
        if (p) {
            out.add(t - pr, Kind.P);
        }
        if (mode.equals("AAI") || mode.equals("DDD")) {
            out.add(t - pr - .004, Kind.SPIKE);
        }
        if (mode.equals("VVI") || mode.equals("DDD") || mode.equals("VDD")) {
            out.add(t - .004, Kind.SPIKE);
        }
        out.add(t, Kind.QRS);
    }

    /** RR intervals in s that cover the recording and some time before and after it. */
    private double[] intervals(Draws draws) {
        int n = (int) Math.ceil((seconds + 2 * BEFORE) / rr) + 3;
        double[] x = new double[n];
        if (shows.has("atrial-fibrillation")) {
            double cv = draws.uniform(.17, .25) * spread;
            for (int i = 0; i < n; i++) {
                x[i] = rr * Math.max(Math.max(.5, .27 / rr), Math.exp(cv * draws.normal()));
            }
            return x;
        }
        double breath = draws.uniform(.2, .3);
        double share = draws.uniform(.55, .85);
        double a = draws.uniform(0, 2 * Math.PI);
        double b = draws.uniform(0, 2 * Math.PI);
        for (int i = 0; i < n; i++) {
            double t = i * rr;
            // Respiratory and slower waves: McSharry 2003, doi:10.1109/TBME.2003.808805.
            x[i] =
                    share * Math.sin(2 * Math.PI * breath * t + a)
                            + (1 - share) * Math.sin(2 * Math.PI * .1 * t + b)
                            + .25 * draws.normal();
        }
        return scaled(x, spread * (Double.isNaN(sd) ? .02 * rr : sd));
    }

    /** The intervals within the recording get the mean and standard deviation asked. */
    private double[] scaled(double[] x, double sd) {
        int from = (int) Math.min(x.length - 2.0, Math.rint(BEFORE / rr));
        int to = (int) Math.min(x.length, from + Math.max(2.0, Math.floor(seconds / rr)));
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += x[i] / (to - from);
        }
        double square = 0;
        for (int i = from; i < to; i++) {
            square += (x[i] - mean) * (x[i] - mean) / (to - from);
        }
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double d = square == 0 ? 0 : (x[i] - mean) / Math.sqrt(square);
            out[i] = Math.max(.5 * rr, rr + sd * Math.max(-3, Math.min(3, d)));
        }
        return out;
    }

    /** Premature beats; a ventricular one leaves the sinus node's time as it is. */
    private void premature(Timeline.Builder out, double phase, double stretch, Draws draws) {
        double[] intervals = intervals(draws);
        // The run begins behind two beats of the sinus node.
        var room =
                new Early.Room(
                        intervals.length,
                        (int) Math.round(BEFORE / rr) + 2,
                        (int) Math.round((BEFORE + seconds) / rr) - 2,
                        (int) Math.ceil(BEFORE / rr - phase) + 2,
                        Math.max(1, seconds / 10));
        Early[] early = Early.of(shows, room, draws);
        boolean couplets =
                shows.detail("premature-ventricular-complexes", "pattern")
                        .orElse("")
                        .equals("couplets");
        double coupling = draws.uniform(.62, .72);
        // Coupled to the beat before, not to the sinus node: also in slow rhythms (assumption).
        double longest = draws.uniform(.5, .62);
        double t = -BEFORE + phase * rr;
        double last = t - rr;
        for (int i = 0; i < intervals.length; i++) {
            double interval = intervals[i] * stretch;
            switch (early[i]) {
                case NONE -> {
                    beat(out, t);
                    last = t;
                    t += interval;
                }
                case VENTRICULAR -> {
                    double after =
                            Math.min(interval * coupling, longest) * draws.uniform(.97, 1.03);
                    double before = last + after;
                    out.add(before, Kind.QRS_ECTOPIC);
                    if (couplets) {
                        out.add(before + Math.min(.55 * interval, .48), Kind.QRS_ECTOPIC);
                    }
                    t += interval;
                }
                case ATRIAL -> {
                    double before = t - interval * (.92 - coupling);
                    out.add(before - pr * .95, Kind.P_EARLY);
                    out.add(before, Kind.QRS);
                    last = before;
                    t = before + interval * 1.05;
                }
            }
        }
    }

    /** Second degree: one P of {@code n} is not conducted, after PR has grown (type 1) or not. */
    private void dropped(Timeline.Builder out, double phase, double stretch, Draws draws) {
        boolean wenckebach = shows.has("av-block-2-mobitz-1");
        String id = wenckebach ? "av-block-2-mobitz-1" : "av-block-2-mobitz-2";
        int n = Integer.parseInt(shows.detail(id, "ratio").orElse("3:2").substring(0, 1));
        double atrial = rr * (n - 1) / n * stretch;
        // The sinus node breathes and drifts above a block as it does without one.
        double sway = (wenckebach ? SINUS_SWAY : STEADY) * Math.exp(.3 * draws.normal());
        double breath = draws.uniform(.2, .3);
        double a = draws.uniform(0, 2 * Math.PI);
        double b = draws.uniform(0, 2 * Math.PI);
        double t = -BEFORE + phase * rr * (n - 1) - n * atrial;
        int place = 0;
        while (t < seconds + BEFORE) {
            out.add(t, Kind.P);
            if (place < n - 1) {
                double longer = 0;
                for (int i = 1; i <= place; i++) {
                    longer += .085 / i; // 80 and 40 ms in the 4:3 block of the MSD manual
                }
                out.add(t + pr + (wenckebach ? Math.min(longer, .45 * atrial) : 0), Kind.QRS);
            }
            place = (place + 1) % n;
            t +=
                    atrial
                            * (1
                                    + sway
                                            * (.7 * Math.sin(2 * Math.PI * breath * t + a)
                                                    + Math.sin(2 * Math.PI * .1 * t + b)
                                                    + .3 * draws.normal()));
        }
    }

    /** Atria and ventricles each at their own rate. */
    private void dissociated(Timeline.Builder out, double phase, double stretch, Draws draws) {
        double atrial = 60 / shows.measured("atrial_rate_bpm", 82);
        for (double t = -BEFORE + draws.uniform() * atrial;
                t < seconds + 1;
                t += atrial * (1 + .012 * draws.normal())) {
            out.add(t, Kind.P);
        }
        double[] intervals = intervals(draws);
        double t = -BEFORE + phase * rr;
        for (double interval : intervals) {
            out.add(t, Kind.QRS);
            t += interval * stretch;
        }
    }
}
