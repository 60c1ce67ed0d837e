package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.generate.Learners;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of cells that are neither plain numbers nor plain days, learned and written again. */
class CellFormsTest {
    private static final int ROWS = 300;

    @TempDir private static Path folder;
    private static Learned learned;
    private static List<String[]> made;

    @BeforeAll
    static void learn() throws IOException {
        var text =
                new StringBuilder(
                        "dx_month;first;conc;load;geburt;child_birth;birth_weight;arrival;bp;pregnant\n");
        long key = new SeedTree(4).purpose("cells");
        for (int i = 0; i < ROWS; i++) {
            double u = SeedTree.uniform(key, 4 * i);
            LocalDate day = LocalDate.of(1950, 1, 1).plusDays((long) (15_000 * u));
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d-%02d;%s;%s;%.2fE+05;%s;%s;%.0f;%02d:%02d;%d/%d;%s\n",
                            2015 + i / 12 % 6,
                            1 + i % 12,
                            DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT).format(day),
                            String.format(
                                            Locale.ROOT,
                                            "%.3e",
                                            Math.pow(10, -9 + 3 * SeedTree.uniform(key, 4 * i + 1)))
                                    .replace('.', ','),
                            1 + 8 * SeedTree.uniform(key, 4 * i + 2),
                            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).format(day),
                            day.plusDays(9_000),
                            2500 + 1500 * u,
                            i % 24,
                            7 * i % 60,
                            110 + 7 * i % 61,
                            70 + 3 * i % 31,
                            i % 3 == 0 ? "yes" : "no"));
        }
        Path table = Files.writeString(folder.resolve("cells.csv"), text);
        Path model = folder.resolve("cells.model");
        learned = SmallModels.learned(table, model);
        Path out = folder.resolve("made.csv");
        new SampleDesk(Learners.installed())
                .sample(
                        new RowsRequest(
                                model,
                                200,
                                Optional.of("dx_month >= 2016-01-01 and conc > 1e-8"),
                                List.of(),
                                1,
                                out),
                        Progress.silent());
        made = Files.readAllLines(out).stream().skip(1).map(l -> l.split(";", -1)).toList();
    }

    private static int column(String name) {
        return List.of("dx_month", "first", "conc", "load", "birth_weight", "pregnant")
                .indexOf(name);
    }

    @Test
    void monthsOfAYearAreDatesAndAreWrittenAsMonths() {
        for (String[] row : made) {
            assertTrue(row[column("dx_month")].matches("20(?:1[6-9]|20)-(?:0\\d|1[012])"));
            assertTrue(row[column("first")].matches("(?:0\\d|1[012])/(?:19|20)\\d\\d"));
        }
        long months = made.stream().map(r -> r[column("dx_month")]).distinct().count();
        assertTrue(months > 20, "of 60: " + months);
    }

    @Test
    void powersOfTenKeepTheirDigits() {
        double least = 1;
        for (String[] row : made) {
            String cell = row[column("conc")];
            assertTrue(cell.matches("\\d,\\d{3}e-0[5-9]"), cell);
            double v = Double.parseDouble(cell.replace(',', '.'));
            assertTrue(v > 1e-8 && v <= 1e-6, cell);
            least = Math.min(least, v);
            assertTrue(row[column("load")].matches("\\d\\.\\d{2}e\\+05"), row[column("load")]);
        }
        assertTrue(least < 2e-8, "least " + least);
        long different = made.stream().map(r -> r[column("conc")]).distinct().count();
        assertTrue(different > 100, "different: " + different);
    }

    @Test
    void daysOfBirthAreDroppedUnderAnyHeaderAndWeightsAtBirthAreNot() {
        assertTrue(
                learned.dropped().stream().anyMatch(d -> d.matches("geburt: .*date of birth.*")));
        assertTrue(
                learned.dropped().stream()
                        .anyMatch(d -> d.matches("child_birth: .*date of birth.*")));
        assertTrue(learned.columns().stream().anyMatch(c -> c.startsWith("birth_weight: number")));
    }

    @Test
    void whatIsLeftOutForItsFormIsSaidWithTheFormThatIsLearned() {
        assertTrue(
                learned.dropped().stream()
                        .anyMatch(d -> d.matches("arrival: .*times of day.*hours as a number.*")));
        assertEquals(3, learned.dropped().size(), learned.dropped().toString());
    }

    @Test
    void bothBloodPressuresOfACellAreTwoColumns() {
        for (String half : List.of("bp_systolic", "bp_diastolic")) {
            assertTrue(
                    learned.columns().stream().anyMatch(c -> c.startsWith(half + ": number")),
                    learned.columns().toString());
        }
        assertTrue(learned.dropped().stream().noneMatch(d -> d.startsWith("bp")));
    }

    /**
     * The catalogue has one entry for pregnancy and its diabetes; who is pregnant need not have it.
     */
    @Test
    void pregnantIsNotGestationalDiabetes() {
        String pregnant =
                learned.columns().stream()
                        .filter(c -> c.startsWith("pregnant"))
                        .findFirst()
                        .orElseThrow();
        assertFalse(pregnant.contains("gestational"), pregnant);
    }
}
