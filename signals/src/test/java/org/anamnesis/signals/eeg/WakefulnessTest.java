package org.anamnesis.signals.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posterior rhythm, background and eyes as textbooks and recordings have them. Keys are fixed. */
class WakefulnessTest {
    private static final Map<String, String> CLOSED =
            Map.of("state", "eyes-closed", "duration_s", "120", "artefacts", "none");

    private static Study closed(double age, long key) {
        return new EegStudio()
                .plan(People.aged(age), People.asked(CLOSED, People.finding(Sign.NORMAL_EEG)), key);
    }

    @Tag("slow")
    @Test
    void theRecordsPosteriorRhythmIsInTheTrace() {
        for (int key = 0; key < 6; key++) {
            double hz = 8.5 + 0.6 * key;
            var study =
                    new EegStudio()
                            .plan(
                                    People.aged(40),
                                    People.asked(
                                            CLOSED,
                                            Map.of("alpha_hz", hz, "alpha_uv", 20.0 + 12 * key)),
                                    key);
            var traces = new Traces(study);
            double[] o1 = traces.of("O1");
            double found = traces.peak(o1, 6, 14);
            assertEquals(study.measurements().get("alpha_hz"), found, 0.35, "key " + key);
            assertTrue(Math.abs(found - (hz + 1.5)) > 0.35, "a wrong record is told apart");
            assertEquals(20.0 + 12 * key, swing(traces, hz), 0.25 * (20 + 12 * key), "key " + key);
        }
    }

    /** Median from peak to peak at O1 and O2 within 2 Hz of the rhythm, by demodulation. */
    private static double swing(Traces traces, double hz) {
        double sum = 0;
        for (String name : new String[] {"O1", "O2"}) {
            double[] y = traces.of(name);
            int n = (int) (traces.rate() / 4);
            var sizes = new java.util.ArrayList<Double>();
            double keep = Math.exp(-2 * Math.PI * 2 / traces.rate());
            double[] re = new double[3];
            double[] im = new double[3];
            for (int i = 0; i < y.length; i++) {
                double angle = 2 * Math.PI * hz * i / traces.rate();
                double r = 2 * y[i] * Math.cos(angle);
                double m = 2 * y[i] * Math.sin(angle);
                for (int k = 0; k < 2; k++) {
                    re[k] = keep * re[k] + (1 - keep) * (k == 0 ? r : re[k - 1]);
                    im[k] = keep * im[k] + (1 - keep) * (k == 0 ? m : im[k - 1]);
                }
                if (i % n == 0 && i > 4 * n) {
                    sizes.add(2 * Math.hypot(re[1], im[1]));
                }
            }
            sizes.sort(null);
            sum += sizes.get(sizes.size() / 2) / 2;
        }
        return sum;
    }

    @Test
    void theRhythmIsPosteriorWaxesAndStopsWhenTheEyesOpen() {
        double posterior = 0;
        double reacts = 0;
        for (int key = 0; key < 5; key++) {
            var study = closed(35, key);
            double hz = study.measurements().get("alpha_hz");
            var traces = new Traces(study);
            posterior += Math.log(front(traces)) / 5;
            var open =
                    new Traces(
                            new EegStudio()
                                    .plan(
                                            People.aged(35),
                                            People.asked(
                                                    Map.of(
                                                            "state",
                                                            "eyes-open",
                                                            "duration_s",
                                                            "60"),
                                                    People.finding(Sign.NORMAL_EEG)),
                                            key));
            reacts +=
                    traces.power(traces.of("O1"), hz - 1, hz + 1)
                            / open.power(open.of("O1"), hz - 1, hz + 1)
                            / 5;
        }
        posterior = Math.exp(posterior);
        assertTrue(posterior > 1.5 && posterior < 3, "occipital to frontal " + posterior);
        assertTrue(reacts > 4, "closed to open " + reacts);
    }

    private static double front(Traces t) {
        double back = 0;
        for (String e : new String[] {"O1", "O2", "Pz"}) {
            back += t.power(t.of(e), 8, 13) / 3;
        }
        double front = 0;
        for (String e : new String[] {"Fp1", "Fp2", "F3", "F4"}) {
            front += t.power(t.of(e), 8, 13) / 4;
        }
        return back / front;
    }

    @Test
    void theBackgroundFallsWithTheFrequencyAsRealOnesDo() {
        for (int key = 0; key < 4; key++) {
            var traces = new Traces(closed(30, key));
            double[] y = traces.of("C3");
            double slope =
                    Math.log(mean(traces, y, 2, 4) / mean(traces, y, 28, 40)) / Math.log(34 / 3.0);
            assertTrue(slope > 1.4 && slope < 2.6, "exponent " + slope);
            double size = Traces.rms(traces.of("Cz"));
            assertTrue(size > 6 && size < 45, "µV " + size);
        }
    }

    private static double mean(Traces t, double[] y, double low, double high) {
        return t.power(y, low, high) / (high - low + 0.25);
    }

    @Test
    void theRhythmGrowsFasterThroughChildhoodAndSlowerInAge() {
        double[] ages = {0.5, 1, 3, 7, 15};
        double before = 0;
        for (double age : ages) {
            double mean = 0;
            for (int key = 0; key < 40; key++) {
                mean += closed(age, key).measurements().get("alpha_hz") / 40;
            }
            assertTrue(mean > before, age + " years: " + mean);
            before = mean;
        }
        double old = 0;
        for (int key = 0; key < 40; key++) {
            old += closed(85, key).measurements().get("alpha_hz") / 40;
        }
        assertTrue(old < before);
        assertTrue(!closed(0.1, 1).measurements().containsKey("alpha_hz"));
    }

    @Test
    void blinksAreFrontalAndGazeIsOppositeOnBothSides() {
        var traces =
                new Traces(
                        new EegStudio()
                                .plan(
                                        People.aged(30),
                                        People.asked(
                                                Map.of("state", "eyes-open", "duration_s", "120"),
                                                People.finding(Sign.EYE_BLINKS, "count", "30")),
                                        4));
        double front = Traces.range(traces.average("Fp1", Sign.EYE_BLINKS, 0.2, 1));
        double back = Traces.range(traces.average("O1", Sign.EYE_BLINKS, 0.2, 1));
        assertTrue(front > 50 && front > 4 * back, front + " against " + back);
        double[] blink = traces.average("Fp1", Sign.EYE_BLINKS, 0.2, 1);
        assertTrue(-Traces.lowest(blink) < 0.5 * Traces.range(blink), "the cornea is positive");
        for (var e : traces.score.events()) {
            if (e.sign() == Sign.LATERAL_EYE_MOVEMENTS) {
                double left = step(traces, "F7", e.onset());
                double right = step(traces, "F8", e.onset());
                assertTrue(left * right < 0, "conjugate eyes");
            }
        }
    }

    private static double step(Traces traces, String name, double onset) {
        double[] y = traces.of(name, onset, onset + 0.13);
        return y[y.length - 1] - y[0];
    }
}
