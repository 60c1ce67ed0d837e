package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.generate.Learners;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Small tables are audited like all others, and one in which nothing goes together gives nobody
 * away once its columns alone are mixed enough.
 */
class SmallTablesTest {
    @TempDir private Path folder;

    /** Of 240 people four have an age; without coarser columns every smoothing was refused. */
    @ParameterizedTest
    @CsvSource({"1, trees", "2, trees", "3, trees", "1, copula", "3, copula"})
    void twoColumnsOf300PeopleAreLearned(long seed, String engine) throws IOException {
        var text = new StringBuilder("age,sbp\n");
        long key = new SeedTree(7).purpose("people");
        for (int i = 0; i < 300; i++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%.0f,%.0f\n",
                            60 + 10 * normal(key, 2 * i),
                            130 + 14 * normal(key, 2 * i + 1)));
        }
        Path table = Files.writeString(folder.resolve("two.csv"), text);
        Path model = folder.resolve("two.model");
        Learned learned =
                new LearnDesk(Learners.installed(), Optional.of(new LearningAudit()), "2026-11-29")
                        .learn(
                                new LearnRequest(
                                        table,
                                        Optional.of(engine),
                                        Optional.of(model),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        seed),
                                Progress.silent());
        assertEquals(240, learned.rows());
        assertEquals(true, learned.privacy().get("passes"));
        assertTrue(Files.exists(model));
    }

    /** Nearly normal: the sum of twelve uniform numbers. */
    private static double normal(long key, int i) {
        double sum = -6;
        for (int k = 0; k < 12; k++) {
            sum += SeedTree.uniform(key, 12 * i + k);
        }
        return sum;
    }
}
