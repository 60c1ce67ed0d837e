package org.anamnesis.generate.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.table.CsvTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Vaccines of children whose record goes back to birth: when they are due, as many as published.
 */
class ChildhoodSeriesTest {
    /** Standard errors: a false alarm in one of a million seeds. */
    private static final double BOUND = 4.9;

    @TempDir private static Path folder;

    /** Ages in days at the doses of a vaccine, by patient; everybody is a key. */
    private static final Map<String, Map<String, List<Long>>> GIVEN = new HashMap<>();

    private static final Map<String, LocalDate> BIRTH = new HashMap<>();

    @BeforeAll
    static void made() throws IOException {
        var request =
                new GenerateRequest(
                        Optional.of("1200 children aged 3 to 6, 7 years of history"),
                        Optional.empty(),
                        Optional.of(folder.resolve("made")),
                        Optional.of(List.of("csv")),
                        OptionalLong.of(11),
                        Optional.empty(),
                        false,
                        2,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
        CsvTable patients = table("patients");
        for (int i = 0; i < patients.rows(); i++) {
            String id = patients.text("patient_id").get(i);
            BIRTH.put(id, LocalDate.parse(patients.text("birth_date").get(i)));
            GIVEN.put(id, new HashMap<>());
        }
        CsvTable doses = table("immunizations");
        for (int i = 0; i < doses.rows(); i++) {
            String id = doses.text("patient_id").get(i);
            LocalDate day = LocalDate.parse(doses.text("date").get(i));
            GIVEN.get(id)
                    .computeIfAbsent(doses.text("vaccine").get(i), v -> new ArrayList<>())
                    .add(ChronoUnit.DAYS.between(BIRTH.get(id), day));
        }
    }

    private static CsvTable table(String name) throws IOException {
        return CsvTable.read(folder.resolve("made").resolve(name + ".csv"));
    }

    /** Standard errors by which the share with so many doses by an age is off. */
    private static double errors(String vaccine, int doses, int months, double share) {
        double days = months * 365.25 / 12;
        long with =
                GIVEN.values().stream()
                        .filter(
                                g ->
                                        g.getOrDefault(vaccine, List.of()).stream()
                                                        .filter(d -> d <= days)
                                                        .count()
                                                >= doses)
                        .count();
        int n = GIVEN.size();
        return (with - n * share) / Math.sqrt(n * share * (1 - share));
    }

    /** Hill et al. 2023, of children born 2018-2019; the twin: 7 points more are caught. */
    @Test
    void asManyAsTheSurveyHasBy24Months() {
        record Coverage(String vaccine, int doses, int months, double share) {}
        for (Coverage c :
                List.of(
                        new Coverage("dtap", 3, 24, 0.942),
                        new Coverage("dtap", 4, 24, 0.819),
                        new Coverage("mmr", 1, 24, 0.916),
                        new Coverage("varicella", 1, 24, 0.911),
                        new Coverage("pcv13", 4, 24, 0.835),
                        new Coverage("hepb-child", 2, 24, 0.927),
                        new Coverage("hepa-child", 2, 35, 0.796),
                        new Coverage("rotavirus", 2, 8, 0.771))) {
            double off = errors(c.vaccine(), c.doses(), c.months(), c.share());
            assertEquals(0, off, BOUND, c.toString());
            assertTrue(
                    Math.abs(errors(c.vaccine(), c.doses(), c.months(), c.share() - 0.07)) > BOUND
                            || Math.abs(
                                            errors(
                                                    c.vaccine(),
                                                    c.doses(),
                                                    c.months(),
                                                    c.share() + 0.05))
                                    > BOUND,
                    "twin of " + c);
        }
    }

    /** The combined series of seven, which tells how the same children have them all: 70.1 %. */
    @Test
    void whoFollowsOneSeriesFollowsTheOthers() {
        double days = 24 * 365.25 / 12;
        Map<String, Integer> series =
                Map.of(
                        "dtap",
                        4,
                        "ipv",
                        3,
                        "mmr",
                        1,
                        "hib",
                        3,
                        "hepb-child",
                        2,
                        "varicella",
                        1,
                        "pcv13",
                        4);
        long all =
                GIVEN.values().stream()
                        .filter(
                                g ->
                                        series.entrySet().stream()
                                                .allMatch(
                                                        s ->
                                                                g
                                                                                .getOrDefault(
                                                                                        s.getKey(),
                                                                                        List.of())
                                                                                .stream()
                                                                                .filter(
                                                                                        d ->
                                                                                                d
                                                                                                        <= days)
                                                                                .count()
                                                                        >= s.getValue()))
                        .count();
        double share = (double) all / GIVEN.size();
        assertEquals(0.701, share, 0.05, "independent series would give 0.4");
    }

    @Test
    void noDoseBeforeItsAgeOrTooSoonAfterAnother() {
        Map<String, Integer> earliest =
                Map.of(
                        "dtap",
                        60,
                        "mmr",
                        365,
                        "varicella",
                        365,
                        "hepa-child",
                        365,
                        "influenza",
                        182);
        GIVEN.forEach(
                (id, doses) -> {
                    assertFalse(doses.containsKey("hpv9"), id);
                    doses.forEach(
                            (vaccine, days) -> {
                                int first = earliest.getOrDefault(vaccine, 0);
                                assertTrue(days.get(0) >= first, id + vaccine + days);
                                for (int k = 1; k < days.size(); k++) {
                                    long since = days.get(k) - days.get(k - 1);
                                    assertTrue(since >= 28, id + vaccine + days);
                                }
                            });
                    assertTrue(
                            doses.getOrDefault("rotavirus", List.of()).stream()
                                    .allMatch(d -> d <= 8 * 365.25 / 12));
                });
    }

    /** The report and the command tell what is not there. */
    @Test
    void whatIsMadeOfChildhoodIsSaid() throws IOException {
        String sources = Files.readString(folder.resolve("made").resolve("sources.md"));
        assertTrue(sources.contains("Hill et al. 2023"), "who says so");
        assertTrue(sources.contains("Freedman et al. 2005"), "who says so");
        for (String file : List.of("report.html", "manifest.json")) {
            String said = Files.readString(folder.resolve("made").resolve(file));
            assertTrue(said.contains("no laboratory values and scores"), file);
        }
    }
}
