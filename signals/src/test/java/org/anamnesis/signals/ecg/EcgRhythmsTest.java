package org.anamnesis.signals.ecg;

import static org.anamnesis.signals.ecg.EcgReader.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.junit.jupiter.api.Test;

/** What the times of beats show, and beats that start elsewhere. */
class EcgRhythmsTest extends EcgCriteria {
    @Test
    void fibrillationIsIrregularAndHasNoPWaves() throws Exception {
        shows(finding("atrial-fibrillation"), SINUS, e -> e.variation() > .11);
    }

    @Test
    void sinusArrhythmiaVariesByMoreThan120Ms() throws Exception {
        shows(
                finding("sinus-arrhythmia"),
                finding("paced-rhythm"),
                e ->
                        Arrays.stream(e.rr()).max().orElse(0)
                                        - Arrays.stream(e.rr()).min().orElse(0)
                                > 120);
    }

    /** The saw teeth of aVF never rest: two windows of 160 ms before QRS, one without any P. */
    @Test
    void flutter() throws Exception {
        shows(
                finding("atrial-flutter", "ratio", "4:1"),
                SINUS,
                e -> height(e, -200) > .12 && height(e, -360) > .12);
    }

    private static double height(EcgReader e, double from) {
        double[] x = IntStream.range(0, 160).mapToDouble(ms -> e.at(Lead.AVF, from + ms)).toArray();
        return Arrays.stream(x).max().orElse(0) - Arrays.stream(x).min().orElse(0);
    }

    @Test
    void ventricularTachycardia() throws Exception {
        shows(
                finding("ventricular-tachycardia"),
                finding("sinus-tachycardia"),
                e -> e.heartRate() > 100 && e.intervals.qrs() >= 115 && e.variation() < .05);
    }

