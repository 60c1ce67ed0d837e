package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.LearnRequest;
import org.anamnesis.converse.Learned;
import org.anamnesis.converse.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of 150 people is learned by every network within a minute, the audit included. */
@Tag("slow")
class SmallTableTest {
    private static final int PEOPLE = 150;

    @TempDir private Path folder;

    /** Some people of the peers' table. */
    private Path table() throws IOException {
        List<String> lines = Files.readAllLines(Nhanes.folder().resolve("nhanes31/train.csv"));
        int[] order = new Draws(1).order(lines.size() - 1);
        List<String> some = new ArrayList<>(List.of(lines.get(0)));
        for (int k = 0; k < PEOPLE; k++) {
            some.add(lines.get(1 + order[k]));
        }
        return Files.write(folder.resolve("people.csv"), some);
    }

    /**
     * With smoothing that only stopped earlier, autoregression and diffusion were refused at every
     * step for these people. The time is that of the processor, since a machine may be busy.
     */
    @ParameterizedTest
    @ValueSource(strings = {"autoregressive", "diffusion", "gan"})
    void itIsLearnedAndWhatSoFewShowIsSaid(String engine) throws IOException {
        assumeTrue(Nhanes.isHere(), "the peers' table is not here");
        Path model = folder.resolve("m.model");
        var request =
                new LearnRequest(
                        table(),
                        Optional.of(engine),
                        Optional.of(model),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        1);

        Learned learned = Anamnesis.bundled().learn(request, Progress.silent());

        assertTrue(Files.exists(model));
        assertEquals(PEOPLE * 4 / 5, learned.rows());
        assertTrue(learned.trainingCpuSeconds() < 60, "" + learned.trainingCpuSeconds());
        assertTrue(
                learned.notes().stream().anyMatch(n -> n.contains("cannot be told from chance")),
                learned.notes().toString());
    }
}
