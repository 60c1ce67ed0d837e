package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words about columns as registers have them: durations, grades with none, units in headers. */
class RegisterTalkTest {
    @TempDir private static Path folder;
    private static Path model;

    @BeforeAll
    static void learn() throws IOException {
        var text =
                new StringBuilder(
                        "Retinopathy,Duration of diabetes,survival_months,time,Noradrenalin µg/kg/min,Dosis,nodes,Nebenwirkung,relapse\n");
        long key = new SeedTree(4).purpose("register");
        for (int i = 0; i < 400; i++) {
            int at = 10 * i;
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%.0f,%.1f,%.0f,%.3f,%d,%.0f,%s,%s\n",
                            one(SeedTree.uniform(key, at), "None", "Background", "Proliferative"),
                            30 * SeedTree.uniform(key, at + 1),
                            90 * SeedTree.uniform(key, at + 2),
                            2000 * SeedTree.uniform(key, at + 3),
                            0.3 * SeedTree.uniform(key, at + 4),
                            10 * (int) (5 * SeedTree.uniform(key, at + 5)),
                            9 * SeedTree.uniform(key, at + 6),
                            one(SeedTree.uniform(key, at + 7), "keine", "leicht", "schwer"),
                            one(SeedTree.uniform(key, at + 8), "no", "yes")));
        }
        Path table = Files.writeString(folder.resolve("register.csv"), text);
        model = folder.resolve("register.model");
        SmallModels.learned(table, model);
    }

    private static String one(double u, String... of) {
        return of[(int) (u * of.length)];
    }

    private static RowsMade made(String words) throws IOException {
        Path out = folder.resolve("made.csv");
        Files.deleteIfExists(out);
        return Anamnesis.bundled()
                .on(model)
                .sample(
                        new RowsRequest(
                                model,
                                Optional.of(words),
                                Optional.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                List.of(),
                                OptionalLong.empty(),
                                out),
                        Progress.silent());
    }

    /** Each wish is one condition of the table, and nothing of it is left unused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "with retinopathy | \"Retinopathy\" in ('Background', 'Proliferative')",
                "without retinopathy | \"Retinopathy\" = 'None'",
                "ohne Nebenwirkung | \"Nebenwirkung\" = 'keine'",
                "duration of diabetes over 10 years | \"Duration of diabetes\" >= 11",
                "survival below 12 months | \"survival_months\" <= 11.9",
                "survival above 2 years | \"survival_months\" >= 24",
                "Noradrenalin above 0.1 | \"Noradrenalin µg/kg/min\" >= 0.101",
                "Dosis 40 | \"Dosis\" >= 40 and \"Dosis\" <= 40",
                "at least 3 nodes | \"nodes\" >= 3",
                "more than 3 nodes | \"nodes\" >= 4",
                "3 or fewer nodes | \"nodes\" <= 3",
                "relapse = no | \"relapse\" = 'no'",
                "relapse is not yes | \"relapse\" = 'no'"
            })
    void aWishIsACondition(String words, String condition) throws IOException {
        RowsMade made = made("50 people, " + words.strip());
        assertTrue(
                made.understood().contains("Every row: " + condition.strip() + "."),
                made.understood() + " " + made.notes());
        assertTrue(made.notes().stream().noneMatch(w -> w.startsWith("Not used")), words);
    }

    @Test
    void aShareOfThoseWhoHaveAny() throws IOException {
        made("200 people, 30 % with retinopathy");
        long some =
                Files.readAllLines(folder.resolve("made.csv")).stream()
                        .skip(1)
                        .filter(l -> !l.startsWith("None,"))
                        .count();
        assertEquals(60, some);
    }

    /** A number in years of a column that does not say what it is in is taken as it stands. */
    @Test
    void aColumnWithoutAUnitIsNotConverted() throws IOException {
        String told = made("50 people with time above 3 years").notes().toString();
        assertTrue(told.contains("The column time has no unit"), told);
    }
}
