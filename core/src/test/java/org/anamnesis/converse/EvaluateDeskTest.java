package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateDeskTest {
    @TempDir private Path folder;

    @Test
    void twoPagesFiguresAndAManifestAreMade() throws IOException {
        Evaluated done = evaluated(people("a.csv", 0, true), people("s.csv", 600, false), "ill");
        assertEquals(
                List.of("evaluation.html", "evaluation.json", "privacy.html", "manifest.json"),
                done.files());
        for (String file : done.files()) {
            assertTrue(Files.size(done.folder().resolve(file)) > 100, file);
        }
        assertTrue(done.passes(), () -> done.lines().toString());
        assertTrue(Files.readString(done.folder().resolve("privacy.html")).contains("mrn"));
        assertTrue(done.json().containsKey("utility"));
    }

    @Test
    void theTableItselfAsSyntheticTableBreaksTheLimits() throws IOException {
        Path train = people("a.csv", 0, true);
        Evaluated done = evaluated(train, train, "ill");
        assertFalse(done.passes());
        assertTrue(done.lines().stream().anyMatch(l -> l.contains("record beyond coincidence")));
    }

    @Test
    void everyProblemIsSaidAtOnceAndNothingIsLeft() throws IOException {
        Path train = people("a.csv", 0, true);
        Path narrow = Files.writeString(folder.resolve("n.csv"), "age,sex\n50,male\n");
        RequestException failed =
                assertThrows(RequestException.class, () -> evaluated(train, narrow, "ill"));
        assertEquals(
                List.of("evaluate.columns", "evaluate.rows"),
                failed.problems().stream().map(Problem::code).toList());
        RequestException unknown =
                assertThrows(RequestException.class, () -> evaluated(train, train, "nonsense"));
        assertEquals("evaluate.outcome", unknown.problems().get(0).code());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private Evaluated evaluated(Path train, Path synthetic, String outcome) throws IOException {
        return Anamnesis.bundled()
                .evaluate(
                        new EvaluateRequest(
                                train,
                                people("h.csv", 300, true),
                                synthetic,
                                Optional.of(outcome),
                                Optional.empty(),
                                Optional.empty(),
                                folder.resolve("out"),
                                1,
                                Optional.empty()),
                        Progress.silent());
    }

    /** 150 people; the synthetic file lacks the record number and has another order of columns. */
    private Path people(String name, int first, boolean record) throws IOException {
        StringBuilder out =
                new StringBuilder(record ? "mrn,age,sex,sbp,ill\n" : "ill,sbp,age,sex\n");
        long purpose = new SeedTree(8).purpose("people");
        for (int i = first; i < first + 150; i++) {
            long key = SeedTree.key(purpose, i);
            int age = (int) (20 + 60 * SeedTree.uniform(key, 0));
            String sex = SeedTree.uniform(key, 1) < 0.5 ? "female" : "male";
            int sbp = (int) (90 + age / 2 + 40 * SeedTree.uniform(key, 2));
            String ill = SeedTree.uniform(key, 3) < age / 100.0 ? "yes" : "no";
            out.append(
                    record
                            ? "M%06d,%d,%s,%d,%s\n".formatted(700 * i + 13, age, sex, sbp, ill)
                            : "%s,%d,%d,%s\n".formatted(ill, sbp, age, sex));
        }
        return Files.writeString(folder.resolve(name), out);
    }
}
