package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.anamnesis.code.OrderedProcedure;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.plan.Words;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecJson;
import org.anamnesis.spec.Timeline;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.HistoryCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rhythms of procedures, rhythms that change, and how many contacts each patient has. */
class PacedHistoriesTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();
    private static final String T2D = "30 type 2 diabetics ";

    @TempDir private static Path folder;

    private static Interpretation read(String... words) {
        return PROGRAM.interpret(List.of(words));
    }

    private static CohortSpec spec(String... words) {
        Interpretation read = read(words);
        assertEquals(List.of(), read.turns().get(words.length - 1).problems(), words[0]);
        return SpecJson.read(read.specJson());
    }

    private static String timeline(String... words) {
        return spec(words).beyond().timeline().map(Words::of).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over 5 years, an eye exam every year|5 years of history, retinal eye exam once a year",
                "over 5 years, spirometry twice a year|5 years of history, spirometry 2 times a year",
                "over 5 years with annual echocardiograms|5 years of history, echocardiography once a year",
                "over 5 years, chest x-ray every 2 years|5 years of history, chest X-ray every 2 years",
                "over 4 years, foot exam every 6 months and visits quarterly|4 years of history, 4 visits a year, foot exam 2 times a year",
                "over 4 years, UACR and eye exam yearly|4 years of history, retinal eye exam once a year, Albumin/creatinine ratio, urine once a year",
                "over 3 years, ECG every year|3 years of history, electrocardiogram once a year",
                "over 5 years, visits monthly in the first year, then quarterly|5 years of history, 12 visits a year in the first year, then 4 visits a year",
                "over 5 years, monthly visits for the first 6 months and twice a year thereafter|5 years of history, 12 visits a year in the first 6 months, then 2 visits a year",
                "over 5 years, in the first two years quarterly visits, afterwards yearly|5 years of history, 4 visits a year in the first 2 years, then 1 visit a year",
                "over 2 years, visits every 4 weeks for the first 6 months and every 3 months after that|2 years of history, 13 visits a year in the first 6 months, then 4 visits a year",
                "over 4 years, seen weekly for the first month|4 years of history, 52 visits a year in the first month, then as in practice",
                "over 4 years, weekly visits for the first month, then monthly for the rest of the first year, then twice a year|4 years of history, 52 visits a year in the first month, 12 visits a year in the next 11 months, then 2 visits a year",
                "over 5 years, HbA1c every 3 months for a year then every 6|5 years of history, Hemoglobin A1c 4 times a year in the first year, then 2 times a year",
                "over 5 years, quarterly HbA1c in the first year, then yearly|5 years of history, Hemoglobin A1c 4 times a year in the first year, then once a year",
                "with visits every 2 weeks for 3 months, then every 3 months for 2 years|2.25 years of history, 26 visits a year in the first 3 months, then 4 visits a year",
                "over 5 years, visits every month during the first three months, then every 3 months up to year 2 and then annually|5 years of history, 12 visits a year in the first 3 months, 4 visits a year in the next 21 months, then 1 visit a year",
                "over 3 years, visits weekly for 4 weeks, monthly for 5 months and quarterly afterwards|3 years of history, 52 visits a year in the first 4 weeks, 12 visits a year in the next 5 months, then 4 visits a year",
                "over 5 years, first year quarterly visits, after that twice a year|5 years of history, 4 visits a year in the first year, then 2 visits a year",
                "over 6 years, retinal screening once every two years|6 years of history, retinal eye exam every 2 years",
                "over 5 years, spirometry at baseline and every 12 months|5 years of history, spirometry once a year",
                "over 5 years, foot exam every 6 months in the first 2 years|5 years of history, foot exam 2 times a year in the first 2 years, then as in practice",
                "over 5 years, eye exam every 6 months for a year then yearly|5 years of history, retinal eye exam 2 times a year in the first year, then once a year",
                "over 5 years, each with exactly two hospital admissions|5 years of history, 2 stays in hospital each",
                "over 5 years, at least one emergency visit|5 years of history, at least 1 emergency visit each",
                "over 5 years, hospitalised at least twice|5 years of history, at least 2 stays in hospital each",
                "over 5 years, no more than one ED visit per year|5 years of history, at most 1 emergency visit a year each",
                "over 5 years, 3 visits each|5 years of history, 3 visits each",
                "over 5 years with 4 to 6 visits|5 years of history, 4 to 6 visits each",
                "over 3 years with 2 admissions on average|3 years of history, 2 stays in hospital in the mean",
                "over 5 years, average of 1.5 hospitalisations a year|5 years of history, 1.5 stays in hospital a year in the mean",
                "over 5 years, 1.2 admissions per year in the mean|5 years of history, 1.2 stays in hospital a year in the mean",
                "over 5 years, one ED visit per year on average|5 years of history, 1 emergency visits a year in the mean",
                "over 5 years, mean number of hospital stays 1.2|5 years of history, 1.2 stays in hospital in the mean",
                "over 5 years, 30 % have at least one hospital stay|5 years of history, 30 % with at least 1 stay in hospital",
                "over 5 years, half of them hospitalised at least once|5 years of history, 50 % with at least 1 stay in hospital",
                "over 5 years, 20 % with a hospital admission|5 years of history, 20 % with at least 1 stay in hospital",
                "over 5 years, 30 % without hospital stays|5 years of history, 70 % with at least 1 stay in hospital",
                "over 5 years, 25 % with at least 2 ED visits and 40 % hospitalised|5 years of history, 25 % with at least 2 emergency visits, 40 % with at least 1 stay in hospital",
                "over 3 years, 30 % with 2 or more hospital stays|3 years of history, 30 % with at least 2 stays in hospital",
                "over 3 years, 30 % with ≥2 admissions|3 years of history, 30 % with at least 2 stays in hospital",
                "over 3 years, 30 % with more than one hospital stay|3 years of history, 30 % with at least 2 stays in hospital",
                "over 3 years, a third hospitalised at least twice|3 years of history, 33.33 % with at least 2 stays in hospital",
                "over 3 years, a quarter have 1 to 3 ER visits|3 years of history, 25 % with 1 to 3 emergency visits",
                "with 4 years of data; a third of them should have been admitted two times or more|4 years of history, 33.33 % with at least 2 stays in hospital",
                "over 3 years, 30 % with two hospital stays or more|3 years of history, 30 % with at least 2 stays in hospital",
                "6 years of longitudinal data, 40 % never hospitalised|6 years of history, 60 % with at least 1 stay in hospital",
                ", 24 months, visits every 8 weeks|2 years of history, 6.5 visits a year",
                "UACR once a year, 8 years|8 years of history, Albumin/creatinine ratio, urine once a year",
                "over 3 years, 20 % with exactly two admissions|3 years of history, 20 % with 2 stays in hospital",
                "1 year of data, 25 % had an ER visit in the past year|1 years of history, 25 % with at least 1 emergency visit",
                "over 12 months, 3 outpatient visits and exactly 1 emergency visit each|1 years of history, 3 visits each, 1 emergency visit each",
                "over 4 years with an eye exam every year and a foot exam every six months|4 years of history, foot exam 2 times a year, retinal eye exam once a year",
                "with an eye exam every year and a foot exam every six months for 5 years|5 years of history, foot exam 2 times a year, retinal eye exam once a year",
                "over the past decade with quarterly HbA1c|10 years of history, Hemoglobin A1c 4 times a year",
                "followed up every 3 months in the last two years|2 years of history, 4 visits a year",
                "with 4 years before the index date|4 years of history",
                "followed for at least 5 years|5 years of history",
                "followed for 18 months, spirometry every 6 months|1.5 years of history, spirometry 2 times a year",
                "over 3 years, monthly measured blood pressure|3 years of history, Diastolic blood pressure 12 times a year, Systolic blood pressure 12 times a year",
            })
    void isUnderstood(String words, String made) {
        assertEquals(made, timeline(T2D + words));
        assertEquals(List.of(), read(T2D + words).turns().get(0).notUsed(), words);
        CohortSpec spec = spec(T2D + words);
        assertEquals(spec, SpecJson.read(SpecJson.write(spec)));
    }

    /** The twin: what these rhythms are of is no visit, and where nothing makes it it is told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a dental exam every 6 months",
                "with an MRI every year",
                "knee surgery once a year",
                "with yearly dental cleaning",
                "an EEG every year",
                "bronchoscopy every 3 months",
                "PCI every year",
                "annual flu shots",
                "5 % readmitted within 30 days",
                "30 % hospitalised in the first year",
                "a mean length of stay of 7 days",
            })
    void whatIsNotMadeIsToldAndChangesNoVisits(String words) {
        String message = T2D + "over 5 years, " + words;
        assertEquals("5 years of history", timeline(message));
        Turn turn = read(message).turns().get(0);
        assertTrue(!turn.notUsed().isEmpty() || turn.assumed().toString().contains("Not made"));
        boolean said =
                turn.assumed().stream()
                        .anyMatch(
                                a ->
                                        a.contains("Not made")
                                                || a.contains("can be made")
                                                || a.contains("each patient has, what share"));
        assertTrue(said, turn.assumed()::toString);
    }

    /** Rhythms of visits stay rhythms of visits, and numbers of patients numbers of patients. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over 5 years, quarterly|5 years of history, 4 visits a year",
                "over 5 years, seen every 3 months|5 years of history, 4 visits a year",
                "over 5 years with a check-up every 6 months|5 years of history, 2 visits a year",
                "over 5 years, yearly physical examination|5 years of history, 1 visit a year",
                "with 5 visits over the last 2 years|2 years of history, 2.5 visits a year",
            })
    void visitsStayVisits(String words, String made) {
        assertEquals(made, timeline(T2D + words));
    }

    @Test
    void laterTurnsChangeIt() {
        String first = T2D + "over 5 years, an eye exam every year";
        String second = "monthly visits in the first year, then quarterly";
        String both =
                "5 years of history, 12 visits a year in the first year, then 4 visits a year, retinal eye exam once a year";
        assertEquals(both, timeline(first, second));
        assertEquals(
                "5 years of history, retinal eye exam once a year",
                timeline(first, second, "undo that"));
        assertEquals(
                "5 years of history, 2 visits a year, retinal eye exam once a year",
                timeline(first, second, "visits twice a year"));
        assertEquals("5 years of history", timeline(first, "no more eye exams"));
        String stays = T2D + "over 3 years, two hospital stays each";
        assertEquals(
                "3 years of history, no stays in hospital", timeline(stays, "no hospital stays"));
        assertEquals(
                "3 years of history, at least 1 stay in hospital each",
                timeline(stays, "at least one hospital stay each"));
        assertEquals(
                "3 years of history, 3 stays in hospital each", timeline(stays, "make that three"));
        assertEquals(
                "3 years of history, no stays in hospital",
                timeline(stays, "take the hospital stays out"));
        assertEquals(
                "3 years of history",
                timeline(stays, "no hospital stays", "allow hospital stays again"));
        String share = T2D + "over 3 years, 30 % with at least one hospital stay";
        assertEquals(
                "3 years of history, 50 % with at least 1 stay in hospital",
                timeline(share, "make it 40 %", "make that 50 %"));
    }

    @ParameterizedTest
    @CsvSource({
        "'over 2 years, 1000 hospital stays each', request.contacts.many",
        "'over 5 years, quarterly visits, 6 visits each', request.visits.twice",
        "'from diagnosis to today, two hospital admissions each', plan.contacts.span",
        "'over 1 month, each with 6 hospital stays', plan.contacts.many",
        "'with 20 years of history, visits weekly in the first 6 years, then monthly', plan.history.visits",
    })
    void whatCannotBeIsAProblem(String words, String code) {
        List<String> codes =
                read(T2D + words).turns().get(0).problems().stream().map(p -> p.code()).toList();
        assertEquals(List.of(code), codes);
    }

    @Test
    void proceduresThatCanBeAskedAreThoseOfRecords() {
        Set<String> known = new HashSet<>();
        RecordConcepts.PROCEDURES.stream().map(RecordConcept::id).forEach(known::add);
        for (OrderedProcedure p : OrderedProcedure.bundled()) {
            assertTrue(known.contains(p.id()), p.id());
        }
    }

    private static Path made(String name, String words) {
        return MadeFolder.of(PROGRAM, folder.resolve(name), words, 5, 1);
    }

    /** Days before each patient's last visit on which a line of a table stands. */
    private static Map<String, List<Long>> days(
            Path out, String file, String column, String value, String date) throws IOException {
        CsvTable visits = CsvTable.read(out.resolve("encounters.csv"));
        Map<String, Long> last = new TreeMap<>();
        for (int i = 0; i < visits.rows(); i++) {
            last.merge(visits.text("patient_id").get(i), day(visits, "start_date", i), Math::max);
        }
        Map<String, List<Long>> all = new TreeMap<>();
        last.keySet().forEach(p -> all.put(p, new ArrayList<>()));
        CsvTable table = CsvTable.read(out.resolve(file));
        for (int i = 0; i < table.rows(); i++) {
            String patient = table.text("patient_id").get(i);
            if (table.text(column).get(i).equals(value)) {
                all.get(patient).add(last.get(patient) - day(table, date, i));
            }
        }
        return all;
    }

    private static long day(CsvTable table, String column, int row) {
        return LocalDate.parse(table.text(column).get(row)).toEpochDay();
    }

    private static void each(Map<String, List<Long>> days, IntPredicate holds) {
        days.forEach((p, d) -> assertTrue(holds.test(d.size()), p + " " + d));
    }

    @Test
    void rhythmsOfProceduresAreKept() throws IOException {
        Path out =
                made(
                        "procedures",
                        "100 type 2 diabetics aged 40 to 80 over 5 years, eye exam once a year, foot exam twice a year, mammogram every year, 2 visits a year");
        assertEquals(List.of(), HistoryCheck.problems(out));
        each(days(out, "procedures.csv", "procedure", "retinal-examination", "date"), n -> n == 5);
        each(days(out, "procedures.csv", "procedure", "foot-examination", "date"), n -> n == 10);
        var women = days(out, "procedures.csv", "procedure", "mammography", "date");
        CsvTable people = CsvTable.read(out.resolve("patients.csv"));
        for (int i = 0; i < people.rows(); i++) {
            int n = women.get(people.text("patient_id").get(i)).size();
            assertEquals(people.text("sex").get(i).equals("female") ? 5 : 0, n);
        }
        // planned visits twice a year, at which all of it finds place
        var visits = days(out, "encounters.csv", "class", "AMB", "start_date");
        each(visits, n -> n == 10);
    }

    /** In the first two years so often; after them as practice has it, once a year at most. */
    @Test
    void procedureRhythmsThatEndLeaveTheRestToPractice() throws IOException {
        Path out =
                made(
                        "first",
                        "200 type 2 diabetics aged 50 to 80 with 10 years of diabetes over 6 years, foot exam every 3 months in the first 2 years");
        long later = Math.round(4 * 365.25);
        int rest = 0;
        for (List<Long> all :
                days(out, "procedures.csv", "procedure", "foot-examination", "date").values()) {
            assertEquals(7, all.stream().filter(d -> d > later + 25).count(), all.toString());
            rest += (int) all.stream().filter(d -> d < later - 25).count();
        }
        assertTrue(rest > 200 && rest < 900, "of 800 years 69 %: " + rest);
    }

    @Test
    void rhythmsThatChangeDoSo() throws IOException {
        Path out =
                made(
                        "phases",
                        "100 type 2 diabetics aged 40 to 80 over 3 years, monthly visits in the first year, then quarterly; HbA1c every 3 months for a year then every 6");
        assertEquals(List.of(), HistoryCheck.problems(out));
        long later = Math.round(2 * 365.25);
        var visits = days(out, "encounters.csv", "class", "AMB", "start_date");
        visits.forEach(
                (p, all) -> {
                    long first = all.stream().filter(d -> d > later + 5).count();
                    long rest = all.stream().filter(d -> d < later - 15).count();
                    assertTrue(first >= 10 && first <= 13, p + " " + first);
                    assertEquals(8, rest, p);
                });
        days(out, "observations.csv", "observation", "hba1c", "date")
                .forEach(
                        (p, all) -> {
                            List<Long> apart = all.stream().filter(d -> d > 0).sorted().toList();
                            assertEquals(8, apart.size(), p + " " + apart);
                        });
    }

    /** Smoking is a column whether it is named or not; named, it had stood there twice. */
    @Test
    void smokingIsOneColumn() throws IOException {
        Path out = made("smoking", "20 COPD patients over 2 years with FEV1 and smoking history");
        String head = Files.readString(out.resolve("cohort.csv")).lines().findFirst().orElse("");
        assertEquals(1, List.of(head.split(",")).stream().filter("smoking"::equals).count(), head);
        assertTrue(
                Files.exists(
                        made("alone", "20 COPD patients, smoking status").resolve("cohort.csv")));
    }

    /** Who is not of the share has fewer of them, not none. */
    @Test
    void ofAShareSoManyHaveSoManyAndTheOthersFewer() throws IOException {
        Path out =
                made(
                        "share",
                        "200 heart failure patients aged 50 to 80 over 4 years, 30 % with 2 or more hospital stays");
        assertEquals(List.of(), HistoryCheck.problems(out));
        var stays = days(out, "encounters.csv", "class", "IMP", "start_date").values();
        assertEquals(60, stays.stream().filter(s -> s.size() >= 2).count());
        long one = stays.stream().filter(s -> s.size() == 1).count();
        assertTrue(one > 40 && one < 130, "as practice has it below two: " + one);
    }

    @Test
    void contactsAreAsManyAsWereAsked() throws IOException {
        Path two =
                made(
                        "two",
                        "200 heart failure patients aged 50 to 80 over 3 years, each with exactly two hospital admissions, at least one emergency visit a year and 3 visits each");
        assertEquals(List.of(), HistoryCheck.problems(two));
        each(days(two, "encounters.csv", "class", "IMP", "start_date"), n -> n == 2);
        each(days(two, "encounters.csv", "class", "AMB", "start_date"), n -> n == 3);
        days(two, "encounters.csv", "class", "EMER", "start_date")
                .forEach(
                        (p, all) -> {
                            for (int year = 0; year < 3; year++) {
                                long from = Math.round(year * 365.25);
                                long to = Math.round((year + 1) * 365.25);
                                assertTrue(
                                        all.stream().anyMatch(d -> d > from && d <= to),
                                        p + " " + all);
                            }
                        });
        Path few =
                made(
                        "few",
                        "200 type 2 diabetics aged 50 to 80 over 5 years with 4 to 6 visits, no more than one hospital admission");
        each(days(few, "encounters.csv", "class", "AMB", "start_date"), n -> n >= 4 && n <= 6);
        var stays = days(few, "encounters.csv", "class", "IMP", "start_date");
        each(stays, n -> n <= 1);
        long some = stays.values().stream().filter(s -> !s.isEmpty()).count();
        assertTrue(some > 20 && some < 180, "as practice has it within the bounds: " + some);
        Timeline asked = spec(T2D + "over 5 years with 4 to 6 visits").beyond().timeline().get();
        assertEquals(1, asked.contacts().size());
    }
}
