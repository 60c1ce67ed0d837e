package org.anamnesis.signals.ecg;

import static org.anamnesis.signals.ecg.EcgReader.finding;
import static org.anamnesis.signals.ecg.EcgReader.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each finding by its published criteria (the catalogue names them), read from the file. Ten ECGs
 * each; nine at least must meet the criteria, and of ten twins without the finding at most one may.
 * Keys are fixed, so nothing here fails by chance.
 */
class EcgFindingsTest {
    private static final int N = 10;

    @TempDir Path folder;

    private int met(List<Finding> findings, Predicate<EcgReader> criteria) throws Exception {
        int met = 0;
        for (int key = 100; key < 100 + N; key++) {
            var read = EcgReader.read(plan(findings, Map.of(), key), folder);
            met += criteria.test(read) ? 1 : 0;
        }
        return met;
    }

    private void shows(Finding finding, Finding twin, Predicate<EcgReader> criteria)
            throws Exception {
        int with = met(List.of(finding), criteria);
        int without = met(List.of(twin), criteria);
        assertTrue(
                with >= N - 1 && without <= 1,
                "%s: %d of %d, twin %s: %d".formatted(finding.id(), with, N, twin.id(), without));
    }

    private static final Finding SINUS = finding("sinus-rhythm");

    @Test
    void leftBundleBranchBlock() throws Exception {
        shows(
                finding("lbbb"),
                SINUS,
                e ->
                        e.intervals.qrs() >= 115
                                && e.mean(Lead.V1, .2, .9) < -.2
                                && e.min(Lead.V6, 0, .3) > -.1
                                && e.mean(Lead.V6, .3, .8) > .2
                                && e.mean(Lead.I, .3, .8) > .1
                                && e.t(Lead.V1) > 0
                                && e.t(Lead.V6) < 0);
    }

    @Test
    void rightBundleBranchBlock() throws Exception {
        shows(
                finding("rbbb"),
                SINUS,
                e ->
                        e.intervals.qrs() >= 115
                                && e.max(Lead.V1, .55, 1) > .15
                                && e.max(Lead.V1, .55, 1) > e.max(Lead.V1, 0, .4)
                                && e.mean(Lead.V6, .62, .9) < -.03
                                && e.mean(Lead.I, .62, .9) < 0
                                && e.t(Lead.V1) < 0);
    }

    @Test
    void leftVentricularHypertrophyWithStrain() throws Exception {
        shows(
                finding("left-ventricular-hypertrophy"),
                SINUS,
                e ->
                        -e.min(Lead.V1, 0, 1) + Math.max(e.max(Lead.V5, 0, 1), e.max(Lead.V6, 0, 1))
                                        >= 3.3
                                && e.at(Lead.V6, e.intervals.qrs() + 60) < -.03);
    }

    @Test
    void lowVoltage() throws Exception {
        shows(
                finding("low-voltage"),
                SINUS,
                e ->
                        Lead.all().stream()
                                .limit(6)
                                .allMatch(l -> e.max(l, 0, 1) - e.min(l, 0, 1) < .5));
    }

    @Test
    void inferiorInfarctionWithReciprocalChange() throws Exception {
        shows(
                finding("acute-infarction", "territory", "inferior"),
                SINUS,
                e -> e.st(Lead.III) > .1 && e.st(Lead.AVF) > .1 && e.st(Lead.AVL) < -.03);
    }

    @Test
    void anteriorInfarction() throws Exception {
        shows(
                finding("acute-infarction", "territory", "anterior"),
                finding("acute-infarction", "territory", "inferior"),
                e -> e.st(Lead.V2) > .15 && e.st(Lead.V3) > .15);
    }

    @Test
    void lateralInfarctionWithReciprocalChange() throws Exception {
        shows(
                finding("acute-infarction", "territory", "lateral"),
                finding("acute-infarction", "territory", "inferior"),
                e -> e.st(Lead.AVL) > .08 && e.st(Lead.V6) > .1 && e.st(Lead.III) < -.05);
    }

    @Test
    void posteriorInfarctionIsStDepressionInTheChestLeads() throws Exception {
        shows(
                finding("acute-infarction", "territory", "posterior"),
                SINUS,
                e -> e.st(Lead.V2) < -.08 && e.st(Lead.V3) < -.05);
    }

