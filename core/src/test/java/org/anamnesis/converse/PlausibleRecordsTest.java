package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clinician who reads records would take for a mistake. */
class PlausibleRecordsTest {
    @TempDir private Path folder;

    private Path made(String words, long seed) throws IOException {
        return MadeFolder.of(Anamnesis.bundled(), folder.resolve("out" + seed), words, seed, 2);
    }

    private static Map<String, LocalDate> births(Path out) throws IOException {
        CsvTable people = CsvTable.read(out.resolve("patients.csv"));
        Map<String, LocalDate> births = new HashMap<>();
        for (int i = 0; i < people.rows(); i++) {
            births.put(
                    people.text("patient_id").get(i),
                    LocalDate.parse(people.text("birth_date").get(i)));
        }
        return births;
    }

    private static List<Double> agesAtOnset(Path out, String condition) throws IOException {
        Map<String, LocalDate> births = births(out);
        CsvTable rows = CsvTable.read(out.resolve("conditions.csv"));
        List<Double> ages = new ArrayList<>();
        for (int i = 0; i < rows.rows(); i++) {
            if (rows.text("condition").get(i).equals(condition)) {
                LocalDate onset = LocalDate.parse(rows.text("onset_date").get(i));
                LocalDate birth = births.get(rows.text("patient_id").get(i));
                ages.add((onset.toEpochDay() - birth.toEpochDay()) / 365.25);
            }
        }
        return ages.stream().sorted().toList();
    }

    /** One in twelve had begun before 40, when a part of all cases began in each year of life. */
    @Test
    void cancersOfTheOldBeginLate() throws IOException {
        Path out = made("600 men over 70 with prostate cancer over 1 year", 1);
        List<Double> ages = agesAtOnset(out, "prostate-cancer");
        assertEquals(600, ages.size());
        assertTrue(ages.get(0) >= 35, "youngest " + ages.get(0));
        assertTrue(ages.get(30) >= 45, "one in twenty by " + ages.get(30));
    }

    /** Diabetes of childhood had put infarctions at the age of eight. */
    @Test
    void heartsFailInAdults() throws IOException {
        Path out = made("2000 heart failure patients over 5 years", 71);
        for (String c : List.of("heart-failure", "coronary-artery-disease", "stroke", "copd")) {
            List<Double> ages = agesAtOnset(out, c);
            assertTrue(ages.get(0) >= 17, c + " at " + ages.get(0));
        }
    }

    private static Map<String, Integer> contacts(Path out, String kind) throws IOException {
        CsvTable rows = CsvTable.read(out.resolve("encounters.csv"));
        Map<String, Integer> of = new HashMap<>();
        for (int i = 0; i < rows.rows(); i++) {
            if (rows.text("class").get(i).equals(kind)) {
                of.merge(rows.text("patient_id").get(i), 1, Integer::sum);
            }
        }
        return of;
    }

    /** Shares are exact; a mean is what the places of all patients make of it, to a stay in 200. */
    @Test
    void asManyComeAsWasAsked() throws IOException {
        Path out =
                made(
                        "1000 heart failure patients over 5 years, 1.5 hospital stays a year on average, 20 % with at least 2 ED visits",
                        3);
        double stays = contacts(out, "IMP").values().stream().mapToInt(n -> n).sum();
        assertEquals(7.5, stays / 1000, 0.005);
        // "20 % with at least two": the others come at most once, as they would.
        Map<String, Integer> emergencies = contacts(out, "EMER");
        assertEquals(200, emergencies.values().stream().filter(n -> n >= 2).count());
        assertTrue(emergencies.size() > 200, "some come once");
        out = made("1000 COPD patients over 2 years, 30 % with at least one hospital stay", 4);
        assertEquals(300, contacts(out, "IMP").size());
    }

    /** A pharmacist would ask what insulin is for. */
    @Test
    void nobodyIsTreatedForADiabetesThatIsNotThere() throws IOException {
        Path out = made("1500 COPD patients over 1 year", 73);
        CsvTable had = CsvTable.read(out.resolve("conditions.csv"));
        List<String> diabetic = new ArrayList<>();
        for (int i = 0; i < had.rows(); i++) {
            if (had.text("condition").get(i).matches("type-[12]-diabetes")) {
                diabetic.add(had.text("patient_id").get(i));
            }
        }
        CsvTable drugs = CsvTable.read(out.resolve("medications.csv"));
        int given = 0;
        for (int i = 0; i < drugs.rows(); i++) {
            if (drugs.text("drug_class").get(i).matches("insulin|sulfonylurea|DPP-4 inhibitor")) {
                assertTrue(diabetic.contains(drugs.text("patient_id").get(i)), "row " + i);
                given++;
            }
        }
        assertTrue(given > 50, "drugs of diabetes: " + given);
    }

    /** The year between a child's weight and an adult's had held the difference of the two. */
    @Test
    void nobodyGainsASixthInFourMonths() throws IOException {
        Path out = made("1500 patients with type 1 diabetes aged 18 to 22 over 4 years", 74);
        CsvTable seen = CsvTable.read(out.resolve("observations.csv"));
        double[] values = seen.numbers("value");
        Map<String, double[]> last = new HashMap<>();
        int jumps = 0;
        for (int i = 0; i < seen.rows(); i++) {
            if (seen.text("observation").get(i).equals("weight")) {
                double day = LocalDate.parse(seen.text("date").get(i)).toEpochDay();
                double[] before =
                        last.put(seen.text("patient_id").get(i), new double[] {day, values[i]});
                boolean soon = before != null && day - before[0] < 120;
                jumps += soon && Math.abs(values[i] / before[1] - 1) > 0.2 ? 1 : 0;
            }
        }
        assertTrue(jumps <= 3, jumps + " jumps");
    }

    /** Levels of three values that each lay a little off had left people with less than no LDL. */
    @Test
    void nobodyHasNoLdl() throws IOException {
        Path out = made("2000 people over 75 with LDL, HDL, total cholesterol over 10 years", 77);
        CsvTable seen = CsvTable.read(out.resolve("observations.csv"));
        double[] values = seen.numbers("value");
        double least = 1000;
        for (int i = 0; i < seen.rows(); i++) {
            boolean ldl = seen.text("observation").get(i).equals("ldl");
            least = ldl ? Math.min(least, values[i]) : least;
        }
        assertTrue(least >= 1, "LDL of " + least);
    }
}
