package org.anamnesis.signals.ecg;

import static org.anamnesis.signals.ecg.EcgReader.STUDIO;
import static org.anamnesis.signals.ecg.EcgReader.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The record drives the ECG, and the request goes before the record. */
class EcgPlanTest {
    private static final AskedStudy NOTHING = new AskedStudy("ecg", Map.of(), Map.of(), List.of());

    private static Person person(
            Map<String, Double> values, Set<String> conditions, Set<String> drugs) {
        return new Person(
                3,
                "p3",
                "e3",
                LocalDateTime.of(2024, 5, 6, 7, 8),
                66,
                false,
                values,
                conditions,
                drugs);
    }

    private static AskedStudy asked(Map<String, Double> measurements, Finding... findings) {
        return new AskedStudy("ecg", Map.of(), measurements, List.of(findings));
    }

    private static boolean has(Study study, String finding) {
        return study.findings().stream().anyMatch(f -> f.id().equals(finding));
    }

    @Test
    void recordedValuesAreThoseOfTheEcg() {
        var study =
                STUDIO.plan(
                        person(Map.of("heart_rate", 83.0, "qtc", 431.0), Set.of(), Set.of()),
                        NOTHING,
                        1);
        assertEquals(83, study.measurements().get("heart_rate_bpm"));
        assertEquals(431, study.measurements().get("qtc_ms"), 1);
        assertTrue(study.reading().contains("83/min"));
        assertTrue(has(study, "sinus-rhythm"));
    }

    @Test
    void conditionsDrugsAndPotassiumShow() {
        for (long key = 0; key < 20; key++) {
            assertTrue(
                    has(
                            STUDIO.plan(
                                    person(Map.of(), Set.of("atrial-fibrillation"), Set.of()),
                                    NOTHING,
                                    key),
                            "atrial-fibrillation"));
        }
        var high = STUDIO.plan(person(Map.of("potassium", 6.8), Set.of(), Set.of()), NOTHING, 1);
        assertTrue(has(high, "hyperkalaemia"));
        assertTrue(high.reading().contains("6.8 mmol/L"));
        assertTrue(
                has(
                        STUDIO.plan(
                                person(Map.of("potassium", 2.6), Set.of(), Set.of()), NOTHING, 1),
                        "hypokalaemia"));
        assertEquals(
                1,
                STUDIO.plan(
                                person(
                                        Map.of("potassium", 4.2, "heart_rate", 70.0),
                                        Set.of(),
                                        Set.of()),
                                NOTHING,
                                1)
                        .findings()
                        .size());
        assertTrue(
                has(
                        STUDIO.plan(person(Map.of(), Set.of(), Set.of("digoxin")), NOTHING, 1),
                        "digoxin-effect"));
    }

    @Test
    void theRequestWinsAndTheReadingSaysSo() {
        var record = person(Map.of("heart_rate", 80.0), Set.of("atrial-fibrillation"), Set.of());
        var study = STUDIO.plan(record, asked(Map.of(), finding("sinus-bradycardia")), 1);
        assertTrue(has(study, "sinus-bradycardia") && !has(study, "atrial-fibrillation"));
        assertTrue(study.measurements().get("heart_rate_bpm") < 60);
        assertTrue(study.reading().contains("The record has atrial fibrillation"));
        assertTrue(study.reading().contains("heart rate of 80/min"));
        var fast = person(Map.of("heart_rate", 160.0), Set.of(), Set.of());
        var longQt = STUDIO.plan(fast, asked(Map.of("qt_ms", 480.0)), 1);
        assertEquals(480, longQt.measurements().get("qt_ms"));
        assertTrue(longQt.measurements().get("heart_rate_bpm") < 120);
        assertTrue(longQt.reading().contains("160/min"));
    }

    @Test
    void measurementsNameWhatTheyMean() {
        var study =
                STUDIO.plan(
                        person(Map.of(), Set.of(), Set.of()), asked(Map.of("qtc_ms", 495.0)), 1);
        assertTrue(has(study, "long-qt"));
        assertEquals(495, study.measurements().get("qtc_ms"));
        study = STUDIO.plan(person(Map.of(), Set.of(), Set.of()), asked(Map.of("pr_ms", 240.0)), 1);
        assertTrue(has(study, "av-block-1"));
        study =
                STUDIO.plan(
                        person(Map.of(), Set.of(), Set.of()), asked(Map.of("axis_deg", -60.0)), 1);
        assertTrue(has(study, "left-axis-deviation"));
        study =
                STUDIO.plan(
                        person(Map.of(), Set.of(), Set.of()),
                        asked(Map.of("heart_rate_bpm", 44.0)),
                        1);
        assertTrue(has(study, "sinus-bradycardia"));
    }