    /** Q of 30 ms and 0.1 mV in two of three leads. */
    @Test
    void oldInferiorInfarction() throws Exception {
        shows(
                finding("old-infarction", "territory", "inferior"),
                SINUS,
                e -> count(e, Lead.II, Lead.III, Lead.AVF) >= 2);
    }

    @Test
    void oldAnteriorInfarction() throws Exception {
        shows(
                finding("old-infarction", "territory", "anterior"),
                SINUS,
                e -> count(e, Lead.V2, Lead.V3, Lead.V4) >= 2);
    }

    private static long count(EcgReader e, Lead... leads) {
        return Arrays.stream(leads)
                .filter(
                        l ->
                                e.min(l, .05, .5) < -.1
                                        && IntStream.range(2, (int) (.55 * e.intervals.qrs()))
                                                        .filter(ms -> e.at(l, ms) < -.02)
                                                        .count()
                                                >= 22
                                        && e.max(l, 0, .2)
                                                < Math.max(.05, -.06 * e.min(l, .05, .5)))
                .count();
    }

    @Test
    void ischaemicT() throws Exception {
        shows(
                finding("ischaemic-t-waves", "territory", "anterior"),
                SINUS,
                e -> e.t(Lead.V2) < -.1 && e.t(Lead.V3) < -.1);
    }

    @Test
    void hyperkalaemia() throws Exception {
        shows(
                finding("hyperkalaemia", "potassium_mmol_l", "7"),
                SINUS,
                e -> Math.max(e.t(Lead.V3), e.t(Lead.V4)) > .75);
    }

    /** The higher the potassium, the taller T. */
    @Test
    void hyperkalaemiaFollowsThePotassium() throws Exception {
        double before = 0;
        for (String k : List.of("5.7", "6.4", "7.2")) {
            double sum = 0;
            for (int key = 0; key < 5; key++) {
                var e =
                        EcgReader.read(
                                plan(
                                        List.of(finding("hyperkalaemia", "potassium_mmol_l", k)),
                                        Map.of(),
                                        key),
                                folder);
                sum += e.t(Lead.V3);
            }
            assertTrue(sum > before + .3, k + " " + sum);
            before = sum;
        }
    }

    /** T below half a millivolt's fifth, and a second wave behind it. */
    @Test
    void hypokalaemia() throws Exception {
        shows(
                finding("hypokalaemia", "potassium_mmol_l", "2.3"),
                SINUS,
                e -> {
                    double u = 0;
                    for (double ms = e.intervals.qt() + 20; ms < e.intervals.qt() + 80; ms += 2) {
                        u = Math.max(u, (e.at(Lead.V2, ms) + e.at(Lead.V3, ms)) / 2);
                    }
                    double before =
                            (e.at(Lead.V2, e.intervals.qt()) + e.at(Lead.V3, e.intervals.qt())) / 2;
                    return u - before > .03 && e.at(Lead.V5, e.intervals.qrs() + 50) < -.02;
                });
    }

    @Test
    void digoxin() throws Exception {
        shows(
                finding("digoxin-effect"),
                SINUS,
                e -> {
                    double middle =
                            e.intervals.qrs() + .36 * (e.intervals.qt() - e.intervals.qrs());
                    return e.at(Lead.II, middle) < -.04 && e.at(Lead.V6, middle) < -.03;
                });
    }

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

    @Test
    void axes() throws Exception {
        shows(
                finding("left-axis-deviation"),
                finding("right-axis-deviation"),
                e -> e.mean(Lead.I, 0, 1) > 0 && e.mean(Lead.II, 0, 1) < 0);
        shows(
                finding("right-axis-deviation"),
                finding("left-axis-deviation"),
                e -> e.mean(Lead.I, 0, 1) < 0 && e.mean(Lead.AVF, 0, 1) > 0);
    }

    @Test
    void longQt() throws Exception {
        shows(
                finding("long-qt"),
                SINUS,
                e -> e.intervals.qt() / Math.cbrt(60 / e.heartRate()) > 452);
    }
}
