package org.anamnesis.signals.ecg;

import java.util.List;
import org.anamnesis.signals.Draws;
import org.anamnesis.signals.ecg.Timeline.Event;
import org.anamnesis.study.Study;

/**
 * The recording of a study. Any piece can be made by itself, so half an hour needs no more memory
 * than ten seconds. Not safe for several threads.
 */
final class Trace {
    private static final double LONGEST = 1.6;

    private final int rate;
    private final long samples;
    private final List<Event> events;
    private final Shapes shapes;
    private final Timing timing;
    private final Noise noise;
    private final Atria atria;
    private final double breath;
    private final double breathPhase;
    private final float[][] p;
    private final float[][] early;
    private final float[][] qrs;
    private final float[][] ectopic;

    /**
     * How long the waves are drawn.
     *
     * @param qrs length of QRS, ms
     * @param qt from onset of QRS to the end of T, ms
     * @param lead by how much P is drawn earlier than PR says, ms
     */
    record Timing(double qrs, double qt, double lead) {}

    private Trace(Prepared ready, Timing timing) {
        this.rate = ready.rate;
        this.samples = ready.samples;
        this.events = ready.timeline.events();
        this.shapes = ready.shapes;
        this.timing = timing;
        this.noise = ready.noise;
        this.atria = ready.atria;
        var draws = Draws.of(ready.key, "breath");
        this.breath = draws.uniform(.2, .3);
        this.breathPhase = draws.uniform(0, 2 * Math.PI);
        this.p = shapes.usual().atria(rate, ready.atrialMs);
        this.early = shapes.early().atria(rate, ready.atrialMs);
        this.qrs = shapes.usual().ventricles(rate, timing.qrs, timing.qt);
        double wide = Math.max(142, timing.qrs * 1.05);
        this.ectopic = shapes.ectopic().ventricles(rate, wide, Math.max(timing.qt, wide + 270));
    }

    /**
     * What is the same whatever the timing.
     *
     * @param atrialMs how long P lasts, ms
     */
    record Prepared(
            Shows shows,
            int rate,
            long samples,
            Timeline timeline,
            Shapes shapes,
            Noise noise,
            Atria atria,
            double atrialMs,
            long key) {
        static Prepared of(Study study) {
            var shows = Shows.of(study);
            int rate = Integer.parseInt(study.settings().get("rate_hz"));
            double seconds = Double.parseDouble(study.settings().get("duration_s"));
            long key = study.key();
            var timeline = Rhythm.of(shows, seconds, key);
            var shapes = Shapes.of(shows, study.person().female(), key);
            double[] beats = timeline.beats(seconds);
            return new Prepared(
                    shows,
                    rate,
                    Math.round(seconds * rate),
                    timeline,
                    shapes,
                    new Noise(study.settings(), rate, key),
                    new Atria(shows, shapes.torso(), beats.length == 0 ? 0 : beats[0], key),
                    Distributions.p(
                            study.person().age(),
                            study.person().female(),
                            shows.measured("pr_ms", Double.NaN),
                            60_000 / shows.rr(),
                            Draws.of(key, "p")),
                    key);
        }

        Trace with(Timing timing) {
            return new Trace(this, timing);
        }
    }

    /** The trace whose intervals a reader finds as the study says. */
    static Trace of(Study study) {
        var ready = Prepared.of(study);
        return ready.with(ClosedLoop.timing(ready));
    }

    int rate() {
        return rate;
    }

    long samples() {
        return samples;
    }

    Timing timing() {
        return timing;
    }

    /** Onsets of ventricular ectopic beats within the recording, s. */
    double[] ectopic(double seconds) {
        return events.stream()
                .filter(e -> e.kind() == Timeline.Kind.QRS_ECTOPIC)
                .mapToDouble(Event::time)
                .filter(t -> t >= 0 && t < seconds)
                .toArray();
    }

    /** The eight leads from a sample on, mV. */
    double[][] render(long from, int n) {
        double[][] out = new double[8][n];
        background(out, from);
        beats(out, from);
        return out;
    }

    /** Adds what does not depend on how long the waves are drawn. */
    void background(double[][] out, long from) {
        atria.add(out, from, rate);
        noise.add(out, from);
    }

    /** Adds the beats. */
    void beats(double[][] out, long from) {
        double start = from / (double) rate;
        double end = start + out[0].length / (double) rate + .3;
        for (int i = first(start - LONGEST); i < events.size(); i++) {
            if (events.get(i).time() >= end) {
                break;
            }
            add(out, from, events.get(i));
        }
    }

    private int first(double time) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (events.get(middle).time() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void add(double[][] out, long from, Event e) {
        double size = 1 + .025 * Math.sin(2 * Math.PI * breath * e.time() + breathPhase);
        switch (e.kind()) {
            case P -> add(out, from, e.time() - timing.lead / 1000, p, size);
            case P_EARLY -> add(out, from, e.time() - timing.lead / 1000, early, size);
            case QRS -> add(out, from, e.time(), qrs, size);
            case QRS_ECTOPIC -> add(out, from, e.time(), ectopic, size);
            case SPIKE -> spike(out, from, e.time());
        }
    }

    private void add(double[][] out, long from, double time, float[][] shape, double size) {
        long at = Math.round(time * rate) - from;
        int n = out[0].length;
        int begin = (int) Math.max(0, -at);
        int end = (int) Math.min(shape[0].length, n - at);
        for (int l = 0; l < 8; l++) {
            double[] lead = out[l];
            float[] wave = shape[l];
            for (int k = begin; k < end; k++) {
                lead[(int) at + k] += size * wave[k];
            }
        }
    }

    /** Two milliseconds, the same in every beat. */
    private void spike(double[][] out, long from, double time) {
        var stimulus = new Dipole(.35, -.75, .35).times(rate < 500 ? .5 : 1);
        long at = Math.round(time * rate) - from;
        for (int k = 0; k < Math.max(1, rate / 500); k++) {
            if (at + k >= 0 && at + k < out[0].length) {
                for (int l = 0; l < 8; l++) {
                    out[l][(int) at + k] += shapes.torso().see(l, stimulus);
                }
            }
        }
    }

    /**
     * The same in whole steps, as files hold it; I and II even.
     *
     * @param step mV of one unit
     */
    int[][] units(long from, int n, double step) {
        double[][] mv = render(from, n);
        int[][] out = new int[8][n];
        for (int l = 0; l < 8; l++) {
            for (int i = 0; i < n; i++) {
                out[l][i] =
                        (int)
                                (l < 2
                                        ? 2 * Math.round(mv[l][i] / step / 2)
                                        : Math.round(mv[l][i] / step));
            }
        }
        return out;
    }
}
