package org.anamnesis.signals.ecg;

import org.anamnesis.signals.ecg.Timeline.Kind;
import org.anamnesis.signals.ecg.Trace.Prepared;
import org.anamnesis.signals.ecg.Trace.Timing;

/**
 * Draws the waves, measures them as a reader does, corrects their lengths, and again, until what is
 * read is what the record says.
 */
final class ClosedLoop {
    private static final int ROUNDS = 6;
    private static final double SECONDS = 10;

    private ClosedLoop() {}

    static Timing timing(Prepared ready) {
        var shows = ready.shows();
        double qrs = shows.measured("qrs_ms", 95);
        double qt = shows.measured("qt_ms", Math.min(390, .7 * shows.rr()));
        double pr = shows.measured("pr_ms", Double.NaN);
        boolean readQt = shows.measured("qt_ms").isPresent();
        var timing = new Timing(qrs, qt, 0);
        double[][] background = background(ready);
        var best = timing;
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            var read = measure(ready, timing, background);
            double error = off(read.qrs(), qrs) + (readQt ? .5 * off(read.qt(), qt) : 0);
            error += Double.isNaN(pr) ? 0 : .5 * off(read.pr(), pr);
            if (error < least) {
                least = error;
                best = timing;
            }
            if (error < 3) {
                break;
            }
            timing =
                    new Timing(
                            corrected(timing.qrs(), qrs, read.qrs(), .8),
                            readQt ? corrected(timing.qt(), qt, read.qt(), .9) : timing.qt(),
                            Double.isNaN(pr) || Double.isNaN(read.pr())
                                    ? timing.lead()
                                    : Math.max(-60, Math.min(90, timing.lead() + pr - read.pr())));
            if (timing.qt() < timing.qrs() + 90) {
                timing = new Timing(timing.qrs(), timing.qrs() + 90, timing.lead());
            }
        }
        return best;
    }

    private static double off(double read, double wanted) {
        return Double.isNaN(read) ? 60 : Math.abs(read - wanted);
    }

    private static double corrected(double drawn, double wanted, double read, double share) {
        double change = Double.isNaN(read) ? 0 : share * (wanted - read);
        return Math.max(.55 * wanted, Math.min(1.6 * wanted, drawn + change));
    }

    /** Noise and atrial waves of the first ten seconds, as a reader's filter leaves them. */
    private static double[][] background(Prepared ready) {
        int rate = ready.rate();
        double[][] leads = new double[8][(int) Math.min(ready.samples(), (long) (SECONDS * rate))];
        ready.with(new Timing(90, 400, 0)).background(leads, 0);
        Delineator.filter(leads, rate);
        return leads;
    }

    /** What a reader finds in the first ten seconds. The filter is linear: parts may be added. */
    static Delineator.Intervals measure(Prepared ready, Timing timing, double[][] background) {
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
                                                        (e.time() + .45 * timing.qrs() / 1000)
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
