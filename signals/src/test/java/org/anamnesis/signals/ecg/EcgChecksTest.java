package org.anamnesis.signals.ecg;

import static org.anamnesis.signals.ecg.EcgReader.STUDIO;
import static org.anamnesis.signals.ecg.EcgReader.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.junit.jupiter.api.Test;

/** Bad requests are told before anything is made, all at once, with what would be accepted. */
class EcgChecksTest {
    private static Set<String> codes(
            Map<String, String> settings, Map<String, Double> measurements, Finding... findings) {
        var asked = new AskedStudy("ecg", settings, measurements, List.of(findings));
        var problems = STUDIO.check(asked);
        problems.forEach(p -> assertFalse(p.suggestion().isBlank() || p.message().isBlank()));
        return problems.stream().map(p -> p.code()).collect(Collectors.toSet());
    }

    private static void settings(String code, String id, String value) {
        assertEquals(Set.of(code), codes(Map.of(id, value), Map.of()), id + " " + value);
    }

    private static void measured(String code, Map<String, Double> values, Finding... findings) {
        assertEquals(Set.of(code), codes(Map.of(), values, findings), values.toString());
    }

    private static void found(String code, Finding... findings) {
        assertEquals(
                Set.of(code), codes(Map.of(), Map.of(), findings), List.of(findings).toString());
    }

    @Test
    void settings() {
        settings("ecg.setting.choice", "rate_hz", "10");
        settings("ecg.setting.choice", "rate_hz", "-500");
        settings("ecg.setting.choice", "leads", "7");
        settings("ecg.setting.choice", "leads", "V1 V7");
        settings("ecg.setting.choice", "noise", "loud");
        settings("ecg.setting.choice", "mains_hz", "55");
        settings("ecg.setting.limits", "duration_s", "0");
        settings("ecg.setting.limits", "duration_s", "100000");
        settings("ecg.setting.limits", "duration_s", "ten");
        settings("ecg.setting.whole", "duration_s", "12.5");
        settings("ecg.setting.unknown", "colour", "red");
    }

    @Test
    void measurements() {
        measured("ecg.measurement.limits", Map.of("heart_rate_bpm", 0.0));
        measured("ecg.measurement.limits", Map.of("heart_rate_bpm", 900.0));
        measured("ecg.measurement.limits", Map.of("heart_rate_bpm", Double.NaN));
        measured("ecg.measurement.limits", Map.of("heart_rate_bpm", Double.POSITIVE_INFINITY));
        measured("ecg.measurement.limits", Map.of("qrs_ms", -5.0));
        measured("ecg.measurement.limits", Map.of("axis_deg", 270.0));
        measured("ecg.measurement.unknown", Map.of("zeal", 3.0));
        measured("ecg.times.qt", Map.of("heart_rate_bpm", 150.0, "qt_ms", 480.0));
        measured("ecg.times.qt", Map.of("heart_rate_bpm", 200.0, "qtc_ms", 520.0));
        measured("ecg.times.qtc", Map.of("heart_rate_bpm", 60.0, "qt_ms", 400.0, "qtc_ms", 480.0));
        measured("ecg.times.pr", Map.of("heart_rate_bpm", 160.0, "pr_ms", 280.0));
        measured("ecg.times.qrs", Map.of("qrs_ms", 180.0, "qt_ms", 260.0));
    }

    @Test
    void findings() {
        found("ecg.finding.unknown", finding("broken-heart"));
        found("ecg.finding.contradiction", finding("sinus-rhythm"), finding("atrial-fibrillation"));
        found("ecg.finding.contradiction", finding("lbbb"), finding("rbbb"));
        found("ecg.finding.contradiction", finding("normal-ecg"), finding("lbbb"));
        found("ecg.finding.contradiction", finding("atrial-fibrillation"), finding("av-block-1"));
        found("ecg.finding.contradiction", finding("hyperkalaemia"), finding("hypokalaemia"));
        found(
                "ecg.finding.twice",
                finding("old-infarction", "territory", "inferior"),
                finding("old-infarction", "territory", "anterior"));
        found("ecg.detail.choice", finding("old-infarction", "territory", "upstairs"));
        found("ecg.detail.limits", finding("acute-infarction", "st_mv", "9"));
        found("ecg.detail.unknown", finding("lbbb", "colour", "red"));
        measured("ecg.finding.measurement", Map.of("qrs_ms", 90.0), finding("lbbb"));
        measured(
                "ecg.finding.measurement",
                Map.of("heart_rate_bpm", 50.0),
                finding("sinus-tachycardia"));
        measured("ecg.measurement.absent", Map.of("pr_ms", 160.0), finding("atrial-fibrillation"));
        measured(
                "ecg.times.escape",
                Map.of("heart_rate_bpm", 60.0),
                finding("av-block-3", "escape", "ventricular"));
        measured(
                "ecg.finding.contradiction",
                Map.of(),
                finding("sinus-tachycardia"),
                finding("av-block-3"));
    }

    @Test
    void allProblemsComeAtOnceInTheUsersWords() {
        var asked =
                new AskedStudy(
                        "ecg",
                        Map.of("rate_hz", "10"),
                        Map.of("heart_rate_bpm", 900.0),
                        List.of(finding("sinus-rhythm"), finding("atrial-fibrillation")));
        var problems = STUDIO.check(asked);
        assertEquals(3, problems.size());
        assertEquals("heart rate 900/min", problems.get(1).where());
        assertTrue(problems.get(1).suggestion().contains("25 to 220"));
        assertTrue(problems.get(0).suggestion().contains("250, 500, 1000"));
        assertTrue(problems.get(2).message().contains("exclude each other"));
    }

    @Test
    void goodRequestsPass() {
        assertEquals(Set.of(), codes(Map.of(), Map.of()));
        assertEquals(
                Set.of(),
                codes(
                        Map.of("rate_hz", "1000", "duration_s", "30", "noise", "low"),
                        Map.of("heart_rate_bpm", 72.0, "qtc_ms", 480.0),
                        finding("long-qt"),
                        finding("premature-ventricular-complexes", "pattern", "bigeminy")));
    }
}
