package org.anamnesis.generate.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.table.CsvTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the records of a cohort is for whom it should be, and as often as published. */
class CareTest {
    @TempDir private static Path folder;
    private static CsvTable patients;
    private static CsvTable procedures;
    private static final Map<String, Integer> ROW = new HashMap<>();

    @BeforeAll
    static void made() throws IOException {
        var request =
                new GenerateRequest(
                        Optional.of("1500 type 2 diabetes patients, 6 years of history"),
                        Optional.empty(),
                        Optional.of(folder.resolve("made")),
                        Optional.of(List.of("csv")),
                        OptionalLong.of(3),
                        Optional.empty(),
                        false,
                        2,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
        patients = table("patients");
        procedures = table("procedures");
        for (int i = 0; i < patients.rows(); i++) {
            ROW.put(patients.text("patient_id").get(i), i);
        }
    }

    private static CsvTable table(String name) throws IOException {
        return CsvTable.read(folder.resolve("made").resolve(name + ".csv"));
    }

    private static String of(CsvTable t, int row, String column) {
        return patients.text(column).get(ROW.get(t.text("patient_id").get(row)));
    }

    private static double age(CsvTable t, int row) {
        LocalDate birth = LocalDate.parse(of(t, row, "birth_date"));
        return ChronoUnit.DAYS.between(birth, LocalDate.parse(t.text("date").get(row))) / 365.25;
    }

    @Test
    void proceduresAreForWhomTheyAreOrdered() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < procedures.rows(); i++) {
            String what = procedures.text("procedure").get(i);
            seen.add(what);
            switch (what) {
                case "mammography" -> {
                    assertEquals("female", of(procedures, i, "sex"));
                    assertTrue(age(procedures, i) >= 50 && age(procedures, i) < 75, "its age");
                }
                case "cervical-cytology", "bone-density" ->
                        assertEquals("female", of(procedures, i, "sex"));
                case "retinal-examination", "foot-examination" ->
                        assertEquals("type-2-diabetes", procedures.text("reason_condition").get(i));
                case "smoking-cessation-education" ->
                        assertFalse(of(procedures, i, "smoking").equals("never"));
                default -> assertFalse(what.isEmpty());
            }
        }
        assertTrue(seen.containsAll(List.of("mammography", "colonoscopy", "pci")), seen.toString());
    }

    @Test
    void vaccinesAreGivenByAgeAndInSeason() throws IOException {
        CsvTable doses = table("immunizations");
        Set<String> once = new HashSet<>();
        for (int i = 0; i < doses.rows(); i++) {
            String vaccine = doses.text("vaccine").get(i);
            double age = age(doses, i);
            if (age < 18) {
                continue; // ChildhoodSeriesTest looks at these
            }
            int month = LocalDate.parse(doses.text("date").get(i)).getMonthValue();
            switch (vaccine) {
                case "ppsv23", "pcv20" -> assertTrue(age >= 65, vaccine + " at " + age);
                case "zoster-live", "zoster-recombinant" ->
                        assertTrue(age >= 50, vaccine + " at " + age);
                case "influenza" -> assertTrue(month >= 8 || month <= 3, "in month " + month);
                default -> assertTrue(age >= 18, vaccine + " at " + age);
            }
            boolean again = vaccine.startsWith("influenza") || vaccine.startsWith("td");
            if (!again) {
                String group = vaccine.replaceAll("-.*|ppsv23|pcv20", "");
                assertTrue(once.add(doses.text("patient_id").get(i) + group), vaccine + " twice");
            }
        }
        assertTrue(doses.rows() > 1500, "more than one a patient");
    }

    @Test
    void nobodyIsAllergicToWhatTheyTake() throws IOException {
        CsvTable allergies = table("allergies");
        CsvTable drugs = table("medications");
        Set<String> takes = new HashSet<>();
        for (int i = 0; i < drugs.rows(); i++) {
            takes.add(drugs.text("patient_id").get(i) + drugs.text("ingredient").get(i));
        }
        Set<String> some = new HashSet<>();
        Set<String> none = new HashSet<>();
        for (int i = 0; i < allergies.rows(); i++) {
            String id = allergies.text("patient_id").get(i);
            String to = allergies.text("allergen").get(i);
            (to.equals("none") ? none : some).add(id);
            assertFalse(to.equals("penicillin") && takes.contains(id + "amoxicillin"), id);
            assertFalse(to.equals("nsaid") && takes.contains(id + "aspirin"), id);
        }
        assertTrue(some.stream().noneMatch(none::contains), "an allergy and none");
        // four standard deviations about one less the product of not having each
        assertEquals(0.31, some.size() / (double) patients.rows(), 0.05);
    }

    @Test
    void whatIsSaidOfSmokingAgreesWithTheIndexVisit() throws IOException {
        CsvTable said = table("social_history");
        Map<String, String> last = new HashMap<>();
        Map<String, String> quit = new HashMap<>();
        for (int i = 0; i < said.rows(); i++) {
            String id = said.text("patient_id").get(i);
            String status = said.text("smoking_status").get(i);
            String before = last.put(id, status);
            assertTrue(
                    before == null
                            || before.equals(status)
                            || (before.equals("current") && status.equals("former")),
                    before + " then " + status);
            String ended = said.text("quit_date").get(i);
            if (status.equals("former")) {
                assertTrue(ended.compareTo(said.text("date").get(i)) <= 0, "quit later");
                String other = quit.put(id, ended);
                assertTrue(other == null || other.equals(ended), "quit twice");
                LocalDate birth = LocalDate.parse(of(said, i, "birth_date"));
                assertFalse(LocalDate.parse(ended).isBefore(birth.plusYears(17)), "a child");
            }
        }
        for (int i = 0; i < patients.rows(); i++) {
            assertEquals(
                    patients.text("smoking").get(i), last.get(patients.text("patient_id").get(i)));
        }
    }

    /**
     * In each season in which somebody came once or more. The bound is four standard deviations of
     * the share of 1,500 people whose decisions of different seasons correlate by a quarter.
     */
    @Test
    void influenzaIsVaccinatedAsOftenAsPublished() throws IOException {
        double[] share = {0.342, 0.469, 0.688};
        CsvTable visits = table("encounters");
        CsvTable doses = table("immunizations");
        Set<String> given = new HashSet<>();
        for (int i = 0; i < doses.rows(); i++) {
            if (doses.text("vaccine").get(i).equals("influenza")) {
                String season = season(doses.text("date").get(i)).orElseThrow();
                assertTrue(given.add(doses.text("patient_id").get(i) + season), "twice a season");
            }
        }
        double expected = 0;
        Set<String> seasons = new HashSet<>();
        for (int i = 0; i < visits.rows(); i++) {
            LocalDate day = LocalDate.parse(visits.text("start_date").get(i));
            LocalDate birth = LocalDate.parse(of(visits, i, "birth_date"));
            double age = ChronoUnit.DAYS.between(birth, day) / 365.25;
            Optional<String> season = season(day.toString());
            if (visits.text("class").get(i).equals("AMB") && season.isPresent() && age >= 19) {
                if (seasons.add(visits.text("patient_id").get(i) + season.get())) {
                    expected += share[age < 50 ? 0 : age < 65 ? 1 : 2];
                }
            }
        }
        double done = given.size() / (double) seasons.size();
        double wanted = expected / seasons.size();
        assertEquals(wanted, done, 0.03);
        // one dose in eight lost would be found
        assertTrue(Math.abs(done * 7 / 8 - wanted) > 0.03);
    }

    private static Optional<String> season(String date) {
        LocalDate day = LocalDate.parse(date);
        int of = 100 * day.getMonthValue() + day.getDayOfMonth();
        boolean before = of <= 331;
        return before || of >= 815
                ? Optional.of(" " + (day.getYear() - (before ? 1 : 0)))
                : Optional.empty();
    }

    /** Years count from as long before the first visit as the second is after it. */
    @Test
    void feetAreLookedAtAsOftenAsPublished() throws IOException {
        CsvTable conditions = table("conditions");
        CsvTable visits = table("encounters");
        Map<String, LocalDate> from = new HashMap<>();
        Map<String, LocalDate> to = new HashMap<>();
        Map<String, Long> covered = new HashMap<>();
        for (int i = 0; i < visits.rows(); i++) {
            String id = visits.text("patient_id").get(i);
            LocalDate day = LocalDate.parse(visits.text("start_date").get(i));
            if (from.containsKey(id)) {
                covered.putIfAbsent(id, ChronoUnit.DAYS.between(from.get(id), day));
            }
            from.merge(id, day, (a, b) -> a.isBefore(b) ? a : b);
            to.merge(id, day, (a, b) -> a.isAfter(b) ? a : b);
        }
        double years = 0;
        for (int i = 0; i < conditions.rows(); i++) {
            String id = conditions.text("patient_id").get(i);
            if (conditions.text("condition").get(i).equals("type-2-diabetes")) {
                LocalDate onset = LocalDate.parse(conditions.text("onset_date").get(i));
                LocalDate begin =
                        from.get(id).minusDays(Math.min(365, covered.getOrDefault(id, 365L)));
                LocalDate since = onset.isAfter(begin) ? onset : begin;
                years += ChronoUnit.DAYS.between(since, to.get(id)) / 365.25;
            }
        }
        double done =
                procedures.text("procedure").stream().filter("foot-examination"::equals).count();
        assertEquals(0.693, done / years, 0.03);
    }
}
