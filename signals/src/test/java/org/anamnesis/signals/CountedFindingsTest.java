package org.anamnesis.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.GenerateRequest;
import org.anamnesis.table.CsvTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts of findings, and sizes between two numbers, as they are asked for are they in the files.
 */
class CountedFindingsTest {
    @TempDir private Path folder;

    private List<String> findings(String words) throws IOException {
        Anamnesis.bundled()
                .generate(
                        new GenerateRequest(
                                Optional.of(words),
                                Optional.empty(),
                                Optional.of(folder.resolve("out")),
                                Optional.of(List.of("csv")),
                                OptionalLong.of(3),
                                Optional.empty(),
                                false,
                                2,
                                false),
                        (s, f) -> {});
        CsvTable index = CsvTable.read(folder.resolve("out/signals/index.csv"));
        List<String> patients = index.text("patient_id");
        return IntStream.range(0, index.rows())
                .filter(i -> i == 0 || !patients.get(i).equals(patients.get(i - 1)))
                .mapToObj(i -> index.text("findings").get(i))
                .toList();
    }

    private static long with(List<String> all, String finding) {
        return all.stream().filter(f -> List.of(f.split("[;(]")).contains(finding)).count();
    }

    /**
     * Normal ones, those with atrial fibrillation and those with a block are different patients.
     */
    @Test
    void partsOfAWholeAreDifferentPatients() throws IOException {
        List<String> all = findings("40 ECGs: 20 normal, 10 AF, 10 LBBB");
        assertEquals(40, all.size());
        assertEquals(20, with(all, "normal-ecg"));
        assertEquals(10, with(all, "atrial-fibrillation"));
        assertEquals(10, with(all, "lbbb"));
        assertEquals(
                0,
                all.stream().filter(f -> f.contains("lbbb") && f.contains("atrial-fib")).count());
    }

    @Tag("slow")
    @Test
    void sizesLieBetweenTheNumbersAndDiffer() throws IOException {
        List<String> all =
                findings(
                        "3 abdominal CTs with an aortic aneurysm of 4 to 6 cm, matrix 256, slice thickness 10 mm");
        Pattern size = Pattern.compile("diameter_mm=([0-9.]+)");
        List<Double> sizes =
                all.stream()
                        .map(size::matcher)
                        .filter(Matcher::find)
                        .map(m -> Double.valueOf(m.group(1)))
                        .toList();
        assertEquals(3, sizes.size());
        assertTrue(sizes.stream().allMatch(s -> s >= 40 && s <= 60), sizes::toString);
        assertTrue(sizes.stream().distinct().count() > 1, sizes::toString);
    }

    /** So are a condition and a finding that are said in one breath. */
    @Test
    void aConditionAndAFindingThatAreJoinedAreOfTheSame() throws IOException {
        List<String> all = findings("20 ECGs, 30 % AF with LBBB");
        assertEquals(6, with(all, "lbbb"));
        assertEquals(
                6,
                all.stream().filter(f -> f.contains("lbbb") && f.contains("atrial-fib")).count());
    }

    /** Three extrasystoles are one finding with a number. */
    @Test
    void extrasystolesAreAsManyAsWereAsked() throws IOException {
        List<String> all = findings("6 ECGs with 3 PVCs each");
        assertEquals(
                6,
                all.stream()
                        .filter(f -> f.contains("premature-ventricular-complexes(count=3 "))
                        .count());
    }

    /** What excludes what others show together goes to others, too: the heads alone do not tell. */
    @Test
    void whatIsJoinedExcludesWhatIsJoined() throws IOException {
        List<String> all = findings("20 ECGs: 60 % PVCs with RBBB, 30 % PACs with LBBB");
        assertEquals(6, with(all, "lbbb"));
        assertEquals(12, with(all, "rbbb"));
        assertEquals(0, all.stream().filter(f -> f.contains("lbbb") && f.contains("rbbb")).count());
        assertEquals(
                6, all.stream().filter(f -> f.contains("lbbb") && f.contains("atrial-c")).count());
    }

    /** "30 % with A and B": the same patients. */
    @Tag("slow")
    @Test
    void whatIsJoinedIsShownByTheSame() throws IOException {
        List<String> all = findings("20 ECGs, 30 % with LBBB and PVCs");
        assertEquals(6, with(all, "lbbb"));
        assertEquals(
                6,
                all.stream()
                        .filter(f -> f.contains("lbbb") && f.contains("premature-ventricular"))
                        .count());
    }

    /**
     * Each study shows as many as were asked, each of its own size, on the sides that were said.
     */
    @Tag("slow")
    @Test
    void aStudyShowsSeveralOfAFinding() throws IOException {
        List<String> all =
                findings(
                        "2 abdominal CTs with two stones of 8 to 16 mm on both sides, filtered noise, matrix 256, slice thickness 6 mm");
        Pattern stone = Pattern.compile("kidney-stone\\(([^)]*)\\)");
        for (String shown : all) {
            List<String> stones = stone.matcher(shown).results().map(m -> m.group(1)).toList();
            assertEquals(4, stones.size(), shown);
            assertEquals(2, stones.stream().filter(t -> t.contains("side=left")).count(), shown);
            assertEquals(4, stones.stream().distinct().count(), shown);
        }
    }

    /** The potassium that an ECG was asked to show is the one of the record. */
    @Tag("slow")
    @Test
    void theRecordHasThePotassiumOfTheTrace() throws IOException {
        List<String> all =
                findings("12 patients with potassium, ECGs with hyperkalemia 6.5 mmol/L in half");
        assertEquals(6, with(all, "hyperkalaemia"));
        CsvTable cohort = CsvTable.read(folder.resolve("out/cohort.csv"));
        double[] potassium = cohort.numbers("potassium_mmol_l");
        for (int i = 0; i < 12; i++) {
            assertEquals(all.get(i).contains("hyperkalaemia"), potassium[i] == 6.5, all.get(i));
        }
        CsvTable observations = CsvTable.read(folder.resolve("out/observations.csv"));
        List<String> names = observations.text("observation");
        double[] values = observations.numbers("value");
        assertEquals(
                6,
                IntStream.range(0, observations.rows())
                        .filter(i -> names.get(i).equals("potassium") && values[i] == 6.5)
                        .count());
    }

    @Test
    void theRecordHasTheRateOfTheTrace() throws IOException {
        findings("6 patients with heart rate, ECGs with sinus tachycardia at 130");
        CsvTable cohort = CsvTable.read(folder.resolve("out/cohort.csv"));
        for (double rate : cohort.numbers("heart_rate_per_min")) {
            assertEquals(130, rate);
        }
    }
}
