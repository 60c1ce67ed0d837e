package org.anamnesis.signals.ecg;

import org.anamnesis.signals.ecg.Timeline.Kind;
import org.anamnesis.signals.ecg.Trace.Prepared;
import org.anamnesis.signals.ecg.Trace.Timing;

/**
 * Draws the waves, measures them as a reader does, corrects their lengths, and again, until what is
 * read is what the record says.
 */
final class ClosedLoop {
    private static final int ROUNDS = 8;
    private static final double SECONDS = 10;

    /**
     * Where no QT is told, T ends at this share of RR: in a ventricular tachycardia T runs into the
     * next QRS, as the ventricles need some 200 ms behind QRS at any rate (assumption).
     */
    private static final double T_IN_TACHYCARDIA = .9;

    /** By how much P may be moved away from PR until it has to pay, ms. */
    private static final double FAR = 15;

    private ClosedLoop() {}

    static Timing timing(Prepared ready) {
        var shows = ready.shows();
        double qrs = shows.measured("qrs_ms", 95);
        double qt = shows.measured("qt_ms", Math.min(390, T_IN_TACHYCARDIA * shows.rr()));
        double pr = shows.measured("pr_ms", Double.NaN);
        boolean readQt = shows.measured("qt_ms").isPresent();
        var timing = new Timing(qrs, qt, 0);
        double[][] background = background(ready);
        double peak = peak(ready, timing);
        var best = timing;
        double least = Double.MAX_VALUE;
        var toQrs = new Search(.8);
        var toQt = new Search(.9);
        var toPr = new Search(1);
        for (int round = 0; round < ROUNDS; round++) {
            var read = measure(ready, timing, peak, background);
            double error = off(read.qrs(), qrs) + (readQt ? .5 * off(read.qt(), qt) : 0);
            error += Double.isNaN(pr) ? 0 : .5 * off(read.pr(), pr);
            // A reader that takes the end of T for P does not follow P: it stays where it belongs.
            error += .5 * Math.max(0, Math.abs(timing.lead()) - FAR);
            if (error < least) {
                least = error;
                best = timing;
            }
            if (error < 3) {
                break;
            }
            double nextQrs = toQrs.next(timing.qrs(), read.qrs(), qrs);
            double nextQt = readQt ? toQt.next(timing.qt(), read.qt(), qt) : timing.qt();
            double lead = Double.isNaN(pr) ? 0 : toPr.next(pr + timing.lead(), read.pr(), pr) - pr;
            timing =
                    new Timing(
                            nextQrs,
                            Math.max(nextQt, nextQrs + 90),
                            Math.max(-60, Math.min(90, lead)));
        }
        return best;
    }

    private static double off(double read, double wanted) {
        return Double.isNaN(read) ? 60 : Math.abs(read - wanted);
    }

    /**
     * Looks for the length to draw. A reader may jump from one wave to the next, so steps that
     * follow the difference can go to and fro for ever: once one length was read too short and one
     * too long, the middle between them is next.
     */
    private static final class Search {
        private final double share;
        private double shorter = Double.NaN;
        private double longer = Double.NaN;

        Search(double share) {
            this.share = share;
        }

        double next(double drawn, double read, double wanted) {
            if (Double.isNaN(read) || Math.abs(read - wanted) < 1) {
                return drawn;
            }
            if (read < wanted) {
                shorter = drawn;
            } else {
                longer = drawn;
            }
            double step = drawn + share * (wanted - read);
            boolean between = Math.min(shorter, longer) < step && step < Math.max(shorter, longer);
            if (!Double.isNaN(shorter + longer) && !between) {
                step = (shorter + longer) / 2;
            }
            return Math.max(.55 * wanted, Math.min(1.6 * wanted, step));
        }
    }

    /** Noise and atrial waves of the first ten seconds, as a reader's filter leaves them. */
    private static double[][] background(Prepared ready) {
        int rate = ready.rate();
        double[][] leads = new double[8][(int) Math.min(ready.samples(), (long) (SECONDS * rate))];
        ready.with(new Timing(90, 400, 0)).background(leads, 0);
        Delineator.filter(leads, rate);
        return leads;
    }

    /** Where in QRS a reader sets R, 0 its onset to 1 its end. */
    private static double peak(Prepared ready, Timing timing) {
        int rate = ready.rate();
        float[][] beat = ready.shapes().usual().ventricles(rate, timing.qrs(), timing.qt());
        double[][] leads = new double[8][beat[0].length + 2 * rate];
        for (int l = 0; l < 8; l++) {
            for (int i = 0; i < beat[l].length; i++) {
                leads[l][rate + i] = beat[l][i];
            }
        }
        int n = (int) Math.round(timing.qrs() * rate / 1000);
        return (Delineator.peak(leads, rate, rate + n, rate) - rate) / (double) n;
    }

    /** What a reader finds in the first ten seconds. The filter is linear: parts may be added. */
    private static Delineator.Intervals measure(
            Prepared ready, Timing timing, double peak, double[][] background) {
        int rate = ready.rate();
        int n = background[0].length;
        double[][] leads = new double[8][n];
        ready.with(timing).beats(leads, 0);
        Delineator.filter(leads, rate);
        for (int l = 0; l < 8; l++) {
            for (int i = 0; i < n; i++) {
                leads[l][i] += background[l][i];
            }
        }
        double seconds = n / (double) rate;
        int[] peaks =
                ready.timeline().events().stream()
                        .filter(e -> e.kind() == Kind.QRS && e.time() >= 0 && e.time() < seconds)
                        .mapToInt(
                                e ->
                                        (int)
                                                Math.round(
                                                        (e.time() + peak * timing.qrs() / 1000)
                                                                * rate))
                        .toArray();
        double[] beats = ready.timeline().beats(seconds);
        double rr = beats.length < 2 ? ready.shows().rr() : 1000 * Timeline.mean(beats);
        double[][] beat = Delineator.medianBeat(leads, peaks, rr, rate);
        if (beat.length == 0) {
            return new Delineator.Intervals(Double.NaN, Double.NaN, Double.NaN, 0, 0);
        }
        return Delineator.read(beat, Delineator.before(rr, rate), rate);
    }
}
