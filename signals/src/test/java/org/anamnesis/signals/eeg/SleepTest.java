package org.anamnesis.signals.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Graphs of sleep by the criteria of the AASM manual. */
class SleepTest {
    private static Traces of(String state, long key) {
        return new Traces(
                new EegStudio()
                        .plan(
                                People.aged(28),
                                People.asked(
                                        Map.of(
                                                "state",
                                                state,
                                                "duration_s",
                                                "300",
                                                "artefacts",
                                                "none")),
                                key));
    }

    @Test
    void spindlesAreElevenToSixteenHertzForHalfASecondAtTheVertex() {
        var traces = of("n2", 1);
        int n = 0;
        for (var e : traces.score.events()) {
            if (e.sign() == Sign.SLEEP_SPINDLES) {
                assertTrue(e.duration() >= 0.5);
                double[] cz = traces.of("Cz", e.onset(), e.end());
                double hz = traces.peak(cz, 8, 20);
                n += hz >= 11 && hz <= 16 ? 1 : -1;
            }
        }
        assertTrue(n > 10);
        double[] whole = traces.of("Cz", 0, 300);
        double[] awake = of("eyes-open", 1).of("Cz", 0, 300);
        assertTrue(traces.power(whole, 12, 15) > 2 * traces.power(awake, 12, 15));
    }

    @Test
    void complexesAreNegativeThenPositiveForHalfASecondInFront() {
        var traces = of("n2", 2);
        double[] fz = traces.average("Fz", Sign.K_COMPLEXES, 0, 1.2);
        int low = index(fz, -1);
        int high = index(fz, 1);
        double apart = (high - low) / traces.rate();
        assertTrue(apart > 0.25 && apart < 0.8, "seconds from trough to crest: " + apart);
        assertTrue(Traces.range(fz) > 75);
        assertTrue(
                Traces.range(fz)
                        > 2 * Traces.range(traces.average("O1", Sign.K_COMPLEXES, 0, 1.2)));
    }

    private static int index(double[] y, int sign) {
        int best = 0;
        for (int i = 0; i < y.length; i++) {
            best = sign * y[i] > sign * y[best] ? i : best;
        }
        return best;
    }

    @Test
    void vertexWavesReverseAtTheVertex() {
        var traces = of("drowsy", 3);
        assertEquals("Cz", traces.mostNegative(Sign.VERTEX_WAVES, 0, 0.4));
        assertTrue(Traces.lowest(traces.average("Cz-Pz", Sign.VERTEX_WAVES, 0, 0.3)) < -15);
        assertTrue(Traces.lowest(traces.average("Cz-Fz", Sign.VERTEX_WAVES, 0, 0.3)) < -15);
    }

    /** N3: at least 20 % of the time waves of 0.5 to 2 Hz and more than 75 µV; N2: less. */
    @Test
    void deepSleepHasSlowWaves() {
        assertTrue(slow(of("n3", 4)) > 0.2, "N3 " + slow(of("n3", 4)));
        assertTrue(slow(of("n2", 4)) < 0.2, "N2 " + slow(of("n2", 4)));
        assertEquals(0, slow(of("eyes-closed", 4)), 0.05);
    }

    private static double slow(Traces traces) {
        int slow = 0;
        int n = 0;
        for (int at = 4; at + 2 < 296; at += 2) {
            double[] y = smooth(traces.of("Fz", at, at + 2), traces.rate());
            slow += Traces.range(y) > 75 ? 1 : 0;
            n++;
        }
        return slow / (double) n;
    }

    /** Running mean of 0.2 s: waves above 2 Hz shrink. */
    private static double[] smooth(double[] y, double rate) {
        int w = (int) (0.2 * rate);
        double[] out = new double[y.length - w];
        for (int i = 0; i < out.length; i++) {
            for (int k = 0; k < w; k++) {
                out[i] += y[i + k] / w;
            }
        }
        return out;
    }

    @Test
    void aNightPassesThroughItsStages() {
        var study =
                new EegStudio()
                        .plan(
                                People.aged(30),
                                People.asked(Map.of("state", "sleep", "duration_s", "28800")),
                                1);
        var score = Score.of(study);
        var time = new java.util.EnumMap<Vigilance, Double>(Vigilance.class);
        double at = 0;
        for (var s : score.stages()) {
            assertEquals(at, s.from());
            at = s.to();
            time.merge(s.state(), (s.to() - s.from()) / 28800, Double::sum);
        }
        assertEquals(28800, at);
        assertEquals(0.5, time.get(Vigilance.N2), 0.12);
        assertEquals(0.17, time.get(Vigilance.N3), 0.1);
        assertEquals(0.22, time.get(Vigilance.REM), 0.1);
    }
}