    /** Early, broad, followed by a pause: the two intervals are two usual ones. */
    @Test
    void ventricularExtrasystoles() throws Exception {
        shows(
                finding("premature-ventricular-complexes", "count", "1"),
                SINUS,
                e -> {
                    double[] rr = e.rr();
                    double usual = Arrays.stream(rr).sorted().toArray()[rr.length / 2];
                    for (int i = 0; i < rr.length - 1; i++) {
                        if (rr[i] < .8 * usual
                                && Math.abs(rr[i] + rr[i + 1] - 2 * usual) < .12 * usual) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    @Test
    void bigeminyHasEverySecondBeatEarly() throws Exception {
        shows(
                finding("premature-ventricular-complexes", "pattern", "bigeminy"),
                SINUS,
                e -> {
                    double[] rr = e.rr();
                    long turns =
                            IntStream.range(1, rr.length - 1)
                                    .filter(i -> (rr[i] - rr[i - 1]) * (rr[i + 1] - rr[i]) < 0)
                                    .filter(i -> Math.abs(rr[i] - rr[i - 1]) > 150)
                                    .count();
                    return turns >= rr.length - 3;
                });
    }

    /** Early with a pause that is not full. */
    @Test
    void atrialExtrasystoles() throws Exception {
        shows(
                finding("premature-atrial-complexes", "count", "1"),
                SINUS,
                e -> {
                    double[] rr = e.rr();
                    double usual = Arrays.stream(rr).sorted().toArray()[rr.length / 2];
                    for (int i = 0; i < rr.length - 1; i++) {
                        if (rr[i] < .85 * usual && rr[i] + rr[i + 1] < 1.93 * usual) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /** Both kinds in one ECG: at least one of each, and no two side by side. */
    @Test
    void atrialAndVentricularExtrasystolesTogether() {
        for (long key = 1; key <= 40; key++) {
            var study =
                    EcgReader.STUDIO.plan(
                            new Person(
                                    key,
                                    "p",
                                    "e",
                                    java.time.LocalDateTime.of(2024, 1, 1, 8, 0),
                                    50,
                                    key % 2 == 0,
                                    Map.of(),
                                    java.util.Set.of(),
                                    java.util.Set.of()),
                            new AskedStudy(
                                    "ecg",
                                    Map.of(),
                                    Map.of(),
                                    List.of(
                                            finding("premature-ventricular-complexes"),
                                            finding("premature-atrial-complexes"))),
                            key);
            var events = Rhythm.of(Shows.of(study), 10, key).events();
            double[] early = times(events, Timeline.Kind.P_EARLY);
            double[] ectopic = times(events, Timeline.Kind.QRS_ECTOPIC);
            assertTrue(early.length > 0 && ectopic.length > 0, "key " + key);
            for (double p : early) {
                assertTrue(
                        Arrays.stream(ectopic).noneMatch(q -> Math.abs(p - q) < .45),
                        "side by side, key " + key);
            }
        }
    }

    private static double[] times(List<Timeline.Event> events, Timeline.Kind kind) {
        return events.stream()
                .filter(e -> e.kind() == kind && e.time() > 0 && e.time() < 9.8)
                .mapToDouble(Timeline.Event::time)
                .toArray();
    }

    @Test
    void firstDegreeBlock() throws Exception {
        shows(finding("av-block-1"), SINUS, e -> e.intervals.pr() > 198);
    }

    /** Intervals shrink, then one pause shorter than two of them. */
    @Test
    void wenckebach() throws Exception {
        shows(
                finding("av-block-2-mobitz-1"),
                finding("av-block-2-mobitz-2"),
                e -> {
                    double[] rr = e.rr();
                    double longest = Arrays.stream(rr).max().orElse(0);
                    double shortest = Arrays.stream(rr).min().orElse(0);
                    return longest > 1.3 * shortest && longest < 1.93 * shortest;
                });
    }

    /** The pause is two intervals. */
    @Test
    void mobitz() throws Exception {
        shows(
                finding("av-block-2-mobitz-2"),
                finding("av-block-2-mobitz-1"),
                e -> {
                    double[] rr = e.rr();
                    double longest = Arrays.stream(rr).max().orElse(0);
                    double shortest = Arrays.stream(rr).min().orElse(0);
                    return Math.abs(longest / shortest - 2) < .05;
                });
    }

    @Test
    void completeBlockIsSlowAndRegular() throws Exception {
        shows(
                finding("av-block-3", "escape", "ventricular"),
                SINUS,
                e -> e.heartRate() < 50 && e.variation() < .03 && e.intervals.qrs() > 110);
        shows(
                finding("av-block-3", "escape", "junctional"),
                SINUS,
                e -> e.heartRate() < 62 && e.variation() < .03 && e.intervals.qrs() < 120);
    }

    /** From the same place as a blocked bundle's beats they would look like those. */
    @Test
    void ectopicBeatsLookUnlikeTheUsualOnes() {
        int alike = 0;
        for (long key = 1; key <= 40; key++) {
            var shows =
                    Shows.of(
                            List.of(finding("lbbb"), finding("premature-ventricular-complexes")),
                            Map.of("qrs_ms", 140.0, "qt_ms", 420.0, "heart_rate_bpm", 70.0));
            var shapes = Shapes.of(shows, key % 2 == 0, key);
            alike += Shapes.alike(shapes.usual(), shapes.ectopic()) > .6 ? 1 : 0;
        }
        assertEquals(0, alike);
    }

    /** Above 50/min it is the junction that beats, and so it is where a bundle is blocked. */
    @Test
    void anEscapeRhythmGoesWithItsRate() {
        for (long key = 1; key <= 12; key++) {
            assertEquals("junctional", escape(Map.of("heart_rate_bpm", 56.0), List.of(), key));
            assertEquals("ventricular", escape(Map.of("heart_rate_bpm", 30.0), List.of(), key));
            assertEquals("junctional", escape(Map.of(), List.of(finding("rbbb")), key));
        }
    }

    private static String escape(Map<String, Double> measured, List<Finding> beside, long key) {
        var findings = new ArrayList<>(beside);
        findings.add(finding("av-block-3"));
        var asked = new AskedStudy("ecg", Map.of(), measured, findings);
        return EcgReader.STUDIO.plan(EcgReader.person(60, true), asked, key).findings().stream()
                .filter(f -> f.id().equals("av-block-3"))
                .map(f -> f.details().get("escape"))
                .findFirst()
                .orElseThrow();
    }

    /** A stimulus of 2 ms before each QRS, and nearly no variation. */
    @Test
    void pacing() throws Exception {
        shows(
                finding("paced-rhythm"),
                SINUS,
                e -> {
                    int spikes = 0;
                    double[] x = e.leads[Lead.all().indexOf(Lead.II)];
                    for (int p : e.peaks) {
                        double sharpest = 0;
                        for (int i = Math.max(1, p - 75); i < Math.min(x.length - 1, p); i++) {
                            sharpest = Math.max(sharpest, Math.abs(x[i - 1] - 2 * x[i] + x[i + 1]));
                        }
                        spikes += sharpest > .4 ? 1 : 0;
                    }
                    return spikes == e.peaks.length
                            && e.variation() < .02
                            && e.intervals.qrs() >= 115
                            && e.max(Lead.II, 0, 1) < -e.min(Lead.II, 0, 1);
                });
    }
}
