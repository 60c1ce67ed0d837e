package org.anamnesis.signals.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.code.StudyKind;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EegCheckTest {
    private static final EegStudio STUDIO = new EegStudio();

    private static List<String> codes(AskedStudy asked) {
        var problems = STUDIO.check(asked);
        problems.forEach(p -> assertFalse(p.suggestion().isEmpty(), p.toString()));
        return problems.stream().map(p -> p.code()).toList();
    }

    private static void refused(String code, AskedStudy asked) {
        assertEquals(List.of(code), codes(asked), asked.toString());
    }

    @Test
    void whatCannotBeSetIsToldAllAtOnce() {
        refused("eeg.setting.limits", People.asked(Map.of("rate_hz", "10")));
        refused("eeg.setting.whole", People.asked(Map.of("rate_hz", "256.5")));
        refused("eeg.setting.limits", People.asked(Map.of("duration_s", "0")));
        refused("eeg.setting.limits", People.asked(Map.of("duration_s", "-5")));
        refused("eeg.setting.limits", People.asked(Map.of("duration_s", "NaN")));
        refused("eeg.setting.choice", People.asked(Map.of("state", "dancing")));
        refused("eeg.setting.unknown", People.asked(Map.of("colour", "blue")));
        refused("eeg.measurement.limits", People.asked(Map.of(), Map.of("alpha_hz", 40.0)));
        refused("eeg.measurement.limits", People.asked(Map.of(), Map.of("alpha_hz", Double.NaN)));
        refused("eeg.measurement.unknown", People.asked(Map.of(), Map.of("pulse", 70.0)));
        refused(
                "eeg.finding.unknown",
                People.asked(Map.of(), new Finding("atrial-fibrillation", Map.of())));
        refused(
                "eeg.detail.choice",
                People.asked(Map.of(), People.finding(Sign.FOCAL_SPIKES, "side", "middle")));
        refused(
                "eeg.detail.unknown",
                People.asked(Map.of(), People.finding(Sign.FOCAL_SPIKES, "colour", "red")));
        refused(
                "eeg.detail.limits",
                People.asked(Map.of(), People.finding(Sign.ABSENCE_SEIZURE, "hz", "9")));
        assertEquals(
                3,
                codes(
                                People.asked(
                                        Map.of("rate_hz", "10", "duration_s", "0"),
                                        Map.of("alpha_hz", 40.0)))
                        .size());
    }

    @Test
    void contradictionsAreTold() {
        refused(
                "eeg.contradiction",
                People.asked(
                        Map.of(),
                        People.finding(Sign.NORMAL_EEG),
                        People.finding(Sign.FOCAL_SPIKES)));
        refused(
                "eeg.contradiction",
                People.asked(Map.of("state", "eyes-closed"), People.finding(Sign.SLEEP_SPINDLES)));
        refused(
                "eeg.contradiction",
                People.asked(
                        Map.of(),
                        People.finding(Sign.ABSENCE_SEIZURE),
                        People.finding(Sign.VERTEX_WAVES),
                        People.finding(Sign.EYE_BLINKS)));
        refused("eeg.contradiction", People.asked(Map.of("state", "n2"), Map.of("alpha_hz", 10.0)));
        refused(
                "eeg.contradiction",
                People.asked(
                        Map.of(),
                        Map.of("seizure_hz", 3.0),
                        People.finding(Sign.ABSENCE_SEIZURE, "hz", "3.5")));
        refused(
                "eeg.detail.limits",
                People.asked(
                        Map.of(), Map.of("seizure_hz", 8.0), People.finding(Sign.ABSENCE_SEIZURE)));
    }

    @Test
    void whatDoesNotFitIntoTheTimeIsTold() {
        refused(
                "eeg.room",
                People.asked(
                        Map.of("duration_s", "60"),
                        People.finding(Sign.ABSENCE_SEIZURE, "count", "20")));
        refused(
                "eeg.room",
                People.asked(
                        Map.of("duration_s", "60"),
                        People.finding(Sign.FOCAL_SEIZURE, "duration_s", "90")));
        assertEquals(
                List.of(),
                codes(
                        People.asked(
                                Map.of("duration_s", "600"),
                                People.finding(Sign.ABSENCE_SEIZURE, "count", "5"))));
    }

    /** Findings that the catalogue does not keep apart may meet in one patient. */
    @Test
    void findingsThatDoNotExcludeEachOtherCanBeShownTogether() {
        var kind = EegKind.kind();
        for (var a : kind.findings()) {
            for (var b : kind.findings()) {
                if (a.id().compareTo(b.id()) < 0 && !kind.apart(a.id(), b.id())) {
                    var one = new Finding(a.id(), Map.of());
                    var other = new Finding(b.id(), Map.of());
                    var asked = People.asked(Map.of(), one, other);
                    assertEquals(List.of(), codes(asked), a.id() + " and " + b.id());
                    var study = STUDIO.plan(People.aged(40), asked, 5);
                    assertTrue(study.findings().stream().anyMatch(f -> holds(one, f)));
                    assertTrue(study.findings().stream().anyMatch(f -> holds(other, f)));
                }
            }
        }
    }

    /** Requests at random, sensible or not: what is accepted is made as asked. */
    @Tag("slow")
    @Test
    void whatIsAcceptedIsPlannedAsAsked() {
        var draws = new Draws(99);
        int accepted = 0;
        for (int n = 0; n < 600; n++) {
            var asked = request(draws);
            if (!STUDIO.check(asked).isEmpty()) {
                continue;
            }
            accepted++;
            for (int key = 0; key < 3; key++) {
                double age = draws.uniform(0, 95);
                var study = STUDIO.plan(People.aged(age, "epilepsy", "dementia"), asked, key);
                asked.settings().forEach((k, v) -> assertEquals(v, study.settings().get(k)));
                asked.measurements()
                        .forEach(
                                (k, v) -> {
                                    // what is measured in a finding is asked of who shows it
                                    if (study.measurements().containsKey(k)
                                            && !k.equals("spikes_h")) {
                                        assertEquals(
                                                EegPlan.round(k, v),
                                                study.measurements().get(k),
                                                k);
                                    }
                                });
                for (var f : asked.findings()) {
                    assertTrue(
                            study.findings().stream().anyMatch(g -> holds(f, g)),
                            f + " of " + asked + " is not in " + study.findings());
                }
                assertTrue(study.reading().contains("Impression"));
                assertFalse(study.reading().contains("null"), study.reading());
            }
        }
        assertTrue(accepted > 60, "accepted " + accepted);
    }

    private static boolean holds(Finding asked, Finding made) {
        return made.id().equals(asked.id())
                && made.details().entrySet().containsAll(asked.details().entrySet());
    }

    private static AskedStudy request(Draws draws) {
        var kind = EegKind.kind();
        var settings = new HashMap<String, String>();
        for (var s : kind.settings()) {
            if (draws.chance(0.3)) {
                settings.put(s.id(), value(s, draws));
            }
        }
        if (draws.chance(0.7)) {
            settings.put("duration_s", Integer.toString(300 + draws.index(1500)));
        }
        var measurements = new HashMap<String, Double>();
        for (var m : kind.measurements()) {
            if (draws.chance(0.08)) {
                double v = draws.uniform(m.low(), m.high());
                measurements.put(m.id(), EegPlan.round(m.id(), v));
            }
        }
        var findings = new ArrayList<Finding>();
        int count = draws.index(3);
        for (int i = 0; i < count; i++) {
            var f = kind.findings().get(draws.index(kind.findings().size()));
            var details = new HashMap<String, String>();
            for (var d : f.details()) {
                if (draws.chance(0.4)) {
                    details.put(d.id(), value(d, draws));
                }
            }
            if (findings.stream().noneMatch(g -> g.id().equals(f.id()))) {
                findings.add(new Finding(f.id(), details));
            }
        }
        return new AskedStudy("eeg", settings, measurements, findings);
    }

    private static String value(StudyKind.Setting s, Draws draws) {
        if (!s.choices().isEmpty()) {
            return s.choices().get(draws.index(s.choices().size()));
        }
        double low = s.low().orElseThrow();
        double high = Math.min(s.high().orElseThrow(), low + 60);
        boolean whole = s.id().matches("rate_hz|duration_s|count|ratio_pct");
        return Details.text(draws.uniform(low, high), whole ? 0 : 1);
    }
}