    @Test
    void infarctionNamesItsLeads() {
        var study =
                STUDIO.plan(
                        person(Map.of(), Set.of(), Set.of()),
                        asked(Map.of(), finding("acute-infarction", "territory", "inferior")),
                        4);
        var details =
                study.findings().stream()
                        .filter(f -> f.id().equals("acute-infarction"))
                        .findFirst()
                        .orElseThrow()
                        .details();
        assertTrue(List.of(details.get("leads_up").split(",")).containsAll(List.of("III", "aVF")));
        assertTrue(details.get("leads_down").contains("aVL"));
        assertTrue(study.reading().contains("reciprocal ST depression"));
    }

    @Test
    void normalEcgsAreNormal() {
        for (long key = 0; key < 60; key++) {
            var record = person(Map.of(), Set.of("hypertension", "heart-failure"), Set.of());
            var study = STUDIO.plan(record, asked(Map.of(), finding("normal-ecg")), key);
            var m = study.measurements();
            assertTrue(m.get("heart_rate_bpm") >= 50 && m.get("heart_rate_bpm") <= 100);
            assertTrue(m.get("qrs_ms") <= 110 && m.get("pr_ms") <= 200 && m.get("qtc_ms") < 450);
            assertEquals(2, study.findings().size(), study.findings().toString());
        }
    }

    /** 54 /min on record is the rate of a normal ECG; of any other it is a bradycardia. */
    @Test
    void aNormalEcgMayBeSlow() {
        var record = person(Map.of("heart_rate", 54.0), Set.of(), Set.of());
        for (long key = 0; key < 20; key++) {
            var normal = STUDIO.plan(record, asked(Map.of(), finding("normal-ecg")), key);
            assertEquals(54, normal.measurements().get("heart_rate_bpm"));
            assertFalse(normal.reading().contains("does not go with"), normal.reading());
            assertEquals(
                    Set.of("normal-ecg", "sinus-rhythm"),
                    normal.findings().stream().map(Finding::id).collect(Collectors.toSet()));
            var any = STUDIO.plan(record, asked(Map.of(), finding("sinus-rhythm")), key);
            assertTrue(any.findings().stream().anyMatch(f -> f.id().equals("sinus-bradycardia")));
        }
    }

    /** Whatever the checks accept is planned, for any record, and is free of contradictions. */
    @Tag("slow")
    @Test
    void whatIsAcceptedIsPlanned() {
        var kind = StudyKinds.find("ecg").orElseThrow();
        var draws = new Draws(99);
        List<String> conditions =
                List.of(
                        "atrial-fibrillation",
                        "heart-failure",
                        "hypertension",
                        "coronary-artery-disease",
                        "myocardial-infarction");
        int accepted = 0;
        for (int i = 0; i < 3000; i++) {
            var measurements = new HashMap<String, Double>();
            for (var m : kind.measurements()) {
                if (draws.chance(.12)) {
                    measurements.put(m.id(), Math.rint(draws.uniform(m.low(), m.high())));
                }
            }
            var findings = new ArrayList<Finding>();
            for (var f : kind.findings()) {
                if (draws.chance(.06)) {
                    findings.add(finding(f.id()));
                }
            }
            var values = new HashMap<String, Double>();
            values.put("heart_rate", draws.uniform(20, 250));
            values.put("potassium", draws.uniform(1.8, 9));
            values.put("qtc", draws.uniform(250, 700));
            var has = new HashSet<String>();
            conditions.stream().filter(c -> draws.chance(.3)).forEach(has::add);
            var asked = new AskedStudy("ecg", Map.of(), measurements, findings);
            if (!STUDIO.check(asked).isEmpty()) {
                continue;
            }
            accepted++;
            var person =
                    new Person(
                            i,
                            "p" + i,
                            "e" + i,
                            LocalDateTime.of(2024, 1, 1, 0, 0),
                            draws.uniform(0, 100),
                            draws.chance(.5),
                            values,
                            has,
                            draws.chance(.3) ? Set.of("digoxin") : Set.of());
            var study = STUDIO.plan(person, asked, i);
            for (var a : measurements.entrySet()) {
                boolean exact =
                        !a.getKey().equals("rr_sd_ms")
                                && !a.getKey().equals("qtc_bazett_ms")
                                && !a.getKey().equals("atrial_rate_bpm");
                if (exact) {
                    assertEquals(
                            a.getValue(),
                            study.measurements().getOrDefault(a.getKey(), -999.0),
                            8,
                            a.getKey() + study + asked);
                }
            }
            for (var a : study.findings()) {
                for (var b : study.findings()) {
                    assertTrue(a.id().equals(b.id()) || !kind.apart(a.id(), b.id()), a + " " + b);
                }
            }
            assertFalse(study.reading().isBlank());
            for (var m : study.measurements().values()) {
                assertTrue(Double.isFinite(m));
            }
        }
        assertTrue(accepted > 300, "accepted " + accepted);
    }
}
